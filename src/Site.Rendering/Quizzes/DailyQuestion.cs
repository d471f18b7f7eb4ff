using Site.Content.Quizzes;
using Site.Content.Websites;

namespace Site.Rendering.Quizzes;

/// <summary>Chooses the question that the home page asks.</summary>
internal static class DailyQuestion
{
    /// <returns>The quiz with questions of the lowest order, then address; or null.</returns>
    public static QuizPage? Quiz(Website website) =>
        website.Of<QuizPage>().Where(quiz => !quiz.Questions.IsEmpty).OrderBy(quiz => quiz.Order).ThenBy(quiz => quiz.Address, StringComparer.Ordinal).FirstOrDefault();

    /// <returns>Another question of the quiz each day, all in turn; one with choices, or null where it has none.</returns>
    public static Question? Of(QuizPage quiz, DateOnly day)
    {
        var questions = quiz.Questions.Where(question => question.Choices.Length > 0).ToList();
        return questions.Count == 0 ? null : questions[day.DayNumber % questions.Count];
    }
}
