namespace Site.Statistics.Tables;

/// <summary>Adds contributions up: areas to their totals, sectors to theirs, weeks to the figure so far.</summary>
internal static class Aggregation
{
    /// <returns>The full table.</returns>
    /// <param name="shape">Its cells.</param>
    /// <param name="contributions">In any order; several of one contributor to one cell count as one.</param>
    /// <param name="isImpossible">Whether an area without parts can have nothing of a sector; a total of such cells cannot exist either.</param>
    /// <param name="printed">The cells that some table prints: an increment is then what was added since the cell was last printed; null where all are.</param>
    /// <exception cref="ArgumentException">A contribution is below 0, outside the shape, in an area with parts, or in an impossible cell.</exception>
    public static Table Add(TableShape shape, Contribution[] contributions, Func<int, int, bool> isImpossible, PrintedCells? printed = null)
    {
        var canExist = CanExist(shape, isImpossible);
        var sums = new long[shape.Count];
        var contributors = new Contributors[shape.Count];
        var lone = new int[shape.Count];
        var touched = new List<int>();
        var order = Enumerable.Range(0, contributions.Length).ToArray();
        Array.Sort(Array.ConvertAll(contributions, one => one.Contributor), order);
        for (var at = 0; at < order.Length; at++)
        {
            var contribution = contributions[order[at]];
            Check(shape, contribution, canExist);
            Spread(shape, contribution, printed, sums, touched);
            if (at + 1 < order.Length && contributions[order[at + 1]].Contributor == contribution.Contributor)
            {
                continue;
            }

            foreach (var cell in touched)
            {
                contributors[cell] = contributors[cell].With(sums[cell]);
                lone[cell] = sums[cell] == 0 ? lone[cell] : contribution.Contributor;
                sums[cell] = 0;
            }

            touched.Clear();
        }

        for (var cell = 0; cell < lone.Length; cell++)
        {
            lone[cell] = contributors[cell].Count == 1 ? lone[cell] : -1;
        }

        return new(shape, contributors, lone, canExist, new(shape, contributions));
    }

    private static void Check(TableShape shape, Contribution one, bool[] canExist)
    {
        if (one.Value < 0 || one.Week < 0 || one.Week >= shape.Weeks || one.Indicator < 0 || one.Indicator >= shape.Indicators
            || one.Sector > shape.Sectors || one.Sector < Math.Min(1, shape.Sectors) || one.Area < 0 || one.Area >= shape.Areas.Count
            || shape.Areas.Heights[one.Area] > 0 || !canExist[shape.Cumulative(one.Indicator, one.Week, one.Sector, one.Area)])
        {
            throw new ArgumentException("A contribution is 0 or more, in an area without parts and a sector that can exist.", nameof(one));
        }
    }

    private static void Spread(TableShape shape, Contribution one, PrintedCells? printed, long[] sums, List<int> touched)
    {
        for (var area = one.Area; area >= 0; area = shape.Areas.Parents[area])
        {
            for (var sector = one.Sector; sector >= 0; sector -= Math.Max(1, one.Sector))
            {
                for (var week = one.Week; week < shape.Weeks; week++)
                {
                    Touch(shape.Cumulative(one.Indicator, week, sector, area));
                }

                var shown = printed is null ? one.Week : printed.WeekFrom(shape.Cumulative(one.Indicator, one.Week, sector, area), one.Week);
                if (shown > 0)
                {
                    Touch(shape.Increment(one.Indicator, shown, sector, area));
                }
            }
        }

        void Touch(int cell)
        {
            if (sums[cell] == 0)
            {
                touched.Add(cell);
            }

            sums[cell] = checked(sums[cell] + one.Value);
        }
    }

    private static bool[] CanExist(TableShape shape, Func<int, int, bool> isImpossible)
    {
        var canExist = new bool[shape.Count];
        for (var area = shape.Areas.Count - 1; area >= 0; area--)
        {
            for (var sector = shape.Sectors; sector >= 0; sector--)
            {
                var first = shape.Cumulative(0, 0, sector, area);
                var isFinest = shape.Areas.Heights[area] == 0 && (sector > 0 || shape.Sectors == 0);
                canExist[first] |= isFinest && !isImpossible(area, sector);
                if (!canExist[first])
                {
                    continue;
                }

                canExist[shape.Cumulative(0, 0, 0, area)] = true;
                canExist[shape.Cumulative(0, 0, sector, Math.Max(0, shape.Areas.Parents[area]))] = true;
            }
        }

        var layer = (shape.Sectors + 1) * shape.Areas.Count;
        for (var cell = layer; cell < canExist.Length; cell++)
        {
            canExist[cell] = canExist[cell - layer];
        }

        return canExist;
    }
}
