using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Finds blueprints by which no paper can be drawn.</summary>
public static class BlueprintLimits
{
    /// <summary>
    /// Finds what the questions cannot give. There is a paper exactly if nothing is found: take for each topic as many as it asks for, and fill up
    /// with any others.
    /// </summary>
    /// <param name="blueprint">The rule of the quiz.</param>
    /// <param name="questions">All questions of the quiz.</param>
    /// <param name="where">The rule's place in the source.</param>
    public static ImmutableArray<Problem> Find(Blueprint blueprint, ImmutableArray<Question> questions, Place where)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (blueprint.Draw > questions.Length)
        {
            problems.Add(Problem.Error(
                "quiz/draw-too-many", where, $"每份卷子要抽{blueprint.Draw}题，测验里只有{questions.Length}题。", "请加题，或者把 draw 改小。"));
        }

        foreach (var (topic, count) in blueprint.PerTopic)
        {
            var there = questions.Count(question => question.Topic == topic);
            if (count > there)
            {
                problems.Add(Problem.Error(
                    "quiz/topic-too-few", where, $"主题“{SafeText.Quote(topic)}”要抽{count}题，只有{there}题。", "请给这个主题加题，或者少抽几题。"));
            }
        }

        var sum = blueprint.PerTopic.Sum(topic => (long)topic.Count);
        if (sum > blueprint.Draw)
        {
            problems.Add(Problem.Error(
                "quiz/topics-over-draw", where, $"各主题合计要抽{sum}题，多于每份卷子的{blueprint.Draw}题。", "请减少各主题的题数，或者加大 draw。"));
        }

        return problems.ToImmutable();
    }
}
