using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Puts the categories of several published tables together.</summary>
internal static class PublishedAxes
{
    /// <summary>All townships of the country by ten sectors in four weeks are a million.</summary>
    private const long MostCells = 4_000_000;

    /// <param name="tables">Tables of one year, oldest first, one or more.</param>
    /// <param name="problems">Takes <c>disclosure/contradicting-areas</c>.</param>
    /// <returns>The axes; null where an area lies in different areas in two tables.</returns>
    public static Axes? Of(ImmutableArray<FrozenTable> tables, List<Problem> problems)
    {
        List<string> areas = [], sectors = ["合计"];
        List<int> parents = [];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var dimension in table.Safe.Dimensions)
            {
                if (dimension.Id == "sector")
                {
                    sectors.AddRange(dimension.Categories.Skip(1).Where(sector => !sectors.Contains(sector)).ToArray());
                }

                for (var at = 0; dimension.Id == "area" && at < dimension.Categories.Length; at++)
                {
                    var parent = dimension.Parents[at] < 0 ? -1 : places[dimension.Categories[dimension.Parents[at]]];
                    if (places.TryAdd(dimension.Categories[at], areas.Count))
                    {
                        areas.Add(dimension.Categories[at]);
                        parents.Add(parent);
                    }

                    if (parents[places[dimension.Categories[at]]] != parent || (parent < 0 && places[dimension.Categories[at]] > 0))
                    {
                        problems.Add(Problem.Error("disclosure/contradicting-areas", table.Where,
                            $"“{dimension.Categories[at]}”在同一年的另一期里归另一个地区。", "同一年里各期的地区要一致；从版本库取回冻结时的文件。"));
                        return null;
                    }
                }
            }
        }

        var days = tables.SelectMany(Axes.DaysOf).Distinct().Order().ToImmutableArray();
        if ((long)Math.Max(1, areas.Count) * sectors.Count * days.Length > MostCells)
        {
            problems.Add(Problem.Error("disclosure/too-large", tables[^1].Where, $"各期合起来的地区、行业和周超过了 {MostCells} 格，没有检查。", "从版本库取回冻结时的文件。"));
            return null;
        }

        return new(new(areas.Count == 0 ? [-1] : [.. parents]), areas.Count == 0 ? ["全市"] : [.. areas], [.. sectors], days);
    }
}
