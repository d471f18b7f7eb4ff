using System.Globalization;

namespace Site.Tests;

/// <summary>What a whole build publishes of the same figures in four forms.</summary>
public class FigureAgreementTests
{
    private const string Home = "-- content/pages/about.md --\n---\ntitle: 关于\nsource: 示例\nreviewer: 示例\n---\n见[数据](/data/w2/sessions/)。\n";

    [Theory]
    [InlineData("sessions")]
    [InlineData("drills")]
    public async Task Page_csv_json_and_chart_agree_cell_by_cell(string table)
    {
        using var folder = await BuildAsync();
        var csv = ReadFigures.Csv(folder.Read($"output/data/w2/{table}.csv"));
        var page = folder.Read($"output/data/w2/{table}/index.html");

        Assert.Equal(csv.Skip(1).Select(Line), ReadFigures.Json(folder.Read($"output/data/w2/{table}.json")).Select(Line));
        var grids = ReadFigures.Html(page);
        Assert.Equal(csv.Count - 1, grids.Sum(grid => grid.Cells.Count));
        Assert.All(csv.Skip(1), row => Assert.Equal(row["value"], InGrids(grids, row)));
        var charts = ReadFigures.Charts(page);
        Assert.NotEmpty(charts);
        Assert.All(charts, chart => Assert.All(chart.Bars, bar => Assert.Equal(InCsv(csv, chart.Title, bar.Key), bar.Value)));
    }

    [Fact]
    public async Task A_withheld_figure_is_drawn_as_a_dashed_gap_of_one_size_that_says_so_and_never_as_a_bar()
    {
        using var folder = await BuildAsync();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(folder.Read("output/data/w2/drills/index.html"));

        var chart = page.QuerySelectorAll("figure.chart").Single(figure => figure.TextContent.Contains("参加演练", StringComparison.Ordinal));

        Assert.Contains(ReadFigures.Charts(page.Source.Text), drawn => drawn.Bars.Values.SequenceEqual(["*", "*", "—"]));
        Assert.Equal(["60", "60"], chart.QuerySelectorAll("rect.chart-gap").Select(gap => gap.GetAttribute("width")));
        Assert.Equal(2, chart.QuerySelectorAll("text").Count(text => text.TextContent == "不公布"));
        Assert.Equal("0", Assert.Single(chart.QuerySelectorAll("rect.chart-bar")).GetAttribute("width"));
        Assert.Empty(page.QuerySelectorAll("[style], svg style, svg script, main svg [href]"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public async Task Two_builds_with_figures_are_equal_byte_for_byte()
    {
        using var folder = await BuildAsync();
        var first = folder.Files("output");

        await RunAsync(folder);

        Assert.Equal(first, folder.Files("output"));
        folder.AssertOutputIsWhole();
    }

    /// <summary>The value in the grid that is about the row's other categories.</summary>
    private static string InGrids(List<(string Caption, Dictionary<(string Row, string Column), string> Cells)> grids, Dictionary<string, string> row)
    {
        var label = row["indicator"] switch { "form.talks" => "宣讲活动", "form.drills" => "应急演练（场）", _ => "参加演练（人次）" };
        var grid = row.TryGetValue("week", out var week)
            ? grids.Single(one => one.Caption.EndsWith($"截至{DateOnly.Parse(week, CultureInfo.InvariantCulture):yyyy年M月d日}累计", StringComparison.Ordinal))
            : grids.Single();
        return grid.Cells[(row["area"], row.GetValueOrDefault("sector") ?? label)];
    }

    /// <summary>The value of the bar that is about one category, everything else in total and up to the newest week.</summary>
    private static string InCsv(List<Dictionary<string, string>> csv, string title, string bar) =>
        csv.Skip(1).Single(row =>
            row["indicator"] == (title.StartsWith("宣讲", StringComparison.Ordinal) ? "form.talks" : title.StartsWith("应急", StringComparison.Ordinal) ? "form.drills" : "form.people")
            && row["area"] == (title.Contains("地区", StringComparison.Ordinal) ? bar : title.Contains('：') ? title.Split('：')[1] : "示例市")
            && (!row.TryGetValue("sector", out var sector) || sector == (title.Contains("行业", StringComparison.Ordinal) ? bar : "合计"))
            && (!row.TryGetValue("week", out var week) || week == (title.Contains("逐周", StringComparison.Ordinal) ? $"2026-{int.Parse(bar.Split('月')[0], CultureInfo.InvariantCulture):00}-{int.Parse(bar.Split('月', '日')[1], CultureInfo.InvariantCulture):00}" : "2026-06-14")))["value"];

    private static string Line(Dictionary<string, string> row) => string.Join('|', row.Select(field => $"{field.Key}={field.Value}"));

    private static async Task<SiteFolder> BuildAsync()
    {
        var folder = new SiteFolder(Home);
        foreach (var file in SampleFigures.Files("w2", "2026-06-14", [SampleFigures.Sessions, SampleFigures.Drills]))
        {
            folder.Write(file.Path, System.Text.Encoding.UTF8.GetString(file.Load()));
        }

        await RunAsync(folder);
        return folder;
    }

    private static async Task RunAsync(SiteFolder folder)
    {
        var run = await SiteProgram.RunAsync("build", "--site", folder.Path, "--no-search", "--as-of", "2026-06-20");
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
