using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Disclosure;

/// <summary>
/// Keeps entries that rest on a lead among others like them: each is shown in the same words as at least four others by district, sector,
/// time and hazard, so that nobody can tell which of them somebody has reported. Where there are fewer, the least telling thing is
/// coarsened first; entries that rest on no lead are taken along where needed.
/// </summary>
/// <remarks>
/// k-anonymity with k = 5 (Sweeney 2002) over the four quasi-identifiers, by local recoding. Limits: a firm that is named knows what it was
/// named for; this hides which entries rest on leads, not that there are leads.
/// </remarks>
internal static class Coarsening
{
    /// <summary>Entries that must look alike.</summary>
    private const int Alike = 5;

    private static readonly ImmutableArray<Generality> Steps =
        [Generality.Week, Generality.Month, Generality.City, Generality.Sectors, Generality.Hazards, Generality.Year];

    /// <summary>Finds how coarsely each entry has to be shown.</summary>
    /// <param name="entries">Everything that will be shown, in a fixed order; red lists are left as they are.</param>
    /// <param name="problems">Takes <c>exposure/coarsened</c> for each group, and <c>exposure/too-few-alike</c> where even that is not enough: these are shown without their hazards.</param>
    /// <returns>By id; entries that are shown as they are are missing.</returns>
    public static IReadOnlyDictionary<string, Generality> Of(IEnumerable<Entry> entries, List<Problem> problems)
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
            problems.Add(Told(group));
        }

        if (open.Count > 0)
        {
            problems.Add(TooFew(open));
            groups.Add(new(Generality.Hazards, open));
        }

        return groups.SelectMany(group => group.Members.Select(member => (member.Id, group.Step))).ToDictionary(pair => pair.Id, pair => pair.Step, StringComparer.Ordinal);
    }

    /// <summary>Adds to reported entries the nearest free ones, then whole groups, until there are enough; null where there are not.</summary>
    private static Group? Gather(List<Entry> all, List<Group> groups, List<Entry> reported, Generality step)
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
    private static string Key(Entry entry, Generality step)
    {
        var day = entry.Published;
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return string.Create(CultureInfo.InvariantCulture, $"{(step == Generality.Week ? $"{monday:yyyyMMdd}" : "")}|{(step < Generality.Year ? $"{day:yyyyMM}" : $"{day:yyyy}")}"
            + $"|{(step < Generality.City ? entry.Area.District : "")}|{(step < Generality.Sectors ? entry.Sector : "")}"
            + $"|{(step < Generality.Hazards ? entry.HazardType : "")}");
    }

    private static Problem Told(Group group) => Problem.Warning("exposure/coarsened", group.Members.Min(member => member.Row.Where),
        $"为了不让人推知线索来源，这 {group.Members.Count} 条按同样的粗细公开（{string.Join('、', group.Members.Select(member => member.Id))}）：{Words(group.Step)}。",
        "不用处理；相近的条目多了，下次生成时会自动公开得细一些。");

    private static Problem TooFew(List<Entry> open) => Problem.Warning("exposure/too-few-alike", open.Min(entry => entry.Row.Where),
        $"这 {open.Count} 条（{string.Join('、', open.Select(entry => entry.Id).Order(StringComparer.Ordinal))}）相近的条目太少，已经尽量少公开：{Words(Generality.Hazards)}；仍然可能让人推知线索来源。",
        "请业务科室研究要不要缓一缓再公开；暂不公开的，把 published 改到以后，或者把状态改成 withdrawn。");

    private static string Words(Generality step) => string.Join('，', new[]
    {
        step < Generality.Year ? "日期只到月" : "日期只到年",
        step < Generality.City ? "区域只到区县，不写地点" : "区域只写全市，不写地点",
        step < Generality.Sectors ? null : "不写行业",
        step < Generality.Hazards ? null : "不写具体隐患、条号和决定内容，只留文号",
    }.OfType<string>());

    private sealed record Group(Generality Step, List<Entry> Members);
}
