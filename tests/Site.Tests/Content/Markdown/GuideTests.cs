using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>The guide for staff in <c>.docs/</c>: what it shows is what the program does, and what it leads to is there.</summary>
public partial class GuideTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, ".docs");

    /// <summary>What readers get from each way of writing that the site knows.</summary>
    public static TheoryData<string> Constructs =>
    [
        "<p>", "<br>", "<h2", "<h3", "<h4", "<h2 id=\"first\"", "<strong>", "<em>", "<ul>", "<ol>", "<ul class=\"checklist\">", "<dl>", "<a href=\"{../guides/gas-leak.md}\">",
        "<a href=\"{xref:安全生产法}\">", "<a href=\"https://www.mem.gov.cn/\"", "<a href=\"tel:119\">", "{img/check.jpg|工作人员在厨房检查燃气软管|}", "{img/valve.svg|拧紧瓶阀|顺时针拧紧}", "<table>", "align-right",
        "align-center", "sign-prohibition", "sign-warning", "sign-mandatory", "sign-safe", "sign-note", "<blockquote>", "<hr>", "class=\"footnotes\"", "<code>", "<pre", "class=\"steps\"", "<div class=\"gallery\">",
    ];

    [Theory, MemberData(nameof(Constructs))]
    public void The_page_of_Markdown_shows_each_way_of_writing(string html) =>
        Assert.Contains(Examples(), example => MarkdownText.Show(MarkdownText.Read(example).Html).Contains(html, StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_wrong_with_an_example_of_the_page_of_Markdown()
    {
        var examples = Examples();

        Assert.True(examples.Length >= 15);
        Assert.All(examples, example => Assert.Equal("", MarkdownText.Diagnostics(example)));
    }

    [Fact]
    public void Links_and_pictures_of_the_guide_are_there_and_pictures_are_small_and_told_in_words()
    {
        var pages = Directory.GetFiles(Folder, "*.md").Append(Path.Combine(Repository.Root, "content", "README.md")).Append(Path.Combine(Repository.Root, "input", "README.md")).ToList();
        var wrong = from page in pages
                    let text = Fenced().Replace(File.ReadAllText(page), "")
                    from link in Link().Matches(Code().Replace(text, "")).Cast<Match>()
                    let target = link.Groups["target"].Value
                    where !target.StartsWith("https://", StringComparison.Ordinal)
                    let parts = target.Split('#', 2)
                    let file = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]))
                    where !File.Exists(file) || link.Groups["text"].Length == 0 || (parts.Length == 2 && !Anchors(file).Contains(parts[1]))
                    select $"{Path.GetFileName(page)}: {link.Value}";

        Findings.AssertNone(wrong);
        Assert.All(Directory.GetFiles(Path.Combine(Folder, "img")), picture =>
        {
            Assert.True(new FileInfo(picture).Length < 100_000, picture);
            Assert.Contains(pages, page => File.ReadAllText(page).Contains($"img/{Path.GetFileName(picture)})", StringComparison.Ordinal));
        });
    }

    private static string[] Examples() => [.. Example().Matches(File.ReadAllText(Path.Combine(Folder, "markdown.md"))).Select(match => match.Groups["text"].Value)];

    /// <returns>The ids of a page's headings, as GitHub, Gitea and GitLab make them: without marks of punctuation, spaces as hyphens.</returns>
    private static HashSet<string> Anchors(string file) =>
        [.. Heading().Matches(Fenced().Replace(File.ReadAllText(file), "")).Select(match => Marks().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex("(?ms)^(?<fence>`{3,4})markdown\n(?<text>.*?)^\\k<fence>$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Example();

    [GeneratedRegex("(?ms)^ *(?<fence>`{3,4})[a-z]*\n.*?^ *\\k<fence>$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Fenced();

    [GeneratedRegex("`[^`\n]+`", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Code();

    [GeneratedRegex("!?\\[(?<text>[^\\]\n]*)\\]\\((?<target>[^)\\s]+)\\)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Link();

    [GeneratedRegex("(?m)^#+ (?<text>.+)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex("[^\\w\\- ]", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Marks();
}
