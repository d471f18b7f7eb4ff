using Site.Model;

namespace Site.Rendering;

/// <summary>A route for each page that someone wrote.</summary>
internal static class PageRoutes
{
    public static IEnumerable<Route> Of(Stage stage)
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

    private static PageView View(Stage stage, RelatedPages related, Page page, Page? previous, Page? next)
    {
        var section = Lists.Of(page);
        var hasNeighbours = section is not null;
        return new()
        {
            Website = stage.Website,
            Address = page.Address,
            Title = page.Title,
            Description = page.Summary,
            Section = section?.Address,
            Crumbs = section is null ? [Stage.Home] : [Stage.Home, new(section.Label, section.Address)],
            Resolve = stage.Resolve,
            Assets = stage.Assets,
            Page = page,
            Previous = hasNeighbours ? Link(previous) : null,
            Next = hasNeighbours ? Link(next) : null,
            Related = related.Of(page),
            Reading = page is QuizPage quiz ? QuizReading.Of(stage.Website, quiz) : [],
            Statistics = page is CampaignPage campaign && stage.Release.Statistics.LastOrDefault(release => release.AsOf.Year == campaign.Year) is { } newest
                ? FigureWords.Glance(newest)
                : null,
            QrCodeSvg = page is GuidePage ? QrCode.Svg(SiteAddress.Absolute(stage.Website.Settings, page.Address)) : null,
        };
    }

    private static PageLink? Link(Page? page) => page is null ? null : new(page.Title, page.Address);
}
