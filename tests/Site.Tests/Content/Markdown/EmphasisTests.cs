
namespace Site.Tests;

public class EmphasisTests
{
    [Fact]
    public void Bold_text_that_ends_with_Chinese_punctuation_is_bold_before_more_text()
    {
        var html = MarkdownText.Html("**重点。**后文，*先断电*再救人。");

        Assert.Equal("<p><strong>重点。</strong>后文，<em>先断电</em>再救人。</p>", html);
    }

    [Fact]
    public void A_line_break_between_Chinese_characters_leaves_no_space_and_one_between_words_does()
    {
        var html = MarkdownText.Html("先关阀，\n再开窗；拨\nCall 119\nnow");

        Assert.Equal("<p>先关阀，再开窗；拨\nCall 119\nnow</p>", html);
    }

    [Fact]
    public void Text_is_escaped_once_with_entities_resolved_and_without_control_characters()
    {
        var html = MarkdownText.Html("1 < 2 & \"3\" &lt;b&gt; &copy; a\u0001b\u202Ec\uFFFFd\U0001FFFE");

        Assert.Equal("<p>1 &lt; 2 &amp; &quot;3&quot; &lt;b&gt; © abcd\uFFFD</p>", html);
    }

    [Fact]
    public void Characters_beyond_the_basic_plane_stay_whole()
    {
        var html = MarkdownText.Html("𠀀🧯\U0001F7FE");

        Assert.Equal("<p>𠀀🧯\U0001F7FE</p>", html);
    }

    [Fact]
    public void Code_keeps_its_lines_and_its_language_and_can_be_scrolled_by_keyboard()
    {
        var html = MarkdownText.Html(
            """
            ```js
            if (a < b) {}

            ```
            """);

        Assert.Equal("<pre tabindex=\"0\"><code class=\"language-js\">if (a &lt; b) {}\n\n</code></pre>", html);
    }

    [Fact]
    public void Raw_HTML_is_shown_as_text_and_reported()
    {
        var body = MarkdownText.Read(
            """
            前文<b onclick="x()">粗</b>

            <script>alert(1)</script>
            """);

        Assert.Equal(
            """
            <p>前文&lt;b onclick=&quot;x()&quot;&gt;粗&lt;/b&gt;</p>
            <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>
            """,
            MarkdownText.Show(body.Html));
        Assert.Equal(["a.md:1:3", "a.md:1:21", "a.md:3:1"], body.Diagnostics.Select(diagnostic => diagnostic.Location.ToString()));
        Assert.Equal(
            """
            a.md:3:1: warning markdown/raw-html
              “<script …>”是HTML，会照原样显示成文字。
              请改用Markdown；本来就要显示尖括号，就写在反引号里。
            """,
            body.Diagnostics[2].ToString());
    }
}
