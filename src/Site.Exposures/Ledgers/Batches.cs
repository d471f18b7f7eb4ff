using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Exposures.Entries;

namespace Site.Exposures.Ledgers;

/// <summary>
/// The days on which entries appear together, and on which what rests on a lead changes: a reader who compares the site of one day with that of the day before
/// learns no day that the entry itself does not tell.
/// </summary>
/// <param name="days">Days of each month, 1 to 28 and ascending; empty where each entry appears on its own day.</param>
internal sealed class Batches(ImmutableArray<int> days)
{
    /// <summary>Whether there are such days.</summary>
    public bool Are => !days.IsEmpty;

    /// <returns>The last of the days up to a day; the day itself where there are none.</returns>
    public DateOnly LastUpTo(DateOnly day)
    {
        for (var at = day; Are; at = at.AddDays(-1))
        {
            if (days.Contains(at.Day))
            {
                return at;
            }
        }

        return day;
    }

    /// <returns>The first of the days from a day on, on which an entry of that day appears; the day itself where there are none.</returns>
    public DateOnly FirstFrom(DateOnly day)
    {
        for (var at = day; Are && at < DateOnly.MaxValue; at = at.AddDays(1))
        {
            if (days.Contains(at.Day))
            {
                return at;
            }
        }

        return day;
    }

    /// <summary>Finds what rests on a lead and would appear on a day of its own: it was written down after its day, when the site had been built without it.</summary>
    /// <param name="live">Entries whose day has come.</param>
    /// <param name="built">The day of the last build, or null.</param>
    /// <param name="published">What was published then, by id.</param>
    /// <param name="asOf">The day of this build.</param>
    /// <returns>One warning <c>exposure/late-entry</c> for all of them.</returns>
    public IEnumerable<Diagnostic> FindLate(ImmutableArray<Entry> live, DateOnly? built, IReadOnlyDictionary<string, string> published, DateOnly asOf)
    {
        var late = !Are || LastUpTo(asOf) == asOf ? [] : live.Where(entry => entry.IsReported && entry.Status is ExposureVocabularies.Open or ExposureVocabularies.InProgress
            && !published.ContainsKey(entry.Id) && FirstFrom(entry.Published) <= built).OrderBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        if (late.Count > 0)
        {
            var why = "公布日期在上一个集中公开日以前，网站上却还没有：现在会单独出现，天天比较网站的人看得出是哪天加的";
            yield return Diagnostic.Warning("exposure/late-entry", late.Min(entry => entry.Row.Location), $"这 {late.Count} 条（{string.Join('、', late.Select(entry => entry.Id))}）{why}。",
                string.Create(CultureInfo.InvariantCulture, $"把 published 改成今天或以后，就在下一个集中公开日（{FirstFrom(asOf):yyyy-MM-dd}）和别的条目一起出现。")) with
            {
                Outside = $"有 {late.Count} 条{why}。是哪几条，在本机用 --internal 查看。",
            };
        }
    }
}
