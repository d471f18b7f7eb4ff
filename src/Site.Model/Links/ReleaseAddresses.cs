using System.Collections.Frozen;

namespace Site.Model;

/// <summary>The addresses that <c>input/</c> fills, so that links to them are followed and checked like any other.</summary>
public static class ReleaseAddresses
{
    /// <returns>Pages, ending in <c>/</c>, and files, decoded and from the site's root; none where there is nothing to show.</returns>
    public static FrozenSet<string> Of(Release release) =>
        OfStatistics(release).Concat(ExposureAddresses.AllOf(release)).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> OfStatistics(Release release) => release.Statistics.IsEmpty ? [] :
    [
        Statistics.Home,
        Statistics.Method,
        "/data/datapackage.json",
        "/data/catalog.jsonld",
        "/data/table.schema.json",
        .. release.Statistics.SelectMany(OfRelease),
    ];

    private static IEnumerable<string> OfRelease(SafeRelease release) =>
    [
        Statistics.Of(release),
        Statistics.Hierarchies(release),
        .. release.Tables.SelectMany(table => new[]
        {
            Statistics.Of(release, table), Statistics.File(release, table, "csv"), Statistics.File(release, table, "json"),
        }),
    ];
}
