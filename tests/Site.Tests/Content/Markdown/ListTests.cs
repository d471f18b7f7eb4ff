namespace Site.Tests;

public class ListTests
{
    [Fact]
    public void Tasks_are_check_boxes_that_can_be_ticked_each_within_its_label()
    {
        var html = MarkdownText.Html(
            """
            - [ ] 手电筒，见[清单](../kit.md)
            - [x] 水
              - 每人3升
            - [x](x.md) 不是任务，[ ] 也不是
            """);

        Assert.Equal(
            """
            <ul class="checklist">
            <li><label><input type="checkbox"> 手电筒，见<a href="{../kit.md}">清单</a></label></li>
            <li><label><input type="checkbox" checked> 水</label>
            <ul>
            <li>每人3升</li>
            </ul>
            </li>
            <li><a href="{x.md}">x</a> 不是任务，[ ] 也不是</li>
            </ul>
            """,
            html);
    }

    [Fact]
    public void A_numbered_list_keeps_its_first_number_and_the_paragraphs_of_a_loose_one()
    {
        var html = MarkdownText.Html(
            """
            3. 关阀

               轻轻地
            4. 开窗
            """);

        Assert.Equal(
            """
            <ol start="3">
            <li><p>关阀</p>
            <p>轻轻地</p>
            </li>
            <li><p>开窗</p>
            </li>
            </ol>
            """,
            html);
    }

    [Fact]
    public void A_term_that_is_not_explained_has_an_empty_meaning()
    {
        Assert.Equal("<dl>\n<dt>隐患</dt>\n<dd></dd>\n</dl>", MarkdownText.Html("隐患\n: "));
    }

    [Fact]
    public void Terms_and_what_they_mean_are_a_definition_list()
    {
        var html = MarkdownText.Html(
            """
            有限空间
            :   进出口受限的空间。
            :   不是为长时间停留设计的。

            隐患
            :   第一段。

                第二段。
            """);

        Assert.Equal(
            """
            <dl>
            <dt>有限空间</dt>
            <dd>进出口受限的空间。</dd>
            <dd>不是为长时间停留设计的。</dd>
            <dt>隐患</dt>
            <dd><p>第一段。</p>
            <p>第二段。</p>
            </dd>
            </dl>
            """,
            html);
    }

    [Fact]
    public void Attributes_on_a_line_before_a_list_belong_to_the_list()
    {
        var html = MarkdownText.Html(
            """
            {.steps}

            1. 关阀
            """);

        Assert.Equal("<ol class=\"steps\">\n<li>关阀</li>\n</ol>", html);
    }
}
