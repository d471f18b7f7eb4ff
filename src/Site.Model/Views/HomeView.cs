using System.Collections.Immutable;

namespace Site.Model;

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
    public ReleaseGlance? Statistics { get; init; }

    /// <summary>All guides by order, then title.</summary>
    public ImmutableArray<GuidePage> Guides { get; init; } = [];

    /// <summary>The three newest warning cases.</summary>
    public ImmutableArray<WarningPage> Warnings { get; init; } = [];

    /// <summary>Audiences that have pages, with their lists.</summary>
    public ImmutableArray<PageLink> Audiences { get; init; } = [];
}
