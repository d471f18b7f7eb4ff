using System.Text;
using Site.Core.Diagnostics;

namespace Site.Tests;

public class HostileMarkdownTests
{
    [Theory]
    [InlineData("> ", "a.md:1:1: error markdown/too-deep")]
    [InlineData("- ", "a.md:1:1: error markdown/too-deep")]
    [InlineData("1. ", "a.md:1:1: error markdown/too-deep")]
    [InlineData("> - ", "a.md:1:1: error markdown/too-deep")]
    public void Containers_in_each_other_without_end_are_refused_at_their_line(string mark, string expected)
    {
        var body = MarkdownText.Read(Repeat(mark, 10_000) + "x");

        Assert.Equal(expected, Assert.Single(body.Diagnostics).ToString().Split('\n')[0]);
        Assert.True(body.Html.IsEmpty);
    }

    [Fact]
    public void Lists_that_are_indented_ever_deeper_are_refused()
    {
        var text = string.Join('\n', Enumerable.Range(0, 1_000).Select(level => new string(' ', 2 * level) + "- a"));

        var diagnostic = Assert.Single(MarkdownText.Read(text).Diagnostics);

        Assert.Equal("a.md:33:1: error markdown/too-deep", diagnostic.ToString().Split('\n')[0]);
    }

    [Fact]
    public void Lists_of_33_levels_are_shown_up_to_level_32_and_the_rest_is_reported()
    {
        var text = string.Join('\n', Enumerable.Range(0, 33).Select(level => new string(' ', 2 * level) + "- a"));

        var body = MarkdownText.Read(text);

        Assert.Equal("a.md:33:65: error markdown/too-deep", Assert.Single(body.Diagnostics).ToString().Split('\n')[0]);
        Assert.Equal(32, MarkdownText.Show(body.Html).Split("<ul>").Length - 1);
    }

    [Fact]
    public void A_line_of_stars_or_hyphens_is_a_line_across_the_page_however_long()
    {
        Assert.Equal("<hr>\n<hr>", MarkdownText.Html(Repeat("* ", 100) + "\n\n" + Repeat("- ", 100)));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("](")]
    [InlineData("[a](<")]
    [InlineData("[^a]: b\n\n")]
    [InlineData("[^a]\n\n[^a]: b\n\n")]
    [InlineData("*a ")]
    [InlineData("**a")]
    [InlineData("*a_ b\n")]
    [InlineData("`")]
    [InlineData("<a ")]
    [InlineData("<!--")]
    [InlineData("&amp")]
    [InlineData("{#")]
    [InlineData("{a=\"")]
    [InlineData("\\")]
    [InlineData("|")]
    [InlineData("|a|\n|-|\n")]
    [InlineData("=\n")]
    [InlineData("a\n: b\n")]
    [InlineData("## a\n")]
    [InlineData("- [ ] a\n")]
    [InlineData("<script>\n\n")]
    [InlineData("http://a.b ")]
    [InlineData("\0\u0001\u202E")]
    [InlineData("\uD800")]
    public void A_megabyte_of_one_mark_is_read_or_refused_with_few_diagnostics_and_little_html(string mark)
    {
        var text = Repeat(mark, 1_000_000 / mark.Length);

        var body = MarkdownText.Read(text);

        Assert.True(body.Diagnostics.Length <= 1000 && body.Html.Utf8.Length < 40_000_000);
    }

    [Theory]
    [InlineData("*a*b", 1_900, "a.md:139:1: error markdown/too-much")]
    [InlineData("_a*b ", 1_900, "a.md:139:1: error markdown/too-much")]
    [InlineData("`a ", 3_900, "a.md:131:1: error markdown/too-much")]
    public void Many_paragraphs_that_are_each_nearly_too_full_of_marks_are_refused(string marks, int times, string expected) =>
        Assert.Equal(expected, Assert.Single(MarkdownText.Read(Repeat(Repeat(marks, times) + "\n\n", 100)).Diagnostics).ToString().Split('\n')[0]);

    [Fact]
    public void A_table_with_a_wide_head_and_many_short_rows_is_refused_before_it_fills_the_memory()
    {
        var text = $"|{Repeat("a|", 2_000)}\n|{Repeat("-|", 2_000)}\n{Repeat("|\n", 2_000)}";

        Assert.Equal(
            """
            a.md:1:1: error markdown/too-much
              这个表格超过100000格。
              请分成几段，中间空一行。
            """,
            Assert.Single(MarkdownText.Read(text).Diagnostics).ToString());
    }

    [Fact]
    public void A_thousand_lines_of_honest_prose_with_links_are_no_diagnostic()
    {
        var text = Repeat("- 见**第三条**和[指南](a.md)、`代码`。\n", 500) + "\n" + "| 甲 | 乙 |\n| --- | --- |\n" + Repeat("| 甲 | [乙](b.md) |\n", 500);

        Assert.Empty(MarkdownText.Read(text).Diagnostics);
    }

    [Fact]
    public void The_first_error_is_told_even_after_a_thousand_warnings()
    {
        var body = MarkdownText.Read(Repeat("# 一\n", 1_500) + "[x](data:x)");

        Assert.Equal(1_001, body.Diagnostics.Length);
        Assert.True(body.Diagnostics.HasErrors());
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
