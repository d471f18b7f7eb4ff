using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Rendering.Quizzes;
using Site.Rendering.Statistics;
using Site.Rendering.Views;

namespace Site.Rendering.Pages;

/// <summary>A route for each page that someone wrote.</summary>
internal static class PageRoutes
{
    public static IEnumerable<Route> Of(RenderContext stage)
    {
        var related = new RelatedPages(stage.Website);
        var pages = stage.Website.Pages;
        for (var at = 0; at < pages.Length; at++)
        {
            var page = pages[at];
            var previous = at > 0 && pages[at - 1].GetType() == page.GetType() ? pages[at - 1] : null;
            var next = at + 1 < pages.Length && pages[at + 1].GetType() == page.GetType() ? pages[at + 1] : null;
            yield return new(page.Address, page.Updated ?? page.Date, true, () => View(stage, related, page, previous, next));
        }
    }

    private static PageView View(RenderContext stage, RelatedPages related, Page page, Page? previous, Page? next)
    {
        var section = SiteUrls.Of(page);
        var hasNeighbours = section is not null;
        return new()
        {
            Website = stage.Website,
            Address = page.Address,
            Title = page.Title,
            Description = page.Summary,
            Section = section?.Address,
            Crumbs = section is null ? [RenderContext.Home] : [RenderContext.Home, new(section.Label, section.Address)],
            Resolve = stage.Resolve,
            Assets = stage.Assets,
            Page = page,
            Previous = hasNeighbours ? Link(previous) : null,
            Next = hasNeighbours ? Link(next) : null,
            Related = related.Of(page),
            Reading = page is QuizPage quiz ? QuizReading.Of(stage.Website, quiz) : [],
            Statistics = page is CampaignPage campaign && stage.Release.Statistics.LastOrDefault(release => release.AsOf.Year == campaign.Year) is { } newest
                ? FigureTexts.Glance(newest)
                : null,
            QrCodeSvg = page is GuidePage ? QrCode.Svg(SiteAddress.Absolute(stage.Website.Settings, page.Address)) : null,
        };
    }

    private static PageLink? Link(Page? page) => page is null ? null : new(page.Title, page.Address);
}

/// <summary>A written page.</summary>
public sealed record PageView : View
{
    public required Page Page { get; init; }

    /// <summary>The page before it in its kind's list, or null at the end; likewise the next.</summary>
    public PageLink? Previous { get; init; }

    public PageLink? Next { get; init; }

    /// <summary>Up to six pages of other kinds that share sectors, audiences or tags, the closest first.</summary>
    public ImmutableArray<Page> Related { get; init; } = [];

    /// <summary>For a campaign: the newest release of its statistics in a few figures; else null.</summary>
    public ReleaseSummary? Statistics { get; init; }

    /// <summary>For a guide: an SVG of a QR code that leads to its published address; else null.</summary>
    public string? QrCodeSvg { get; init; }

    /// <summary>For a quiz: what to read on each of its topics, in their order, and halls last; else empty.</summary>
    public ImmutableArray<TopicReading> Reading { get; init; } = [];
}
