using Site.Content.Markdown;

namespace Site.Tests;

public class PictureTests
{
    [Fact]
    public void A_picture_alone_in_a_paragraph_is_a_block_with_its_caption_and_one_in_the_text_is_not()
    {
        var body = MarkdownText.Read(
            """
            ![关阀](img/关阀.svg "先关阀")

            见![阀](img/a%20b.png)。
            """);

        Assert.Empty(body.Diagnostics);
        Assert.Equal("{img/关阀.svg|关阀|先关阀}\n<p>见{img/a b.png|阀|}。</p>", MarkdownText.Show(body.Html));
        Assert.Equal(
            [new(new("a.md", 1, 1), "img/关阀.svg", "关阀", "先关阀"), new Picture(new("a.md", 3, 2), "img/a b.png", "阀")],
            body.Pictures);
    }

    [Fact]
    public void Pictures_on_lines_of_their_own_without_words_between_them_are_a_gallery_with_their_captions()
    {
        var body = MarkdownText.Read(
            """
            ![练灭火](img/a.jpg "在社区")
            ![练包扎](img/b.jpg) ![听讲](img/c.jpg)

            - ![甲](img/d.jpg)
              ![乙](img/e.jpg)
            """);

        Assert.Empty(body.Diagnostics);
        Assert.Equal(
            "<div class=\"gallery\">\n{img/a.jpg|练灭火|在社区}\n{img/b.jpg|练包扎|}\n{img/c.jpg|听讲|}\n</div>\n<ul>\n<li>{img/d.jpg|甲|}{img/e.jpg|乙|}</li>\n</ul>",
            MarkdownText.Show(body.Html));
        Assert.Equal(5, body.Pictures.Length);
    }

    [Theory]
    [InlineData("![甲](img/a.jpg)、![乙](img/b.jpg)")]
    [InlineData("![甲](img/a.jpg)\n**![乙](img/b.jpg)**")]
    public void Pictures_among_words_are_no_gallery(string text) => Assert.StartsWith("<p>", MarkdownText.Show(MarkdownText.Read(text).Html), StringComparison.Ordinal);

    [Fact]
    public void A_picture_that_ends_a_step_stands_in_its_item_and_is_no_part_of_its_words()
    {
        var body = MarkdownText.Read(
            """
            1. 关阀。 ![拧紧瓶阀](img/valve.svg)
            2. 开窗。
            """);

        Assert.Empty(body.Diagnostics);
        Assert.Equal("<ol>\n<li>关阀。 {img/valve.svg|拧紧瓶阀|}</li>\n<li>开窗。</li>\n</ol>", MarkdownText.Show(body.Html));
    }

    [Theory]
    [InlineData("1. 关阀。 ![](img/valve.svg)", "a.md:1:8")]
    [InlineData("1. 关阀。\n2. 开窗。\n   ![ ](img/window.svg)", "a.md:3:4")]
    public void A_picture_of_a_step_without_words_is_an_error_at_its_place(string text, string at)
    {
        Assert.StartsWith($"{at}: error picture/no-alt", MarkdownText.Diagnostics(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_without_words_is_an_error()
    {
        Assert.Equal(
            """
            a.md:1:2: error picture/no-alt
              图片“b.png”没有文字说明，看不见图的人不知道画的是什么。
              请在方括号里写出图上有什么。
            """,
            MarkdownText.Diagnostics("见![ ](b.png)"));
    }

    [Theory]
    [InlineData("![x](https://example.cn/a.png)", "picture/other-origin")]
    [InlineData("![x](mailto:a@example.cn)", "picture/other-origin")]
    [InlineData("![x](xref:a)", "picture/other-origin")]
    [InlineData("![x](#a)", "picture/other-origin")]
    [InlineData("![x](//example.cn/a.png)", "link/unsafe-address")]
    [InlineData("![x](data:image/svg+xml,x)", "link/unsafe-address")]
    [InlineData("![x](JAVASCRIPT:x)", "link/unsafe-address")]
    [InlineData("![x]()", "link/no-target")]
    public void A_picture_from_elsewhere_is_an_error_and_its_words_stand_in_its_place(string text, string code)
    {
        var body = MarkdownText.Read(text);

        Assert.Equal(code, Assert.Single(body.Diagnostics).Code);
        Assert.Empty(body.Pictures);
        Assert.Equal("x", MarkdownText.Show(body.Html));
    }

    [Fact]
    public void A_caption_that_has_no_place_is_a_warning()
    {
        Assert.Equal(
            """
            a.md:1:2: warning picture/caption-not-shown
              图注“注”不会显示：图片和别的文字在同一段里。
              请让图片单独占一段。
            """,
            MarkdownText.Diagnostics("见![图](b.png \"注\")"));
    }
}
