using Site.Cli.Infrastructure;
using Site.Core.Diagnostics;
using Site.Exposures.Released;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>What lies in <c>input/</c> is what <see cref="SampleCampaign"/> makes; UPDATE_GOLDEN=1 writes it anew.</summary>
public class SampleCampaignTests
{
    public static TheoryData<string> Paths => [.. SampleCampaign.Files().Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_sample_campaign_in_input_is_the_one_that_is_made_here(string path)
    {
        var made = SampleCampaign.Files().Single(file => file.Path == path).Text;
        var committed = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(committed)!);
            File.WriteAllText(committed, made);
        }

        Assert.Equal(made, File.ReadAllText(committed));
    }

    [Fact]
    public void No_return_lies_in_input_that_is_not_made_here() => Assert.Equal(
        SampleCampaign.Files().Select(file => file.Path).Where(path => path.StartsWith("input/returns/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "input/returns"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Fact]
    public void A_fresh_clone_publishes_four_weeks_that_say_they_are_made_up_and_withholds_the_one_small_figure()
    {
        var input = new SourceFolder(Repository.Root, SiteProgram.Environment).List("input").Value;

        var read = PublicInputReader.Read(new(input), Site.Exposures.Ledgers.InputGround.Of(SampleSite.Read("")));

        Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Location.Path.StartsWith("input/re", StringComparison.Ordinal));
        Assert.Equal(["2026-06-07", "2026-06-14", "2026-06-21", "2026-06-28"], read.Value.Statistics.Select(release => release.Name));
        Assert.All(read.Value.Statistics, release => Assert.True(release.IsSample));
        Assert.Equal([new(42, 44), new(43, 44), new(44, 44), new(44, 44)], read.Value.Statistics.Select(release => release.Coverage));
        Assert.NotEmpty(read.Value.Statistics[2].Changes);
        var camps = read.Value.Statistics[3].Tables.Single(table => table.Id == "camps");
        Assert.IsType<Cell.Withheld>(camps.At(0, camps.Dimensions[0].Categories.IndexOf("示例乙五街道")));
    }
}
