namespace Site.Model;

/// <summary>
/// Whether a paper that has some questions already can be filled up as the plan asks. Exact: a flow from topics to levels through the questions that are left,
/// where a group lets one through. A group that spans topics as well as levels could let a question through that does not exist; where the flow does so,
/// each topic of the group is tried by itself.
/// </summary>
/// <remarks>L. R. Ford and D. R. Fulkerson, Flows in Networks (1962), chapter II: with whole capacities there is a whole flow.</remarks>
internal static class DrawNetwork
{
    /// <param name="taken">For each question of the quiz, whether it is on the paper already.</param>
    /// <returns>Whether the paper can be filled up; false too where it breaks the plan already.</returns>
    public static bool CanComplete(DrawPlan plan, bool[] taken)
    {
        var (rows, columns) = (plan.Rows.ToArray(), plan.Columns.ToArray());
        var closed = new HashSet<int>();
        for (var at = 0; at < taken.Length; at++)
        {
            if (taken[at])
            {
                var place = plan.Places[at];
                if (--rows[place.Row] < 0 || --columns[place.Column] < 0 || (place.Group >= 0 && !closed.Add(place.Group)))
                {
                    return false;
                }
            }
        }

        return rows.All(count => count >= 0) && columns.All(count => count >= 0)
            && Fits(DrawLeft.Of(plan, rows, columns, at => !taken[at] && !closed.Contains(plan.Places[at].Group)));
    }

    /// <returns>Whether the rows' and the columns' demands can be met from what is left.</returns>
    public static bool Fits(DrawLeft left)
    {
        var flow = new DrawFlow(left);
        if (flow.Sent < left.Rows.Sum())
        {
            return false;
        }

        if (flow.GroupOutOfPlace() is not { } group)
        {
            return true;
        }

        var cells = left.Groups[group];
        return cells.Select(cell => cell.Row).Distinct()
            .Any(row => Fits(left with { Groups = left.Groups.SetItem(group, [.. cells.Where(cell => cell.Row == row)]) }));
    }
}
