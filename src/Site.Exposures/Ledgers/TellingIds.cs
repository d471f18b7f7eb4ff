using System.Globalization;
using Site.Core.Diagnostics;

namespace Site.Exposures.Ledgers;

/// <summary>Finds entries whose days are coarse while their ids, which number entries in their order, tell them.</summary>
internal static class TellingIds
{
    /// <returns>One warning <c>exposure/telling-id</c> for all of them; nothing where ids do not follow the days.</returns>
    public static IEnumerable<Diagnostic> Find(IReadOnlyCollection<Entry> entries, IReadOnlyDictionary<string, GeneralizationLevel> levels)
    {
        var numbered = entries.Select(entry => (Entry: entry, Key: Split(entry.Id))).Where(one => one.Key.Number is not null).ToLookup(one => one.Key.Series, StringComparer.Ordinal);
        var telling = numbered.SelectMany(series =>
        {
            var exact = series.Where(one => !levels.ContainsKey(one.Entry.Id)).OrderBy(one => one.Key.Number).ToList();
            var followDays = exact.Count > 1 && exact[0].Entry.Published < exact[^1].Entry.Published && exact.Zip(exact.Skip(1)).All(pair => pair.First.Entry.Published <= pair.Second.Entry.Published);
            return followDays ? series.Where(one => levels.ContainsKey(one.Entry.Id)).Select(one => one.Entry) : [];
        }).OrderBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        return telling.Count == 0 ? [] : [Diagnostic.Warning("exposure/telling-id", telling.Min(entry => entry.Row.Location),
            $"这 {telling.Count} 条的日期写粗了，编号却跟着先后排，和前后的条目一比就能推出日期：{string.Join('、', telling.Select(entry => entry.Id))}。",
            "有举报的条目，编号不按先后排，例如用几个随机的字母和数字；已经公开过的不改，免得网址失效。")];
    }

    /// <returns>What ids of one series share, and the number at the end; no number where there is none, or too long a one.</returns>
    private static (string Series, long? Number) Split(string id)
    {
        var digits = id.Length;
        while (digits > 0 && char.IsAsciiDigit(id[digits - 1]))
        {
            digits--;
        }

        return (id[..digits], long.TryParse(id.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
    }
}
