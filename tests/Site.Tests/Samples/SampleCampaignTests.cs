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
}
