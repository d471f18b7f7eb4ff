using System.Collections.Immutable;

namespace Site.Content.Quizzes.Draws;

/// <summary>
/// What a paper must be made of, as a table: a row for each topic that the blueprint counts, a column for each level, and last one of each for all others.
/// A question stands in one cell; questions of a group count once.
/// </summary>
/// <param name="Rows">Questions that each row must give, 0 or more; the last row is for all other topics. They make <see cref="Blueprint.Draw"/> together.</param>
/// <param name="Columns">Likewise for levels.</param>
/// <param name="Cells">Row, column and group (−1: none) of each question, in the order of the quiz.</param>
/// <param name="Required">Places in the quiz of the questions that are on every paper, rising.</param>
public sealed record DrawPlan(
    ImmutableArray<int> Rows, ImmutableArray<int> Columns, ImmutableArray<PlanCell> Cells, ImmutableArray<int> Required)
{
    /// <summary>Puts the questions of a quiz into the table of its blueprint.</summary>
    /// <returns>The table; a row or column may ask for less than 0 where a blueprint counts more than it draws.</returns>
    public static DrawPlan Of(Blueprint blueprint, ImmutableArray<Question> questions)
    {
        var topics = blueprint.PerTopic.Select(topic => topic.Topic).ToList();
        var levels = blueprint.Levels.Select(level => level.Level).ToList();
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var group = 0; group < blueprint.Groups.Length; group++)
        {
            foreach (var id in blueprint.Groups[group])
            {
                groups.TryAdd(id, group);
            }
        }

        return new(
            WithRest(blueprint.PerTopic.Select(topic => topic.Count), blueprint.Draw),
            WithRest(blueprint.Levels.Select(level => level.Count), blueprint.Draw),
            [.. questions.Select(question => new PlanCell(
                IndexOrLast(question.Topic is null ? -1 : topics.IndexOf(question.Topic), topics.Count),
                IndexOrLast(levels.IndexOf(question.Level), levels.Count),
                groups.GetValueOrDefault(question.Id, -1)))],
            [.. Enumerable.Range(0, questions.Length).Where(at => blueprint.Required.Contains(questions[at].Id))]);
    }

    private static int IndexOrLast(int index, int count) => index < 0 ? count : index;

    private static ImmutableArray<int> WithRest(IEnumerable<int> counts, int draw)
    {
        var all = counts.ToList();
        return [.. all, draw - all.Sum()];
    }
}

/// <summary>Where a question counts in a <see cref="DrawPlan"/>.</summary>
/// <param name="Row">Its topic's row, from 0.</param>
/// <param name="Column">Its level's column, from 0.</param>
/// <param name="Group">The group of questions that exclude each other, from 0, or −1.</param>
public sealed record PlanCell(int Row, int Column, int Group);

/// <summary>What is still to be drawn, and from what.</summary>
/// <param name="Rows">Questions that each topic's row must still give, 0 or more.</param>
/// <param name="Columns">Likewise for levels; the same sum.</param>
/// <param name="Free">R × C questions that can be taken without regard to others; a group within one cell counts as one of them.</param>
/// <param name="Groups">The cells of each other group that is open, each cell once.</param>
internal sealed record RemainingDraw(int[] Rows, int[] Columns, int[,] Free, ImmutableArray<ImmutableArray<PlanCell>> Groups)
{
    /// <param name="isLeft">Whether the question at a place of the quiz can still be taken.</param>
    public static RemainingDraw Of(DrawPlan plan, int[] rows, int[] columns, Func<int, bool> isLeft)
    {
        var free = new int[rows.Length, columns.Length];
        var groups = new SortedDictionary<int, List<PlanCell>>();
        for (var at = 0; at < plan.Cells.Length; at++)
        {
            var cell = plan.Cells[at];
            if (!isLeft(at))
            {
                continue;
            }

            if (cell.Group < 0)
            {
                free[cell.Row, cell.Column]++;
                continue;
            }

            if (!groups.TryGetValue(cell.Group, out var cells))
            {
                groups.Add(cell.Group, cells = []);
            }

            if (!cells.Contains(cell))
            {
                cells.Add(cell);
            }
        }

        foreach (var cells in groups.Values.Where(cells => cells.Count == 1))
        {
            free[cells[0].Row, cells[0].Column]++;
        }

        return new(rows, columns, free, [.. groups.Values.Where(cells => cells.Count > 1).Select(cells => cells.ToImmutableArray())]);
    }
}
