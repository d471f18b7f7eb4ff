using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Site.Content.Markdown;

namespace Site.Tests;

public class AnyMarkdownTests
{
    private static readonly FrozenSet<string> AllowedElements =
        "p h2 h3 h4 h5 h6 ul ol li label input a em strong code pre br hr blockquote aside div table thead tbody tr th td dl dt dd section sup img"
            .Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> AllowedAttributes =
        "id class href rel role aria-label tabindex type checked start scope src".Split(' ').ToFrozenSet();

    private static readonly string[] Pieces =
    [
        "甲", "。", "“乙”", " ", "  ", "\n", "\n\n", "\r\n", "\t", "    ", "a", "B", "1", "1. ", "2) ", "- ", "* ", "+ ", "> ", "# ", "## ", "#### ",
        "*", "**", "_", "__", "***", "`", "```", "~~~\n", "[", "]", "(", ")", "![", "](", "](b.md)", "[^1]", "[^1]: ", "\n[a]: b\n", "[a]", "<", ">", "\"", "'",
        "|", "\n|-|-|\n", "| a | b |\n", ":", "\n: ", "{", "}", "{#甲}", "{.b}", "{#x onclick=y}", "{style='a'}", "[ ] ", "- [x] ", "> [!NOTE]\n> ", "> [!X]\n",
        "<script>alert(1)</script>", "</script>", "<iframe src=x>", "<img onerror=x>", "<!--", "-->", "<?", "<![CDATA[", "<a href=\"javascript:x\">",
        "javascript:alert(1)", "[x](javascript:alert(1))", "[x](java&#9;script:x)", "![x](data:x)", "<javascript:x>", "https://example.cn/a\"b", "http://a.b",
        "[x](a\"onclick=\"x)", "[x](<b> \"t\")", "![x](a.png \"t\")", "xref:", "&", "&lt;", "&#0;", "&quot;", "\\", "\\*", "\0", "\u0001", "\u202E", "\uFFFE",
        "\uD800", "\uDFFF", "𠀀", "---\n", "===\n", "--- 解析", "::", "[[a]]", "a\n---\n",
    ];

    private static Arbitrary<string> Texts() => Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void No_text_throws_and_all_HTML_is_well_formed_and_harmless()
    {
        Prop.ForAll(Texts(), IsWellFormedAndHarmless).AssertHolds(3_000, endSize: 60);
    }

    [Fact]
    public void No_random_text_throws_and_all_HTML_is_well_formed_and_harmless()
    {
        Prop.ForAll<string?>(text => IsWellFormedAndHarmless(text ?? "")).AssertHolds(1_000, endSize: 200);
    }

    [Fact]
    public void The_same_text_gives_the_same_HTML_and_diagnostics()
    {
        Prop.ForAll(Texts(), text =>
        {
            var (one, two) = (MarkdownText.Read(text), MarkdownText.Read(text));
            Assert.Equal(MarkdownText.Show(one.Html), MarkdownText.Show(two.Html));
            Assert.Equal(one.Diagnostics.AsEnumerable(), two.Diagnostics);
        }).AssertHolds();
    }

    private static void IsWellFormedAndHarmless(string text)
    {
        var body = MarkdownText.Read(text);
        var html = MarkdownText.Fill(body.Html, _ => "/x/", _ => "<img>");
        var document = new HtmlParser().ParseDocument($"<!DOCTYPE html><main>{html}</main>");
        var main = document.QuerySelector("main")!;
        var elements = main.QuerySelectorAll("*");

        // A parser repairs what is nested wrongly by adding or moving elements; then the numbers differ.
        Assert.Equal(html.Split('<').Skip(1).Count(part => part.Length > 0 && char.IsAsciiLetter(part[0])), elements.Length);
        Assert.Equal(0, document.Body!.ChildNodes.Length - 1);
        Assert.All(elements, IsAllowed);
        var ids = elements.Where(element => element.HasAttribute("id")).Select(element => element.GetAttribute("id")).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(body.Diagnostics, diagnostic => Assert.InRange(diagnostic.Location.Line, 1, text.Split('\n', '\r').Length + 1));
        Assert.All(body.Headings, heading => Assert.Equal(heading.Text.Length, SafeText.Clean(heading.Text).Length));
    }

    private static void IsAllowed(IElement element)
    {
        Assert.True(AllowedElements.Contains(element.LocalName), element.LocalName);
        Assert.All(element.Attributes, attribute => Assert.True(AllowedAttributes.Contains(attribute.Name), attribute.Name));
        var address = element.GetAttribute("href");
        Assert.True(
            address is null || address == "/x/" || address.StartsWith('#') || new[] { "https://", "http://", "mailto:", "tel:" }.Any(address.StartsWith),
            address);
    }
}
