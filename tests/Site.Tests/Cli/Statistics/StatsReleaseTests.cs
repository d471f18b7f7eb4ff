namespace Site.Tests;

public class StatsReleaseTests
{
    private static readonly string Sample = new MadeUpInput("").Read("input/forms/form.yaml");

    private const string Input =
        """
        -- content/pages/about.md --
        ---
        title: 示例
        summary: 示例
        source: 示例
        reviewer: 示例
        ---
        示例

        -- input/units.csv --
        id,name,parent,level,sector
        city,示例市,,city,
        a,示例一街道,city,street,
        b,示例二街道,city,street,
        -- input/tables.yaml --
        - id: sessions
          title: 宣讲场次
          indicators: [form.work.sessions]
          dimensions: [area]
        -- input/returns/1.csv --
        form,unit,as_of,indicator,value
        form,a,2026-06-07,form.work.sessions,3
        form,b,2026-06-07,form.work.sessions,4
        """;

    [Fact]
    public async Task A_release_becomes_a_snapshot_and_is_audited_and_published_and_never_written_twice()
    {
        using var site = new SiteFolder(Input + "\n-- input/forms/form.yaml --\n" + Sample);

        var released = await SiteProgram.RunAsync("stats", "release", "2026-06-07", "--as-of", "2026-06-07", "--site", site.Path);
        Assert.Equal((0, "0 个错误，0 个警告"), (released.ExitCode, released.LastLine));
        Assert.Equal(["2026-06-07/categories.csv", "2026-06-07/release.yaml", "2026-06-07/sessions.csv"], site.Files("input/releases").Keys);

        var snapshot = site.Files("input");
        Assert.Equal(1, (await SiteProgram.RunAsync("stats", "release", "2026-06-07", "--as-of", "2026-06-07", "--site", site.Path)).ExitCode);
        Assert.Equal(snapshot, site.Files("input"));

        Assert.Equal(0, (await SiteProgram.RunAsync("stats", "audit", "--site", site.Path)).ExitCode);
        Assert.Equal(0, (await SiteProgram.RunAsync("build", "--no-search", "--site", site.Path)).ExitCode);
        Assert.True(site.Files("output").ContainsKey("data/2026-06-07/sessions.csv"));
    }

    [Fact]
    public async Task A_snapshot_that_was_edited_stops_the_build_and_fails_the_audit()
    {
        using var site = new SiteFolder(Input + "\n-- input/forms/form.yaml --\n" + Sample);
        await SiteProgram.RunAsync("stats", "release", "2026-06-07", "--as-of", "2026-06-07", "--site", site.Path);
        site.Write("input/releases/2026-06-07/sessions.csv", site.Read("input/releases/2026-06-07/sessions.csv").Replace("7,shown", "8,shown"));

        var audited = await SiteProgram.RunAsync("stats", "audit", "--site", site.Path);
        var built = await SiteProgram.RunAsync("build", "--no-search", "--site", site.Path);

        Assert.Equal((1, 1), (audited.ExitCode, built.ExitCode));
        Assert.Contains("input/releases/2026-06-07/sessions.csv:1:1: error release/edited", built.Error, StringComparison.Ordinal);
        Assert.Contains("disclosure/contradiction", audited.Error, StringComparison.Ordinal);
        Assert.Empty(site.Files("output"));
    }
}
