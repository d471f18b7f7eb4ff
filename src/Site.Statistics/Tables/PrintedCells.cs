namespace Site.Statistics.Tables;

/// <summary>
/// Which cells of a full table some release prints. Tables of one indicator may show areas in one and sectors in another, and not the
/// same weeks; what nobody prints is in no equation that readers know.
/// </summary>
internal sealed class PrintedCells
{
    private readonly TableShape _shape;
    private readonly bool[] _printed;
    private readonly int _layer;

    public PrintedCells(TableShape shape)
    {
        _shape = shape;
        _printed = new bool[shape.Count];
        _layer = (shape.Sectors + 1) * shape.Areas.Count;
    }

    /// <summary>Notes that a cell is printed.</summary>
    /// <param name="cell">A cumulative cell.</param>
    public void Add(int cell) => _printed[cell] = true;

    /// <summary>Notes which increments readers can know; to be called when all cells are added.</summary>
    public PrintedCells Close()
    {
        for (var cell = 0; cell < _printed.Length; cell++)
        {
            var place = _shape.Of(cell);
            if (place.IsIncrement)
            {
                var total = _shape.Cumulative(place.Indicator, place.Week, place.Sector, place.Area);
                _printed[cell] = _printed[total] && WeekBefore(total, place.Week) >= 0;
            }
        }

        return this;
    }

    /// <returns>Whether a cell is printed, or is the increment between two that are.</returns>
    public bool Has(int cell) => _printed[cell];

    /// <returns>Whether sectors of an area are printed.</returns>
    public bool HasRow(int indicator, int week, int area) =>
        Enumerable.Range(1, _shape.Sectors).Any(sector => _printed[_shape.Cumulative(indicator, week, sector, area)]);

    /// <returns>The last week before one in which the same figure is printed; -1 where there is none.</returns>
    /// <param name="cell">The cumulative cell of the week.</param>
    public int WeekBefore(int cell, int week)
    {
        do
        {
            week--;
            cell -= _layer;
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

        for (; week < _shape.Weeks; week++, cell += _layer)
        {
            if (_printed[cell])
            {
                return week;
            }
        }

        return -1;
    }
}
