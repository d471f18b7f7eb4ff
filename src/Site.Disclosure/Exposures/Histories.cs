using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>
/// An id stands once in a ledger. It may come again in a later ledger, as the same entry in a later status: then the last one counts.
/// A status never goes back.
/// </summary>
internal static class Histories
{
    /// <returns>For each id the entry as it is now, in the order of the ids (ordinal).</returns>
    public static ImmutableArray<Entry> Latest(IEnumerable<Entry> entries, List<Problem> problems) =>
    [
        .. entries.GroupBy(entry => entry.Id, StringComparer.OrdinalIgnoreCase)
            .Select(history => Latest([.. history], problems))
            .OrderBy(entry => entry.Id, StringComparer.Ordinal),
    ];

    private static Entry Latest(List<Entry> history, List<Problem> problems)
    {
        for (var at = 1; at < history.Count; at++)
        {
            if (history.Take(at).FirstOrDefault(earlier => !MayFollow(earlier, history[at])) is { } same)
            {
                problems.Add(Problem.Error("exposure/duplicate-id", history[at].Row.PlaceOf(ExposureColumns.Id),
                    $"这个编号在 {same.Row.Where.Path} 第 {same.Row.Where.Line} 行已经用过。",
                    "换一个编号；同一条的状态变了，就改原来那一行，或者在后来的台账里写状态更靠后、状态日期更晚的一行。"));
            }
        }

        var ordered = history.OrderBy(entry => entry.Since).ThenBy(entry => entry.Row.Where).ToList();
        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
        {
            if (Rank(later) < Rank(earlier))
            {
                problems.Add(Problem.Error("exposure/status-backwards", later.Row.PlaceOf(ExposureColumns.Status),
                    $"状态退回了：这个编号在 {earlier.Row.Where.Path} 第 {earlier.Row.Where.Line} 行已经是“{ExposureVocabularies.Statuses.Label(earlier.Status)}”。",
                    "状态只能往后走；整改以后又出现的问题，请用新的编号另写一条。"));
            }
        }

        return ordered[^1];
    }

    private static bool MayFollow(Entry earlier, Entry later) =>
        earlier.Row.Path != later.Row.Path
        && earlier.Since != later.Since
        && (later.Status == ExposureVocabularies.Withdrawn || earlier.Status == ExposureVocabularies.Withdrawn
            || (earlier.Published == later.Published && earlier.Kind == later.Kind && earlier.Firm.Subject == later.Firm.Subject && earlier.Area == later.Area));

    private static int Rank(Entry entry) => ExposureVocabularies.Statuses.Select(status => status.Id).ToList().IndexOf(entry.Status);
}
