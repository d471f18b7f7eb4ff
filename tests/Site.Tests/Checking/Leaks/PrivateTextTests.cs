using Site.Checking.Content;

namespace Site.Tests;

public class PrivateTextTests
{
    [Fact]
    public void A_mobile_in_a_news_text_is_reported_at_its_line_and_column_without_the_number() =>
        Assert.Equal(
            """
            content/news/2026/a.md:12:5: error private/phone
              这里像是一个手机号，不能公开。
              删去，或者在页面上声明为公开联系方式：publicContacts: ["号码"]。
            """,
            Assert.Single(PrivateText.Find("content/news/2026/a.md", "活动在周三。\n\n报名请拨16900000008，额满为止。", 10, [])).ToString());

    [Fact]
    public void An_identity_card_is_reported_and_cannot_be_declared()
    {
        var problem = Assert.Single(PrivateText.Find("content/pages/a.md", "证号319999190102030019", 1, ["319999190102030019"]));

        Assert.Equal("content/pages/a.md:1:3", problem.Where.ToString());
        Assert.Equal("private/identity-card", problem.Code);
    }

    [Theory]
    [InlineData("预约电话：0580-5550199")]
    [InlineData("预约电话：(0580)5550199")]
    [InlineData("预约电话：5550199")]
    [InlineData("预约电话：０５８０－５５５０１９９")]
    public void A_declared_contact_is_public_however_it_is_written(string text) =>
        Assert.Empty(PrivateText.Find("content/halls/a.md", text, 1, ["0580-5550199"]));

    [Theory]
    [InlineData("拨打12350、96119、12345，2026年6月16日9:30")]
    [InlineData("[来源](https://www.example.org/t20240616_15912345678.html)")]
    [InlineData("总投资15912345678元")]
    public void Hotlines_dates_addresses_and_money_are_no_telephones(string text) =>
        Assert.Empty(PrivateText.Find("content/news/a.md", text, 1, []));
}
