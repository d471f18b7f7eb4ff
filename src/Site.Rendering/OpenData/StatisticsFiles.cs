using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Json;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Statistics.Published;

namespace Site.Rendering.OpenData;

/// <summary>The figures of all releases as files for other programs, below <c>data/</c>.</summary>
internal static class StatisticsFiles
{
    public static IEnumerable<OutputFile> Render(Website website, PublicInput input) => input.Statistics.IsEmpty ? [] :
    [
        new(TableJson.SchemaAddress[1..], TableJson.WriteSchema),
        .. input.Statistics.SelectMany(one => Of(website.Settings, one)),
    ];

    private static IEnumerable<OutputFile> Of(SiteSettings settings, SafeRelease release) =>
    [
        new(StatisticsUrls.Hierarchies(release)[1..], output => HierarchiesFile.Write(output, release)),
        .. release.Tables.SelectMany(table => new OutputFile[]
        {
            new(StatisticsUrls.File(release, table, "csv")[1..], output => TableCsv.Write(output, table)),
            new(StatisticsUrls.File(release, table, "json")[1..], output => TableJson.Write(output, settings, release, table)),
        }),
    ];
}

/// <summary>What adds up to what in a release: <c>{"area": {"全市": ["甲区", …]}, "sector": {"合计": […]}, "week": {}}</c>. Weeks are cumulative and have no parts.</summary>
internal static class HierarchiesFile
{
    /// <summary>Dimensions that stand in every file, whether a table has them or not.</summary>
    private static readonly string[] Always = ["area", "sector", SafeDimensions.Week];

    public static void Write(IBufferWriter<byte> output, SafeRelease release)
    {
        var all = release.Tables.SelectMany(table => table.Dimensions).ToLookup(dimension => dimension.Id, StringComparer.Ordinal);
        var hierarchies = new OrderedDictionary<string, OrderedDictionary<string, ImmutableArray<string>>>(StringComparer.Ordinal);
        foreach (var id in Always.Concat(all.Select(group => group.Key)).Distinct(StringComparer.Ordinal))
        {
            hierarchies.Add(id, Totals(all[id]));
        }

        JsonText.WriteFile(output, hierarchies, HierarchiesContext.Default.Hierarchies);
    }

    /// <returns>Each total with its parts, in the order in which they are first met; a table that stops at a coarser level adds nothing.</returns>
    private static OrderedDictionary<string, ImmutableArray<string>> Totals(IEnumerable<SafeDimension> dimensions)
    {
        var totals = new OrderedDictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var dimension in dimensions)
        {
            foreach (var group in Enumerable.Range(0, dimension.Categories.Length).Where(at => dimension.Parents[at] >= 0).GroupBy(at => dimension.Parents[at]))
            {
                totals.TryAdd(dimension.Categories[group.Key], [.. group.Select(at => dimension.Categories[at])]);
            }
        }

        return totals;
    }
}

[JsonSerializable(typeof(OrderedDictionary<string, OrderedDictionary<string, ImmutableArray<string>>>), TypeInfoPropertyName = "Hierarchies")]
internal sealed partial class HierarchiesContext : JsonSerializerContext;
