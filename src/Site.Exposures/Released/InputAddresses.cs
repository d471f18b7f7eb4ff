using System.Collections.Frozen;
using Site.Exposures.Entries;
using Site.Statistics.Published;

namespace Site.Exposures.Released;

/// <summary>The addresses that <c>input/</c> fills, so that links to them are checked like any other.</summary>
public static class InputAddresses
{
    /// <returns>Pages, ending in <c>/</c>, and files, decoded and from the site's root; none where there is nothing to show.</returns>
    public static FrozenSet<string> Of(PublicInput input) =>
        OfStatistics(input).Concat(OfExposures(input)).ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Pages and files of exposure entries, decoded and from the site's root; none where there are no entries.</returns>
    public static IEnumerable<string> OfExposures(PublicInput input) =>
        input.Exposures.IsEmpty && input.PastExposures.IsEmpty && input.WithdrawnExposures.IsEmpty ? [] :
        [
            ExposureAddresses.Home, ExposureAddresses.Rectified, ExposureAddresses.Csv, ExposureAddresses.Json, ExposureAddresses.Schema,
            .. input.Exposures.Select(entry => entry.Kind).Distinct().Select(ExposureAddresses.OfKind),
            .. input.Exposures.Concat(input.PastExposures).Select(entry => ExposureAddresses.Of(entry.Id)),
            .. input.WithdrawnExposures.Select(ExposureAddresses.Of),
        ];

    private static IEnumerable<string> OfStatistics(PublicInput input) => input.Statistics.IsEmpty ? [] :
    [
        StatisticsUrls.Home,
        StatisticsUrls.Method,
        "/data/datapackage.json",
        "/data/catalog.jsonld",
        "/data/table.schema.json",
        .. input.Statistics.SelectMany(OfRelease),
    ];

    private static IEnumerable<string> OfRelease(SafeRelease release) =>
    [
        StatisticsUrls.Of(release),
        StatisticsUrls.Hierarchies(release),
        .. release.Tables.SelectMany(table => new[]
        {
            StatisticsUrls.Of(release, table), StatisticsUrls.File(release, table, "csv"), StatisticsUrls.File(release, table, "json"),
        }),
    ];
}
