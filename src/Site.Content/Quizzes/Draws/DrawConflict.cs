using System.Collections.Immutable;

namespace Site.Content.Quizzes.Draws;

/// <summary>Why no paper can be drawn although each demand of the blueprint could be met alone.</summary>
public abstract record DrawConflict
{
    private DrawConflict() { }

    /// <summary>Topics ask for more questions than the levels let them have.</summary>
    /// <param name="Topics">The topics; null stands for all that the blueprint does not name.</param>
    /// <param name="Wanted">Questions that they ask for together.</param>
    /// <param name="FullLevels">Levels that give all they may; null stands for those that the blueprint does not name.</param>
    /// <param name="FullCount">Questions of these levels on a paper.</param>
    /// <param name="OpenLevels">The other levels.</param>
    /// <param name="OpenCount">Questions that the topics have in them, those of a group counted once; less than is missing.</param>
    public sealed record Demands(
        ImmutableArray<string?> Topics, int Wanted, ImmutableArray<int?> FullLevels, int FullCount, ImmutableArray<int?> OpenLevels, int OpenCount) : DrawConflict;

    /// <summary>There would be a paper but for groups: each of these alone is needed for that.</summary>
    /// <param name="Members">Ids of the questions of each group.</param>
    public sealed record Groups(ImmutableArray<ImmutableArray<string>> Members) : DrawConflict;

    /// <summary>There would be a paper without this question, which must be on it together with those before it.</summary>
    public sealed record Required(string Id) : DrawConflict;

    /// <summary>More groups span topics as well as levels than can be looked through.</summary>
    /// <param name="Count">How many there are.</param>
    public sealed record Tangled(int Count) : DrawConflict;
}

/// <summary>Proves that a blueprint gives a paper, or finds what stands in its way.</summary>
public static class DrawConflictFinder
{
    // Each group that spans topics as well as levels may have to be tried by each of its topics; so many ways can be looked through.
    private const int MostWays = 256;

    /// <summary>Looks at all demands together; exact.</summary>
    /// <param name="questions">All questions of the quiz; those that the blueprint names are among them, each in one group at most.</param>
    /// <returns>Null exactly if a paper can be drawn.</returns>
    public static DrawConflict? Find(Blueprint blueprint, ImmutableArray<Question> questions)
    {
        var plan = DrawPlan.Of(blueprint, questions);
        var tangled = TopicsOfTangledGroups(plan);
        if (tangled.Aggregate(1L, (ways, topics) => Math.Min(ways * topics, MostWays + 1L)) > MostWays)
        {
            return new DrawConflict.Tangled(tangled.Count);
        }

        var taken = new bool[questions.Length];
        if (!DrawFeasibility.CanComplete(plan, taken))
        {
            return WithoutGroups(blueprint, questions) ?? (DrawConflict)NeededGroups(blueprint, questions);
        }

        foreach (var at in plan.Required)
        {
            taken[at] = true;
            if (!DrawFeasibility.CanComplete(plan, taken))
            {
                return new DrawConflict.Required(questions[at].Id);
            }
        }

        return null;
    }

    private static List<long> TopicsOfTangledGroups(DrawPlan plan) => [.. plan.Cells.Where(cell => cell.Group >= 0).GroupBy(cell => cell.Group)
        .Where(group => group.Select(cell => cell.Column).Distinct().Count() > 1)
        .Select(group => group.Select(cell => cell.Row).Distinct().LongCount()).Where(topics => topics > 1)];

    private static DrawConflict.Demands? WithoutGroups(Blueprint blueprint, ImmutableArray<Question> questions)
    {
        var plan = DrawPlan.Of(blueprint with { Groups = [] }, questions);
        var left = RemainingDraw.Of(plan, [.. plan.Rows], [.. plan.Columns], _ => true);
        var flow = new DrawFlow(left);
        if (flow.Amount == blueprint.Draw)
        {
            return null;
        }

        var (rows, columns) = flow.Bottleneck();
        var few = Enumerable.Range(0, rows.Length).Where(row => rows[row] && plan.Rows[row] > 0).ToList();
        var full = Enumerable.Range(0, columns.Length).Where(column => columns[column] && plan.Columns[column] > 0).ToList();
        var open = Enumerable.Range(0, columns.Length).Where(column => !columns[column] && plan.Columns[column] > 0).ToList();
        return new(
            [.. few.Select(row => row < blueprint.PerTopic.Length ? blueprint.PerTopic[row].Topic : null)],
            few.Sum(row => plan.Rows[row]),
            [.. full.Select(Level)],
            full.Sum(column => plan.Columns[column]),
            [.. open.Select(Level)],
            few.Sum(row => open.Sum(column => left.Free[row, column])));

        int? Level(int column) => column < blueprint.Levels.Length ? blueprint.Levels[column].Level : null;
    }

    // Lets each group go in turn if there is no paper without it either: what stays is needed.
    private static DrawConflict.Groups NeededGroups(Blueprint blueprint, ImmutableArray<Question> questions)
    {
        var groups = blueprint.Groups;
        for (var at = groups.Length - 1; at >= 0; at--)
        {
            var without = groups.RemoveAt(at);
            if (!DrawFeasibility.CanComplete(DrawPlan.Of(blueprint with { Groups = without }, questions), new bool[questions.Length]))
            {
                groups = without;
            }
        }

        return new(groups);
    }
}
