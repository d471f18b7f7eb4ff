using Site.Statistics.Audit;

namespace Site.Statistics.Tables;

/// <summary>Every equation of a full table: areas add up, sectors add up, and each week's figure is the one before and what the week added.</summary>
internal static class TableConstraints
{
    /// <returns>The relations over merged cells, and for each cell of the table its merged cell.</returns>
    /// <param name="shape">The cells.</param>
    /// <param name="canExist">For each cell whether it is no structural zero; those that are one stand in no relation.</param>
    /// <param name="printed">The cells that some table prints, which alone stand in relations; null where all are.</param>
    public static (Constraints Relations, int[] Merged) Of(TableShape shape, bool[] canExist, PrintedCells? printed = null)
    {
        var builder = new ConstraintsBuilder(shape.Count);
        var parts = new List<int>();
        for (var indicator = 0; indicator < shape.Indicators; indicator++)
        {
            for (var week = 0; week < shape.Weeks; week++)
            {
                AddWeek(indicator, week);
            }
        }

        return builder.Build();

        void AddWeek(int indicator, int week)
        {
            for (var area = 0; area < shape.Areas.Count; area++)
            {
                for (var sector = 1; sector <= shape.Sectors; sector++)
                {
                    parts.Add(shape.Cumulative(indicator, week, sector, area));
                }

                // The row of an area with parts follows from the rows of its parts, where these are printed.
                var partsHaveRows = shape.Areas.Heights[area] > 0
                    && (printed is null || printed.HasRow(indicator, week, shape.Areas.Children(area)[0]));
                Close(shape.Cumulative(indicator, week, 0, area), core: !partsHaveRows);
                for (var sector = 0; sector <= shape.Sectors; sector++)
                {
                    foreach (var child in shape.Areas.Children(area))
                    {
                        parts.Add(shape.Cumulative(indicator, week, sector, child));
                    }

                    var cell = shape.Cumulative(indicator, week, sector, area);
                    Close(cell, core: true);
                    if ((printed is null ? week - 1 : printed.WeekBefore(cell, week)) is var before and >= 0)
                    {
                        parts.Add(shape.Cumulative(indicator, before, sector, area));
                        parts.Add(shape.Increment(indicator, week, sector, area));
                        Close(cell, core: false);
                    }
                }
            }
        }

        void Close(int total, bool core)
        {
            parts.RemoveAll(part => !canExist[part] || printed?.Has(part) == false);
            if (parts.Count > 0 && printed?.Has(total) != false)
            {
                builder.Add(total, parts.ToArray(), core);
            }

            parts.Clear();
        }
    }
}
