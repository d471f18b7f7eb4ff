using System.Collections.Immutable;
using Site.Content.Campaigns;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Entries;
using Site.Exposures.Ledgers;
using Site.Statistics.Inputs;
using Site.Statistics.Published;
using Site.Statistics.Releases;
using Site.Statistics.Returns;

namespace Site.Exposures.Released;

/// <summary>What may be shown of <c>input/</c>.</summary>
public sealed record PublicInput
{
    /// <summary>Nothing to show.</summary>
    public static PublicInput Empty { get; } = new();

    /// <summary>Exposure entries of the lists, newest first, then by id.</summary>
    public ImmutableArray<SafeExposure> Exposures { get; init; } = [];

    /// <summary>Entries rectified so long ago that they have left the lists; only their own pages are left, in the same order.</summary>
    public ImmutableArray<SafeExposure> PastExposures { get; init; } = [];

    /// <summary>Ids of withdrawn entries, sorted; their pages say that and nothing else.</summary>
    public ImmutableArray<string> WithdrawnExposures { get; init; } = [];

    /// <summary>Releases of statistics, oldest first.</summary>
    public ImmutableArray<SafeRelease> Statistics { get; init; } = [];
}

/// <summary>Turns the files of <c>input/</c> into what may be shown of them. A build publishes nothing of <c>input/</c> but this.</summary>
public static class PublicInputReader
{
    /// <returns>The safe part, and everything that is wrong; no diagnostic names a private value.</returns>
    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <param name="website">What was read from <c>content/</c>: laws, settings and the day of the build.</param>
    /// <param name="published">The file <c>data/exposures.json</c> of the site that is published now, or null: an entry may not return to an earlier status.</param>
    /// <param name="today">The day after which no return can count yet; null where that is not asked for.</param>
    public static Result<PublicInput> Read(InputFiles files, Website website, SourceFile? published = null, DateOnly? today = null)
    {
        var statistics = ReleasedStatistics.Read(files, ReturnDaysOf(website, today));
        var exposures = ExposureReader.Read(files, website, published);
        var shown = new PublicInput
        {
            Exposures = exposures.Value.Current,
            PastExposures = exposures.Value.Past,
            WithdrawnExposures = exposures.Value.Withdrawn,
            Statistics = statistics.Value,
        };
        return new(shown, [.. statistics.Diagnostics, .. exposures.Diagnostics]);
    }

    /// <returns>Which days returns may count up to: none after today, and none of a year without a campaign page.</returns>
    /// <param name="website">What was read from <c>content/</c>; pages beside those of campaigns are not needed.</param>
    /// <param name="today">Today; null where days to come are not asked for.</param>
    public static ReturnDays ReturnDaysOf(Website website, DateOnly? today) =>
        new(today, [.. website.Of<CampaignPage>().Select(campaign => campaign.Year)]);
}
