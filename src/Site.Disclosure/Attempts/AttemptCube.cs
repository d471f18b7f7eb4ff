using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

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
    public static AttemptCube Of(AttemptQuestion question, ImmutableArray<AttemptCount> counts, AttemptTable table)
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
            AttemptTable.Quiz => new(id, [.. quizzes.Select(quiz => question.Quizzes[quiz])], [.. quizzes.Select(_ => -1)]),
            AttemptTable.Area => new(id, areas.Names, areas.Parents),
            AttemptTable.AgeBand => WithTotal(id, bands.Select(band => band.Name)),
            _ => WithTotal(id, ScoreBands.Names),
        };

        int PlaceOf(AttemptCount count, string dimension) => dimension switch
        {
            AttemptTable.Quiz => Array.IndexOf(quizzes, count.Quiz),
            AttemptTable.Area => areas.Places[count.Area],
            AttemptTable.AgeBand => 1 + Array.IndexOf(bands, count.AgeBand),
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
