using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Site.Cli.Diff;

namespace Site.Tests;

public class ChangeReportTests
{
    private const string Frame = "<header>第一版页眉</header>";

    [Fact]
    public void Two_equal_sites_have_no_changes() =>
        Assert.Equal("# 公开内容的变化\n\n没有变化。\n", Report([Page("a", "甲", "正文")], [Page("a", "甲", "正文")]));

    [Fact]
    public void Pages_that_came_changed_and_went_are_listed_with_title_and_address() =>
        Assert.Equal(
            """
            # 公开内容的变化

            页面：新增 1，改动 1，撤下 1。公开的数字：0 个有变化。曝光条目：出现 0，改动 0，消失 0。

            ## 新增的页面

            - 丙（/news/丙/）

            ## 内容有改动的页面

            - 甲（/a/）

            ## 撤下的页面

            - 乙（/b/）

            """,
            Report([Page("a", "甲", "正文"), Page("b", "乙", "正文")], [Page("a", "甲", "改过"), Page("news/丙", "丙", "正文")]));

    [Fact]
    public void A_new_header_on_every_page_is_counted_and_not_listed() =>
        Assert.Equal(
            """
            # 公开内容的变化

            页面：新增 0，改动 0，撤下 0。公开的数字：0 个有变化。曝光条目：出现 0，改动 0，消失 0。

            另有 2 页只变了页眉、页脚等各页相同的部分。

            """,
            Report(
                [Page("a", "甲", "正文"), Page("b", "乙", "正文")],
                [Page("a", "甲", "正文", "<header>第二版</header>"), Page("b", "乙", "正文", "<header>第二版</header>")]));

    [Fact]
    public void Every_public_figure_that_changed_is_told_from_what_to_what() =>
        Assert.Equal(
            """
            # 公开内容的变化

            页面：新增 0，改动 0，撤下 0。公开的数字：3 个有变化。曝光条目：出现 0，改动 0，消失 0。

            ## 新增或撤下的数据表

            - 新增 data/w2/drills\.csv（1 个数字）
            - 撤下 data/w0/sessions\.csv（1 个数字）

            ## 变化的数字

            | 数据表 | 项目 | 原来 | 现在 |
            | --- | --- | ---: | ---: |
            | data/w1/sessions\.csv | 甲区 · 场次 | 12 | 13 |
            | data/w1/sessions\.csv | 乙区 · 场次 | \* | 7 |
            | data/w1/sessions\.csv | 丙区 · 场次 | （没有） | 5 |

            """.Replace("- 新增 data/w2/drills\\.csv（1 个数字）\n- 撤下 data/w0/sessions\\.csv（1 个数字）", "- 撤下 data/w0/sessions\\.csv（1 个数字）\n- 新增 data/w2/drills\\.csv（1 个数字）", StringComparison.Ordinal),
            Report(
                [("data/w1/sessions.csv", "area,indicator,value\r\n甲区,场次,12\r\n乙区,场次,*\r\n丁区,场次,1\r\n"), ("data/w0/sessions.csv", "area,indicator,value\n甲区,场次,1\n")],
                [("data/w1/sessions.csv", "area,indicator,value\r\n甲区,场次,13\r\n乙区,场次,7\r\n丁区,场次,1\r\n丙区,场次,5\r\n"), ("data/w2/drills.csv", "area,indicator,value\n甲区,次,1\n")]));

    [Fact]
    public void A_table_that_is_there_only_as_JSON_is_compared_too() =>
        Assert.Contains("| data/w1/a\\.json | cells · 甲区 | 12 | 13 |",
            Report([("data/w1/a.json", """{"cells":[{"area":"甲区","value":12}]}""")], [("data/w1/a.json", """{"cells":[{"area":"甲区","value":13}]}""")]), StringComparison.Ordinal);

    [Fact]
    public void A_table_as_CSV_and_JSON_is_told_once() =>
        Assert.Single(
            Report(
                [("data/w1/a.csv", "area,value\n甲区,1\n"), ("data/w1/a.json", """[{"area":"甲区","value":1}]""")],
                [("data/w1/a.csv", "area,value\n甲区,2\n"), ("data/w1/a.json", """[{"area":"甲区","value":2}]""")]).Split('\n'),
            line => line.EndsWith("| 1 | 2 |", StringComparison.Ordinal));

    [Fact]
    public void Exposure_entries_that_appeared_changed_and_disappeared_are_listed() =>
        Assert.Equal(
            """
            # 公开内容的变化

            页面：新增 0，改动 0，撤下 0。公开的数字：0 个有变化。曝光条目：出现 1，改动 1，消失 1。

            ## 出现的曝光条目

            - c 示例丙公司

            ## 改动的曝光条目

            - a 示例甲公司：status 从“open”到“rectified”

            ## 消失的曝光条目

            - b 示例乙公司

            """,
            Report(
                [("data/exposures.csv", "id,enterprise,status\na,示例甲公司,open\nb,示例乙公司,open\n")],
                [("data/exposures.csv", "id,enterprise,status\na,示例甲公司,rectified\nc,示例丙公司,open\n")]));

    [Fact]
    public void Nothing_in_a_title_does_anything_in_the_report()
    {
        var report = Report([], [Page("a", "&lt;script&gt;[点我](javascript:x) | **@all** #1 \u202Egnp", "x")]);

        Assert.Contains("- \\<script\\>\\[点我\\]\\(javascript:x\\) \\| \\*\\*\\@all\\*\\* \\#1 gnp（/a/）\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so() =>
        Assert.Contains("另有 10 页没有列出。", Report([], [.. Enumerable.Range(0, 60).Select(i => Page($"p{i}", $"第{i}页", "x"))]), StringComparison.Ordinal);

    private static (string Path, string Text) Page(string folder, string title, string body, string frame = Frame) =>
        ($"{folder}/index.html", $"<html><head><title>{title} · 示例</title></head><body>{frame}<main id=\"main\"><h1>{title}</h1><p>{body}</p></main></body></html>");

    private static string Report((string Path, string Text)[] old, (string Path, string Text)[] now)
    {
        var (before, after) = (Site(old), Site(now));
        return ChangeReport.Write(PageChanges.Between(before, after), FigureChanges.Between(before, after), EntryChanges.Between(before, after));
    }

    private static PublishedSite Site((string Path, string Text)[] files) => new(
        files.ToImmutableSortedDictionary(file => file.Path, file => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text))), StringComparer.Ordinal),
        path => Encoding.UTF8.GetBytes(files.Single(file => file.Path == path).Text));
}
