using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Reading;

/// <summary>Finds blueprints by which no paper can be drawn.</summary>
public static class BlueprintLimits
{
    /// <summary>
    /// Finds what the questions cannot give. There is a paper exactly if nothing is found: first each demand by itself is looked at, and where each could be
    /// met alone, all of them together.
    /// </summary>
    /// <param name="blueprint">The rule of the quiz.</param>
    /// <param name="questions">All questions of the quiz.</param>
    /// <param name="where">The rule's place in the source.</param>
    public static ImmutableArray<Problem> Find(Blueprint blueprint, ImmutableArray<Question> questions, Place where)
    {
        ImmutableArray<Problem> problems =
        [
            .. BlueprintIds.Find(blueprint, questions, where),
            .. Whole(blueprint, questions, where),
            .. Topics(blueprint, questions, where),
            .. Levels(blueprint, questions, where),
        ];
        return problems.IsEmpty ? BlueprintConflicts.Find(blueprint, questions, where) : problems;
    }

    private static IEnumerable<Problem> Whole(Blueprint blueprint, ImmutableArray<Question> questions, Place where)
    {
        var there = Most(blueprint, questions);
        if (blueprint.Draw > there)
        {
            yield return Problem.Error(
                "quiz/draw-too-many", where, $"每份卷子要抽{blueprint.Draw}题，测验里只有{Tell(there, questions.Length)}。", "请加题，或者把 draw 改小。");
        }
    }

    private static IEnumerable<Problem> Topics(Blueprint blueprint, ImmutableArray<Question> questions, Place where)
    {
        foreach (var (topic, count) in blueprint.PerTopic)
        {
            ImmutableArray<Question> own = [.. questions.Where(question => question.Topic == topic)];
            if (count > Most(blueprint, own))
            {
                yield return Problem.Error(
                    "quiz/topic-too-few", where, $"主题“{SafeText.Quote(topic)}”要抽{count}题，只有{Tell(Most(blueprint, own), own.Length)}。", "请给这个主题加题，或者少抽几题。");
            }
        }

        var sum = blueprint.PerTopic.Sum(topic => (long)topic.Count);
        if (sum > blueprint.Draw)
        {
            yield return Problem.Error(
                "quiz/topics-over-draw", where, $"各主题合计要抽{sum}题，多于每份卷子的{blueprint.Draw}题。", "请减少各主题的题数，或者加大 draw。");
        }

        ImmutableArray<Question> rest = [.. questions.Where(question => blueprint.PerTopic.All(topic => topic.Topic != question.Topic))];
        if (!blueprint.PerTopic.IsEmpty && Most(blueprint, rest) is var most && blueprint.Draw - sum > most)
        {
            yield return Problem.Error(
                "quiz/rest-too-few", where,
                $"各主题合计{sum}题，其余{blueprint.Draw - sum}题要从 perTopic 没有写到的主题里抽，这样的题只有{Tell(most, rest.Length)}。",
                "请把其余的题也分给各主题，或者把 draw 改小。");
        }
    }

    private static IEnumerable<Problem> Levels(Blueprint blueprint, ImmutableArray<Question> questions, Place where)
    {
        foreach (var (level, count) in blueprint.Levels)
        {
            ImmutableArray<Question> own = [.. questions.Where(question => question.Level == level)];
            if (count > Most(blueprint, own))
            {
                yield return Problem.Error(
                    "quiz/level-too-few", where, $"难度{level}要抽{count}题，只有{Tell(Most(blueprint, own), own.Length)}。", "请加这个难度的题，或者少抽几题。");
            }
        }

        var sum = blueprint.Levels.Sum(level => (long)level.Count);
        if (sum > blueprint.Draw)
        {
            yield return Problem.Error(
                "quiz/levels-over-draw", where, $"各难度合计要抽{sum}题，多于每份卷子的{blueprint.Draw}题。", "请减少各难度的题数，或者加大 draw。");
        }

        ImmutableArray<Question> rest = [.. questions.Where(question => blueprint.Levels.All(level => level.Level != question.Level))];
        if (!blueprint.Levels.IsEmpty && Most(blueprint, rest) is var most && blueprint.Draw - sum > most)
        {
            yield return Problem.Error(
                "quiz/rest-too-few", where,
                $"各难度合计{sum}题，其余{blueprint.Draw - sum}题要从 levels 没有写到的难度里抽，这样的题只有{Tell(most, rest.Length)}。",
                "请让各难度的题数加起来等于 draw，或者把 draw 改小。");
        }
    }

    // Of each group one question counts.
    private static int Most(Blueprint blueprint, ImmutableArray<Question> questions)
    {
        var grouped = blueprint.Groups.Select(group => questions.Count(question => group.Contains(question.Id))).Where(count => count > 0);
        return questions.Length - grouped.Sum(count => count - 1);
    }

    private static string Tell(int most, int written) => most == written
        ? string.Create(CultureInfo.InvariantCulture, $"{most}题")
        : string.Create(CultureInfo.InvariantCulture, $"{written}题，其中互斥的每组只能出一道，最多{most}题");
}
