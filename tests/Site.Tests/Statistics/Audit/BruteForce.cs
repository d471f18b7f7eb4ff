using Site.Statistics.Audit;

namespace Site.Tests;

/// <summary>An attacker that shares nothing with the audit: it tries every whole-numbered table that agrees with what is shown.</summary>
internal sealed class BruteForce
{
    private const int MostSteps = 200_000;

    private readonly IReadOnlyList<int[]> _equations;
    private readonly long[] _floors;
    private readonly long[] _table;
    private readonly bool[] _open;
    private readonly Interval[] _found;
    private readonly long _most;
    private int _steps;

    private BruteForce(IReadOnlyList<int[]> equations, long[] values, bool[] withheld, long[] floors) =>
        (_equations, _floors, _table, _open, _found, _most) =
        (equations, floors, [.. values], [.. withheld], Array.ConvertAll(values, value => new Interval(value, value)), Most(values));

    /// <returns>No cell is tried above this.</returns>
    public static long Most(long[] values) => values.Max() + 25;

    /// <returns>
    /// For each cell the least and the greatest figure, up to <see cref="Most"/>, among all tables that agree with the shown cells; null where there are too
    /// many to try.
    /// </returns>
    /// <param name="equations">Each a total followed by its parts.</param>
    public static Interval[]? Attack(IReadOnlyList<int[]> equations, long[] values, bool[] withheld, long[] floors)
    {
        var attacker = new BruteForce(equations, values, withheld, floors);
        foreach (var group in attacker.Groups())
        {
            attacker.Try(group);
        }

        return attacker._steps < MostSteps ? attacker._found : null;
    }

    /// <summary>Withheld cells that no equation links can be tried apart.</summary>
    private List<(int[] Cells, int[][] Equations)> Groups()
    {
        var names = Enumerable.Range(0, _table.Length).ToArray();
        foreach (var linked in _equations.SelectMany(_ => _equations).Select(equation => equation.Where(cell => _open[cell]).ToArray()))
        {
            foreach (var cell in linked)
            {
                names[cell] = linked.Min(other => names[other]);
            }
        }

        return [.. Enumerable.Range(0, _table.Length).Where(cell => _open[cell]).GroupBy(cell => names[cell]).Select(group =>
            (group.ToArray(), _equations.Where(equation => equation.Any(group.Contains)).ToArray()))];
    }

    private void Try((int[] Cells, int[][] Equations) group)
    {
        if (++_steps > MostSteps)
        {
            return;
        }

        foreach (var equation in group.Equations)
        {
            if (!CanBeTrue(equation))
            {
                return;
            }
        }

        if (Array.Find(group.Equations, equation => equation.Count(cell => _open[cell]) == 1) is { } last)
        {
            var cell = Array.Find(last, cell => _open[cell]);
            var others = last[1..].Where(part => part != cell).Sum(part => _table[part]);
            Fix(group, cell, cell == last[0] ? others : _table[last[0]] - others);
            return;
        }

        var next = Array.FindIndex(group.Cells, cell => _open[cell]);
        if (next < 0)
        {
            foreach (var cell in group.Cells)
            {
                _found[cell] = new(Math.Min(_found[cell].Low, _table[cell]), Math.Max(_found[cell].High, _table[cell]));
            }

            return;
        }

        for (long value = _floors[group.Cells[next]]; value <= _most; value++)
        {
            Fix(group, group.Cells[next], value);
        }
    }

    private void Fix((int[] Cells, int[][] Equations) group, int cell, long value)
    {
        if (value < _floors[cell] || value > _most)
        {
            return;
        }

        (_table[cell], _open[cell]) = (value, false);
        Try(group);
        _open[cell] = true;
    }

    private bool CanBeTrue(int[] equation)
    {
        long least = 0, most = 0;
        for (var at = 0; at < equation.Length; at++)
        {
            var cell = equation[at];
            var (low, high) = _open[cell] ? (_floors[cell], _most) : (_table[cell], _table[cell]);
            (least, most) = at == 0 ? (least - high, most - low) : (least + low, most + high);
        }

        return least <= 0 && most >= 0;
    }
}
