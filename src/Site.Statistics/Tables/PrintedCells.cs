namespace Site.Statistics.Tables;

/// <summary>
/// Which cells of a full table some release prints. Tables of one indicator may show areas in one and sectors in another, and not the
/// same weeks; what nobody prints is in no equation that readers know.
/// </summary>
internal sealed class PrintedCells
{
    private readonly TableShape _shape;
    private readonly bool[] _printed;

    /// <param name="cells">Cumulative cells, in any order.</param>
    public PrintedCells(TableShape shape, IEnumerable<int> cells)
    {
        _shape = shape;
        _printed = new bool[shape.Count];
        foreach (var cell in cells)
        {
            _printed[cell] = true;
        }

        for (var cell = shape.Weeks * shape.Layer; cell < _printed.Length; cell++)
        {
            var (week, place) = (shape.Week(cell), shape.Place(cell));
            _printed[cell] = _printed[shape.Cumulative(week, place)] && WeekBefore(shape.Cumulative(week, place), week) >= 0;
        }
    }

    /// <returns>Every cell, as where each week prints the whole table.</returns>
    public static PrintedCells All(TableShape shape) => new(shape, Enumerable.Range(0, shape.Weeks * shape.Layer));

    /// <returns>Whether a cell is printed, or is the increment between two that are.</returns>
    public bool Has(int cell) => _printed[cell];

    /// <returns>The last week before one in which the same figure is printed; -1 where there is none.</returns>
    /// <param name="cell">The cumulative cell of the week.</param>
    public int WeekBefore(int cell, int week)
    {
        do
        {
            week--;
            cell -= _shape.Layer;
        }
        while (week >= 0 && !_printed[cell]);

        return week;
    }

    /// <returns>The first week from one on in which the same figure is printed, if it is printed before that week too; else -1.</returns>
    /// <param name="cell">The cumulative cell of the week.</param>
    public int WeekFrom(int cell, int week)
    {
        if (WeekBefore(cell, week) < 0)
        {
            return -1;
        }

        for (; week < _shape.Weeks; week++, cell += _shape.Layer)
        {
            if (_printed[cell])
            {
                return week;
            }
        }

        return -1;
    }
}
