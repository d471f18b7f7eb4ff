using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Statistics.Attempts;

/// <summary>Quiz attempts as a table like any other: a week for each release, and every sort of attempt a contributor of its own.</summary>
/// <param name="Axes">What the attempts are broken down by.</param>
/// <param name="Input">The attempts, and for each cell what earlier releases did with it.</param>
/// <param name="Published">What earlier releases print: cumulative cells, each with what stands there.</param>
internal sealed record AttemptSeries(Axes Axes, TableToProtect Input, ImmutableArray<(int At, Cell Cell)> Published)
{
    private const string Total = "合计";

    /// <returns>The series; null where earlier releases were broken down otherwise, or what they printed is no longer so.</returns>
    /// <param name="question">What was asked.</param>
    /// <param name="counts">What was counted, one or more.</param>
    /// <param name="request">What the table is to be broken down by.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="earlier">The same table in each earlier release, one for each week of the question, but for the one being made.</param>
    public static Result<AttemptSeries?> Of(
        AttemptQuestion question, ImmutableArray<AttemptCount> counts, AttemptRequest request, DisclosureRules rules, ImmutableArray<SnapshotTable> earlier)
    {
        var quizzes = counts.Select(count => count.Quiz).Distinct().Order().ToArray();
        var bands = counts.Select(count => count.AgeBand).Distinct().Order().ToArray();
        var areas = ShownAreas.Of(question.Areas, counts, request.FinestRank);
        var axes = new Axes([.. request.Dimensions.Select(Dimension)], question.Weeks);
        if (earlier.FirstOrDefault(table => !table.Safe.Dimensions.Select(dimension => dimension.Id).SequenceEqual(request.Dimensions)) is { } other)
        {
            return new(null, [AttemptDiagnostics.OtherDimensions(request, other.Safe)]);
        }

        var slices = earlier.Select(table => PublishedSlice.Of(axes, table)).ToImmutableArray();
        ImmutableArray<(int At, Cell Cell)> published = [.. slices.SelectMany(slice => slice.Cells)];
        var beingMade = Enumerable.Range(earlier.Length, question.Weeks.Length - earlier.Length)
            .SelectMany(week => Enumerable.Range(axes.Shape.Cumulative(week, 0), axes.Shape.Layer));
        var printed = new PrintedCells(axes.Shape, slices.SelectMany(slice => slice.Printed).Concat(beingMade));
        var table = Aggregation.Add(axes.Shape, [.. counts.Select(Contribution)], printed);
        var changed = slices.Sum(slice => slice.Missing) + published.Count(one => !Holds(one.Cell, table.Contributors[one.At].Sum));
        return changed > 0
            ? new(null, [AttemptDiagnostics.Changed(request, changed)])
            : new(new(axes, new(table, printed, History(axes, published), Measure.Count, rules), published), []);

        Dimension Dimension(string id) => id switch
        {
            SafeDimensions.Quiz => Tables.Dimension.WithoutTotal(id, [.. quizzes.Select(quiz => question.Quizzes[quiz])]),
            SafeDimensions.Area => new(id, areas.Names, areas.Parents),
            SafeDimensions.AgeBand => Tables.Dimension.WithTotal(id, [Total, .. bands.Select(band => band.Name)]),
            _ => Tables.Dimension.WithTotal(id, [Total, .. ScoreBands.Names]),
        };

        Contribution Contribution(AttemptCount count, int at) =>
            new(axes.Shape.At([.. request.Dimensions.Select(id => Category(count, id))]), axes.Shape.AllWeeks[count.Week].Day, count.Attempts, at);

        int Category(AttemptCount count, string id) => id switch
        {
            SafeDimensions.Quiz => Array.IndexOf(quizzes, count.Quiz),
            SafeDimensions.Area => areas.Places[count.Area],
            SafeDimensions.AgeBand => 1 + Array.IndexOf(bands, count.AgeBand),
            _ => 1 + count.ScoreBand,
        };
    }

    private static bool Holds(Cell cell, long attempts) => cell is Cell.Shown shown ? shown.Value == attempts : attempts > 0;

