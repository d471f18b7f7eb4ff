
namespace Site.Tests;

/// <summary>Exposure ledgers through the program itself.</summary>
public class ExposureBuildTests
{
    private const string Law =
        """
        -- content/laws/work-safety-law.md --
        ---
        title: 安全生产法
        summary: 示例
        source: 示例
        reviewer: 示例科室
        id: 安全生产法
        name: 中华人民共和国安全生产法
        version: 2021-06-10
        articles: 119
        ---
        说明。
        """;

    /// <summary>Values that no file of the site may hold, in whatever form, and no message either.</summary>
    private static readonly string[] Plants = ["欧阳夏荷", "13800138000", "藏在仓库后面的那句话", "示例职工来信第三封", "尉迟秋水", "11010519491231002X"];

    [Fact]
    public async Task What_is_planted_in_every_column_reaches_neither_the_site_nor_a_message()
    {
        using var site = Folder(
            Ledger.Row("reporter=欧阳夏荷", "contact=13800138000", "note=藏在仓库后面的那句话", "source=示例职工来信第三封"),
            Ledger.Row(
                "id=A-2", "reporter=欧阳夏荷", "contact=13800138000", "hazard=欧阳夏荷（13800138000）说出口上了锁，身份证11010519491231002X。",
                "place=示例路3幢2单元501室，藏在仓库后面的那句话", "note=藏在仓库后面的那句话", "decision=责令改正（示消限字〔2026〕第23号），联系人欧阳夏荷。"),
            Ledger.Row("id=A-3", "enterprise=尉迟秋水小吃店", "hazard=尉迟秋水的小吃店软管老化。", "place=示例路8号"));

        var run = await BuildAsync(site);

        Assert.Equal(0, run.ExitCode);
        AssertNothingTold(site, run);
        Assert.Contains("某某小吃店（示例路）", site.Read("output/exposures/A-3/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id=13800138000")]
    [InlineData("published=13800138000")]
    [InlineData("kind=欧阳夏荷")]
    [InlineData("enterprise=欧阳夏荷")]
    [InlineData("enterprise=示例有限公司负责人欧阳夏荷")]
    [InlineData("credit_code=11010519491231002X")]
    [InlineData("area=欧阳夏荷")]
    [InlineData("sector=13800138000")]
    [InlineData("legal_basis=欧阳夏荷说的第三条")]
    [InlineData("decision=欧阳夏荷")]
    [InlineData("deadline=13800138000")]
    [InlineData("status=欧阳夏荷")]
    [InlineData("status_on=11010519491231002X")]
    public async Task A_private_value_in_a_public_column_stops_the_build_with_its_place_and_without_the_value(string cell)
    {
        using var site = Folder(Ledger.Row("id=A-0"));
        await BuildAsync(site);
        var before = site.Files("output");
        site.Write("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row(cell)}\n");

        var run = await BuildAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("input/exposures/a.csv:2:", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, site.Files("output"));
        AssertNothingTold(site, run);
    }

    [Fact]
    public async Task A_file_that_is_named_after_a_reporter_is_not_named_in_messages()
    {
        using var site = Folder(Ledger.Row("reporter=欧阳夏荷"));
        site.Write("content/news/2026/欧阳夏荷反映.md", "---\ndate: 昨天\n---\n[链接](没有.md)\n");

        var run = await BuildAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content/news/2026/■■.md:2:", run.Error, StringComparison.Ordinal);
        AssertNothingTold(site, run);
    }

    [Fact]
    public async Task A_status_does_not_go_back_behind_what_is_published_and_the_last_good_site_stays()
    {
        using var site = Folder(Ledger.Row("status=rectified", "status_on=2026-06-08"));
        await BuildAsync(site);
        var before = site.Files("output");
        site.Write("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row("status=in-progress", "status_on=2026-06-09")}\n");

        var run = await BuildAsync(site);

        Assert.Contains("input/exposures/a.csv:2:99: error exposure/status-backwards\n  状态退回了：现在的网站上，这一条已经是“已整改”。", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, site.Files("output"));
    }

    [Fact]
    public async Task A_withdrawn_entry_is_gone_from_every_file_but_its_tombstone_in_the_same_build_search_index_and_share_picture_included()
    {
        using var site = Folder(Ledger.Row("enterprise=示例旧事有限公司"), Ledger.Row("id=A-2"));
        await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10");
        var shared = site.Files("output/assets/share").Count;
        Assert.Contains("示例旧事", Everything(site), StringComparison.Ordinal);
        site.Write("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row("enterprise=示例旧事有限公司", "status=withdrawn", "status_on=2026-06-09")}\n{Ledger.Row("id=A-2")}\n");

        var run = await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("旧事", Everything(site), StringComparison.Ordinal);
        Assert.Equal(shared - 1, site.Files("output/assets/share").Count);
        Assert.Contains("这条信息已撤下", site.Read("output/exposures/A-1/index.html"), StringComparison.Ordinal);
    }

    private static SiteFolder Folder(params string[] rows)
    {
        var site = new SiteFolder(Law);
        site.Write("input/units.csv", Ledger.Units);
        site.Write("input/exposures/a.csv", string.Join('\n', rows.Prepend(Ledger.Columns)) + "\n");
        return site;
    }

    private static Task<SiteRun> BuildAsync(SiteFolder site) => SiteProgram.RunAsync("build", "--no-search", "--site", site.Path, "--as-of", "2026-06-10");

    private static void AssertNothingTold(SiteFolder site, SiteRun run) => Assert.All(Plants, plant =>
    {
        Assert.DoesNotContain(plant, Everything(site), StringComparison.Ordinal);
        Assert.DoesNotContain(plant, run.Error + run.Output, StringComparison.Ordinal);
    });

    /// <returns>The text of all published files.</returns>
    private static string Everything(SiteFolder site) =>
        string.Concat(site.Files("output").Keys.Select(path => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(site.Output, path)))));
}
