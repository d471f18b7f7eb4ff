using System.Collections.Immutable;
using Site.Content.Campaigns;
using Site.Content.StructuredData;
using Site.Content.Quizzes;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;
using Site.Rendering.Quizzes;
using Site.Rendering.Statistics;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Pages;

/// <summary>The route of the home page.</summary>
internal static class HomeRoute
{
    private const int MostNews = 5;
    private const int MostWarnings = 3;

    public static Route Of(RenderContext context) => new("/", null, true, () => View(context));

    private static HomeView View(RenderContext context)
    {
        var website = context.Website;
        var quiz = DailyQuestion.Quiz(website);
        var (upcoming, isAhead) = Occasions.Nearest(website);
        return new()
        {
            Address = "/",
            Title = website.Settings.Title,
            Description = website.Campaign is { } campaign
                ? $"{campaign.Year}年全国“安全生产月”：{campaign.Slogan}。安全指南、自测、警示案例、体验馆和活动。"
                : $"{website.Settings.Title}：安全指南、自测、警示案例、体验馆和活动。",
            Section = "/",
            Campaign = website.Campaign,
            Quiz = quiz,
            Question = quiz is null ? null : DailyQuestion.Of(quiz, website.AsOf),
            Upcoming = upcoming,
            IsAhead = isAhead,
            News = [.. website.Of<NewsPage>().Take(MostNews)],
            Exposures = [.. context.Input.Exposures.Take(MostNews)],
            Statistics = context.Input.Statistics is [.., var newest] ? FigureTexts.Summary(newest) : null,
            Guides = [.. website.Of<GuidePage>().OrderBy(guide => guide.Order).ThenBy(guide => guide.Address, StringComparer.Ordinal)],
            Warnings = [.. website.Of<WarningPage>().OrderByDescending(warning => warning.Occurred).Take(MostWarnings)],
            Audiences = [.. Vocabulary.Audiences.Where(term => website.Pages.Any(page => page.Audiences.Contains(term.Id)))
                .Select(term => new PageLink(term.Label, SiteUrls.OfAudience(term.Id)))],
        };
    }
}

/// <summary>The home page.</summary>
public sealed record HomeView : View
{
    /// <summary>This year's campaign, or null.</summary>
    public CampaignPage? Campaign { get; init; }

    /// <summary>The quiz to call to, or null where there is none.</summary>
    public QuizPage? Quiz { get; init; }

    /// <summary>Its question of the day, or null.</summary>
    public Question? Question { get; init; }

    /// <summary>Up to three events and open days from the day of the build on, soonest first; else the last three.</summary>
    public ImmutableArray<Occasion> Upcoming { get; init; } = [];

    /// <summary>Whether <see cref="Upcoming"/> lies ahead of the day of the build.</summary>
    public bool IsAhead { get; init; }

    /// <summary>The five newest.</summary>
    public ImmutableArray<NewsPage> News { get; init; } = [];

    /// <summary>The five newest.</summary>
    public ImmutableArray<SafeExposure> Exposures { get; init; } = [];

    /// <summary>The newest release of statistics in a few figures, or null.</summary>
    public ReleaseSummary? Statistics { get; init; }

    /// <summary>All guides by order, then title.</summary>
    public ImmutableArray<GuidePage> Guides { get; init; } = [];

    public override SchemaThing Describe(SchemaContext context) => new SchemaSite
    {
        Type = "WebSite",
        InLanguage = context.Settings.Language,
        Publisher = context.Organiser,
        PotentialAction = context.HasSearch ? new(new(context.Absolute("/search/") + "?q={search_term_string}")) : null,
    };

    /// <summary>The three newest warning cases.</summary>
    public ImmutableArray<WarningPage> Warnings { get; init; } = [];

    /// <summary>Audiences that have pages, with their lists.</summary>
    public ImmutableArray<PageLink> Audiences { get; init; } = [];
}
