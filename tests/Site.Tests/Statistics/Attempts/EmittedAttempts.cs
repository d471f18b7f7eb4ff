using Site.Statistics.Audit;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>What someone can work out who has nothing but the published tables, release after release.</summary>
internal static class EmittedAttempts
{
    /// <returns>For each cell of each table in turn, then for each increment between two tables, its interval; null where there is too much to try.</returns>
    /// <param name="tables">One table in successive releases, with the same categories.</param>
    public static Interval[]? Intervals(params SafeTable[] tables)
    {
        var layer = tables[0].Cells.Length;
        var cells = tables.SelectMany(table => table.Cells).ToArray();
        var count = cells.Length + (layer * (tables.Length - 1));
        var values = new long[count];
        var withheld = new bool[count];
        var floors = new long[count];
        var equations = new List<int[]>();
        for (var cell = 0; cell < count; cell++)
        {
            withheld[cell] = cell >= cells.Length || cells[cell] is not Cell.Shown;
            values[cell] = cell < cells.Length && cells[cell] is Cell.Shown shown ? shown.Value : 0;
            floors[cell] = (long)(cell < cells.Length && withheld[cell] ? 1 : 0);
        }

        for (var cell = 0; cell < cells.Length; cell++)
        {
            equations.AddRange(Sums(tables[0], cell % layer).Select(sum => Array.ConvertAll(sum, one => one + (cell / layer * layer))));
            if (cell >= layer)
            {
                equations.Add([cell, cell - layer, cells.Length + cell - layer]);
            }
        }

        // A withheld total may be above all that is tried: then no table fits, and nothing is found.
        var found = BruteForce.Attack(equations, values, withheld, floors);
        return found?.Where((interval, cell) => interval.Low < floors[cell]).Any() == true ? null : found;
    }

    /// <returns>Each sum that a cell is the total of: the cell, then its parts.</returns>
    private static IEnumerable<int[]> Sums(SafeTable table, int cell)
    {
        var stride = table.Cells.Length / table.Indicators.Length;
        foreach (var dimension in table.Dimensions)
        {
            stride /= dimension.Categories.Length;
            var category = cell / stride % dimension.Categories.Length;
            var parts = Enumerable.Range(0, dimension.Parents.Length).Where(part => dimension.Parents[part] == category).ToArray();
            if (parts.Length > 0)
            {
                yield return [cell, .. parts.Select(part => cell + ((part - category) * stride))];
            }
        }
    }
}
