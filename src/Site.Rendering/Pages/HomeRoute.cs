using System.Collections.Immutable;
using Site.Content.Campaigns;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Scenes;
using Site.Content.StructuredData;
using Site.Content.Trees;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
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
    private const int MostDangers = 6;

    /// <summary>Days before the campaign from which on the home page shows it.</summary>
    private const int DaysBeforeCampaign = 14;

    public static Route Of(RenderContext context) => new("/", null, true, () => View(context)) { Key = KeyOf(context.Website) };

    /// <summary>It shows of all pages all but the bodies, and of the page of the month the guides that its text links to.</summary>
    private static Digest KeyOf(Website website) => website.Digests is not { } digests ? default
        : MonthOf(website) is not { } month ? digests.Outward
        : digests.Of(month) is var own && own != default ? Digest.Of(digests.Outward, own) : default;

    private static MonthPage? MonthOf(Website website) => website.Of<MonthPage>().FirstOrDefault(page => page.Month == website.AsOf.Month);

    private static HomeView View(RenderContext context)
    {
        var website = context.Website;
        var quiz = DailyQuestion.Quiz(website);
        var (upcoming, isAhead) = Occasions.Nearest(website);
        var month = MonthOf(website);
        var isCampaignTime = website.Campaign is { } current && website.AsOf >= current.Start.AddDays(-DaysBeforeCampaign) && website.AsOf <= current.End;
        var guides = website.Of<GuidePage>().OrderBy(guide => guide.Order).ThenBy(guide => guide.Address, StringComparer.Ordinal).ToList();
        ImmutableArray<GuidePage> dangers = [.. (month is null ? [] : GuidesOf(website, month)).Concat(guides).Distinct().Take(MostDangers)];
        var question = quiz is null ? null : DailyQuestion.Of(quiz, website.AsOf);
        return new()
        {
            Address = "/",
            Title = website.Settings.Title,
            Description = website.Campaign is { } campaign
                ? $"{campaign.Year}年全国“安全生产月”：{campaign.Slogan}。安全指南、自测、警示案例、体验馆和活动。"
                : $"{website.Settings.Title}：安全指南、自测、警示案例、体验馆和活动。",
            Section = "/",
            Campaign = website.Campaign,
            Month = isCampaignTime ? null : month,
            IsCampaignOver = website.Campaign?.End < website.AsOf,
            NextJune = isCampaignTime || website.AsOf.Month == 6 ? null : new DateOnly(website.AsOf.Month < 6 ? website.AsOf.Year : website.AsOf.Year + 1, 6, 1),
            HasYear = month is not null,
            Plays = [.. new ContentType[] { DecisionPage.Definition, ScenarioPage.Definition, ScenePage.Definition }
                .Where(type => website.Pages.Any(page => page.Type == type)).Select(type => new PageLink(type.ListTitle, type.ListAddress))],
            Quiz = quiz,
            Question = question,
            ToTick = question is null ? ToTick(dangers, website.AsOf) : null,
            Upcoming = upcoming,
            IsAhead = isAhead,
            News = [.. website.Of<NewsPage>().Take(MostNews)],
            Exposures = [.. context.Input.Exposures.Take(MostNews)],
            Statistics = context.Input.Statistics is [.., var newest] ? FigureTexts.Summary(newest) : null,
            Dangers = dangers,
            GuideCount = guides.Count,
            Warnings = [.. website.Of<WarningPage>().OrderByDescending(warning => warning.Occurred).Take(MostWarnings)],
            Audiences = [.. Vocabulary.Audiences.Where(term => website.Pages.Any(page => page.Audiences.Contains(term.Id)))
                .Select(term => new PageLink(term.Label, SiteUrls.OfAudience(term.Id)))],
        };
    }

    // Another one each day; first of those that were checked in time.
    private static GuidePage? ToTick(ImmutableArray<GuidePage> guides, DateOnly day)
    {
        var lists = guides.Where(guide => !guide.Checklist.IsEmpty).ToList();
        var current = lists.Where(guide => !(guide.ReviewBy < day)).ToList();
        lists = current.Count > 0 ? current : lists;
        return lists.Count == 0 ? null : lists[day.DayNumber % lists.Count];
    }

    /// <returns>The guides that a month's text links to, in the order in which they stand.</returns>
    private static IEnumerable<GuidePage> GuidesOf(Website website, MonthPage month) =>
        month.Body.Placeholders.OfType<Placeholder.Address>()
            .Select(placeholder => LinkTargets.Find(website, month.Path, placeholder.Link.Target)).OfType<LinkTarget.ToPage>()
            .Select(target => target.Page).OfType<GuidePage>();
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

    /// <summary>Where there is no question (all are withdrawn until somebody has checked them again, or there is no quiz): one of <see cref="Dangers"/> with a list to tick off, another one each day; or null.</summary>
    public GuidePage? ToTick { get; init; }

    /// <summary>Up to three events and open days from the day of the build on, soonest first; else the last three of a year.</summary>
    public ImmutableArray<Occasion> Upcoming { get; init; } = [];

    /// <summary>Whether <see cref="Upcoming"/> lies ahead of the day of the build.</summary>
    public bool IsAhead { get; init; }

    /// <summary>The five newest.</summary>
    public ImmutableArray<NewsPage> News { get; init; } = [];

    /// <summary>The five newest.</summary>
    public ImmutableArray<SafeExposure> Exposures { get; init; } = [];

    /// <summary>The newest release of statistics in a few figures, or null.</summary>
    public ReleaseSummary? Statistics { get; init; }

    /// <summary>The month of the build, which leads the page; null while the campaign does, or where the site has no page for it.</summary>
    public MonthPage? Month { get; init; }

    /// <summary>Whether <see cref="Campaign"/> ended before the day of the build.</summary>
    public bool IsCampaignOver { get; init; }

    /// <summary>The next 1 June, when the Safety Production Month begins; null in June and while the campaign leads the page.</summary>
    public DateOnly? NextJune { get; init; }

    /// <summary>Whether the site has a calendar of the year.</summary>
    public bool HasYear { get; init; }

    /// <summary>Lists of what is done step by step or by looking: decisions, scenarios, scenes; those that the site has.</summary>
    public ImmutableArray<PageLink> Plays { get; init; } = [];

    /// <summary>Up to six guides: those of the month, then others by order.</summary>
    public ImmutableArray<GuidePage> Dangers { get; init; } = [];

    /// <summary>All guides that the site has.</summary>
    public int GuideCount { get; init; }

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
