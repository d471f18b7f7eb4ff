using System.Collections.Immutable;
using Site.Rendering.Themes;
using Site.Rendering.Views;
using Site.Statistics.Published;

namespace Site.Rendering.Statistics;

/// <summary>Routes of the figures: all releases, each release, each table, and how they are protected. None where nothing is released.</summary>
internal static class StatisticsRoutes
{
    private const int MostChangesShown = 10;
    private const string OverviewTitle = "活动数据";
    private const string MethodTitle = "数据是怎么来的，怎么保护";
    private const string MethodDescription = "各单位报送的数字怎样汇总、怎样保护，为什么有的数字不公布。";
    private static readonly PageLink Home = new("数据", StatisticsUrls.Home);

    public static IEnumerable<Route> Of(RenderContext context)
    {
        var releases = context.Input.Statistics;
        if (releases.IsEmpty)
        {
            return [];
        }

        var newest = releases[^1];
        return
        [
            new(StatisticsUrls.Home, newest.AsOf, true, () => Overview(context, releases))
            {
                Search = () => Found(StatisticsUrls.Home, OverviewTitle, OverviewDescription(newest), releases.All(release => release.IsSample), null) with { SearchFor = ["数据", "统计", "统计数据", "报表"] },
            },
            new(StatisticsUrls.Method, null, true, () => new MethodView
            {
                Address = StatisticsUrls.Method,
                Title = MethodTitle,
                Description = MethodDescription,
                Section = StatisticsUrls.Home,
                Crumbs = [PageLink.Home, Home],
            })
            {
                Search = () => Found(StatisticsUrls.Method, MethodTitle, MethodDescription, false, null),
            },
            .. releases.SelectMany((release, at) => OfRelease(context, releases, at)),
        ];
    }

    private static IEnumerable<Route> OfRelease(RenderContext context, ImmutableArray<SafeRelease> releases, int at)
    {
        var release = releases[at];
        yield return new(StatisticsUrls.Of(release), release.AsOf, true, () => new ReleaseView
        {
            Address = StatisticsUrls.Of(release),
            Title = release.Title,
            IsSample = release.IsSample,
            Description = DescriptionOf(release),
            Section = StatisticsUrls.Home,
            Crumbs = [PageLink.Home, Home],
            Summary = FigureTexts.Summary(release),
            Changes = FigureTexts.Changes(release, releases),
            Earlier = at > 0 ? releases[at - 1] : null,
            Later = at + 1 < releases.Length ? releases[at + 1] : null,
        })
        {
            Search = () => Found(StatisticsUrls.Of(release), release.Title, DescriptionOf(release), release.IsSample, release.AsOf),
        };
        foreach (var table in release.Tables)
        {
            yield return new(StatisticsUrls.Of(release, table), release.AsOf, true, () => Table(context, releases, release, table))
            {
                Search = () => Found(StatisticsUrls.Of(release, table), table.Title, DescriptionOf(release, table, FigureTexts.Sentences(release, table)), release.IsSample, release.AsOf),
            };
        }
    }

    private static SearchDocument Found(string address, string title, string summary, bool isSample, DateOnly? day) => new()
    {
        Address = address,
        Title = isSample ? SampleMark.Text + title : title,
        Summary = summary,
        Kind = "数据",
        Weight = 45,
        Day = day,
    };

    private static string OverviewDescription(SafeRelease newest) => $"安全生产月活动统计，截至{ChineseDate.Of(newest.AsOf)}：表格、图、开放数据，以及数字是怎么来的。";

    private static string DescriptionOf(SafeRelease release) =>
        $"截至{ChineseDate.Of(release.AsOf)}，共{release.Tables.Length}张表" + (FigureTexts.Coverage(release) is { } coverage ? $"，{coverage}。" : "。");

    private static string DescriptionOf(SafeRelease release, SafeTable table, ImmutableArray<string> sentences) =>
        sentences.IsEmpty ? $"{table.Title}，截至{ChineseDate.Of(release.AsOf)}。" : sentences[0];

    private static StatisticsView Overview(RenderContext context, ImmutableArray<SafeRelease> releases)
    {
        var newest = releases[^1];
        var drawn = newest.Tables.Select(table => (Table: table, Chart: ChartRequests.Draw(table, 0, context.Website.Settings.AreaMap).SelectMany(group => group.Charts).FirstOrDefault()))
            .FirstOrDefault(drawn => drawn.Chart is not null);
        return new()
        {
            Address = StatisticsUrls.Home,
            Title = OverviewTitle,
            IsSample = releases.All(release => release.IsSample),
            Description = OverviewDescription(newest),
            Section = StatisticsUrls.Home,
            Crumbs = [PageLink.Home],
            Newest = FigureTexts.Summary(newest),
            Sentence = newest.Tables.SelectMany(table => FigureTexts.Sentences(newest, table)).FirstOrDefault(),
            Chart = drawn.Chart,
            ChartOf = drawn.Chart is null ? null : new(drawn.Table.Title, StatisticsUrls.Of(newest, drawn.Table)),
            Rectified = context.Input.Progress(),
            Changes = [.. FigureTexts.Changes(newest, releases).Take(MostChangesShown)],
            Releases = [.. releases.Reverse()],
        };
    }

    private static TableView Table(RenderContext context, ImmutableArray<SafeRelease> releases, SafeRelease release, SafeTable table)
    {
        var sentences = FigureTexts.Sentences(release, table);
        return new()
        {
            Address = StatisticsUrls.Of(release, table),
            Title = table.Title,
            IsSample = release.IsSample,
            Description = DescriptionOf(release, table, sentences),
            Section = StatisticsUrls.Home,
            Crumbs = [PageLink.Home, Home, new(release.Title, StatisticsUrls.Of(release))],
            Release = release,
            Table = table,
            Sentences = sentences,
            SinceLastYear = FigureTexts.SinceLastYear(release, table, releases),
            Sections = TableGrids.Of(release, table, indicator => ChartRequests.Draw(table, indicator, context.Website.Settings.AreaMap)),
            IsShortened = TableGrids.IsShortened(table),
            Others = [.. from other in releases
                         where other != release
                         from same in other.Tables
                         where same.Id == table.Id
                         select new PageLink(other.Title, StatisticsUrls.Of(other, same))],
        };
    }
}
