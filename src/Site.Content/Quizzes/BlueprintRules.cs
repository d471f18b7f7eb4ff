using System.Collections.Immutable;
using System.Globalization;
using Site.Content.Quizzes.Draws;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes;

/// <summary>Finds blueprints by which no paper can be drawn.</summary>
public static class BlueprintRules
{
    /// <summary>
    /// Finds what the questions cannot give. There is a paper exactly if nothing is found: first each demand by itself is looked at, and where each could be
    /// met alone, all of them together.
    /// </summary>
    /// <param name="blueprint">The rule of the quiz.</param>
    /// <param name="questions">All questions of the quiz.</param>
    /// <param name="location">The rule's place in the source.</param>
    public static ImmutableArray<Diagnostic> Find(Blueprint blueprint, ImmutableArray<Question> questions, Location location)
    {
        ImmutableArray<Diagnostic> diagnostics =
        [
            .. BlueprintQuestionIds.Find(blueprint, questions, location),
            .. Whole(blueprint, questions, location),
            .. Topics(blueprint, questions, location),
            .. Levels(blueprint, questions, location),
        ];
        return diagnostics.IsEmpty ? BlueprintConflicts.Find(blueprint, questions, location) : diagnostics;
    }

    private static IEnumerable<Diagnostic> Whole(Blueprint blueprint, ImmutableArray<Question> questions, Location location)
    {
        var there = Most(blueprint, questions);
        if (blueprint.Draw > there)
        {
            yield return Diagnostic.Error(
                "quiz/draw-too-many", location, $"每份卷子要抽{blueprint.Draw}题，测验里只有{Tell(there, questions.Length)}。", "请加题，或者把 draw 改小。");
        }
    }

    private static IEnumerable<Diagnostic> Topics(Blueprint blueprint, ImmutableArray<Question> questions, Location location)
    {
        foreach (var (topic, count) in blueprint.PerTopic)
        {
            ImmutableArray<Question> own = [.. questions.Where(question => question.Topic == topic)];
            if (count > Most(blueprint, own))
            {
                yield return Diagnostic.Error(
                    "quiz/topic-too-few", location, $"主题“{Quoted.Line(topic)}”要抽{count}题，只有{Tell(Most(blueprint, own), own.Length)}。", "请给这个主题加题，或者少抽几题。");
            }
        }

        var sum = blueprint.PerTopic.Sum(topic => (long)topic.Count);
        if (sum > blueprint.Draw)
        {
            yield return Diagnostic.Error(
                "quiz/topics-over-draw", location, $"各主题合计要抽{sum}题，多于每份卷子的{blueprint.Draw}题。", "请减少各主题的题数，或者加大 draw。");
        }

        ImmutableArray<Question> rest = [.. questions.Where(question => blueprint.PerTopic.All(topic => topic.Topic != question.Topic))];
        if (!blueprint.PerTopic.IsEmpty && Most(blueprint, rest) is var most && blueprint.Draw - sum > most)
        {
            yield return Diagnostic.Error(
                "quiz/rest-too-few", location,
                $"各主题合计{sum}题，其余{blueprint.Draw - sum}题要从 perTopic 没有写到的主题里抽，这样的题只有{Tell(most, rest.Length)}。",
                "请把其余的题也分给各主题，或者把 draw 改小。");
        }
    }

