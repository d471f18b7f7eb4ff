using System.Text.Json;
using Site.Core.Diagnostics;
using Site.Rendering.OpenData;

namespace Site.Tests;

/// <summary>What readers, feeds and programs get of exposure entries.</summary>
public class ExposurePagesTests
{
    private static readonly string[] Rows =
    [
        Ledger.Row("id=open-1", "enterprise=示例仓储有限公司", "deadline=2026-06-05"),
        Ledger.Row("id=done-1", "enterprise=示例商场有限公司", "status=rectified", "status_on=2026-06-08", "area=示例乙区"),
        Ledger.Row("id=red-1", "kind=redlist", "enterprise=示例纺织有限公司", "legal_basis=", "deadline=", "sector=industry-mining", "hazard=每天开工前找隐患。"),
        Ledger.Row("id=black-1", "kind=blacklist", "enterprise=示例矿业有限公司", "deadline=", "sector=industry-mining"),
        Ledger.Row("id=gone-1", "enterprise=示例旧事有限公司", "hazard=不能再看到的旧事。", "status=withdrawn"),
    ];

    private static readonly Dictionary<string, string> Site = Render(Rows);

    [Theory]
    [InlineData("exposures/index.html")]
    [InlineData("exposures/redlist/index.html")]
    [InlineData("exposures/rectified/index.html")]
    [InlineData("exposures/open-1/index.html")]
    [InlineData("exposures/done-1/index.html")]
    [InlineData("exposures/red-1/index.html")]
    [InlineData("exposures/gone-1/index.html")]
    public void A_page_of_each_layout_stays_as_it_was(string path) =>
        GoldenPage.Match(path, Site[path]);

    [Fact]
    public void How_to_report_stands_on_every_page_of_exposures_and_nowhere_a_form_that_takes_anything() =>
        Assert.All(Site.Where(file => file.Key.StartsWith("exposures/", StringComparison.Ordinal) && file.Key.EndsWith(".html", StringComparison.Ordinal)), file =>
        {
            var main = file.Value[file.Value.IndexOf("<main", StringComparison.Ordinal)..];
            Assert.All(["tel:12350", "tel:96119", "tel:12345", "应急管理部安全生产举报”小程序"], way => Assert.Contains(way, main, StringComparison.Ordinal));
            Assert.DoesNotContain("type=\"file\"", main, StringComparison.Ordinal);
            Assert.DoesNotContain("method=\"post\"", main, StringComparison.Ordinal);
        });

    [Fact]
    public void Of_a_withdrawn_entry_only_its_own_page_is_left_and_that_says_nothing_of_it()
    {
        Assert.Contains("这条信息已撤下", Site["exposures/gone-1/index.html"], StringComparison.Ordinal);
        Assert.All(Site.Values, text => Assert.DoesNotContain("gone-1", text, StringComparison.Ordinal));
        Assert.All(Site.Values, text => Assert.DoesNotContain("旧事", text, StringComparison.Ordinal));
        Assert.Contains("noindex", Site["exposures/gone-1/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("og:", Site["exposures/gone-1/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_put_right_long_ago_keeps_its_page_and_stands_nowhere_else()
    {
        var site = Render(Rows, "2027-06-10");

        var mentions = site.Where(file => file.Value.Contains("示例商场", StringComparison.Ordinal)).Select(file => file.Key);

        Assert.Equal(["exposures/done-1/index.html"], mentions);
        Assert.Contains("noindex", site["exposures/done-1/index.html"], StringComparison.Ordinal);
        Assert.Contains("2条，改好1条", site["exposures/rectified/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_menu_leads_to_the_entries_where_there_are_any()
    {
        Assert.Contains(">曝光台</a>", Site["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("曝光台", RenderedSite.Of(Ledger.Website())["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Coarse_days_are_no_finer_in_feeds_data_and_the_map_of_the_site()
    {
        var site = Render([.. Enumerable.Range(1, 5).Select(number => Ledger.Row($"id=A-{number}", "published=2026-06-03", "status_on=2026-06-04", "reporter=甲乙丙"))]);

        Assert.All(site, file => Assert.DoesNotContain("2026-06-03", file.Value, StringComparison.Ordinal));
        Assert.All(site, file => Assert.DoesNotContain("2026-06-04", file.Value, StringComparison.Ordinal));
        Assert.All(site, file => Assert.DoesNotContain("6月3日", file.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Long_lists_are_spread_over_pages_with_narrower_lists_that_reach_over_all()
    {
        var site = Render([.. Enumerable.Range(1, 205).Select(number => Ledger.Row($"id=A-{number}", number % 2 == 0 ? "area=jia" : "area=yi"))]);

        Assert.Contains("exposures/page/3/index.html", site.Keys);
        Assert.DoesNotContain("exposures/page/4/index.html", site.Keys);
        Assert.Contains("exposures/area/示例甲区/page/2/index.html", site.Keys);
        Assert.Contains("exposures/status/open/index.html", site.Keys);
        Assert.All(site.Where(file => file.Key.StartsWith("exposures/", StringComparison.Ordinal) && file.Key.EndsWith("html", StringComparison.Ordinal)), file =>
            Assert.True(file.Value.Length < 150_000, $"{file.Key} has {file.Value.Length} characters."));
    }

    [Fact]
    public void The_table_holds_what_the_pages_show_in_the_order_of_the_contract_and_no_spreadsheet_runs_it()
    {
        var lines = Site["data/exposures.csv"].Split("\r\n");

        Assert.Equal("id,published,kind,enterprise,credit_code,area,sector,place,hazard,hazard_type,legal_basis,decision,deadline,status,status_on,reasons,sample", lines[0]);
        Assert.Equal("open-1,2026-06-01,hazard,示例仓储有限公司,,示例甲区,fire,,安全出口上了锁。,exits,《安全生产法》第四十一条,责令改正（示消限字〔2026〕第23号）。,2026-06-05,open,2026-06-01,,true",
            lines.Single(line => line.StartsWith("open-1", StringComparison.Ordinal)));
        Assert.Equal(["=1", "'=1", "a,b"], new[] { "=1", SafeCsv.Cell("=1"), SafeCsv.Cell("a,b").Trim('"') });
    }

    [Fact]
    public void Table_and_JSON_tell_the_same()
    {
        using var json = JsonDocument.Parse(Site["data/exposures.json"]);
        var table = Site["data/exposures.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(table.Select(row => row[0]), json.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));
        Assert.Equal(table.Select(row => row[8]), json.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("hazard").GetString()));
    }

    private static Dictionary<string, string> Render(string[] rows, string asOf = "2026-06-10")
    {
        var read = Ledger.ReadOn(asOf, rows);
        Assert.False(read.Diagnostics.HasErrors(), string.Join('\n', read.Diagnostics));
        return RenderedSite.Of(Ledger.Website(asOf), read.Value);
    }
}
