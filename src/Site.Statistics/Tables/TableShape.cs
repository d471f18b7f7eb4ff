using System.Collections.Immutable;

namespace Site.Statistics.Tables;

/// <summary>
/// The cells of a table of n dimensions with all totals, over several weeks. A week has a layer of cumulative figures, one cell for each way
/// of taking one category of each dimension; behind them stand layers of differences between two weeks.
/// </summary>
/// <remarks>
/// A place is a cell within its layer, from 0; the categories of the first dimension lie next to one another. A cell is numbered over all
/// layers: cumulative figures week by week, then increments week by week. Where figures were published in several vintages, each vintage has
/// weeks of its own, and behind the increments stand two more layers for each week but the first: see <see cref="PrintedCells"/>.
/// </remarks>
internal sealed class TableShape
{
    private readonly int[] _strides;

    /// <param name="dimensions">One or more.</param>
    /// <param name="weeks">Number of weeks of one vintage, 1 or more.</param>
    /// <exception cref="OverflowException">There are more cells than fit in 31 bits.</exception>
    public TableShape(ImmutableArray<Hierarchy> dimensions, int weeks)
        : this(dimensions, [.. Enumerable.Range(0, weeks).Select(day => new Week(0, day))])
    {
    }

    /// <param name="dimensions">One or more.</param>
    /// <param name="weeks">One or more, by vintage and then day, each once.</param>
    /// <exception cref="OverflowException">There are more cells than fit in 31 bits.</exception>
    public TableShape(ImmutableArray<Hierarchy> dimensions, ImmutableArray<Week> weeks)
    {
        (Dimensions, AllWeeks, Layer) = (dimensions, weeks, 1);
        _strides = new int[dimensions.Length];
        for (var dimension = 0; dimension < dimensions.Length; dimension++)
        {
            _strides[dimension] = Layer;
            Layer = checked(Layer * dimensions[dimension].Count);
        }

        Count = checked(Layer * (Weeks + ((weeks[^1].Vintage > weeks[0].Vintage ? 3 : 1) * (Weeks - 1))));
        ByDepth = [.. Enumerable.Range(0, dimensions.Length).OrderByDescending(dimension => dimensions[dimension].Depth)];
    }

    public ImmutableArray<Hierarchy> Dimensions { get; }

    /// <summary>Number of weeks, 1 or more; the earliest of the first vintage is week 0.</summary>
    public int Weeks => AllWeeks.Length;

    /// <summary>The weeks, by vintage and then day.</summary>
    public ImmutableArray<Week> AllWeeks { get; }

    /// <summary>Number of cells of one layer.</summary>
    public int Layer { get; }

    /// <summary>Number of cells, differences included.</summary>
    public int Count { get; }

    /// <summary>The dimensions, those with most levels of totals first.</summary>
    public ImmutableArray<int> ByDepth { get; }

    /// <returns>The cell with the figure up to and including a week.</returns>
    public int Cumulative(int week, int place) => (week * Layer) + place;

    /// <returns>The cell with what a week added.</returns>
    /// <param name="week">1 or more: in the first week, the increment is the figure itself.</param>
    public int Increment(int week, int place) => ((Weeks - 1 + week) * Layer) + place;

    /// <returns>Whether a cell is the difference between two weeks, not the figure up to one.</returns>
    public bool IsIncrement(int cell) => cell >= Weeks * Layer;

    /// <returns>The week of a cell; of a difference the one whose figure was published later.</returns>
    public int WeekOf(int cell) => IsIncrement(cell) ? 1 + (((cell / Layer) - Weeks) % (Weeks - 1)) : cell / Layer;

    /// <returns>The place of a cell in its layer.</returns>
    public int Place(int cell) => cell % Layer;

    /// <returns>The place with one category of each dimension.</returns>
    public int At(params ReadOnlySpan<int> categories)
    {
        var place = 0;
        for (var dimension = 0; dimension < categories.Length; dimension++)
        {
            place += categories[dimension] * _strides[dimension];
        }

        return place;
    }

    /// <returns>How far the places of a category lie behind those of the first one.</returns>
    public int Offset(int dimension, int category) => category * _strides[dimension];

    /// <returns>The category that a cell has in a dimension.</returns>
    public int Category(int cell, int dimension) => cell % Layer / _strides[dimension] % Dimensions[dimension].Count;

    /// <summary>Finds the cells that add up to a cell along one dimension.</summary>
    /// <param name="parts">Receives them, behind what it holds already.</param>
    public void AddParts(int cell, int dimension, List<int> parts)
    {
        var category = Category(cell, dimension);
        foreach (var child in Dimensions[dimension].Children(category))
        {
            parts.Add(cell + ((child - category) * _strides[dimension]));
        }
    }

    /// <summary>Finds a place itself and every total that it counts in.</summary>
    /// <param name="totals">Receives them instead of what it holds.</param>
    public void FindTotals(int place, List<int> totals)
    {
        totals.Clear();
        totals.Add(place);
        for (var dimension = 0; dimension < Dimensions.Length; dimension++)
        {
            var (category, found) = (Category(place, dimension), totals.Count);
            var parents = Dimensions[dimension].Parents;
            for (var total = parents[category]; total >= 0; total = parents[total])
            {
                for (var at = 0; at < found; at++)
                {
                    totals.Add(totals[at] + ((total - category) * _strides[dimension]));
                }
            }
        }
    }

    /// <returns>How many levels of totals a cell stands above the finest, over all dimensions together.</returns>
    public int Height(int cell)
    {
        var height = 0;
        for (var dimension = 0; dimension < Dimensions.Length; dimension++)
        {
            height += Dimensions[dimension].Heights[Category(cell, dimension)];
        }

        return height;
    }

    /// <returns>Every place, those that differ in the last dimension alone one after another.</returns>
    public IEnumerable<int> Places()
    {
        IEnumerable<int> places = [0];
        for (var dimension = 0; dimension < Dimensions.Length; dimension++)
        {
            var at = dimension;
            places = places.SelectMany(place => Enumerable.Range(0, Dimensions[at].Count).Select(category => place + Offset(at, category)));
        }

        return places;
    }
}

/// <summary>The figures up to one day, as the releases of one vintage give them: a vintage ends where a release takes back what earlier ones said.</summary>
/// <param name="Vintage">From 0; those that no release took back are of the last.</param>
/// <param name="Day">The day, numbered so that later days have higher numbers.</param>
internal readonly record struct Week(int Vintage, int Day);
