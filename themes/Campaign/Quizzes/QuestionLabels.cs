using System.Collections.Immutable;
using Site.Content.Quizzes;

namespace Site.Themes.Campaign.Quizzes;

/// <summary>Says what kind of answer a question wants.</summary>
internal static class QuestionTypeLabels
{
    /// <returns>单选, 多选, 判断, 填空, 填数, 配对 or 排序.</returns>
    public static string Label(QuestionType type) => type switch
    {
        QuestionType.Single => "单选",
        QuestionType.Multiple => "多选",
        QuestionType.Judge => "判断",
        QuestionType.Blank => "填空",
        QuestionType.Numeric => "填数",
        QuestionType.Match => "配对",
        _ => "排序",
    };
}

/// <summary>Names choices: A, B, C …</summary>
internal static class ChoiceLetters
{
    /// <param name="index">From 0 to 25: a question has at most 26 choices (checked as quiz/too-many-choices).</param>
    public static string Of(int index) => ((char)('A' + index)).ToString();
}

/// <summary>Mixes what would give an answer away by its order: steps, and the right sides of pairs.</summary>
internal static class ShuffledOrder
{
    /// <summary>Gives an order that depends on the seed alone, so that two builds are equal.</summary>
    /// <param name="count">How many there are, 0 or more.</param>
    /// <param name="seed">The question's id.</param>
    /// <returns>0 to <paramref name="count"/> − 1, each once; never in their own order where there are two or more.</returns>
    public static ImmutableArray<int> Order(int count, string seed)
    {
        var order = Enumerable.Range(0, count).OrderBy(i => Hash($"{seed}/{i}")).ThenBy(i => i).ToImmutableArray();
        return count > 1 && order.SequenceEqual(Enumerable.Range(0, count)) ? [.. order[1..], order[0]] : order;
    }

    /// <remarks>FNV-1a, 32 bits, by UTF-16 unit; .NET's own hash differs from run to run.</remarks>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, unit) => unchecked((hash ^ unit) * 16777619u));
}
