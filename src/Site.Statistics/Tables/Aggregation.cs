namespace Site.Statistics.Tables;

/// <summary>Adds contributions up: categories to their totals in each dimension, weeks to the figure so far.</summary>
internal static class Aggregation
{
    /// <returns>The full table.</returns>
    /// <param name="shape">Its cells.</param>
    /// <param name="contributions">In any order; several of one contributor to one cell count as one.</param>
    /// <param name="printed">The cells that some release prints: an increment is what was added since the cell was last printed.</param>
    /// <param name="isImpossible">Whether a place without parts can have no figure; a total of such places cannot have one either. Null where all can.</param>
    /// <exception cref="ArgumentException">A contribution is below 0, outside the layer, at a total, or at an impossible place.</exception>
    public static Table Add(TableShape shape, Contribution[] contributions, PrintedCells printed, Func<int, bool>? isImpossible = null)
    {
        var canExist = CanExist(shape, isImpossible);
        var sums = new long[shape.Count];
        var contributors = new Contributors[shape.Count];
        var lone = new int[shape.Count];
        var (touched, totals) = (new List<int>(), new List<int>());
        var order = Enumerable.Range(0, contributions.Length).ToArray();
        Array.Sort(Array.ConvertAll(contributions, one => one.Contributor), order);
        for (var at = 0; at < order.Length; at++)
        {
            var contribution = contributions[order[at]];
            Check(shape, contribution, canExist);
            shape.FindTotals(contribution.Place, totals);
            foreach (var place in totals)
            {
                Spread(shape, contribution, place, printed, sums, touched);
            }

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

        return new(shape, contributors, lone, canExist, new(shape, printed, contributions));
    }

    private static void Check(TableShape shape, Contribution one, bool[] canExist)
    {
        if (one.Value < 0 || one.Place < 0 || one.Place >= shape.Layer
            || shape.Height(one.Place) > 0 || !canExist[one.Place])
        {
            throw new ArgumentException("A contribution is 0 or more, at a place without parts that can have a figure.", nameof(one));
        }
    }

    /// <summary>Adds a contribution to one place, in the weeks from its day on, and to the differences over that day.</summary>
    private static void Spread(TableShape shape, Contribution one, int place, PrintedCells printed, long[] sums, List<int> touched)
    {
        for (var week = 0; week < shape.Weeks; week++)
        {
            if (shape.AllWeeks[week].Day >= one.Day)
            {
                Touch(shape.Cumulative(week, place));
            }
        }

        if (shape.Weeks > 1)
        {
            foreach (var difference in printed.Differences(place))
            {
                if (one.Day > DayOf(printed.Lower(difference)) && one.Day <= DayOf(printed.Upper(difference)))
                {
                    Touch(difference);
                }
            }
        }

        int DayOf(int cell) => shape.AllWeeks[shape.WeekOf(cell)].Day;

        void Touch(int cell)
        {
            if (sums[cell] == 0)
            {
                touched.Add(cell);
            }

            sums[cell] = checked(sums[cell] + one.Value);
        }
    }

    private static bool[] CanExist(TableShape shape, Func<int, bool>? isImpossible)
    {
        var canExist = new bool[shape.Count];
        var totals = new List<int>();
        for (var place = 0; place < shape.Layer; place++)
        {
            if (shape.Height(place) > 0 || isImpossible?.Invoke(place) == true)
            {
                continue;
            }

            shape.FindTotals(place, totals);
            foreach (var total in totals)
            {
                canExist[total] = true;
            }
        }

        for (var cell = shape.Layer; cell < canExist.Length; cell++)
        {
            canExist[cell] = canExist[cell - shape.Layer];
        }

        return canExist;
    }
}
