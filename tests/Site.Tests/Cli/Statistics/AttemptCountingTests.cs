using Site.Cli.Infrastructure;
using Site.Statistics.Attempts;

namespace Site.Tests;

public class AttemptCountingTests
{
    [Fact]
    public async Task Attempts_are_counted_from_the_file_and_the_private_folder_is_gone_afterwards()
    {
        using var site = new SiteFolder(
            """
            -- input/attempts/a.csv --
            openid,quiz,area,age_band,score,finished
            o1,fire,one,18-25,95,2026-06-03
            o2,fire,one,18-25,95,2026-06-03
            o3,water,yi,60+,10,2026-06-09
            """);
        using var worker = new NodeWorker();
        var before = Directory.GetDirectories(Path.GetTempPath(), "site-attempts-*");

        var result = await AttemptCounting.CountAsync(site.Path, ["input/attempts/a.csv"], SampleAttempts.Question(2), SiteProgram.Environment.Terminal, worker);

        Assert.Equal(
            [new(0, 3, SampleAttempts.Young, 4, 0, 2), new(1, 2, SampleAttempts.Old, 0, 1, 1)],
            AttemptCountReader.Read(result, SampleAttempts.Question(2), ["input/attempts/a.csv"]).Value);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "site-attempts-*").Except(before));
    }

    [Fact]
    public void Only_csv_and_parquet_files_right_in_the_folder_are_counted()
    {
        using var site = new SiteFolder(
            """
            -- input/attempts/README.md --
            示例
            -- input/attempts/a.csv --
            quiz
            -- input/attempts/b.parquet --
            PAR1
            -- input/attempts/c.xlsx --
            示例
            -- input/attempts/d.csv/e.csv --
            quiz
            -- input/units.csv --
            id
            """);

        var found = AttemptFiles.Find(new SourceFolder(site.Path, SiteProgram.Environment).List("input").Value);

        Assert.Equal(["input/attempts/a.csv", "input/attempts/b.parquet"], found.Value);
        Assert.Equal(["input/attempts/c.xlsx", "input/attempts/d.csv/e.csv"], found.Diagnostics.Select(diagnostic => diagnostic.Location.Path));
    }
}
