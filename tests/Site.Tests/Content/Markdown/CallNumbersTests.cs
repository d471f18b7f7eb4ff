namespace Site.Tests;

public class CallNumbersTests
{
    [Theory]
    [InlineData("着火了打119。", "着火了打[119]。")]
    [InlineData("有人头晕或起火，打119、120。", "有人头晕或起火，打[119]、[120]。")]
    [InlineData("举报：12350、96119和12345都行。", "举报：[12350]、[96119]和[12345]都行。")]
    [InlineData("海上遇险拨12395，停电打95598报修，车祸打122或110。", "海上遇险拨[12395]，停电打[95598]报修，车祸打[122]或[110]。")]
    [InlineData("先打 **119** 或 **120**", "先打 <strong>[119]</strong> 或 <strong>[120]</strong>")]
    [InlineData("拨打119号码", "拨打[119]号码")]
    [InlineData("火警电话：119", "火警电话：[119]")]
    public void Nationwide_numbers_that_a_text_calls_are_links(string text, string shown) =>
        Assert.Equal($"<p>{Links(shown)}</p>", MarkdownText.Html(text));

    [Theory]
    [InlineData("119消防宣传月")]
    [InlineData("第119条、第一百二十条")]
    [InlineData("受理12345件，其中120件已办结")]
    [InlineData("打了120分钟，走了119米")]
    [InlineData("电话110千伏")]
    [InlineData("GB 12350、A-119、119.gov.cn、打119.5")]
    [InlineData("共119人，约120人")]
    [InlineData("热线办结。119户、120处")]
    public void Numbers_that_count_or_name_something_are_not(string text) =>
        Assert.Equal($"<p>{text}</p>", MarkdownText.Html(text));

    [Fact]
    public void A_table_cell_that_is_a_number_is_a_link_and_a_heading_a_link_and_code_are_left_alone()
    {
        Assert.Contains("<td><a href=\"tel:119\">119</a></td>", MarkdownText.Html("| 情况 | 打 |\n| --- | --- |\n| 着火 | 119 |"), StringComparison.Ordinal);
        Assert.Equal("<h2 id=\"打119\">打119</h2>", MarkdownText.Html("## 打119"));
        Assert.Equal("<p><a href=\"{b.md}\">打119</a></p>", MarkdownText.Html("[打119](b.md)"));
        Assert.Equal("<p><code>打119</code></p>", MarkdownText.Html("`打119`"));
    }

    [Fact]
    public void Another_number_that_is_called_waits_for_the_hotlines_of_the_site() =>
        Assert.Equal("<p>漏气打{call 12}0580-2021119，或者拨{call 5}96517；2026年、12000元不是。</p>", MarkdownText.Html("漏气打0580-2021119，或者拨96517；2026年、12000元不是。"));

    private static string Links(string shown) => System.Text.RegularExpressions.Regex.Replace(shown, @"\[([0-9]+)\]", "<a href=\"tel:$1\">$1</a>");
}
