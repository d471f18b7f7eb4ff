using System.Collections.Immutable;
using FsCheck.Fluent;
using Site.Core.Diagnostics;
using Site.Exposures.Released;
using Site.Office.Bulletins;
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

    /// <summary>
    /// Two campaigns that differ in nothing but withheld figures: pages, charts, files, feeds, the search index, the sitemap and the office's bulletin are the same, byte for byte.
    /// </summary>
    [Theory]
    [InlineData("a1:2 a2:35")]
    [InlineData("a1:3 a2:34")]
    public void Nothing_that_is_published_depends_on_what_is_withheld(string changed)
    {
        var (one, other) = (PublishedSite(""), PublishedSite(changed));

        Assert.Equal("*", one.Tables.Split('\n')[2].Split(' ')[0]);
        Assert.Equal(one.Tables, other.Tables);
        Assert.Equal(one.Files, other.Files);
    }

    private static (string Tables, SortedDictionary<string, string> Files) PublishedSite(string changed)
    {
        var input = new MadeUpInput(
            """
            -- input/tables.yaml --
            - { id: streets, title: 示例, indicators: [form.work.persons], dimensions: [area, week], measure: count }
            - { id: sectors, title: 示例, indicators: [form.work.persons], dimensions: [sector, week], measure: count }
            """);
        var changes = changed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(change => change.Split(':')).ToDictionary(change => change[0], change => change[1]);
        var (units, returns) = ("id,name,parent,level,sector\ncity,示例市,,city,\n", "form,unit,as_of,indicator,value\n");
        foreach (var (district, name) in new[] { ("a", "甲"), ("b", "乙"), ("c", "丙") })
        {
            units += $"{district},示例{name}区,city,district,\n{district}f,示例{name}消防站,{district},office,fire\n";
            returns += $"form,{district}f,2026-06-07,form.work.persons,80\nform,{district}f,2026-06-14,form.work.persons,150\n";
            for (var street = 1; street <= 6; street++)
            {
                var (unit, first) = ($"{district}{street}", district == "a" && street == 1 ? 4 : 31 + (2 * street) - (district == "a" && street == 2 ? 2 : 0));
                units += $"{unit},示例{name}{street}街道,{district},street,\n";
                returns += $"form,{unit},2026-06-07,form.work.persons,{changes.GetValueOrDefault(unit, $"{first}")}\nform,{unit},2026-06-14,form.work.persons,{70 + (3 * street)}\n";
            }
        }

        input.Put("input/units.csv", units);
        input.Put("input/returns/all.csv", returns);
        Assert.NotEmpty(input.Release("2026-06-07").Files);
        Assert.NotEmpty(input.Release("2026-06-14").Files);
        var published = PublicInput.Empty with { Statistics = input.Build().Value };
        var website = SampleSite.Read("", "2026-06-20");
        var (page, papers) = BulletinDraft.Make(website, published, new(2026, 6, 14));
        var files = new SortedDictionary<string, string>(RenderedSite.Of(website, published, hasSearch: true), StringComparer.Ordinal);
        foreach (var paper in papers.Prepend(page))
        {
            files.Add(paper.Name, Convert.ToHexString(paper.Bytes));
        }

        return (string.Join('\n', published.Statistics.SelectMany(release => release.Tables).Select(MadeUpInput.Print)), files);
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
