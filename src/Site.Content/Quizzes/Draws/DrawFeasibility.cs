namespace Site.Content.Quizzes.Draws;

/// <summary>
/// Whether a paper that has some questions already can be filled up as the plan asks. Exact: a flow from topics to levels through the questions that are left,
/// where a group lets one through. A group that spans topics as well as levels could let a question through that does not exist; where the flow does so,
/// each topic of the group is tried by itself.
/// </summary>
/// <remarks>L. R. Ford and D. R. Fulkerson, Flows in Networks (1962), chapter II: with whole capacities there is a whole flow.</remarks>
internal static class DrawFeasibility
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
                var cell = plan.Cells[at];
                if (--rows[cell.Row] < 0 || --columns[cell.Column] < 0 || (cell.Group >= 0 && !closed.Add(cell.Group)))
                {
                    return false;
                }
            }
        }

        return rows.All(count => count >= 0) && columns.All(count => count >= 0)
            && CanMeet(RemainingDraw.Of(plan, rows, columns, at => !taken[at] && !closed.Contains(plan.Cells[at].Group)));
    }

    /// <returns>Whether the rows' and the columns' demands can be met from what is left.</returns>
    public static bool CanMeet(RemainingDraw left)
    {
        var flow = new DrawFlow(left);
        if (flow.Amount < left.Rows.Sum())
        {
            return false;
        }

        if (flow.InconsistentGroup() is not { } group)
        {
            return true;
        }

        var cells = left.Groups[group];
        return cells.Select(cell => cell.Row).Distinct()
            .Any(row => CanMeet(left with { Groups = left.Groups.SetItem(group, [.. cells.Where(cell => cell.Row == row)]) }));
    }
}

/// <summary>The flow from topics to levels through the questions that are left.</summary>
internal sealed class DrawFlow
{
    private readonly RemainingDraw left;
    private readonly FlowNetwork flow;
    private readonly List<(int Group, int Row, int Edge)> entries = [];
    private readonly List<(int Group, int Column, int Edge)> exits = [];

    public DrawFlow(RemainingDraw left)
    {
        this.left = left;
        flow = new(2 + left.Rows.Length + left.Columns.Length + (2 * left.Groups.Length));
        Build();
        Amount = flow.Maximize(0, Sink);
    }

    /// <summary>How many questions of the demand can be had, as far as the flow sees.</summary>
    public int Amount { get; }

    private int Sink => 1 + left.Rows.Length + left.Columns.Length;

    /// <returns>A group that lets through a question of a topic and a level that none of its questions has; or null.</returns>
    public int? InconsistentGroup()
    {
        foreach (var (group, row, edge) in entries)
        {
            if (flow.FlowOn(edge) > 0)
            {
                var column = exits.Single(exit => exit.Group == group && flow.FlowOn(exit.Edge) > 0).Column;
                if (!left.Groups[group].Any(cell => cell.Row == row && cell.Column == column))
                {
                    return group;
                }
            }
        }

        return null;
    }

    /// <returns>Where the demand cannot be met: the rows that together ask for too much, and the columns that can take no more of them.</returns>
    public (bool[] Rows, bool[] Columns) Bottleneck()
    {
        var reached = flow.ReachableFrom(0);
        return (reached[1..(1 + left.Rows.Length)], reached[(1 + left.Rows.Length)..Sink]);
    }

    private void Build()
    {
        for (var row = 0; row < left.Rows.Length; row++)
        {
            flow.AddEdge(0, 1 + row, left.Rows[row]);
            for (var column = 0; column < left.Columns.Length; column++)
            {
                flow.AddEdge(1 + row, ColumnNode(column), left.Free[row, column]);
            }
        }

        for (var column = 0; column < left.Columns.Length; column++)
        {
            flow.AddEdge(ColumnNode(column), Sink, left.Columns[column]);
        }

        for (var group = 0; group < left.Groups.Length; group++)
        {
            var (entry, exit) = (Sink + 1 + (2 * group), Sink + 2 + (2 * group));
            flow.AddEdge(entry, exit, 1);
            entries.AddRange(left.Groups[group].Select(cell => cell.Row).Distinct().Select(row => (group, row, flow.AddEdge(1 + row, entry, 1))));
            exits.AddRange(left.Groups[group].Select(cell => cell.Column).Distinct().Select(column => (group, column, flow.AddEdge(exit, ColumnNode(column), 1))));
        }
    }

    private int ColumnNode(int column) => 1 + left.Rows.Length + column;
}

/// <summary>The largest flow through a network, and its bottleneck.</summary>
/// <remarks>Ford and Fulkerson: as long as there is an augmenting path, send as much along it as fits. Networks here have some dozens of nodes.</remarks>
internal sealed class FlowNetwork(int nodes)
{
    private readonly List<int> to = [];
    private readonly List<int> residual = [];
    private readonly List<int>[] from = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    /// <summary>Adds an edge.</summary>
    /// <param name="start">A node, 0 or more and below the number of nodes; likewise <paramref name="end"/>.</param>
    /// <param name="capacity">0 or more.</param>
    /// <returns>The edge's number.</returns>
    public int AddEdge(int start, int end, int capacity)
    {
        from[start].Add(to.Count);
        to.Add(end);
        residual.Add(capacity);
        from[end].Add(to.Count);
        to.Add(start);
        residual.Add(0);
        return to.Count - 2;
    }

    /// <returns>How much flows along an edge after <see cref="Maximize"/>.</returns>
    public int FlowOn(int edge) => residual[edge + 1];

    /// <returns>The most that goes from the source to the sink.</returns>
    public int Maximize(int source, int sink)
    {
        var total = 0;
        while (Push(source, sink, int.MaxValue, new bool[from.Length]) is > 0 and var sent)
        {
            total += sent;
        }

        return total;
    }

    /// <returns>For each node, whether a path with capacity left leads to it: the edges from such nodes to the others are full, a minimum cut.</returns>
    public bool[] ReachableFrom(int source)
    {
        var reached = new bool[from.Length];
        Push(source, -1, int.MaxValue, reached);
        return reached;
    }

    private int Push(int node, int sink, int most, bool[] seen)
    {
        if (node == sink)
        {
            return most;
        }

        seen[node] = true;
        foreach (var edge in from[node])
        {
            if (residual[edge] > 0 && !seen[to[edge]] && Push(to[edge], sink, Math.Min(most, residual[edge]), seen) is > 0 and var sent)
            {
                residual[edge] -= sent;
                residual[edge ^ 1] += sent;
                return sent;
            }
        }

        return 0;
    }
}
