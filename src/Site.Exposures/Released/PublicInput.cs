using System.Collections.Immutable;
using Site.Content.Campaigns;
using Site.Content.Settings;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
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

    /// <returns>The pictures that entries show.</returns>
    public IEnumerable<SafePicture> Pictures() =>
        Exposures.Concat(PastExposures).SelectMany(entry => new[] { entry.Picture, entry.PictureAfter }).OfType<SafePicture>();

    /// <returns>Of each kind of entry but praise that there is: how many are put right, of how many that were shown and not withdrawn.</returns>
    public ImmutableArray<(string Label, int Rectified, int All)> Progress() =>
    [
        .. from kind in ExposureVocabularies.Kinds
           where kind.Id != ExposureVocabularies.RedList
           let entries = Exposures.Concat(PastExposures).Where(entry => entry.Kind == kind.Id).ToList()
           where entries.Count > 0
           select (kind.Label, entries.Count(entry => entry.Status == ExposureVocabularies.Rectified), entries.Count),
    ];
}

/// <summary>Turns the files of <c>input/</c> into what may be shown of them. A build publishes nothing of <c>input/</c> but this.</summary>
public static class PublicInputReader
{
    /// <returns>The safe part, and everything that is wrong; no diagnostic names a private value.</returns>
    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <param name="ground">What was read from <c>content/</c>.</param>
    /// <param name="published">The file <c>data/exposures.json</c> of the site that is published now, or null: an entry may not return to an earlier status.</param>
    /// <param name="today">The day after which no return can count yet; null where that is not asked for.</param>
    public static Result<PublicInput> Read(InputFiles files, InputGround ground, SourceFile? published = null, DateOnly? today = null)
    {
        var statistics = ReleasedStatistics.Read(files, ReturnDaysOf(ground, today));
        var exposures = ExposureReader.Read(files, ground, published);
        var shown = new PublicInput
        {
            Exposures = exposures.Value.Current,
            PastExposures = exposures.Value.Past,
            WithdrawnExposures = exposures.Value.Withdrawn,
            Statistics = statistics.Value,
        };
        return new(shown, [.. statistics.Diagnostics, .. exposures.Diagnostics, .. UnknownAreas(statistics.Value, ground.Settings)]);
    }

    /// <returns>A warning at each place of the map of areas that no table has.</returns>
    private static IEnumerable<Diagnostic> UnknownAreas(ImmutableArray<SafeRelease> releases, SiteSettings settings)
    {
        var areas = releases.SelectMany(release => release.Tables).SelectMany(table => table.Dimensions).Where(dimension => dimension.Id == SafeDimensions.Area)
            .SelectMany(dimension => dimension.Categories).ToHashSet(StringComparer.Ordinal);
        return
            from row in settings.AreaMap.Select((names, at) => (names, at))
            from name in row.names
            where areas.Count > 0 && name != SiteSettings.NoArea && !areas.Contains(name)
            select Diagnostic.Warning("site/unknown-area", settings.Locations[$"areaMap.{row.at}"],
                $"已公布的表里没有叫 “{Quoted.Short(name)}” 的地方，图上不会有它。",
                NearestName.Find(name, areas) is { } near ? $"是不是 “{near}”？名称要和 input/units.csv 里的一样。" : "名称要和 input/units.csv 里的一样；空着的地方写一个点。");
    }

    /// <returns>Which days returns may count up to: none after today, and none of a year without a campaign page.</returns>
    /// <param name="ground">What was read from <c>content/</c>; pages beside those of campaigns are not needed.</param>
    /// <param name="today">Today; null where days to come are not asked for.</param>
    public static ReturnDays ReturnDaysOf(InputGround ground, DateOnly? today) =>
        new(today, [.. ground.Of<CampaignPage>().Select(campaign => campaign.Year)]);
}
