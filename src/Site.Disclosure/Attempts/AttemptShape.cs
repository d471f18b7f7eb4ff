using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>
/// The cells of a table of attempts: one for each way of taking one category of each dimension, in the order of <see cref="SafeTable.Cells"/>.
/// There is a layer of such cells for each release, and one of increments for each but the first.
/// </summary>
internal sealed class AttemptShape
{
    private readonly int[] _strides;
    private readonly int[][][] _children;

    /// <param name="dimensions">One or more.</param>
    /// <param name="weeks">Number of releases, 1 or more.</param>
    public AttemptShape(ImmutableArray<SafeDimension> dimensions, int weeks)
    {
        (Dimensions, Weeks, Layer) = (dimensions, weeks, 1);
        _strides = new int[dimensions.Length];
        for (var dimension = dimensions.Length - 1; dimension >= 0; dimension--)
        {
            _strides[dimension] = Layer;
            Layer = checked(Layer * dimensions[dimension].Categories.Length);
        }

        _children = [.. dimensions.Select(dimension => Enumerable.Range(0, dimension.Parents.Length)
            .Select(category => Enumerable.Range(0, dimension.Parents.Length).Where(child => dimension.Parents[child] == category).ToArray()).ToArray())];
    }

    public ImmutableArray<SafeDimension> Dimensions { get; }

    public int Weeks { get; }

    /// <summary>Number of cells of one release.</summary>
    public int Layer { get; }

    /// <summary>Number of cells, increments included.</summary>
    public int Count => checked(Layer * ((2 * Weeks) - 1));

    /// <returns>The cell with the figure up to and including a week.</returns>
    public int Cumulative(int week, int cell) => (week * Layer) + cell;

    /// <returns>The cell with what a week added.</returns>
    /// <param name="week">1 or more.</param>
    public int Increment(int week, int cell) => ((Weeks - 1 + week) * Layer) + cell;

    /// <returns>Whether a cell is what a week added.</returns>
    public bool IsIncrement(int cell) => cell >= Weeks * Layer;

    /// <returns>The week of a cell, from 0.</returns>
    public int Week(int cell) => IsIncrement(cell) ? (cell / Layer) - Weeks + 1 : cell / Layer;

    /// <returns>The category that a cell has in a dimension.</returns>
    public int Category(int cell, int dimension) => cell % Layer / _strides[dimension] % Dimensions[dimension].Categories.Length;

    /// <returns>The cell of one release with one category of each dimension.</returns>
    public int At(ReadOnlySpan<int> categories)
    {
        var cell = 0;
        for (var dimension = 0; dimension < categories.Length; dimension++)
        {
            cell += categories[dimension] * _strides[dimension];
        }

        return cell;
    }

    /// <returns>How many levels of totals a cell stands above the finest, over all dimensions together.</returns>
    public int Height(int cell)
    {
        var height = 0;
        for (var dimension = 0; dimension < Dimensions.Length; dimension++)
        {
            height += HeightOf(dimension, Category(cell, dimension));
        }

        return height;
    }

    /// <returns>A cell in words.</returns>
    public string Name(int cell) => string.Join('，', Dimensions.Select((dimension, at) => dimension.Categories[Category(cell, at)]));

    /// <returns>The cells that add up to a cell along one dimension; none where its category has no parts.</returns>
    public int[] Parts(int cell, int dimension)
    {
        var category = Category(cell, dimension);
        return Array.ConvertAll(_children[dimension][category], child => cell + ((child - category) * _strides[dimension]));
    }

    /// <summary>Every equation: each dimension adds up, and each week's figure is the one before and what the week added.</summary>
    /// <returns>The relations over merged cells, and for each cell its merged cell.</returns>
    public (Relations Relations, int[] Merged) Relations()
    {
        var builder = new RelationsBuilder(Count);
        for (var cell = 0; cell < Weeks * Layer; cell++)
        {
            // Sums over totals of an earlier dimension follow from those over its parts.
            var core = true;
            for (var dimension = 0; dimension < Dimensions.Length; dimension++)
            {
                if (Parts(cell, dimension) is { Length: > 0 } parts)
                {
                    builder.Add(cell, parts, core);
                    core = false;
                }
            }

            if (cell >= Layer)
            {
                builder.Add(cell, [cell - Layer, Increment(Week(cell), cell % Layer)], core: false);
            }
        }

        return builder.Build();
    }

    private int HeightOf(int dimension, int category) =>
        _children[dimension][category] is { Length: > 0 } parts ? 1 + parts.Max(part => HeightOf(dimension, part)) : 0;
}
