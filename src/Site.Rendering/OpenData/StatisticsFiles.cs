using System.Buffers;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Json;
using Site.Statistics.Published;

namespace Site.Rendering.OpenData;

/// <summary>The figures of all releases as files for other programs, below <c>data/</c>.</summary>
internal static class StatisticsFiles
{
    public static IEnumerable<OutputFile> Render(Website website, PublicInput release) => release.Statistics.IsEmpty ? [] :
    [
        new(TableJson.SchemaAddress[1..], TableJsonSchema.Write),
        .. release.Statistics.SelectMany(one => Of(website.Settings, one)),
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
        using var json = JsonText.FileWriter(output);
        json.WriteStartObject();
        foreach (var id in Always.Concat(all.Select(group => group.Key)).Distinct(StringComparer.Ordinal))
        {
            json.WriteStartObject(id);
            foreach (var (total, parts) in Totals(all[id]))
            {
                json.WriteStartArray(total);
                foreach (var part in parts)
                {
                    json.WriteStringValue(part);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <returns>Each total with its parts, in the order in which they are first met; a table that stops at a coarser level adds nothing.</returns>
    private static IEnumerable<(string Total, List<string> Parts)> Totals(IEnumerable<SafeDimension> dimensions)
    {
        var known = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var dimension in dimensions)
        {
            foreach (var group in Enumerable.Range(0, dimension.Categories.Length).Where(at => dimension.Parents[at] >= 0).GroupBy(at => dimension.Parents[at]))
            {
                var total = dimension.Categories[group.Key];
                if (!known.ContainsKey(total))
                {
                    known.Add(total, [.. group.Select(at => dimension.Categories[at])]);
                    order.Add(total);
                }
            }
        }

        return order.Select(total => (total, known[total]));
    }
}
