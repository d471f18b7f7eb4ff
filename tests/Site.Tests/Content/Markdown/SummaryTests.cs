using Site.Content.Markdown;

namespace Site.Tests;

public class SummaryTests
{
    [Fact]
    public void The_first_paragraph_is_plain_text_after_pictures_and_lists()
    {
        var body = MarkdownText.Read(
            """
            ![图](a.png)

            - 一

            闻到**燃气**味，[先关阀](b.md)，
            再开`窗`。

            后文
            """);

        Assert.Equal("闻到燃气味，先关阀，再开窗。", body.FirstParagraph);
        Assert.Equal(17, body.Characters);
    }

    [Fact]
    public void A_long_first_paragraph_is_cut_after_its_last_whole_sentence()
    {
        var body = MarkdownText.Read(new string('甲', 60) + "。" + new string('乙', 40) + "！" + new string('丙', 40) + "。");

        Assert.Equal(new string('甲', 60) + "。" + new string('乙', 40) + "！", body.FirstParagraph);
    }

    [Fact]
    public void A_sentence_that_is_too_long_ends_in_an_ellipsis()
    {
        Assert.Equal(new string('甲', 119) + "…", MarkdownText.Read(new string('甲', 121)).FirstParagraph);
    }

    [Fact]
    public void Places_count_lines_as_editors_do_whatever_else_looks_like_a_line_break()
    {
        Assert.Equal("a.md:3:1: error markdown/too-deep", MarkdownText.Diagnostics("一\u2028二\f三\u0085四\r五\n" + new string('>', 50)).Split('\n')[0]);
    }

    [Fact]
    public void Places_are_those_of_the_file_with_its_front_matter_tabs_and_carriage_returns()
    {
        var body = MarkdownReader.Read("a.md", "一\r\n\r\n> - 二\t<b>\r\n>   三[x](data:x)\r\n", 8);

        Assert.Equal(["a.md:10:7", "a.md:11:6"], body.Diagnostics.Select(diagnostic => diagnostic.Location.ToString()));
    }
}
