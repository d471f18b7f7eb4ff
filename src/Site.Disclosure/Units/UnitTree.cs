using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Sees to it that the units form one tree.</summary>
internal static class UnitTree
{
    private const string Cure = "检查 parent 一列：最上面的一个单位（市）留空，其余各写上级单位的 id。";

    /// <summary>Nation, province, city, district, street, village, firm, branch: no real tree is deeper.</summary>
    private const int MostLevels = 12;

    /// <param name="problems">
    /// Takes <c>units/too-deep</c>, <c>units/duplicate-id</c>, <c>units/unknown-parent</c>, <c>units/own-ancestor</c>, <c>units/several-roots</c>,
    /// <c>units/root-no-area</c>, <c>units/unknown-successor</c> and <c>units/closed-before-opened</c>.
    /// </param>
    public static void Find(ImmutableArray<Unit> units, List<Problem> problems)
    {
        var known = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            if (!known.TryAdd(unit.Id, unit))
            {
                Report("duplicate-id", unit, $"id “{unit.Id}” 已经用于第 {known[unit.Id].Where.Line} 行的“{known[unit.Id].Name}”。", "每个单位用自己的 id；同一单位只写一行。");
            }
        }

        foreach (var unit in units)
        {
            if (unit.Parent is { } parent && !known.ContainsKey(parent))
            {
                Report("unknown-parent", unit, $"“{unit.Name}”的上级 “{parent}” 不在表里。", "改成表里某个单位的 id，或者补上那个单位。");
            }

            if (unit.MergedInto is { } successor && (successor == unit.Id || !known.ContainsKey(successor)))
            {
                Report("unknown-successor", unit, $"“{unit.Name}”并入的单位 “{successor}” 不在表里。", "改成表里另一个单位的 id，或者留空。");
            }

            if (unit.Closed <= unit.Opened)
            {
                Report("closed-before-opened", unit, $"“{unit.Name}”的撤销日期不晚于设立日期。", "检查 opened 和 closed 两列。");
            }
        }

        FindCircles(units, known, Report);
        FindRoots(units, Report);

        void Report(string what, Unit unit, string message, string cure) => problems.Add(Problem.Error($"units/{what}", unit.Where, message, cure));
    }

    private static void FindCircles(ImmutableArray<Unit> units, Dictionary<string, Unit> known, Action<string, Unit, string, string> report)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            var way = new List<string>();
            var on = new HashSet<string>(StringComparer.Ordinal);
            var at = unit;
            while (at is not null && !depths.ContainsKey(at.Id) && on.Add(at.Id))
            {
                way.Add(at.Id);
                at = at.Parent is null ? null : known.GetValueOrDefault(at.Parent);
            }

            if (at is not null && !depths.ContainsKey(at.Id))
            {
                report("own-ancestor", at, $"“{at.Name}”成了自己的上级：{string.Join(" → ", way.Skip(way.IndexOf(at.Id)).Append(at.Id).Take(8))}。", Cure);
            }

            var depth = at is null ? 0 : depths.GetValueOrDefault(at.Id);
            foreach (var id in Enumerable.Reverse(way))
            {
                depths[id] = ++depth;
            }

            if (way.Count > 0 && depth > MostLevels)
            {
                report("too-deep", unit, $"“{unit.Name}”上面的单位超过了 {MostLevels} 级。", Cure);
            }
        }
    }

    private static void FindRoots(ImmutableArray<Unit> units, Action<string, Unit, string, string> report)
    {
        var roots = units.Where(unit => unit.Parent is null).ToArray();
        foreach (var root in roots.Skip(1))
        {
            report("several-roots", root, $"“{root.Name}”没有上级，可第 {roots[0].Where.Line} 行的“{roots[0].Name}”已经是最上面的单位。", Cure);
        }

        if (roots is [{ Level.IsArea: false } first, ..])
        {
            report("root-no-area", first, $"最上面的单位“{first.Name}”不是一个地区。", "最上面写市，例如 level 写 city。");
        }
    }
}
