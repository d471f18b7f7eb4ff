using Site.Model;
using Site.Reading;

namespace Site.Tests;

/// <summary>Reads a quiz as <c>quiz.md</c> with the topics 消防 and 用电.</summary>
internal static class QuizText
{
    public static QuizBody Read(string text) => QuizReader.Read("quiz.md", text, 1, ["消防", "用电"]);

    public static Question Question(string text)
    {
        var quiz = Read(text);
        Assert.Empty(quiz.Body.Problems);
        return Assert.Single(quiz.Questions);
    }

    /// <returns>All problems as printed, without warnings that a question has no explanation.</returns>
    public static string Problems(string text) =>
        string.Join('\n', Read(text).Body.Problems.Where(problem => problem.Code != "quiz/no-explanation").Sorted());

    public static string Html(HtmlFragment fragment) => MarkdownText.Show(fragment);
}
