namespace Site.Tests;

public class FootnoteTests
{
    [Fact]
    public void Footnotes_lead_there_and_back_with_labels_in_Chinese()
    {
        var html = MarkdownText.Html(
            """
            甲[^a]，乙[^b]，又甲[^a]。

            [^b]: 《消防法》。
            [^a]: 《安全生产法》。
            """);

        Assert.Equal(
            """
            <p>甲<sup class="footnote-ref" id="fnref:1"><a href="#fn:1" aria-label="注释1">1</a></sup>，乙<sup class="footnote-ref" id="fnref:3"><a href="#fn:2" aria-label="注释2">2</a></sup>，又甲<sup class="footnote-ref" id="fnref:2"><a href="#fn:1" aria-label="注释1">1</a></sup>。</p>
            <section class="footnotes" aria-label="注释">
            <ol>
            <li id="fn:1">
            <p>《安全生产法》。 <a class="footnote-back" href="#fnref:1" aria-label="回到正文中注释1的第1处">↩</a> <a class="footnote-back" href="#fnref:2" aria-label="回到正文中注释1的第2处">↩</a></p>
            </li>
            <li id="fn:2">
            <p>《消防法》。 <a class="footnote-back" href="#fnref:3" aria-label="回到正文中注释2的第1处">↩</a></p>
            </li>
            </ol>
            </section>
            """,
            html);
    }

    [Fact]
    public void A_footnote_that_is_not_there_is_an_error_and_one_that_nothing_refers_to_a_warning()
    {
        var diagnostics = MarkdownText.Diagnostics(
            """
            甲[^a]。\[^不是] `[^码]`

            [^b]: 《消防法》。
            """);

        Assert.Equal(
            """
            a.md:1:2: error markdown/unknown-footnote
              没有编号为“^a”的注释。
              请在文末另起一段写“[^编号]: 内容”；不是注释，就在“[”前加一个反斜杠。
            a.md:3:1: warning markdown/unused-footnote
              正文没有引用注释“^b”，它不会显示。
              请在正文里写上引用，或者删去这条注释。
            """,
            diagnostics);
    }
}
