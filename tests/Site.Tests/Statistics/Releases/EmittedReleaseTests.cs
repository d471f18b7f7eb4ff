using System.Collections.Immutable;
using FsCheck.Fluent;
using Site.Core.Diagnostics;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>Releases of three weeks, made one after another as an office makes them, attacked from what is emitted alone.</summary>
public class EmittedReleaseTests
{
    private static readonly string[] Refusals = ["disclosure/table-too-fine", "disclosure/cannot-protect"];

    [Fact]
    public void From_all_releases_together_no_small_number_of_persons_and_no_small_growth_can_be_worked_out() =>
        ForEachCampaign(40, seed => AssertNothingGivesWay(Publish(seed, "count")));

    [Fact]
    public void From_all_releases_together_no_small_sum_can_be_worked_out() =>
        ForEachCampaign(20, seed => AssertNothingGivesWay(Publish(seed, "sum")));

    [Fact]
    public void The_attack_is_made_on_many_campaigns_and_finds_what_a_careless_office_would_print()
    {
        var published = Enumerable.Range(1, 120).Select(seed => Publish(seed, "count")).ToArray();
        var careless = published.Select(releases => EmittedAttack.Find(releases, least: 12)).ToArray();

        var whole = published.Count(releases => releases.Length == 3);
        var starred = published.Count(releases => releases.Any(release => release.Tables.Any(table => table.Cells.Any(cell => cell is Cell.Withheld))));
        Assert.True(whole >= 10 && starred >= 10, $"{whole} campaigns were published to the end, {starred} with something withheld");
        Assert.Contains(careless, found => found.Count > 0);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(9)]
    public void A_build_without_returns_finds_nothing_either(int seed)
    {
        var input = new RandomCampaign(seed, "count").Input();
        foreach (var day in RandomCampaign.Days)
        {
            input.Release(day);
        }

        Assert.DoesNotContain(input.WithoutReturns().Build().Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    private static ImmutableArray<SafeRelease> Publish(int seed, string measure)
    {
        var input = new RandomCampaign(seed, measure).Input();
        foreach (var day in RandomCampaign.Days)
        {
            var made = input.Release(day);
            var errors = made.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToArray();
            Assert.All(errors, diagnostic => Assert.Contains(diagnostic.Code, Refusals));
            if (errors.Length > 0)
            {
                break;
            }
        }

        var built = input.Build();
        Assert.DoesNotContain(built.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return built.Value;
    }

    private static void AssertNothingGivesWay(ImmutableArray<SafeRelease> releases) => Assert.Equal([], EmittedAttack.Find(releases, least: 5));

    private static void ForEachCampaign(int campaigns, Action<int> holds) =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), holds).AssertHolds(campaigns);
}
