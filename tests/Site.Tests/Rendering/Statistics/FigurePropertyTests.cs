using System.Text.Json;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;

namespace Site.Tests;

/// <summary>What holds for tables of any shape.</summary>
public class FigurePropertyTests
{
    private static readonly string[] Shapes =
    [
        "area: 市 甲<市 乙<市", "sector: 合计 消防<合计 交通<合计", "week: 2026-06-07 2026-06-14 2026-06-21",
    ];

    private static readonly Gen<SampleTable> Tables =
        from dimensions in Gen.Elements(Shapes).NonEmptyListOf().Select(list => list.Distinct().OrderBy(shape => Array.IndexOf(Shapes, shape)).ToArray())
        from indicators in Gen.Elements<string[]>(["i|指标|场"], ["i|指标|场", "j|别的|人次"])
        let count = indicators.Length * dimensions.Aggregate(1, (size, dimension) => size * (dimension.Count(c => c == ' ')))
        from cells in Gen.OneOf(Gen.Choose(0, 100_000).Select(value => $"{value}"), Gen.Elements("*", "—", "0")).ListOf(count)
        select new SampleTable("t", "表", indicators, dimensions, string.Join(' ', cells));

    [Fact]
    public void Page_csv_and_json_hold_the_same_cells_each_once() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var site = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(SampleFigures.Files("w", "2026-06-21", [table])));

        var csv = ReadFigures.Csv(site["data/w/t.csv"]).Skip(1).ToList();
        var json = ReadFigures.Json(site["data/w/t.json"]);
        var page = ReadFigures.Html(site["data/w/t/index.html"]).SelectMany(grid => grid.Cells.Values).ToList();

        Assert.Equal(table.Cells.Split(' '), csv.Select(row => row["value"]));
        Assert.Equal(csv.Select(row => string.Join('|', row)), json.Select(row => string.Join('|', row)));
        Assert.Equal(csv.Select(row => row["value"]).Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
    }).AssertHolds(40);

    [Fact]
    public void A_name_is_text_wherever_it_stands()
    {
        const string Hostile = "</script><script>alert(1)</script>\"'&";
        var table = new SampleTable("t", Hostile.Replace("\"", "", StringComparison.Ordinal), ["i|<b>指标</b>|<i>"], [$"area: 市 {Hostile.Replace('<', '＜')}<市"], "9 9");

        var site = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(SampleFigures.Files("w", "2026-06-21", [table])));

        Assert.All(site.Where(file => file.Key.StartsWith("data/", StringComparison.Ordinal) && file.Key.EndsWith(".html", StringComparison.Ordinal)), file =>
        {
            var page = new HtmlParser().ParseDocument(file.Value);
            Assert.Equal(3, page.QuerySelectorAll("script").Length);
            Assert.DoesNotContain(page.QuerySelectorAll("main b, main i"), element => element.TextContent == "指标" || element.LocalName == "i");
            JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).Dispose();
        });
        Assert.All(site.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)), file => JsonDocument.Parse(file.Value).Dispose());
    }

    [Fact]
    public void Of_a_table_too_large_for_a_page_the_newest_week_is_shown_and_the_files_have_all()
    {
        var weeks = string.Join(' ', Enumerable.Range(0, 20).Select(week => new DateOnly(2026, 1, 4).AddDays(7 * week).ToString("yyyy-MM-dd")));
        var areas = string.Join(' ', Enumerable.Range(1, 60).Select(area => $"街{area}<市").Prepend("市"));
        var table = new SampleTable("t", "表", ["i|指标|场"], [$"area: {areas}", "sector: 合计 消防<合计 交通<合计 工矿<合计 旅游<合计 建设<合计 城市<合计 渔业<合计", $"week: {weeks}"],
            string.Join(' ', Enumerable.Range(1, 61 * 8 * 20)));

        var site = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(SampleFigures.Files("w", "2026-05-17", [table])));

        var grids = ReadFigures.Html(site["data/w/t/index.html"]);
        Assert.InRange(grids.Sum(grid => grid.Cells.Count), 488, 6_000);
        Assert.EndsWith("截至2026年5月17日累计", grids[0].Caption);
        Assert.Contains("全部数字在下面的文件里", site["data/w/t/index.html"]);
        Assert.Equal((61 * 8 * 20) + 1, ReadFigures.Csv(site["data/w/t.csv"]).Count);
    }
}
