using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;

namespace Site.Exposures.Ledgers;

/// <summary>
/// An id occurs once in a ledger. A later ledger may repeat it for the same entry in a later status: then the last one counts.
/// A status never goes back.
/// </summary>
internal static class EntryHistories
{
    /// <returns>For each id the latest entry, in the order of the ids (ordinal).</returns>
    public static ImmutableArray<Entry> Latest(IEnumerable<Entry> entries, List<Diagnostic> diagnostics) =>
    [
        .. entries.GroupBy(entry => entry.Id, StringComparer.OrdinalIgnoreCase)
            .Select(history => Latest([.. history], diagnostics))
            .OrderBy(entry => entry.Id, StringComparer.Ordinal),
    ];

    private static Entry Latest(List<Entry> history, List<Diagnostic> diagnostics)
    {
        for (var at = 1; at < history.Count; at++)
        {
            if (history.Take(at).FirstOrDefault(earlier => !MayFollow(earlier, history[at])) is { } same)
            {
                diagnostics.Add(Diagnostic.Error("exposure/duplicate-id", history[at].Row.LocationOf(ExposureColumns.Id),
                    $"这个编号在 {same.Row.Location.Path} 第 {same.Row.Location.Line} 行已经用过。",
                    "换一个编号；同一条的状态变了，就改原来那一行，或者在后来的台账里写状态更靠后、状态日期更晚的一行。"));
            }
        }

        var ordered = history.OrderBy(entry => entry.Since).ThenBy(entry => entry.Row.Location).ToList();
        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
        {
            if (Rank(later) < Rank(earlier))
            {
                diagnostics.Add(Diagnostic.Error("exposure/status-backwards", later.Row.LocationOf(ExposureColumns.Status),
                    $"状态退回了：这个编号在 {earlier.Row.Location.Path} 第 {earlier.Row.Location.Line} 行已经是“{ExposureVocabularies.Statuses.Label(earlier.Status)}”。",
                    "状态只能往后走；整改以后又出现的问题，请用新的编号另写一条。"));
            }
        }

        return ordered.Aggregate((before, after) => after with { Before = before, IsReported = before.IsReported || after.IsReported });
    }

    private static bool MayFollow(Entry earlier, Entry later) =>
        earlier.Row.Path != later.Row.Path
        && earlier.Since != later.Since
        && (later.Status == ExposureVocabularies.Withdrawn || earlier.Status == ExposureVocabularies.Withdrawn
            || (earlier.Published == later.Published && earlier.Kind == later.Kind && earlier.Firm.Subject == later.Firm.Subject && earlier.Area == later.Area));

    private static int Rank(Entry entry) => ExposureVocabularies.Statuses.Select(status => status.Id).ToList().IndexOf(entry.Status);
}

/// <summary>Checks that no entry returns to a status before the one in which it is published now.</summary>
internal static class PublishedStatuses
{
    private const long LargestInBytes = 64 * 1024 * 1024;

    /// <param name="entries">Each id once, as it is now.</param>
    /// <param name="published">The file <c>data/exposures.json</c> of an earlier build, or null. A file in another format is ignored.</param>
    /// <param name="asOf">The day of this build: a build as of an earlier day than the published one may return to earlier statuses.</param>
    public static IEnumerable<Diagnostic> Find(ImmutableArray<Entry> entries, SourceFile? published, DateOnly asOf)
    {
        var statuses = Of(published, asOf).Statuses;
        return entries.Where(entry => statuses.TryGetValue(entry.Id, out var status) && entry.Published <= asOf && Rank(entry.Status) < Rank(status))
            .Select(entry => Diagnostic.Error("exposure/status-backwards", entry.Row.LocationOf(ExposureColumns.Status),
                $"状态退回了：现在的网站上，这一条已经是“{ExposureVocabularies.Statuses.Label(statuses[entry.Id])}”。",
                "状态只能往后走：整改以后又出现的问题，用新的编号另写一条；上次是误写的，把这个编号改成 withdrawn，再用新的编号另写一条。"));
    }

    /// <returns>The day of the earlier build, and the published statuses by id; no day and none where there is no file that can be read.</returns>
    public static (DateOnly? Day, IReadOnlyDictionary<string, string> Statuses) Of(SourceFile? published, DateOnly asOf)
    {
        var statuses = new Dictionary<string, string>(StringComparer.Ordinal);
        if (published is null || published.Length > LargestInBytes)
        {
            return (null, statuses);
        }

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

                return (day, statuses);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            statuses.Clear();
        }

        return (null, statuses);
    }

    private static int Rank(string status) => ExposureVocabularies.Statuses.Select(term => term.Id).ToList().IndexOf(status);
}