    private static IEnumerable<Diagnostic> Levels(Blueprint blueprint, ImmutableArray<Question> questions, Location location)
    {
        foreach (var (level, count) in blueprint.Levels)
        {
            ImmutableArray<Question> own = [.. questions.Where(question => question.Level == level)];
            if (count > Most(blueprint, own))
            {
                yield return Diagnostic.Error(
                    "quiz/level-too-few", location, $"难度{level}要抽{count}题，只有{Tell(Most(blueprint, own), own.Length)}。", "请加这个难度的题，或者少抽几题。");
            }
        }

        var sum = blueprint.Levels.Sum(level => (long)level.Count);
        if (sum > blueprint.Draw)
        {
            yield return Diagnostic.Error(
                "quiz/levels-over-draw", location, $"各难度合计要抽{sum}题，多于每份卷子的{blueprint.Draw}题。", "请减少各难度的题数，或者加大 draw。");
        }

        ImmutableArray<Question> rest = [.. questions.Where(question => blueprint.Levels.All(level => level.Level != question.Level))];
        if (!blueprint.Levels.IsEmpty && Most(blueprint, rest) is var most && blueprint.Draw - sum > most)
        {
            yield return Diagnostic.Error(
                "quiz/rest-too-few", location,
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

/// <summary>Finds what is wrong with the questions that a blueprint names.</summary>
internal static class BlueprintQuestionIds
{
    public static IEnumerable<Diagnostic> Find(Blueprint blueprint, ImmutableArray<Question> questions, Location location)
    {
        var known = questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var named = blueprint.Groups.SelectMany(group => group).ToList();
        foreach (var id in named.Concat(blueprint.Required).Distinct(StringComparer.Ordinal).Where(id => !known.Contains(id)))
        {
            yield return Diagnostic.Error(
                "quiz/unknown-question", location, $"blueprint 里的题号“{Quoted.Line(id)}”在这份测验里没有。", "请写这份测验里的题号，不带“#”。");
        }

        foreach (var twice in named.GroupBy(id => id, StringComparer.Ordinal).Where(ids => ids.Count() > 1))
        {
            yield return Diagnostic.Error(
                "quiz/question-in-two-groups", location, $"题“{Quoted.Line(twice.Key)}”写进了{twice.Count()}个互斥组。", "一道题只能在一个组里：请把这几组合成一组，或者只留一处。");
        }

        if (blueprint.Required.Length > blueprint.Draw)
        {
            yield return Diagnostic.Error(
                "quiz/required-over-draw", location, $"必选题有{blueprint.Required.Length}道，多于每份卷子的{blueprint.Draw}题。", "请减少必选题，或者加大 draw。");
        }

        foreach (var group in blueprint.Groups)
        {
            if (group.Where(blueprint.Required.Contains).ToList() is { Count: > 1 } both)
            {
                yield return Diagnostic.Error(
                    "quiz/required-exclude-each-other", location,
                    $"必选题{string.Join('、', both.Select(id => $"“{Quoted.Line(id)}”"))}在同一个互斥组里，不能都出。", "请只留一道必选，或者改互斥组。");
            }
        }
    }
}

/// <summary>Finds demands of a blueprint that can each be met alone, and not together.</summary>
internal static class BlueprintConflicts
{
    /// <returns>Nothing exactly if a paper can be drawn. Each demand alone can be met, and the questions named are there.</returns>
    public static ImmutableArray<Diagnostic> Find(Blueprint blueprint, ImmutableArray<Question> questions, Location location)
    {
        if (DrawConflictFinder.Find(blueprint, questions) is not { } conflict)
        {
            return [];
        }

        return [conflict switch
        {
            DrawConflict.Tangled { Count: var groups } => Diagnostic.Error(
                "quiz/groups-too-tangled", location,
                $"有{groups}个互斥组既跨主题又跨难度，搭配太多，没法一一试过。", "请让同一组的题主题相同，或者难度相同。"),
            DrawConflict.Required { Id: var id } => Diagnostic.Error(
                "quiz/required-in-the-way", location,
                $"每份卷子都放进必选题“{Quoted.Line(id)}”和它前面的必选题，就凑不齐 blueprint 的其他要求。", "请减少必选题，或者改各主题、各难度的题数。"),
            DrawConflict.Groups { Members: var members } => Diagnostic.Error(
                "quiz/groups-in-the-way", location,
                $"各主题、各难度的题都够，可是有了互斥组就凑不出一份卷子：{string.Join("；", members.Select(group => string.Join('、', group.Select(id => $"“{Quoted.Line(id)}”"))))}。",
                "请拆开互斥组，加题，或者少抽几题。"),
            DrawConflict.Demands demands => Diagnostic.Error("quiz/demands-conflict", location, Tell(demands), "请加题，或者改 perTopic、levels 里的题数。"),
            _ => throw new InvalidOperationException($"There are no words for {conflict.GetType().Name}."),
        }];
    }

    private static string Tell(DrawConflict.Demands demands)
    {
        var topics = string.Join('、', demands.Topics.Select(topic => topic is null ? "其余主题" : $"主题“{Quoted.Line(topic)}”"));
        var full = string.Join('、', demands.FullLevels.Select(Name));
        var open = string.Join('、', demands.OpenLevels.Select(Name));
        return $"{topics}合计要抽{demands.Wanted}题，"
            + (full.Length > 0 ? $"{full}一共只抽{demands.FullCount}题，" : "")
            + (open.Length == 0 ? "" : demands.OpenCount == 0 ? $"{open}里没有符合的题，" : $"{open}里符合的题只有{demands.OpenCount}道，")
            + $"最多凑出{demands.FullCount + demands.OpenCount}题。";
    }

    private static string Name(int? level) => level is { } known ? $"难度{known}" : "其余难度";
}
