using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Finds what is wrong with the questions that a blueprint names.</summary>
internal static class BlueprintIds
{
    public static IEnumerable<Problem> Find(Blueprint blueprint, ImmutableArray<Question> questions, Place where)
    {
        var known = questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var named = blueprint.Groups.SelectMany(group => group).ToList();
        foreach (var id in named.Concat(blueprint.Required).Distinct(StringComparer.Ordinal).Where(id => !known.Contains(id)))
        {
            yield return Problem.Error(
                "quiz/unknown-question", where, $"blueprint 里的题号“{SafeText.Quote(id)}”在这份测验里没有。", "请写这份测验里的题号，不带“#”。");
        }

        foreach (var twice in named.GroupBy(id => id, StringComparer.Ordinal).Where(ids => ids.Count() > 1))
        {
            yield return Problem.Error(
                "quiz/question-in-two-groups", where, $"题“{SafeText.Quote(twice.Key)}”写进了{twice.Count()}个互斥组。", "一道题只能在一个组里：请把这几组合成一组，或者只留一处。");
        }

        if (blueprint.Required.Length > blueprint.Draw)
        {
            yield return Problem.Error(
                "quiz/required-over-draw", where, $"必选题有{blueprint.Required.Length}道，多于每份卷子的{blueprint.Draw}题。", "请减少必选题，或者加大 draw。");
        }

        foreach (var group in blueprint.Groups)
        {
            if (group.Where(blueprint.Required.Contains).ToList() is { Count: > 1 } both)
            {
                yield return Problem.Error(
                    "quiz/required-exclude-each-other", where,
                    $"必选题{string.Join('、', both.Select(id => $"“{SafeText.Quote(id)}”"))}在同一个互斥组里，不能都出。", "请只留一道必选，或者改互斥组。");
            }
        }
    }
}
