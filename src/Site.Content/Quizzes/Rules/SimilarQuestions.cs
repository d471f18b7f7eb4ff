using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Rules;

/// <summary>
/// Finds questions that ask the same over all quizzes, and those that ask the same and take other answers for right. Two texts are alike when they
/// share seven tenths of their pairs of neighbouring characters (Jaccard).
/// </summary>
internal static partial class SimilarQuestions
{
    /// <summary>The least part of all pairs of characters that two like texts share.</summary>
    internal const double Alike = 0.7;

    /// <summary>Most similar questions that are reported for one.</summary>
    private const int MostEach = 3;

    /// <summary>Most of a kind that are reported for one quiz.</summary>
    private const int MostOfFile = 50;

    public static IEnumerable<Diagnostic> Find(Website website)
    {
        var questions = website.Of<QuizPage>().SelectMany(quiz => quiz.Written).Select(question => new ComparableQuestion(question)).ToArray();
        var groups = website.Of<QuizPage>().SelectMany(quiz => quiz.Blueprint is { } blueprint ? blueprint.Groups : []).ToArray();
        return questions.Length < 2 ? []
            : SimilarTexts.Find([.. questions.Select(words => words.Pairs)], Alike).Select(pair => (First: questions[pair.First], Second: questions[pair.Second]))
                .Where(pair => !groups.Any(group => group.Contains(pair.First.Question.Id) && group.Contains(pair.Second.Question.Id)))
                .Select(pair => Compare(pair.First, pair.Second)).OfType<Diagnostic>()
                .GroupBy(diagnostic => diagnostic.Location).SelectMany(diagnostics => diagnostics.Take(MostEach))
                .GroupBy(diagnostic => (diagnostic.Location.Path, diagnostic.Code)).SelectMany(diagnostics => Cut([.. diagnostics]));
    }

    /// <returns>The first so many of a file, and one that counts the others.</returns>
    private static ImmutableArray<Diagnostic> Cut(ImmutableArray<Diagnostic> found) => found.Length <= MostOfFile ? found :
        [
            .. found.Take(MostOfFile - 1),
            Diagnostic.Warning(found[0].Code, found[MostOfFile - 1].Location, $"从这一题起，这份测验里还有 {found.Length - MostOfFile + 1} 处这样的题目没有列出。", "先改好列出的，再检查一次。"),
        ];

    private static Diagnostic? Compare(ComparableQuestion first, ComparableQuestion second)
    {
        if (first.Pictures != second.Pictures || first.Question.Scenario?.Id != second.Question.Scenario?.Id)
        {
            return null;
        }

        var other = first.Question.Location;
        if (first.Text == second.Text && Contradict(first, second))
        {
            return Diagnostic.Warning(
                "quiz/same-question-other-answer", second.Question.Location, $"题目“{Quoted.Short(second.Question.Text)}”和 {other} 的一样，答案却不同。", "核对哪一个对，改正答案，只留一道。");
        }

        return !IsSame(first, second) ? null : Diagnostic.Warning(
            "quiz/similar-question", second.Question.Location, $"题目“{Quoted.Short(second.Question.Text)}”和 {other} 的“{Quoted.Short(first.Question.Text)}”问的差不多。",
            "删去一道，或者改成问另一个知识点；确实要两道都留，就放进 blueprint 的 groups，一份卷子只出一道。");
    }

    // What one takes for right is wrong in the other, or both want words and have none in common.
    private static bool Contradict(ComparableQuestion first, ComparableQuestion second) => first.Question.Type == second.Question.Type
        && (first.Options.Count > 0
            ? first.Right.Any(second.Wrong.Contains) || second.Right.Any(first.Wrong.Contains)
            : first.Right.Count > 0 && second.Right.Count > 0 && !first.Right.Overlaps(second.Right));

    // 下列说法正确的是 says nothing: there the options are the question.
    private static bool IsSame(ComparableQuestion first, ComparableQuestion second) =>
        first.Options.Count > 2 && second.Options.Count > 2
            ? first.Options.Overlaps(second.Options) || (first.Text == second.Text && !General().IsMatch(first.Text))
            : !General().IsMatch(first.Text) || first.Right.Overlaps(second.Right);

    [GeneratedRegex("^(下列|下面|以下|关于|哪|这个标志|把)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex General();
}

/// <summary>What two questions are compared by.</summary>
internal sealed class ComparableQuestion
{
    public ComparableQuestion(Question question)
    {
        Question = question;
        Text = FragmentText.Fold(question.Text);
        Pairs = SimilarTexts.PairsOf(Text);
        Pictures = string.Join('|', question.Stem.Placeholders.OfType<Placeholder.Image>().Select(image => image.Picture.Target));
        var choices = question.Choices.Select(choice => (choice.IsCorrect, Text: FragmentText.Fold(FragmentText.Of(choice.Text)))).ToArray();
        Options = [.. choices.Select(choice => choice.Text)];
        Wrong = [.. choices.Where(choice => !choice.IsCorrect).Select(choice => choice.Text)];
        Right = question.Answer switch
        {
            Answer.Blanks blanks => [.. blanks.Items.SelectMany(blank => blank.Answers).Select(FragmentText.Fold)],
            Answer.Number number => [number.Value.ToString("0.############################", CultureInfo.InvariantCulture)],
            _ => [.. choices.Where(choice => choice.IsCorrect).Select(choice => choice.Text)],
        };
    }

    public Question Question { get; }

    public string Text { get; }

    /// <summary>Neighbouring characters, each pair once, rising.</summary>
    public int[] Pairs { get; }

    /// <summary>The pictures below the question: two signs make two questions.</summary>
    public string Pictures { get; }

    public HashSet<string> Options { get; }

    public HashSet<string> Right { get; }

    public HashSet<string> Wrong { get; }
}
