namespace Site.Model;

/// <summary>The largest flow through a network of pipes, and where it is stopped.</summary>
/// <remarks>Ford and Fulkerson: as long as there is a way with room, send as much along it as fits. Networks here have some dozens of nodes.</remarks>
internal sealed class Flow(int nodes)
{
    private readonly List<int> to = [];
    private readonly List<int> room = [];
    private readonly List<int>[] from = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    /// <summary>Lays a pipe.</summary>
    /// <param name="start">A node, 0 or more and below the number of nodes; likewise <paramref name="end"/>.</param>
    /// <param name="capacity">0 or more.</param>
    /// <returns>The pipe's number.</returns>
    public int Lay(int start, int end, int capacity)
    {
        from[start].Add(to.Count);
        to.Add(end);
        room.Add(capacity);
        from[end].Add(to.Count);
        to.Add(start);
        room.Add(0);
        return to.Count - 2;
    }

    /// <returns>How much runs through a pipe after <see cref="Send"/>.</returns>
    public int Through(int pipe) => room[pipe + 1];

    /// <returns>The most that goes from the source to the sink.</returns>
    public int Send(int source, int sink)
    {
        var total = 0;
        while (Push(source, sink, int.MaxValue, new bool[from.Length]) is > 0 and var sent)
        {
            total += sent;
        }

        return total;
    }

    /// <returns>For each node, whether more could reach it: the pipes from those that it could to those that it could not are full.</returns>
    public bool[] Reached(int source)
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
        foreach (var pipe in from[node])
        {
            if (room[pipe] > 0 && !seen[to[pipe]] && Push(to[pipe], sink, Math.Min(most, room[pipe]), seen) is > 0 and var sent)
            {
                room[pipe] -= sent;
                room[pipe ^ 1] += sent;
                return sent;
            }
        }

        return 0;
    }
}
