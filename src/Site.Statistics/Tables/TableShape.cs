namespace Site.Statistics.Tables;

/// <summary>
/// The cells of a full table with all totals: indicators by weeks by sectors by areas. Each indicator has a layer of cumulative figures
/// for each week, and a layer of increments for each week but the first.
/// </summary>
/// <param name="Areas">The areas.</param>
/// <param name="Sectors">Number of sectors without their total, 0 or more; sector 0 is the total.</param>
/// <param name="Weeks">Number of weeks, 1 or more; that of the earliest is 0.</param>
/// <param name="Indicators">Number of indicators, 1 or more.</param>
internal sealed record TableShape(Hierarchy Areas, int Sectors, int Weeks, int Indicators)
{
    /// <summary>Number of layers of one indicator.</summary>
    public int Layers => (2 * Weeks) - 1;

    /// <summary>Number of cells, increments included.</summary>
    public int Count => Indicators * Layers * (Sectors + 1) * Areas.Count;

    /// <returns>The cell with the figure up to and including a week.</returns>
    public int Cumulative(int indicator, int week, int sector, int area) => At(indicator, week, sector, area);

    /// <returns>The cell with what a week added.</returns>
    /// <param name="week">1 or more: in the first week, the increment is the figure itself.</param>
    public int Increment(int indicator, int week, int sector, int area) => At(indicator, Weeks - 1 + week, sector, area);

    /// <returns>What a cell stands for.</returns>
    public CellCoordinates Of(int cell)
    {
        var (rest, area) = Math.DivRem(cell, Areas.Count);
        (rest, var sector) = Math.DivRem(rest, Sectors + 1);
        var (indicator, layer) = Math.DivRem(rest, Layers);
        return new(indicator, layer < Weeks ? layer : layer - Weeks + 1, layer >= Weeks, sector, area);
    }

    /// <returns>How many levels of totals a cell stands above the finest.</returns>
    public int Height(int sector, int area) => Areas.Heights[area] + (sector == 0 && Sectors > 0 ? 1 : 0);

    private int At(int indicator, int layer, int sector, int area) =>
        (((((indicator * Layers) + layer) * (Sectors + 1)) + sector) * Areas.Count) + area;
}

/// <summary>What a cell of a full table stands for.</summary>
/// <param name="Indicator">From 0.</param>
/// <param name="Week">From 0.</param>
/// <param name="IsIncrement">Whether it is what the week added, not the figure up to the week.</param>
/// <param name="Sector">From 1; 0 is the total.</param>
/// <param name="Area">From 0.</param>
internal readonly record struct CellCoordinates(int Indicator, int Week, bool IsIncrement, int Sector, int Area);
