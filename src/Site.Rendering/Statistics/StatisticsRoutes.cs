using System.Collections.Immutable;
using Site.Rendering.Themes;
using Site.Rendering.Views;
using Site.Statistics.Published;

namespace Site.Rendering.Statistics;

/// <summary>Routes of the figures: all releases, each release, each table, and how they are protected. None where nothing is released.</summary>
internal static class StatisticsRoutes
{
    private const int MostChangesShown = 10;
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
            new(StatisticsUrls.Home, newest.AsOf, true, () => Overview(context, releases)),
            new(StatisticsUrls.Method, null, true, () => new MethodView
            {
                Address = StatisticsUrls.Method,
                Title = "数据是怎么来的，怎么保护",
                Description = "各单位报送的数字怎样汇总、怎样保护，为什么有的数字不公布。",
                Section = StatisticsUrls.Home,
                Crumbs = [PageLink.Home, Home],
            }),
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
            Description = $"截至{ChineseDate.Of(release.AsOf)}，共{release.Tables.Length}张表"
                + (FigureTexts.Coverage(release) is { } coverage ? $"，{coverage}。" : "。"),
            Section = StatisticsUrls.Home,
            Crumbs = [PageLink.Home, Home],
            Summary = FigureTexts.Summary(release),
            Changes = FigureTexts.Changes(release, releases),
            Earlier = at > 0 ? releases[at - 1] : null,
            Later = at + 1 < releases.Length ? releases[at + 1] : null,
        });
        foreach (var table in release.Tables)
        {
            yield return new(StatisticsUrls.Of(release, table), release.AsOf, true, () => Table(context, releases, release, table));
        }
    }

    private static StatisticsView Overview(RenderContext context, ImmutableArray<SafeRelease> releases) => new()
    {
        Address = StatisticsUrls.Home,
        Title = "活动数据",
        IsSample = releases.All(release => release.IsSample),
        Description = $"安全生产月活动统计，截至{ChineseDate.Of(releases[^1].AsOf)}：表格、图、开放数据，以及数字是怎么来的。",
        Section = StatisticsUrls.Home,
        Crumbs = [PageLink.Home],
        Newest = FigureTexts.Summary(releases[^1]),
        Changes = [.. FigureTexts.Changes(releases[^1], releases).Take(MostChangesShown)],
        Releases = [.. releases.Reverse()],
    };

    private static TableView Table(RenderContext context, ImmutableArray<SafeRelease> releases, SafeRelease release, SafeTable table)
    {
        var sentences = FigureTexts.Sentences(release, table);
        return new()
        {
            Address = StatisticsUrls.Of(release, table),
            Title = table.Title,
            IsSample = release.IsSample,
            Description = sentences.IsEmpty ? $"{table.Title}，截至{ChineseDate.Of(release.AsOf)}。" : sentences[0],
            Section = StatisticsUrls.Home,
            Crumbs = [PageLink.Home, Home, new(release.Title, StatisticsUrls.Of(release))],
            Release = release,
            Table = table,
            Sentences = sentences,
            Sections = TableGrids.Of(release, table, indicator => Charts(table, indicator)),
            IsShortened = TableGrids.IsShortened(table),
            Others = [.. from other in releases
                         where other != release
                         from same in other.Tables
                         where same.Id == table.Id
                         select new PageLink(other.Title, StatisticsUrls.Of(other, same))],
        };
    }

    private static ImmutableArray<FigureChart> Charts(SafeTable table, int indicator) =>
        [.. ChartRequests.Of(table, indicator).Select(order => new FigureChart(order.Id, order.Title, ChartDrawing.Of(order)))];
}
