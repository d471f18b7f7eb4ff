namespace Site.Tests;

public sealed class SearchWordsTests
{
    private const string Guides =
        """
        -- content/guides/gas-leak.md --
        ---
        title: 燃气泄漏
        ---
        1. 关阀。
        -- content/guides/draft.md --
        ---
        title: 没写完
        draft: true
        ---
        正文。

        """;

    [Fact]
    public void The_file_says_which_words_find_each_other_and_which_lead_to_one_page()
    {
        var words = SampleSite.Read(Guides +
            """
            -- content/search.yaml --
            synonyms:
              - [燃气, 煤气]
            answers:
              guides/gas-leak.md: [煤气味, 臭鸡蛋味]
              guides/draft.md: 还没写的
            """).SearchWords;

        Assert.Equal(["燃气", "煤气"], Assert.Single(words.Synonyms));
        Assert.Equal(["content/guides/gas-leak.md", "content/guides/draft.md"], words.Answers.Select(answer => answer.Path));
        Assert.Equal(["煤气味", "臭鸡蛋味"], words.Answers[0].Phrases);
        Assert.Equal(["还没写的"], words.Answers[1].Phrases);
    }

    [Fact]
    public void A_site_needs_no_such_file() => Assert.Empty(SampleSite.Read(Guides).SearchWords.Answers);

    [Theory]
    [InlineData("answers:\n  guides/gas-leek.md: [煤气味]", "content/search.yaml:2:3: error search/unknown-page", "是不是 “guides/gas-leak.md”？")]
    [InlineData("answers:\n  guides/gas-leak.md: [煤气味]\n  guides/draft.md: [ 煤氣味 ]", "content/search.yaml:3:20: error search/two-pages", "已经通向 guides/gas-leak.md")]
    [InlineData("answers:\n  guides/gas-leak.md: [火]", "content/search.yaml:2:24: error search/phrase", "2 到 30 个字")]
    [InlineData("answers:\n  guides/gas-leak.md: [{a: b}]", "content/search.yaml:2:24: error search/phrase", "一组字段")]
    [InlineData("answers: [煤气味]", "content/search.yaml:1:10: error search/not-pages", "一行一页")]
    [InlineData("synonyms:\n  - [燃气]", "content/search.yaml:2:5: error search/few-words", "至少要有两个词")]
    [InlineData("synonyms: 燃气", "content/search.yaml:1:11: error search/few-words", "至少要有两个词")]
    [InlineData("synonym: []", "content/search.yaml:1:1: error search/unknown-field", "可用字段：synonyms、answers")]
    [InlineData("answers: [", "content/search.yaml:", "error yaml/")]
    public void What_is_wrong_with_it_is_said_at_its_place(string text, string place, string message)
    {
        var found = SampleSite.Diagnostics($"{Guides}-- content/search.yaml --\n{text}");

        Assert.Contains(place, found, StringComparison.Ordinal);
        Assert.Contains(message, found, StringComparison.Ordinal);
    }
}
