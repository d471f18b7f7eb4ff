using Site.Model;

namespace Site.Rendering;

/// <summary>The quizzes as open data.</summary>
internal static class QuizDatasets
{
    public static IEnumerable<OpenDataset> Of(Website website) => QuizFiles.Published(website).Select((quiz, i) => new OpenDataset(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"quiz-{i + 1}"), $"{quiz.MarkedTitle()}（题库）", $"{quiz.Questions.Length}道题，有答案、解析和依据。{quiz.Summary}", quiz.Address,
        [new(QuizAddresses.Json(quiz), "application/json") { Schema = QuizAddresses.Schema }])
    {
        Modified = quiz.Updated ?? quiz.Date,
        Keywords = ["安全生产", "题库", .. quiz.Topics],
    });
}