    private static CellHistory[] History(Axes axes, ImmutableArray<(int At, Cell Cell)> published)
    {
        var history = new CellHistory[axes.Shape.Count];
        foreach (var (at, cell) in published)
        {
            history[at] = cell is Cell.Shown ? CellHistory.Shown : CellHistory.Withheld;
        }

        return history;
    }

    /// <summary>An earlier table, found again by the names of its categories.</summary>
    /// <param name="Cells">Its cells whose categories there still are.</param>
    /// <param name="Printed">The cells that readers know from it: those, and the zeros of categories that it lacks.</param>
    /// <param name="Missing">In how many dimensions it has categories that there are no longer.</param>
    private sealed record PublishedSlice(ImmutableArray<(int At, Cell Cell)> Cells, ImmutableArray<int> Printed, int Missing)
    {
        public static PublishedSlice Of(Axes axes, SnapshotTable table)
        {
            var week = axes.Days.BinarySearch(table.Day);
            var places = axes.Dimensions.Zip(table.Safe.Dimensions, (now, then) => then.Categories.Select(name => now.Categories.IndexOf(name)).ToArray()).ToImmutableArray();
            var cells = ImmutableArray.CreateBuilder<(int, Cell)>();
            foreach (var (categories, cell) in Combinations(places).Zip(table.Safe.Cells))
            {
                if (!categories.Contains(-1))
                {
                    cells.Add((axes.Shape.Cumulative(week, axes.Shape.At(categories)), cell));
                }
            }

            var slice = new Slice([.. places.Select(found => found.Where(place => place >= 0).ToArray())], [week]);
            return new(cells.DrainToImmutable(), [.. slice.WithAllButAreas(axes).Cells(axes.Shape)], places.Count(found => found.Contains(-1)));
        }

        /// <returns>Every way of taking one number of each list, the last list fastest.</returns>
        private static IEnumerable<int[]> Combinations(ImmutableArray<int[]> lists) => lists.Aggregate(
            (IEnumerable<int[]>)[[]], (found, list) => found.SelectMany(one => list.Select(next => (int[])[.. one, next])));
    }
}

/// <summary>Makes the table of quiz attempts that a release prints.</summary>
internal static class AttemptTables
{
    private static readonly SafeIndicator Indicator = new(AttemptRequest.IndicatorId, "答题", "次");

    /// <returns>The table as of the last week of the question, or null and why it cannot be shown.</returns>
    /// <param name="question">What was asked.</param>
    /// <param name="counts">What was counted.</param>
    /// <param name="request">What is to be shown.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="earlier">The same table in each earlier release, one for each week of the question but the last.</param>
    public static Result<TableDraft?> Make(
        AttemptQuestion question, ImmutableArray<AttemptCount> counts, AttemptRequest request, DisclosureRules rules, ImmutableArray<SnapshotTable> earlier)
    {
        if (counts.IsEmpty)
        {
            return new(null, [AttemptDiagnostics.None(request)]);
        }

        var found = AttemptSeries.Of(question, counts, request, rules, earlier);
        if (found.Value is not { } series)
        {
            return new(null, found.Diagnostics);
        }

        var (axes, shape) = (series.Axes, series.Axes.Shape);
        var all = new Slice([.. axes.Dimensions.Select(dimension => Enumerable.Range(0, dimension.Categories.Length).ToArray())], [shape.Weeks - 1]);
        var protection = TableProtection.Of(series.Input, all.Finest(shape));
        if (!protection.MayBeReleased)
        {
            return new(null, [
                .. protection.TooFine.Select(fault => AttemptDiagnostics.TooFine(request, fault)),
                .. protection.Leaks.Select(leak => AttemptDiagnostics.CannotProtect(request, axes.Categories(leak.Cell))).Distinct(),
            ]);
        }

        return new(new(request.Id, request.Title, axes.Dimensions, [Indicator], [.. all.Cells(shape).Select(protection.Print)], [Measure.Count], axes.Days[^1])
        {
            Notes = [.. request.Notes, "按答题次数统计，同一个人可以答题多次；没有答完的不计。"],
        }, []);
    }
}
