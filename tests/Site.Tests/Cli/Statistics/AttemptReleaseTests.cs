namespace Site.Tests;

/// <summary>Quiz attempts from the platform's export to the published table, by the commands that the office types.</summary>
public class AttemptReleaseTests
{
    private const string Sample =
        """
        -- site.yaml --
        title: 示例市安全生产月
        url: https://example.gov.cn/
        organiser: 示例单位
        -- content/quizzes/fire.md --
        ---
        title: 消防知识
        summary: 示例
        source: 示例
        reviewer: 示例科室
        ---
        ## 起火时先做什么？ {#fire-01 .single}
        - [x] 报警
        - [ ] 围观

        --- 解析
        先报警。
        -- input/units.csv --
        id,name,parent,level,sector
        city,示例市,,city,
        jia,示例甲区,city,district,
        yi,示例乙区,city,district,
        -- input/tables.yaml --
        - id: quiz-attempts
          title: 答题情况
          dimensions: [quiz, area]
        """;

    [Fact]
    public async Task Attempts_are_published_by_area_and_nothing_else_of_the_export_is()
    {
        using var site = new SiteFolder(Sample);
        site.Write("input/attempts/a.csv", "openid,name,quiz,area,age_band,score,finished\n" + Rows("jia", 12) + Rows("yi", 15));

        var released = await SiteProgram.RunAsync("stats", "release", "week-1", "--as-of", "2026-06-07", "--site", site.Path);
        var built = await SiteProgram.RunAsync("build", "--site", site.Path, "--output", site.In("output"), "--as-of", "2026-06-08", "--no-search");

        Assert.Equal((0, 0), (released.ExitCode, built.ExitCode));
        Assert.Equal(
            "quiz,area,indicator,value\n消防知识,示例市,attempts,27\n消防知识,示例甲区,attempts,12\n消防知识,示例乙区,attempts,15\n",
            site.Read("output/data/week-1/quiz-attempts.csv").TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        Assert.DoesNotContain("openid-of", string.Concat(site.Files("output").Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_row_stops_the_release_and_is_located_without_its_value()
    {
        using var site = new SiteFolder(Sample);
        site.Write("input/attempts/a.csv", "openid,name,quiz,area,age_band,score,finished\n" + Rows("jia", 12) + "x,示例人员,fire,13800000000,18-25,90,2026-06-01\n");

        var released = await SiteProgram.RunAsync("stats", "release", "week-1", "--as-of", "2026-06-07", "--site", site.Path);

        Assert.Equal(1, released.ExitCode);
        Assert.Equal(
            """
            input/attempts/a.csv:14:1: error attempts/bad-area
              有 1 条的 area 不是 input/units.csv 里的地区，第一条是第 13 条。
              area 列写地区的编号或名称。

            1 个错误，0 个警告

            """,
            released.Error.ReplaceLineEndings("\n"));
        Assert.False(Directory.Exists(site.In("input/releases")));
    }

    private static string Rows(string area, int count) => string.Concat(
        Enumerable.Range(0, count).Select(row => $"openid-of-{area}-{row},示例人员,fire,{area},18-25,90,2026-06-0{1 + (row % 7)}\n"));
}
