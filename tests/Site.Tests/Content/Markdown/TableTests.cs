namespace Site.Tests;

public class TableTests
{
    [Fact]
    public void A_table_can_be_scrolled_by_keyboard_is_called_by_its_columns_and_aligns_by_class()
    {
        var html = MarkdownText.Html(
            """
            | 名称 | 电话 | |
            | --- | ---: | :-: |
            | 火警 | **119** \| 全天 | a |
            | 急救 | 120 |
            | 交通 | 122 | b | 多出来的 |
            """);

        Assert.Equal(
            """
            <div class="table-wrap" tabindex="0" role="region" aria-label="表格1：名称、电话">
            <table>
            <thead>
            <tr><th scope="col">名称</th><th scope="col" class="align-right">电话</th><td class="align-center"></td></tr>
            </thead>
            <tbody>
            <tr><td>火警</td><td class="align-right"><strong><a href="tel:119">119</a></strong> | 全天</td><td class="align-center">a</td></tr>
            <tr><td>急救</td><td class="align-right"><a href="tel:120">120</a></td><td class="align-center"></td></tr>
            <tr><td>交通</td><td class="align-right"><a href="tel:122">122</a></td><td class="align-center">b</td></tr>
            </tbody>
            </table>
            </div>
            """,
            html);
    }

    [Fact]
    public void A_bar_with_a_backslash_in_code_is_a_bar() =>
        Assert.Contains("<td><code>x | y</code></td>", MarkdownText.Html("| 名 |\n| --- |\n| `x \\| y` |"), StringComparison.Ordinal);

    [Fact]
    public void A_table_of_a_header_alone_has_no_body()
    {
        var html = MarkdownText.Html(
            """
            | 甲 |
            | --- |
            """);

        Assert.Equal(
            """
            <div class="table-wrap" tabindex="0" role="region" aria-label="表格1：甲">
            <table>
            <thead>
            <tr><th scope="col">甲</th></tr>
            </thead>
            </table>
            </div>
            """,
            html);
    }
}
