namespace Site.Tests;

public sealed class TermListTests
{
    private const string List =
        """
        -- content/terms.yaml --
        terms:
          - use: 有限空间
            not: [受限空间, 密闭空间]
            why: 规章用的是这个词
          - {use: 嘶嘶, not: 丝丝, why: 声音只写一种}

        """;

    [Theory]
    [InlineData("进受限空间以前先通风。", "6:2 受限空间 有限空间：规章用的是这个词。")]
    [InlineData("听到丝丝声，\n\n- 密闭空间、受限空间", "6:3 丝丝 嘶嘶：声音只写一种。|8:3 密闭空间 有限空间：规章用的是这个词。|8:8 受限空间 有限空间：规章用的是这个词。")]
    [InlineData("[受限空间](a.md)里", "6:2 受限空间 有限空间：规章用的是这个词。")]
    [InlineData("有限空间，有的标准叫受限空间。", "")]
    [InlineData("标准里叫“受限空间”，见《受限空间作业》。", "")]
    [InlineData("看[这里](https://example.com/受限空间)和 `受限空间`。", "")]
    [InlineData("```\n受限空间\n```", "")]
    [InlineData("```\n有限空间\n```\n\n受限空间", "10:1 受限空间 有限空间：规章用的是这个词。")]
    [InlineData("空间有限。", "")]
    public void A_word_that_the_site_does_not_use_is_told_at_its_place(string body, string found) => Assert.Equal(found, Words(Page(body)));

    [Theory]
    [InlineData("title: 进受限空间", "2:9 受限空间 有限空间：规章用的是这个词。")]
    [InlineData("title: 受限空间（有限空间）", "")]
    [InlineData("title: 标题\nsummary: 井、罐是密闭空间。", "3:14 密闭空间 有限空间：规章用的是这个词。")]
    [InlineData("title: 标题\nsearchFor: [受限空间]\ntags: [密闭空间]", "")]
    [InlineData("title: 标题\nsource: 《规范》（受限空间）", "")]
    public void Titles_and_summaries_are_read_too(string fields, string found) =>
        Assert.Equal(found, Words($"-- content/pages/a.md --\n---\n{fields}\n---\n正文。\n"));

    [Fact]
    public void A_draft_may_say_what_it_likes() => Assert.Equal("", Words("-- content/pages/a.md --\n---\ntitle: 标题\ndraft: true\n---\n受限空间\n"));

    [Fact]
    public void A_site_needs_no_list() => Assert.DoesNotContain("term/", SampleSite.Diagnostics(Page("受限空间")), StringComparison.Ordinal);

    [Fact]
    public void The_message_gives_the_word_the_reason_and_the_cure() =>
        Assert.Contains(
            """
            content/pages/a.md:6:1: warning term/other-word
              这里写的是“受限空间”，本站统一写“有限空间”：规章用的是这个词。
              改成“有限空间”。要解释两种说法，就在同一行也写上“有限空间”；引用原文，放在“”或者《》里。
            """,
            SampleSite.Diagnostics(List + Page("受限空间")), StringComparison.Ordinal);

    [Theory]
    [InlineData("terms: 有限空间", "content/terms.yaml:1:8: error term/not-a-term")]
    [InlineData("terms:\n  - {use: 甲乙, why: 理由}", "content/terms.yaml:2:5: error term/no-other-word")]
    [InlineData("terms:\n  - {not: [甲乙], why: 理由}", "content/terms.yaml:2:5: error term/missing-field")]
    [InlineData("terms:\n  - {use: 甲乙, not: [丙丁]}", "content/terms.yaml:2:5: error term/missing-field")]
    [InlineData("terms:\n  - {use: 甲乙, not: [丙], why: 理由}", "content/terms.yaml:2:21: error term/word")]
    [InlineData("terms:\n  - {use: 甲乙, not: [丙丁], why: 理由}\n  - {use: 丙丁, not: [戊己], why: 理由}", "content/terms.yaml:3:5: error term/word-twice")]
    [InlineData("terms:\n  - {use: 甲乙, instead: [丙丁], why: 理由}", "content/terms.yaml:2:15: error term/unknown-field")]
    [InlineData("term: []", "content/terms.yaml:1:1: error term/unknown-field")]
    [InlineData("terms: [", "error yaml/")]
    public void What_is_wrong_with_the_list_is_said_at_its_place(string text, string message) =>
        Assert.Contains(message, SampleSite.Diagnostics($"{Page("正文")}-- content/terms.yaml --\n{text}"), StringComparison.Ordinal);

    private static string Page(string body) => $"-- content/pages/a.md --\n---\ntitle: 标题\nsource: 出处\nreviewer: 科室\n---\n{body}\n";

    private static string Words(string page) => string.Join('|', SampleSite.Check(List + page).Diagnostics
        .Where(found => found.Code == "term/other-word")
        .Select(found => $"{found.Location.Line}:{found.Location.Column} {Between(found.Message, "写的是“", "”")} {Between(found.Message, "统一写“", "”")}{found.Message[(found.Message.LastIndexOf("”：", StringComparison.Ordinal) + 1)..]}"));

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
