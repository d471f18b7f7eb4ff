using System.Collections.Immutable;

namespace Site.Model;

/// <summary>
/// What a paper must be made of, as a table: a row for each topic that the blueprint counts, a column for each level, and last one of each for all others.
/// A question stands in one cell; questions of a group count once.
/// </summary>
/// <param name="Rows">Questions that each row must give, 0 or more; the last row is for all other topics. They make <see cref="Blueprint.Draw"/> together.</param>
/// <param name="Columns">Likewise for levels.</param>
/// <param name="Places">Row, column and group (−1: none) of each question, in the order of the quiz.</param>
/// <param name="Required">Places in the quiz of the questions that are on every paper, rising.</param>
public sealed record DrawPlan(
    ImmutableArray<int> Rows, ImmutableArray<int> Columns, ImmutableArray<DrawPlace> Places, ImmutableArray<int> Required)
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
            [.. questions.Select(question => new DrawPlace(
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
