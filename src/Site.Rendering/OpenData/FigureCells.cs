using Site.Model;

namespace Site.Rendering;

/// <summary>Walks through the cells of a table in their order.</summary>
internal static class FigureCells
{
    /// <returns>For each cell the place of its indicator, the place of its category in each dimension (one array, changed as it goes on), and the cell.</returns>
    public static IEnumerable<(int Indicator, int[] Place, Cell Cell)> Of(SafeTable table)
    {
        var place = new int[table.Dimensions.Length];
        var each = table.Cells.Length / table.Indicators.Length;
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            var rest = cell % each;
            for (var at = place.Length - 1; at >= 0; at--)
            {
                var size = table.Dimensions[at].Categories.Length;
                (place[at], rest) = (rest % size, rest / size);
            }

            yield return (cell / each, place, table.Cells[cell]);
        }
    }
}
