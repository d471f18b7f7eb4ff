using Site.Rendering.Html;

namespace Site.Tests;

/// <summary>Readings over hard words.</summary>
public sealed class WordReadingsTests
{
    private static readonly WordReadings Readings = new([new("窒息", "zhì xī"), new("心肺复苏", "xīn fèi fù sū"), new("复苏", "fù sū")]);

    [Theory]
    [InlineData("<p>会窒息。</p>", "<p>会[窒息]。</p>")]
    [InlineData("<p>窒息，又是窒息</p><p>窒息</p>", "<p>[窒息]，又是窒息</p><p>窒息</p>")]
    [InlineData("<p>做心肺复苏，复苏以后</p>", "<p>做[心肺复苏]，[复苏]以后</p>")]
    [InlineData("<h2 id=\"窒息\">窒息</h2><p>窒息</p>", "<h2 id=\"窒息\">窒息</h2><p>[窒息]</p>")]
    [InlineData("<p><a href=\"/窒息/\">窒息</a>窒息</p>", "<p><a href=\"/窒息/\">[窒息]</a>窒息</p>")]
    [InlineData("<p><img alt=\"窒息\"><code>窒息</code></p>", "<p><img alt=\"窒息\"><code>窒息</code></p>")]
    [InlineData("<p>没有难字</p>", "<p>没有难字</p>")]
    [InlineData("", "")]
    public void Stand_over_the_first_of_each_word_in_text(string html, string expected) => Assert.Equal(
        expected.Replace("[窒息]", "<ruby>窒息<rt aria-hidden=\"true\" data-reading=\"zhì xī\"></rt></ruby>", StringComparison.Ordinal)
            .Replace("[心肺复苏]", "<ruby>心肺复苏<rt aria-hidden=\"true\" data-reading=\"xīn fèi fù sū\"></rt></ruby>", StringComparison.Ordinal)
            .Replace("[复苏]", "<ruby>复苏<rt aria-hidden=\"true\" data-reading=\"fù sū\"></rt></ruby>", StringComparison.Ordinal),
        Readings.AddTo(html));

    [Fact]
    public void Stand_on_pages_alone_and_neither_in_feeds_nor_in_the_search()
    {
        var files = RenderedSite.Of(
            SampleSite.Read(
                """
                -- content/terms.yaml --
                terms:
                  - {use: 窒息, pinyin: zhì xī}
                -- content/news/2025/06-01-visit.md --
                ---
                title: 防窒息
                date: 2025-06-01
                ---
                ## 窒息怎么办

                会窒息。
                """),
            hasSearch: true);

        Assert.Equal(["news/2025/visit/index.html"], files.Where(file => file.Value.Contains("zhì xī", StringComparison.Ordinal)).Select(file => file.Key));
        Assert.Contains("<p>会<ruby>窒息<rt aria-hidden=\"true\" data-reading=\"zhì xī\"></rt></ruby>。</p>", files["news/2025/visit/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{use: 窒息, pinyin: zhì xī}", "")]
    [InlineData("{use: 呕吐, pinyin: ǒu tù, not: [吐吐], why: 理由}", "")]
    [InlineData("{use: 窒息, pinyin: zhìxī}", "error term/pinyin")]
    [InlineData("{use: 窒息, pinyin: zhi4 xi1}", "error term/pinyin")]
    [InlineData("{use: 窒息, pinyin: zhì xī le}", "error term/pinyin")]
    [InlineData("{use: AED, pinyin: ei yi di}", "error term/pinyin")]
    [InlineData("{use: 窒息, pinyin: \"zhì  xī\"}", "error term/pinyin")]
    [InlineData("{use: 窒息, pinyin: zhì xī}\n  - {use: 窒息, pinyin: zhì xī}", "error term/word-twice")]
    public void Are_checked_against_their_word(string term, string expected) =>
        Assert.Equal(expected, string.Join('|', SampleSite.Check($"-- content/terms.yaml --\nterms:\n  - {term}\n").Diagnostics.Where(found => found.Code.StartsWith("term/", StringComparison.Ordinal)).Select(found => $"error {found.Code}")));
}
