namespace Site.Tests;

public class SignTests
{
    [Theory]
    [InlineData("CAUTION", "prohibition", "禁止")]
    [InlineData("WARNING", "warning", "警告")]
    [InlineData("IMPORTANT", "mandatory", "必须")]
    [InlineData("TIP", "safe", "提示")]
    [InlineData("note", "note", "说明")]
    public void A_marked_quote_is_a_safety_sign_with_its_label(string word, string family, string label)
    {
        var html = MarkdownText.Html($"> [!{word}]\n> 不要用明火找漏点。\n>\n> - 也不要开灯");

        Assert.Equal(
            $"""
            <aside class="sign sign-{family}" role="note" aria-label="{label}">
            <p class="sign-label">{label}</p>
            <p>不要用明火找漏点。</p>
            <ul>
            <li>也不要开灯</li>
            </ul>
            </aside>
            """,
            html);
    }

    [Theory]
    [InlineData("DANGER")]
    [InlineData("注意")]
    public void An_unknown_sign_is_an_error_that_lists_the_known_ones(string word)
    {
        var diagnostics = MarkdownText.Diagnostics($"前文\n\n> [!{word}]\n> 文字");

        Assert.Equal(
            $"""
            a.md:3:1: error markdown/unknown-sign
              没有“{word}”这种标志。
              可用的标志：CAUTION（禁止）、WARNING（警告）、IMPORTANT（必须）、TIP（提示）、NOTE（说明）。
            """,
            diagnostics);
    }

    [Fact]
    public void A_sign_with_text_on_its_own_line_is_an_error()
    {
        var diagnostics = MarkdownText.Diagnostics("> [!NOTE] 文字");

        Assert.Equal(
            """
            a.md:1:1: error markdown/sign-not-alone
              “[!NOTE]”没有单独占一行，或者写在另一个标志里，不会显示成标志。
              “[!…]”要单独占引用的第一行，文字从下一行写起；标志里不能再放标志。
            """,
            diagnostics);
    }

    [Fact]
    public void A_quote_without_a_mark_is_a_quote()
    {
        Assert.Equal("<blockquote>\n<p>安全第一</p>\n</blockquote>", MarkdownText.Html("> 安全第一"));
    }
}
