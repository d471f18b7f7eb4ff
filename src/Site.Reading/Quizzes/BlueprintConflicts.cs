using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Finds demands of a blueprint that can each be met alone, and not together.</summary>
internal static class BlueprintConflicts
{
    /// <returns>Nothing exactly if a paper can be drawn. Each demand alone can be met, and the questions named are there.</returns>
    public static ImmutableArray<Problem> Find(Blueprint blueprint, ImmutableArray<Question> questions, Place where)
    {
        if (DrawProof.Find(blueprint, questions) is not { } conflict)
        {
            return [];
        }

        return [conflict switch
        {
            DrawConflict.Tangled { Count: var groups } => Problem.Error(
                "quiz/groups-too-tangled", where,
                $"有{groups}个互斥组既跨主题又跨难度，搭配太多，没法一一试过。", "请让同一组的题主题相同，或者难度相同。"),
            DrawConflict.Required { Id: var id } => Problem.Error(
                "quiz/required-in-the-way", where,
                $"每份卷子都放进必选题“{SafeText.Quote(id)}”和它前面的必选题，就凑不齐 blueprint 的其他要求。", "请减少必选题，或者改各主题、各难度的题数。"),
            DrawConflict.Groups { Members: var members } => Problem.Error(
                "quiz/groups-in-the-way", where,
                $"各主题、各难度的题都够，可是有了互斥组就凑不出一份卷子：{string.Join("；", members.Select(group => string.Join('、', group.Select(id => $"“{SafeText.Quote(id)}”"))))}。",
                "请拆开互斥组，加题，或者少抽几题。"),
            DrawConflict.Demands demands => Problem.Error("quiz/demands-conflict", where, Tell(demands), "请加题，或者改 perTopic、levels 里的题数。"),
            _ => throw new InvalidOperationException($"There are no words for {conflict.GetType().Name}."),
        }];
    }

    private static string Tell(DrawConflict.Demands demands)
    {
        var topics = string.Join('、', demands.Topics.Select(topic => topic is null ? "其余主题" : $"主题“{SafeText.Quote(topic)}”"));
        var full = string.Join('、', demands.FullLevels.Select(Name));
        var open = string.Join('、', demands.OpenLevels.Select(Name));
        return $"{topics}合计要抽{demands.Wanted}题，"
            + (full.Length > 0 ? $"{full}一共只抽{demands.FullCount}题，" : "")
            + (open.Length == 0 ? "" : demands.OpenCount == 0 ? $"{open}里没有符合的题，" : $"{open}里符合的题只有{demands.OpenCount}道，")
            + $"最多凑出{demands.FullCount + demands.OpenCount}题。";
    }

    private static string Name(int? level) => level is { } known ? $"难度{known}" : "其余难度";
}
