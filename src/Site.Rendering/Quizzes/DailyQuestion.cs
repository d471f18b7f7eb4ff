using Site.Content.Quizzes;
using Site.Content.Websites;

namespace Site.Rendering.Quizzes;

/// <summary>Chooses the question that the home page asks.</summary>
internal static class DailyQuestion
{
    private const string Family = "family";

    /// <returns>The quiz with questions that names families earliest among its audiences, then of the lowest order, then address; or null.</returns>
    public static QuizPage? Quiz(Website website) =>
        website.Of<QuizPage>().Where(quiz => !quiz.Questions.IsEmpty)
            .OrderBy(quiz => quiz.Audiences.IndexOf(Family) is >= 0 and var place ? place : int.MaxValue).ThenBy(quiz => quiz.Order).ThenBy(quiz => quiz.Address, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <returns>Another question of the quiz each day, all in turn; one that a single tap answers, or null where it has none.</returns>
    public static Question? Of(QuizPage quiz, DateOnly day)
    {
        var questions = quiz.Questions.Where(question => question.Type is QuestionType.Single or QuestionType.Judge).ToList();
        return questions.Count == 0 ? null : questions[day.DayNumber % questions.Count];
    }
}
