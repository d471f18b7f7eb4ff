using Site.Statistics.Audit;

namespace Site.Statistics.Tables;

/// <summary>
/// Every equation of a full table: each dimension adds up, each week's figure is the one before and what was added since, and a figure that
/// no vintage changed is the same in all.
/// </summary>
internal static class TableConstraints
{
    /// <returns>The constraints over merged cells, and for each cell of the table its merged cell.</returns>
    /// <param name="shape">The cells.</param>
    /// <param name="canExist">For each cell whether it is no structural zero; those that are one stand in no constraint.</param>
    /// <param name="printed">Which cells stand in constraints, and how weeks hang together.</param>
    public static (Constraints Constraints, int[] Merged) Of(TableShape shape, bool[] canExist, PrintedCells printed)
    {
        var builder = new ConstraintsBuilder(shape.Count);
        var (parts, others) = (new List<int>(), new List<int>());
        int[] places = [.. shape.Places()];
        for (var week = 0; week < shape.Weeks; week++)
        {
            foreach (var place in places)
            {
                AddCell(shape.Cumulative(week, place));
            }
        }

        foreach (var (earlier, later) in printed.Same.Where(same => canExist[same.Earlier] && canExist[same.Later]))
        {
            builder.Add(earlier, [later]);
        }

        for (var place = 0; place < shape.Layer && shape.Weeks > 1; place++)
        {
            foreach (var difference in printed.Differences(place))
            {
                parts.Add(printed.Lower(difference));
                parts.Add(difference);
                Close(printed.Upper(difference), isPrimary: false);
            }
        }

        return builder.Build();

        void AddCell(int cell)
        {
            for (var dimension = shape.Dimensions.Length - 1; dimension >= 0; dimension--)
            {
                shape.AddParts(cell, dimension, parts);
                if (parts.Count > 0)
                {
                    Close(cell, !FollowsFromParts(cell, dimension));
                }
            }
        }

        void Close(int total, bool isPrimary)
        {
            parts.RemoveAll(part => !canExist[part] || !printed.Stands(part));
            if (parts.Count > 0 && canExist[total] && printed.Stands(total))
            {
                builder.Add(total, parts.ToArray(), isPrimary);
            }

            parts.Clear();
        }

        // The sectors of a district add up because those of its streets do, where these are printed.
        bool FollowsFromParts(int cell, int dimension)
        {
            foreach (var deeper in shape.ByDepth)
            {
                if (deeper == dimension)
                {
                    return false;
                }

                others.Clear();
                shape.AddParts(cell, deeper, others);
                if (others.Count == 0)
                {
                    continue;
                }

                var part = others[0];
                others.Clear();
                shape.AddParts(part, dimension, others);
                if (others.Exists(printed.Stands))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
