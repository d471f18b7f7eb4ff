using Site.Privacy.Recognition;

namespace Site.Tests;

public class RedactorTests
{
    [Theory]
    [MemberData(nameof(AgreedStrings.Rows), MemberType = typeof(AgreedStrings))]
    [MemberData(nameof(NumberStrings.Rows), MemberType = typeof(NumberStrings))]
    [MemberData(nameof(NameStrings.Rows), MemberType = typeof(NameStrings))]
    public void What_is_private_goes_and_the_rest_stays(string text, string[] gone, string[] left)
    {
        var redacted = Redactor.Redact(text).Text;

        Assert.All(gone, value => Assert.DoesNotContain(value, redacted, StringComparison.Ordinal));
        Assert.All(left, value => Assert.Contains(value, redacted, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("举报人身份证号码：319999190102030019，举报事项已受理。", "举报人身份证号码：■■，举报事项已受理。")]
    [InlineData("家属何先生来电，手机１５４０００００００１。", "家属■■先生来电，手机■■。")]
    [InlineData("整改责任人：车间主任徐志强；整改时限：3日。", "整改责任人：车间主任■■；整改时限：3日。")]
    [InlineData("家住西二镇大街12号3幢501室的王女士", "家住西二镇大街■■的■■女士")]
    [InlineData("卡号 6299 9900 0000 0124 开户行某某支行", "卡号 ■■ 开户行某某支行")]
    public void The_whole_text_reads_on_with_masks(string text, string expected) =>
        Assert.Equal(expected, Redactor.Redact(text).Text);

    [Fact]
    public void The_editor_is_told_how_many_of_each_kind_and_no_value()
    {
        var redacted = Redactor.Redact("举报人郑晓成（身份证659999190412310030，手机16900000008和16900000009）");

        Assert.Equal("举报人■■（身份证■■，手机■■和■■）", redacted.Text);
        Assert.Equal(
            "IdentityCard 1, Mobile 2, Name 1",
            string.Join(", ", redacted.Masked.Select(masked => $"{masked.Kind} {masked.Count}")));
    }

    [Fact]
    public void A_text_without_anything_private_is_given_back_as_it_is()
    {
        const string Text = "拨打12350、96119或12345；依据《安全生产法》第九十七条，罚款50000元，（某）应急罚〔2026〕12号。";

        var redacted = Redactor.Redact(Text);

        Assert.Same(Text, redacted.Text);
        Assert.Empty(redacted.Masked);
    }

    [Trait("Speed", "slow")]
    [Theory]
    [InlineData("1 ")]
    [InlineData("1\u200B")]
    [InlineData("0755-")]
    [InlineData("举报人张三、")]
    [InlineData("王先生")]
    [InlineData("a@")]
    [InlineData("一三八")]
    [InlineData("家住1号")]
    public void In_a_million_characters_of_one_kind_as_much_is_masked_for_their_number_as_in_a_tenth_of_them(string part)
    {
        var tenth = Redactor.Redact(string.Concat(Enumerable.Repeat(part, 100_000 / part.Length))).Masked.Sum(masked => masked.Count);
        var whole = Redactor.Redact(string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length))).Masked.Sum(masked => masked.Count);

        Assert.InRange(whole, (10 * tenth) - 20, (10 * tenth) + 20);
    }
}
