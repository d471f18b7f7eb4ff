using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;

namespace Site.Tests;

/// <summary>Questions that matter only by topic, level and id.</summary>
internal static class DrawSamples
{
    /// <param name="lines">A question each: <c>id topic level</c>; <c>-</c> for no topic.</param>
    public static ImmutableArray<Question> Questions(params string[] lines) =>
        [.. lines.Select(line => line.Split(' ')).Select(parts => Question(parts[0], parts[1] == "-" ? null : parts[1], int.Parse(parts[2])))];

    public static Question Question(string id, string? topic, int level) => new(
        new("quiz.md"), id, id, HtmlFragment.Empty, null, new Answer.Judge([Choice("正确", true), Choice("错误", false)]), HtmlFragment.Empty, topic, level, null, null);

    public static Choice Choice(string text, bool isCorrect) => new(new(System.Text.Encoding.UTF8.GetBytes(text), []), isCorrect, HtmlFragment.Empty);

    /// <returns>Ids of a paper's questions, in its order.</returns>
    public static string[] Ids(this Paper paper) => [.. paper.Questions.Select(question => question.Question.Id)];
}
