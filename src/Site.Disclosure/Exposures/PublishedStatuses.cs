using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Sees to it that no entry goes back behind the status in which it is published now.</summary>
internal static class PublishedStatuses
{
    private const long LargestInBytes = 64 * 1024 * 1024;

    /// <param name="entries">Each id once, as it is now.</param>
    /// <param name="published">The file <c>data/exposures.json</c> of an earlier build, or null; where it is no such file, it says nothing.</param>
    /// <param name="asOf">The day of this build: a build as of an earlier day than the published one goes back on purpose.</param>
    public static IEnumerable<Problem> Find(ImmutableArray<Entry> entries, SourceFile? published, DateOnly asOf)
    {
        if (published is null || published.Length > LargestInBytes)
        {
            return [];
        }

        var statuses = Read(published, asOf);
        return entries.Where(entry => statuses.TryGetValue(entry.Id, out var status) && entry.Published <= asOf && Rank(entry.Status) < Rank(status))
            .Select(entry => Problem.Error("exposure/status-backwards", entry.Row.PlaceOf(ExposureColumns.Status),
                $"状态退回了：现在的网站上，这一条已经是“{ExposureVocabularies.Statuses.Label(statuses[entry.Id])}”。",
                "状态只能往后走：整改以后又出现的问题，用新的编号另写一条；上次是误写的，把这个编号改成 withdrawn，再用新的编号另写一条。"));
    }

    private static Dictionary<string, string> Read(SourceFile published, DateOnly asOf)
    {
        var statuses = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(published.Load());
            var root = json.RootElement;
            if (DateOnly.TryParseExact(root.GetProperty("as_of").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= asOf)
            {
                foreach (var entry in root.GetProperty("entries").EnumerateArray())
                {
                    statuses[entry.GetProperty("id").GetString() ?? ""] = entry.GetProperty("status").GetString() ?? "";
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            statuses.Clear();
        }

        return statuses;
    }

    private static int Rank(string status) => ExposureVocabularies.Statuses.Select(term => term.Id).ToList().IndexOf(status);
}
