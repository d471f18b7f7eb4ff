using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Exposures.Entries;

namespace Site.Exposures.Ledgers;

/// <summary>
/// Keeps entries that rest on a lead among others like them: each is shown in the same words as at least four others by district, sector,
/// time and hazard, so that nobody can tell which of them somebody has reported. Where there are fewer, the least telling thing is
/// coarsened first; entries that rest on no lead are taken along where needed.
/// </summary>
/// <remarks>
/// k-anonymity with k = 5 (Sweeney 2002) over the four quasi-identifiers, by local recoding. Limits: a firm that is named knows what it was
/// named for; this hides which entries rest on leads, not that there are leads.
/// </remarks>
internal static class Generalization
{
    /// <summary>Entries that must look alike.</summary>
    private const int Alike = 5;

    private static readonly ImmutableArray<GeneralizationLevel> Steps =
        [GeneralizationLevel.Week, GeneralizationLevel.Month, GeneralizationLevel.City, GeneralizationLevel.Sectors, GeneralizationLevel.Hazards, GeneralizationLevel.Year];

    /// <summary>Finds how coarsely each entry has to be shown.</summary>
    /// <param name="entries">Everything that will be shown, in a fixed order; red lists are left as they are.</param>
    /// <param name="diagnostics">Takes <c>exposure/coarsened</c> for each group, and <c>exposure/too-few-alike</c> where even that is not enough: these are shown without their hazards.</param>
    /// <returns>By id; entries that are shown as they are are missing.</returns>
    public static IReadOnlyDictionary<string, GeneralizationLevel> Of(IEnumerable<Entry> entries, List<Diagnostic> diagnostics)
    {
        var all = entries.Where(entry => entry.Kind != ExposureVocabularies.RedList).ToList();
        var groups = new List<Group>();
        var open = all.Where(entry => entry.IsReported).ToList();
        foreach (var step in Steps)
        {
            foreach (var alike in open.GroupBy(entry => Key(entry, step)).ToList())
            {
                if (Gather(all, groups, [.. alike], step) is { } group)
                {
                    groups.RemoveAll(other => other.Step < step && other.Members.TrueForAll(group.Members.Contains));
                    groups.Add(group);
                }
            }

            open.RemoveAll(entry => groups.Exists(group => group.Members.Contains(entry)));
        }

        foreach (var group in groups)
        {
            diagnostics.Add(Told(group));
        }

        if (open.Count > 0)
        {
            diagnostics.Add(TooFew(open));
            groups.Add(new(GeneralizationLevel.Hazards, open));
        }

        return groups.SelectMany(group => group.Members.Select(member => (member.Id, group.Step))).ToDictionary(pair => pair.Id, pair => pair.Step, StringComparer.Ordinal);
    }

    /// <summary>Adds to reported entries the nearest free ones, then whole groups, until there are enough; null where there are not.</summary>
    private static Group? Gather(List<Entry> all, List<Group> groups, List<Entry> reported, GeneralizationLevel step)
    {
        var key = Key(reported[0], step);
        var inReach = all.Where(entry => Key(entry, step) == key).ToList();
        if (inReach.Count < Alike)
        {
            return null;
        }

        var free = inReach.Where(entry => !reported.Contains(entry) && !groups.Exists(group => group.Members.Contains(entry)))
            .OrderBy(entry => Steps.First(finer => Key(entry, finer) == Key(reported[0], finer))).ThenBy(entry => entry.Id, StringComparer.Ordinal);
        List<Entry> members = [.. reported, .. free.Take(Math.Max(0, Alike - reported.Count))];
        foreach (var group in groups.Where(group => group.Step <= step && inReach.Contains(group.Members[0])))
        {
            if (members.Count >= Alike)
            {
                break;
            }

            members.AddRange(group.Members);
        }

        return members.Count < Alike ? null : new(step, [.. members.OrderBy(entry => entry.Id, StringComparer.Ordinal)]);
    }

    /// <summary>What entries have in common at a step; keys of later steps follow from those of earlier ones.</summary>
    private static string Key(Entry entry, GeneralizationLevel step)
    {
        var day = entry.Published;
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return string.Create(CultureInfo.InvariantCulture, $"{(step == GeneralizationLevel.Week ? $"{monday:yyyyMMdd}" : "")}|{(step < GeneralizationLevel.Year ? $"{day:yyyyMM}" : $"{day:yyyy}")}"
            + $"|{(step < GeneralizationLevel.City ? entry.Area.District : "")}|{(step < GeneralizationLevel.Sectors ? entry.Sector : "")}"
            + $"|{(step < GeneralizationLevel.Hazards ? entry.HazardType : "")}");
    }

    private static Diagnostic Told(Group group) => Diagnostic.Warning("exposure/coarsened", group.Members.Min(member => member.Row.Where),
        $"为了不让人推知线索来源，这 {group.Members.Count} 条按同样的粗细公开（{string.Join('、', group.Members.Select(member => member.Id))}）：{Words(group.Step)}。",
        "不用处理；相近的条目多了，下次生成时会自动公开得细一些。");

    private static Diagnostic TooFew(List<Entry> open) => Diagnostic.Warning("exposure/too-few-alike", open.Min(entry => entry.Row.Where),
        $"这 {open.Count} 条（{string.Join('、', open.Select(entry => entry.Id).Order(StringComparer.Ordinal))}）相近的条目太少，已经尽量少公开：{Words(GeneralizationLevel.Hazards)}；仍然可能让人推知线索来源。",
        "请业务科室研究要不要缓一缓再公开；暂不公开的，把 published 改到以后，或者把状态改成 withdrawn。");

    private static string Words(GeneralizationLevel step) => string.Join('，', new[]
    {
        step < GeneralizationLevel.Year ? "日期只到月" : "日期只到年",
        step < GeneralizationLevel.City ? "区域只到区县，不写地点" : "区域只写全市，不写地点",
        step < GeneralizationLevel.Sectors ? null : "不写行业",
        step < GeneralizationLevel.Hazards ? null : "不写具体隐患、条号和决定内容，只留文号",
    }.OfType<string>());

    private sealed record Group(GeneralizationLevel Step, List<Entry> Members);
}

/// <summary>How coarsely an entry is shown. Each step holds all steps before it.</summary>
internal enum GeneralizationLevel
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>Days as months, streets as districts, no place: for entries that are alike by district, sector, week and type of hazard.</summary>
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
