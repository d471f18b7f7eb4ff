using Site.Statistics.Audit;

namespace Site.Statistics.Protection;

/// <summary>
/// Finds the cheapest cells to withhold beside one cell so that its figure could be higher: one more here, one less there, round
/// a cycle of constraints. Where each cell stands in two constraints, the cycle alone protects it.
/// </summary>
/// <remarks>
/// Shortest paths for cell suppression in networks: Castro, "A shortest-paths heuristic for statistical data protection in positive
/// tables", INFORMS Journal on Computing 19 (2007). It only chooses cells; the audit decides whether the choice is safe.
/// </remarks>
internal sealed class CheapestCycle
{
    private const int Outside = 0;
    private readonly SuppressionProblem _problem;
    private readonly SuppressionPattern _pattern;
    private readonly int[] _outsideCells;
    private readonly int[] _marks;
    private readonly int[] _distances;
    private readonly (int Cell, int State)[] _cameBy;
    private readonly PriorityQueue<int, int> _queue = new();
    private int _mark;

    public CheapestCycle(SuppressionProblem problem, SuppressionPattern pattern)
    {
        (_problem, _pattern) = (problem, pattern);
        var states = (2 * problem.Constraints.Count) + 1;
        (_marks, _distances, _cameBy) = (new int[states], new int[states], new (int, int)[states]);
        _outsideCells = [.. Enumerable.Range(0, problem.Values.Length).Where(cell => PrimaryConstraints(cell) == 1)];
    }

    /// <returns>The cells of the cheapest cycle through a cell, without it, among them cells that are withheld already; null if there is none.</returns>
    /// <param name="cell">A withheld cell.</param>
    /// <param name="rise">How much higher its figure must be able to be, 0 or more.</param>
    /// <param name="fall">How much lower, 0 or more.</param>
    public List<int>? Find(int cell, long rise, long fall)
    {
        var (from, to) = (-1, Outside);
        foreach (var constraint in _problem.Constraints.Of(cell))
        {
            if (_problem.Constraints.IsPrimary(constraint))
            {
                (from, to) = from < 0 ? (State(constraint, Sign(constraint, cell)), Outside)
                    : to == Outside ? (from, State(constraint, -Sign(constraint, cell))) : (from, to);
            }
        }

        if (from < 0)
        {
            return null;
        }

        _mark++;
        _queue.Clear();
        Enqueue(from, 0, -1, -1);
        while (_queue.TryDequeue(out var state, out var distance))
        {
            if (state == to)
            {
                return Trace(to);
            }

            if (distance == _distances[state])
            {
                Expand(state, distance, cell, rise, fall);
            }
        }

        return null;
    }

    private static int State(int constraint, int sign) => 1 + (2 * constraint) + (sign > 0 ? 1 : 0);

    private int Sign(int constraint, int cell) => _problem.Constraints.Cells(constraint)[0] == cell ? -1 : 1;

    private int PrimaryConstraints(int cell)
    {
        var count = 0;
        foreach (var constraint in _problem.Constraints.Of(cell))
        {
            count += _problem.Constraints.IsPrimary(constraint) ? 1 : 0;
        }

        return count;
    }

    private void Expand(int state, int distance, int start, long rise, long fall)
    {
        if (state == Outside)
        {
            foreach (var cell in _outsideCells)
            {
                if (cell != start && cell != _cameBy[Outside].Cell)
                {
                    MoveCell(cell, 1, -1, state, distance, rise, fall);
                    MoveCell(cell, -1, -1, state, distance, rise, fall);
                }
            }

            return;
        }

        var (constraint, excess) = ((state - 1) / 2, (state - 1) % 2 == 0 ? -1 : 1);
        var cells = _problem.Constraints.Cells(constraint);
        for (var at = 0; at < cells.Length; at++)
        {
            if (cells[at] != start && cells[at] != _cameBy[state].Cell)
            {
                MoveCell(cells[at], at == 0 ? excess : -excess, constraint, state, distance, rise, fall);
            }
        }
    }

    /// <summary>Moves one cell up or down, if it has room, and passes what that leaves over to its other constraints.</summary>
    private void MoveCell(int cell, int direction, int constraint, int state, int distance, long rise, long fall)
    {
        var price = _pattern.Withheld[cell] ? 0 : _pattern.CanWithhold(cell) ? _problem.Costs[cell] : -1;
        if (price < 0 || !HasRoom(cell, direction, rise) || !HasRoom(cell, -direction, fall))
        {
            return;
        }

        var alone = true;
        foreach (var other in _problem.Constraints.Of(cell))
        {
            if (other != constraint && _problem.Constraints.IsPrimary(other))
            {
                alone = false;
                Enqueue(State(other, direction * Sign(other, cell)), distance + price, cell, state);
            }
        }

        if (alone)
        {
            Enqueue(Outside, distance + price, cell, state);
        }
    }

    private bool HasRoom(int cell, int direction, long room)
    {
        if (room == 0)
        {
            return true;
        }

        if (direction < 0 && _problem.Values[cell] - _problem.Floors[cell] < room)
        {
            return false;
        }

        foreach (var constraint in _problem.Constraints.Of(cell))
        {
            var cells = _problem.Constraints.Cells(constraint);
            if (_problem.Statuses[cells[^1]] == CellStatus.Derived && (cells[0] == cell) == direction < 0 && _problem.Values[cells[^1]] - _problem.Floors[cells[^1]] < room)
            {
                return false;
            }
        }

        return true;
    }

    private void Enqueue(int state, int distance, int cell, int from)
    {
        if (_marks[state] == _mark && _distances[state] <= distance)
        {
            return;
        }

        (_marks[state], _distances[state], _cameBy[state]) = (_mark, distance, (cell, from));
        _queue.Enqueue(state, distance);
    }

    private List<int> Trace(int state)
    {
        var cells = new List<int>();
        for (var (cell, from) = _cameBy[state]; cell >= 0; (cell, from) = _cameBy[from])
        {
            cells.Add(cell);
        }

        return cells;
    }
}
