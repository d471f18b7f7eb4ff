using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Content.Markdown;

namespace Site.Content.Quizzes.Draws;

/// <summary>In which order a question's choices stand on a paper.</summary>
public static partial class ChoiceOrder
{
    private const int TimeoutInMilliseconds = 10_000;

    private static readonly ImmutableArray<string> Words = ["以上", "上述", "前面", "前几", "都对", "都不", "全对", "全都", "皆是", "均正确", "均不"];

    /// <summary>Whether the choices keep the order in which they are written: 正确 and 错误 of a judgment, choices that speak of the others (以上都对, A和B),
    /// and questions whose own text names a choice by its letter.</summary>
    public static bool IsFixed(Question question) =>
        question.Answer is not (Answer.Single or Answer.Multiple)
        || question.Choices.Any(choice => FragmentText.Of(choice.Text) is var text && (Words.Any(word => text.Contains(word, StringComparison.Ordinal)) || Letters().IsMatch(text)))
        || question.Choices.Select(choice => choice.Feedback).Append(question.Stem).Append(question.Explanation).Any(fragment => Named().IsMatch(FragmentText.Of(fragment)))
        || Named().IsMatch(question.Text);

    /// <returns>Places of the choices, from 0, in the order written.</returns>
    public static ImmutableArray<int> AsWritten(Question question) => [.. Enumerable.Range(0, question.Choices.Length)];

    /// <returns>Places of the choices, shuffled unless their order is fixed; only then are numbers used up.</returns>
    public static ImmutableArray<int> Of(Question question, SeededRandom numbers) =>
        IsFixed(question) ? AsWritten(question) : numbers.Shuffle(question.Choices.Length);

    // A choice that is made of letters: A和B, A、C都对, ABD.
    [GeneratedRegex("^[A-H](?:[、,， 和与及]*[A-H])+(?![A-Za-z0-9])|^[A-H]项", RegexOptions.None, TimeoutInMilliseconds)]
    private static partial Regex Letters();

    [GeneratedRegex("(?:选项?|答案[是为：:]?) ?[A-H](?![A-Za-z0-9])|(?<![A-Za-z0-9])[A-H] ?(?:选项|项)", RegexOptions.None, TimeoutInMilliseconds)]
    private static partial Regex Named();
}
