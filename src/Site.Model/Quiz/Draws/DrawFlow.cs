namespace Site.Model;

/// <summary>The flow from topics to levels through the questions that are left.</summary>
internal sealed class DrawFlow
{
    private readonly DrawLeft left;
    private readonly Flow flow;
    private readonly List<(int Group, int Row, int Pipe)> entries = [];
    private readonly List<(int Group, int Column, int Pipe)> exits = [];

    public DrawFlow(DrawLeft left)
    {
        this.left = left;
        flow = new(2 + left.Rows.Length + left.Columns.Length + (2 * left.Groups.Length));
        Lay();
        Sent = flow.Send(0, Sink);
    }

    /// <summary>How many questions of the demand can be had, as far as the flow sees.</summary>
    public int Sent { get; }

    private int Sink => 1 + left.Rows.Length + left.Columns.Length;

    /// <returns>A group that lets through a question of a topic and a level that none of its questions has; or null.</returns>
    public int? GroupOutOfPlace()
    {
        foreach (var (group, row, pipe) in entries)
        {
            if (flow.Through(pipe) > 0)
            {
                var column = exits.Single(exit => exit.Group == group && flow.Through(exit.Pipe) > 0).Column;
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
        var reached = flow.Reached(0);
        return (reached[1..(1 + left.Rows.Length)], reached[(1 + left.Rows.Length)..Sink]);
    }

    private void Lay()
    {
        for (var row = 0; row < left.Rows.Length; row++)
        {
            flow.Lay(0, 1 + row, left.Rows[row]);
            for (var column = 0; column < left.Columns.Length; column++)
            {
                flow.Lay(1 + row, ColumnNode(column), left.Free[row, column]);
            }
        }

        for (var column = 0; column < left.Columns.Length; column++)
        {
            flow.Lay(ColumnNode(column), Sink, left.Columns[column]);
        }

        for (var group = 0; group < left.Groups.Length; group++)
        {
            var (entry, exit) = (Sink + 1 + (2 * group), Sink + 2 + (2 * group));
            flow.Lay(entry, exit, 1);
            entries.AddRange(left.Groups[group].Select(cell => cell.Row).Distinct().Select(row => (group, row, flow.Lay(1 + row, entry, 1))));
            exits.AddRange(left.Groups[group].Select(cell => cell.Column).Distinct().Select(column => (group, column, flow.Lay(exit, ColumnNode(column), 1))));
        }
    }

    private int ColumnNode(int column) => 1 + left.Rows.Length + column;
}
