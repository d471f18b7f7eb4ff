using Site.Model;

namespace Site.Rendering;

/// <summary>The route of the home page.</summary>
internal static class HomeRoute
{
    private const int MostNews = 5;
    private const int MostWarnings = 3;

    public static Route Of(Stage stage) => new("/", null, true, () => View(stage));

    private static HomeView View(Stage stage)
    {
        var website = stage.Website;
        var quiz = DailyQuestion.Quiz(website);
        var (upcoming, isAhead) = Occasions.Nearest(website);
        return new()
        {
            Website = website,
            Address = "/",
            Title = website.Settings.Title,
            Description = website.Campaign is { } campaign
                ? $"{campaign.Year}年全国“安全生产月”：{campaign.Slogan}。安全指南、自测、警示案例、体验馆和活动。"
                : $"{website.Settings.Title}：安全指南、自测、警示案例、体验馆和活动。",
            Section = "/",
            Resolve = stage.Resolve,
            Assets = stage.Assets,
            Campaign = website.Campaign,
            Quiz = quiz,
            Question = quiz is null ? null : DailyQuestion.Of(quiz, website.AsOf),
            Upcoming = upcoming,
            IsAhead = isAhead,
            News = [.. website.Of<NewsPage>().Take(MostNews)],
            Exposures = [.. stage.Release.Exposures.Take(MostNews)],
            Statistics = stage.Release.Statistics is [.., var newest] ? FigureWords.Glance(newest) : null,
            Guides = [.. website.Of<GuidePage>().OrderBy(guide => guide.Order).ThenBy(guide => guide.Address, StringComparer.Ordinal)],
            Warnings = [.. website.Of<WarningPage>().OrderByDescending(warning => warning.Occurred).Take(MostWarnings)],
            Audiences = [.. Vocabularies.Audiences.Where(term => website.Pages.Any(page => page.Audiences.Contains(term.Id)))
                .Select(term => new PageLink(term.Label, Lists.OfAudience(term.Id)))],
        };
    }
}
