namespace Site.Disclosure;

/// <summary>Narrows bounds row by row: what the other unknowns of a row can be bounds each of them. Whole numbers alone.</summary>
/// <remarks>The bounds are attained where the equations form a tree; elsewhere they are a first limit (Handbook on SDC, section 4.3.1).</remarks>
internal static class Propagation
{
    /// <summary>How narrowing ended.</summary>
    internal enum End
    {
        /// <summary>No row narrows anything further.</summary>
        Settled,

        /// <summary>It was cut off; the bounds hold, but more work would narrow them.</summary>
        CutOff,

        /// <summary>No figures fit: two published numbers contradict each other.</summary>
        Contradiction,
    }

    /// <summary>Narrows <see cref="Unknowns.Low"/> and <see cref="Unknowns.High"/> in place.</summary>
    public static End Narrow(Unknowns unknowns)
    {
        for (var round = 0; round < 64; round++)
        {
            var changed = false;
            for (var row = 0; row < unknowns.Rows; row++)
            {
                if (!NarrowRow(unknowns, row, ref changed))
                {
                    return End.Contradiction;
                }
            }

            if (!changed)
            {
                return End.Settled;
            }
        }

        return End.CutOff;
    }

    private static bool NarrowRow(Unknowns unknowns, int row, ref bool changed)
    {
        var columns = unknowns.Columns(row);
        var signs = unknowns.Signs(row);
        var (low, high) = (unknowns.Low, unknowns.High);
        long least = 0, most = 0;
        int endlessDown = 0, endlessUp = 0;
        for (var at = 0; at < columns.Length; at++)
        {
            Add(signs[at] > 0 ? low[columns[at]] : -high[columns[at]], ref least, ref endlessDown);
            Add(signs[at] > 0 ? high[columns[at]] : -low[columns[at]], ref most, ref endlessUp);
        }

        for (var at = 0; at < columns.Length; at++)
        {
            var (column, positive) = (columns[at], signs[at] > 0);
            var (ownLeast, ownMost) = positive ? (low[column], high[column]) : (-high[column], -low[column]);
            var (downEndless, upEndless) = (ownLeast <= -Interval.Unbounded, ownMost >= Interval.Unbounded);
            var newMost = endlessDown == (downEndless ? 1 : 0)
                ? Math.Min(ownMost, unknowns.Sums[row] - (downEndless ? least : least - ownLeast)) : ownMost;
            var newLeast = endlessUp == (upEndless ? 1 : 0)
                ? Math.Max(ownLeast, unknowns.Sums[row] - (upEndless ? most : most - ownMost)) : ownLeast;
            if (newLeast > newMost)
            {
                return false;
            }

            if (newLeast == ownLeast && newMost == ownMost)
            {
                continue;
            }

            changed = true;
            (low[column], high[column]) = positive ? (newLeast, newMost) : (-newMost, -newLeast);
            Replace(ownLeast, newLeast, downEndless, ref least, ref endlessDown);
            Replace(ownMost, newMost, upEndless, ref most, ref endlessUp);
        }

        return true;
    }

    private static void Add(long bound, ref long sum, ref int endless)
    {
        if (Math.Abs(bound) >= Interval.Unbounded)
        {
            endless++;
        }
        else
        {
            sum += bound;
        }
    }

    private static void Replace(long before, long after, bool wasEndless, ref long sum, ref int endless)
    {
        if (before == after)
        {
            return;
        }

        endless -= wasEndless ? 1 : 0;
        sum += after - (wasEndless ? 0 : before);
    }
}
