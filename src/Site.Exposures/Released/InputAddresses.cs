using System.Collections.Frozen;
using Site.Exposures.Entries;
using Site.Statistics.Published;

namespace Site.Exposures.Released;

/// <summary>The addresses that <c>input/</c> fills, so that links to them are followed and checked like any other.</summary>
public static class InputAddresses
{
    /// <returns>Pages, ending in <c>/</c>, and files, decoded and from the site's root; none where there is nothing to show.</returns>
    public static FrozenSet<string> Of(PublicInput release) =>
        OfStatistics(release).Concat(ExposureAddresses.AllOf(release)).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> OfStatistics(PublicInput release) => release.Statistics.IsEmpty ? [] :
    [
        StatisticsUrls.Home,
        StatisticsUrls.Method,
        "/data/datapackage.json",
        "/data/catalog.jsonld",
        "/data/table.schema.json",
        .. release.Statistics.SelectMany(OfRelease),
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
