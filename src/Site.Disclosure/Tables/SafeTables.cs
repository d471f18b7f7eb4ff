using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Turns a protected table into one that may be shown. The only place where a raw figure becomes a shown one.</summary>
internal static class SafeTables
{
    private static readonly Cell Withheld = new Cell.Withheld();
    private static readonly Cell NotApplicable = new Cell.NotApplicable();

    /// <returns>The table with its cumulative figures; increments are not printed.</returns>
    /// <param name="cube">The figures.</param>
    /// <param name="protection">What to withhold, without leaks.</param>
    /// <param name="names">What the table, its indicators and its categories are called.</param>
    /// <exception cref="ArgumentException">The protection leaks, or it is another table's.</exception>
    public static SafeTable Make(Cube cube, TableProtection protection, TableNames names)
    {
        if (protection.Leaks.Count > 0 || protection.Withheld.Length != cube.Shape.Count)
        {
            throw new ArgumentException("Only a table whose protection holds may be shown.", nameof(protection));
        }

        var shape = cube.Shape;
        var cells = ImmutableArray.CreateBuilder<Cell>(shape.Indicators * shape.Areas.Count * (shape.Sectors + 1) * shape.Weeks);
        for (var indicator = 0; indicator < shape.Indicators; indicator++)
        {
            for (var area = 0; area < shape.Areas.Count; area++)
            {
                for (var sector = 0; sector <= shape.Sectors; sector++)
                {
                    for (var week = 0; week < shape.Weeks; week++)
                    {
                        var at = shape.Cumulative(indicator, week, sector, area);
                        cells.Add(!cube.CanExist[at] ? NotApplicable
                            : protection.Withheld[at] ? Withheld
                            : new Cell.Shown(cube.Contributors[at].Sum));
                    }
                }
            }
        }

        return new(names.Id, names.Title, Dimensions(shape, names), names.Indicators, cells.MoveToImmutable());
    }

    private static ImmutableArray<SafeDimension> Dimensions(CubeShape shape, TableNames names) =>
    [
        new("area", names.Areas, [.. shape.Areas.Parents]),
        new("sector", names.Sectors, [-1, .. Enumerable.Repeat(0, shape.Sectors)]),
        new("week", names.Weeks, [.. Enumerable.Repeat(-1, shape.Weeks)]),
    ];
}
