using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Exposures.Entries;

namespace Site.Exposures.Ledgers;

/// <summary>
/// Hides entries that rest on a tip-off among others: each is shown with the same district, sector, time and hazard as at least four
/// others, so that nobody can tell on which day or where somebody has reported one. Where there are fewer, the least informative attribute is
/// generalized first. Entries without a tip-off are generalized too where they are needed to fill a group.
/// </summary>
/// <remarks>
/// k-anonymity with k = 5 (Sweeney 2002) over the four quasi-identifiers, by local recoding. Limits: a firm that is named knows what it was
/// named for; that there are tip-offs is not hidden, nor, where more than five entries are shown alike, that all of them rest on one.
/// </remarks>
internal static class Generalization
{
    /// <summary>The smallest number of entries in a group that looks alike (k).</summary>
    private const int SmallestGroup = 5;

    private static readonly ImmutableArray<GeneralizationLevel> Levels =
        [GeneralizationLevel.Week, GeneralizationLevel.Month, GeneralizationLevel.City, GeneralizationLevel.Sectors, GeneralizationLevel.Hazards, GeneralizationLevel.Year];

    /// <summary>Finds the level of generalization at which each entry has to be shown.</summary>
    /// <param name="entries">Everything that will be shown, in a fixed order; red lists are left as they are.</param>
    /// <param name="batches">Entries hide among those that appear on the same day: readers have seen all others as they are.</param>
    /// <param name="diagnostics">Receives <c>exposure/coarsened</c> for each group, and <c>exposure/too-few-alike</c> where even that is not enough: these are shown without their hazards.</param>
    /// <returns>Levels by id; entries that are shown unchanged are absent.</returns>
    public static IReadOnlyDictionary<string, GeneralizationLevel> Of(IEnumerable<Entry> entries, Batches batches, List<Diagnostic> diagnostics)
    {
        string Key(Entry entry, GeneralizationLevel level) => $"{(batches.Are ? $"{batches.FirstFrom(entry.Published):yyyyMMdd}" : "")}|{Generalization.Key(entry, level)}";

        var all = entries.Where(entry => entry.Kind != ExposureVocabularies.RedList).ToList();
        var groups = new List<Group>();
        var open = all.Where(entry => entry.IsReported).ToList();
        foreach (var level in Levels)
        {
            foreach (var alike in open.GroupBy(entry => Key(entry, level)).ToList())
            {
                if (FillGroup(all, groups, [.. alike], level, Key) is { } group)
                {
                    groups.RemoveAll(other => other.Level < level && other.Members.TrueForAll(group.Members.Contains));
                    groups.Add(group);
                }
            }

            open.RemoveAll(entry => groups.Exists(group => group.Members.Contains(entry)));
        }

        foreach (var group in groups)
        {
            diagnostics.Add(Generalized(group));
        }

        if (open.Count > 0)
        {
            diagnostics.Add(TooFew(open));
            groups.Add(new(GeneralizationLevel.Hazards, open));
        }

        return groups.SelectMany(group => group.Members.Select(member => (member.Id, group.Level))).ToDictionary(pair => pair.Id, pair => pair.Level, StringComparer.Ordinal);
    }

    /// <summary>Adds to reported entries the nearest free ones, then whole groups, until there are enough; null where there are not.</summary>
    private static Group? FillGroup(List<Entry> all, List<Group> groups, List<Entry> reported, GeneralizationLevel level, Func<Entry, GeneralizationLevel, string> keyOf)
    {
        var key = keyOf(reported[0], level);
        var inReach = all.Where(entry => keyOf(entry, level) == key).ToList();
        if (inReach.Count < SmallestGroup)
        {
            return null;
        }

        var free = inReach.Where(entry => !reported.Contains(entry) && !groups.Exists(group => group.Members.Contains(entry)))
            .OrderBy(entry => Levels.First(finer => keyOf(entry, finer) == keyOf(reported[0], finer))).ThenBy(entry => entry.Id, StringComparer.Ordinal);
        List<Entry> members = [.. reported, .. free.Take(Math.Max(0, SmallestGroup - reported.Count))];
        foreach (var group in groups.Where(group => group.Level <= level && inReach.Contains(group.Members[0])))
        {
            if (members.Count >= SmallestGroup)
            {
                break;
            }

            members.AddRange(group.Members);
        }

        return members.Count < SmallestGroup ? null : new(level, [.. members.OrderBy(entry => entry.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The attributes that entries share at a level. Entries with equal keys at one level have equal keys at every later level.</summary>
    private static string Key(Entry entry, GeneralizationLevel level)
    {
        var day = entry.Published;
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return string.Create(CultureInfo.InvariantCulture, $"{(level == GeneralizationLevel.Week ? $"{monday:yyyyMMdd}" : "")}|{(level < GeneralizationLevel.Year ? $"{day:yyyyMM}" : $"{day:yyyy}")}"
            + $"|{(level < GeneralizationLevel.City ? entry.Area.District : "")}|{(level < GeneralizationLevel.Sectors ? entry.Sector : "")}"
            + $"|{(level < GeneralizationLevel.Hazards ? entry.HazardType : "")}");
    }

    private static Diagnostic Generalized(Group group) => Diagnostic.Warning("exposure/coarsened", group.Members.Min(member => member.Row.Location),
        $"为了不让人推知线索来源，这 {group.Members.Count} 条按同样的粗细公开（{string.Join('、', group.Members.Select(member => member.Id))}）：{Description(group.Level)}。",
        "不用处理；相近的条目多了，下次生成时会自动公开得细一些。");

    private static Diagnostic TooFew(List<Entry> open) => Diagnostic.Warning("exposure/too-few-alike", open.Min(entry => entry.Row.Location),
        $"这 {open.Count} 条（{string.Join('、', open.Select(entry => entry.Id).Order(StringComparer.Ordinal))}）相近的条目太少，已经尽量少公开：{Description(GeneralizationLevel.Hazards)}；仍然可能让人推知线索来源。",
        "请业务科室研究要不要缓一缓再公开；暂不公开的，把 published 改到以后，或者把状态改成 withdrawn。") with
    {
        Outside = $"有 {open.Count} 条相近的条目太少，已经尽量少公开：{Description(GeneralizationLevel.Hazards)}；仍然可能让人推知线索来源。是哪几条，在本机用 --internal 查看。",
    };

    private static string Description(GeneralizationLevel level) => string.Join('，', new[]
    {
        level < GeneralizationLevel.Year ? "日期只到月" : "日期只到年",
        level < GeneralizationLevel.City ? "区域只到区县，不写地点，不放照片" : "区域只写全市，不写地点，不放照片",
        level < GeneralizationLevel.Sectors ? null : "不写行业",
        level < GeneralizationLevel.Hazards ? null : "不写具体隐患、条号和决定内容，只留文号的字和年",
    }.OfType<string>());

    private sealed record Group(GeneralizationLevel Level, List<Entry> Members);
}

/// <summary>How far an entry is generalized. Each level includes all levels before it.</summary>
internal enum GeneralizationLevel
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>Days as months, streets as districts, no place, no picture: for entries that are alike by district, sector, week and type of hazard.</summary>
    Week,

    /// <summary>The same, for those alike in the same month.</summary>
    Month,

    /// <summary>The whole city in place of the district.</summary>
    City,

    /// <summary>No sector.</summary>
    Sectors,

    /// <summary>No hazard: neither its type nor its words, nor articles and decisions that tell of it.</summary>
    Hazards,

    /// <summary>Days as years.</summary>
    Year,
}
