using Site.Content.Markdown;

namespace Site.Tests;

public class HeadingTests
{
    [Fact]
    public void Ids_keep_Chinese_lower_case_letters_turn_spaces_into_hyphens_and_drop_punctuation()
    {
        var body = MarkdownText.Read(
            """
            ## 防火检查
            ### 什么是 CO（一氧化碳）？
            ## 防火检查
            ## 防火检查
            ## ！！
            ## main
            """);

        Assert.Empty(body.Diagnostics);
        Assert.Equal(
            [
                new(2, "防火检查", "防火检查"),
                new(3, "什么是-co一氧化碳", "什么是 CO（一氧化碳）？"),
                new(2, "防火检查-2", "防火检查"),
                new(2, "防火检查-3", "防火检查"),
                new(2, "section", "！！"),
                new Heading(2, "main-2", "main"),
            ],
            body.Headings);
    }

    [Fact]
    public void An_id_of_the_writer_comes_before_one_made_from_words_even_where_it_comes_later()
    {
        var html = MarkdownText.Html(
            """
            ## 步骤
            ## 第一步 {#步骤 .wide}
            """);

        Assert.Equal(
            """
            <h2 id="步骤-2">步骤</h2>
            <h2 id="步骤" class="wide">第一步</h2>
            """,
            html);
    }

    [Fact]
    public void The_same_id_twice_is_an_error_at_the_second()
    {
        var diagnostics = MarkdownText.Diagnostics(
            """
            ## 甲 {#same}
            ## 乙 {#same}
            """);

        Assert.Equal(
            """
            a.md:2:6: error markdown/duplicate-id
              编号“same”在本页出现了不止一次。
              请换一个编号。
            """,
            diagnostics);
    }

    [Fact]
    public void A_heading_of_level_one_becomes_level_two_with_a_warning()
    {
        var body = MarkdownText.Read("# 题目");

        Assert.Equal("<h2 id=\"题目\">题目</h2>", MarkdownText.Show(body.Html));
        Assert.Equal(
            """
            a.md:1:1: warning markdown/level-one-heading
              正文里用了一级标题；一级标题只有页面的题目。
              请用“##”开头。
            """,
            Assert.Single(body.Diagnostics).ToString());
    }

    [Fact]
    public void A_skipped_level_is_a_warning_and_not_skipped_on_the_page()
    {
        var body = MarkdownText.Read(
            """
            ## 甲
            #### 乙
            """);

        Assert.Equal("<h2 id=\"甲\">甲</h2>\n<h3 id=\"乙\">乙</h3>", MarkdownText.Show(body.Html));
        Assert.Equal(
            """
            a.md:2:1: warning markdown/skipped-level
              4级标题上面没有3级标题，会按3级显示。
              请用3个“#”开头。
            """,
            Assert.Single(body.Diagnostics).ToString());
    }

    [Fact]
    public void A_heading_without_words_is_left_out_with_a_warning()
    {
        var body = MarkdownText.Read("正文\n\n##");

        Assert.Equal(["a.md:3:1: warning markdown/empty-heading"], body.Diagnostics.Select(diagnostic => diagnostic.ToString().Split('\n')[0]));
    }

    [Fact]
    public void Attributes_that_are_neither_id_nor_class_are_dropped_with_a_warning()
    {
        var body = MarkdownText.Read("## 甲 {onclick=alert(1) style=\"color:red\" .Bad .ok #不/行}");

        Assert.Equal("<h2 id=\"甲\" class=\"ok\">甲</h2>", MarkdownText.Show(body.Html));
        Assert.Equal(
            [
                "“#不/行”不能作编号，没有采用。",
                "花括号里的“.Bad”没有采用。",
                "花括号里的“onclick”没有采用。",
                "花括号里的“style”没有采用。",
            ],
            body.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.All(body.Diagnostics, diagnostic => Assert.Equal("a.md:1:6", diagnostic.Location.ToString()));
    }

    [Fact]
    public void Attributes_belong_to_what_they_touch_and_braces_elsewhere_are_text()
    {
        var html = MarkdownText.Html("**粗**{.a} `码`{.b} [链](x.md){#c} {d} {.e} 尾 {.f}");

        Assert.Equal(
            "<p class=\"f\"><strong class=\"a\">粗</strong> <code class=\"b\">码</code> <a href=\"{x.md}\" id=\"c\">链</a> {d} {.e} 尾</p>",
            html);
    }
}
