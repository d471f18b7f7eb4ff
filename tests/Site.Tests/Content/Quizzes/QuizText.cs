using Site.Content.Markdown;
using Site.Content.Quizzes;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Reads a quiz as <c>quiz.md</c> with the topics 消防 and 用电.</summary>
internal static class QuizText
{
    public static QuizBody Read(string text) => QuizReader.Read("quiz.md", text, 1, ["消防", "用电"]);

    public static Question Question(string text)
    {
        var quiz = Read(text);
        Assert.Empty(quiz.Body.Diagnostics);
        return Assert.Single(quiz.Questions);
    }

    /// <returns>All problems as printed, without warnings that a question has no explanation.</returns>
    public static string Diagnostics(string text) =>
        string.Join('\n', Read(text).Body.Diagnostics.Where(diagnostic => diagnostic.Code != "quiz/no-explanation").Sorted());

    public static string Html(HtmlFragment fragment) => MarkdownText.Show(fragment);
}
