using System.Collections.Immutable;
using Site.Statistics.Audit;
using Site.Statistics.Published;
using Site.Statistics.Requests;

namespace Site.Statistics.Attempts;

/// <summary>Attempts, added up along each dimension and from week to week.</summary>
/// <param name="Shape">The cells.</param>
/// <param name="Attempts">For each cell its attempts, 0 or more.</param>
internal sealed record AttemptCube(AttemptShape Shape, long[] Attempts)
{
    private const string Total = "合计";

    /// <returns>The full table.</returns>
    /// <param name="question">What was asked.</param>
    /// <param name="counts">What was counted, one or more.</param>
    /// <param name="table">What the table is broken down by.</param>
    public static AttemptCube Of(AttemptQuestion question, ImmutableArray<AttemptCount> counts, AttemptRequest table)
    {
        var quizzes = counts.Select(count => count.Quiz).Distinct().Order().ToArray();
        var bands = counts.Select(count => count.AgeBand).Distinct().Order().ToArray();
        var areas = ShownAreas.Of(question.Areas, counts, table.FinestRank);
        var shape = new AttemptShape([.. table.Dimensions.Select(Dimension)], question.Weeks.Length);
        var attempts = new long[shape.Count];
        foreach (var count in counts)
        {
            Spread(shape, attempts, count.Week, [.. table.Dimensions.Select(dimension => PlaceOf(count, dimension))], count.Attempts);
        }

        return new(shape, attempts);

        SafeDimension Dimension(string id) => id switch
        {
            AttemptRequest.Quiz => new(id, [.. quizzes.Select(quiz => question.Quizzes[quiz])], [.. quizzes.Select(_ => -1)]),
            AttemptRequest.Area => new(id, areas.Names, areas.Parents),
            AttemptRequest.AgeBand => WithTotal(id, bands.Select(band => band.Name)),
            _ => WithTotal(id, ScoreBands.Names),
        };

        int PlaceOf(AttemptCount count, string dimension) => dimension switch
        {
            AttemptRequest.Quiz => Array.IndexOf(quizzes, count.Quiz),
            AttemptRequest.Area => areas.Places[count.Area],
            AttemptRequest.AgeBand => 1 + Array.IndexOf(bands, count.AgeBand),
            _ => 1 + count.ScoreBand,
        };
    }

    private static SafeDimension WithTotal(string id, IEnumerable<string> names)
    {
        ImmutableArray<string> categories = [Total, .. names];
        return new(id, categories, [.. Enumerable.Range(0, categories.Length).Select(category => category == 0 ? -1 : 0)]);
    }

    /// <summary>Adds to a finest cell and to every total of it, in its week and all that follow.</summary>
    private static void Spread(AttemptShape shape, long[] attempts, int week, int[] categories, long count)
    {
        Visit(0);

        void Visit(int dimension)
        {
            if (dimension == categories.Length)
            {
                Add(shape.At(categories));
                return;
            }

            var own = categories[dimension];
            for (; categories[dimension] >= 0; categories[dimension] = shape.Dimensions[dimension].Parents[categories[dimension]])
            {
                Visit(dimension + 1);
            }

            categories[dimension] = own;
        }

        void Add(int cell)
        {
            for (var later = week; later < shape.Weeks; later++)
            {
                attempts[shape.Cumulative(later, cell)] += count;
            }

            if (week > 0)
            {
                attempts[shape.Increment(week, cell)] += count;
            }
        }
    }
}

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
    public (Constraints Relations, int[] Merged) Relations()
    {
        var builder = new ConstraintsBuilder(Count);
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
