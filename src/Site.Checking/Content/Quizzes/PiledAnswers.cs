using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>
/// Finds quizzes whose right answers pile up on one letter, as written: on paper and without script they stand so. What counts is how unlikely it
/// is by chance: more than 2.6 standard deviations above an even spread, which happens once in two hundred fair quizzes.
/// </summary>
internal static class PiledAnswers
{
    private const double MostDeviations = 2.6;

    /// <summary>Questions of a kind below which chance alone explains much.</summary>
    private const int LeastQuestions = 8;

    public static IEnumerable<Problem> Find(Website website) =>
        website.Of<QuizPage>().SelectMany(quiz => new[]
        {
            Find(quiz, [.. quiz.Questions.Where(question => question.Answer is Answer.Single)], "单选题"),
            Find(quiz, [.. quiz.Questions.Where(question => question.Answer is Answer.Judge)], "判断题"),
        }).OfType<Problem>();

    private static Problem? Find(QuizPage quiz, Question[] questions, string kind)
    {
        if (questions.Length < LeastQuestions)
        {
            return null;
        }

        var most = questions.GroupBy(Place).MaxBy(group => group.Count())!;
        var share = questions.Average(question => 1.0 / question.Choices.Length);
        var expected = questions.Length * share;
        var deviations = (most.Count() - expected) / Math.Sqrt(expected * (1 - share));
        return deviations <= MostDeviations ? null : Problem.Warning(
            "quiz/answers-pile-up", most.First().Where,
            $"测验“{Quoted.Short(quiz.Title)}”的{questions.Length}道{kind}里，{most.Count()}道的答案都是 {(char)('A' + most.Key)}，只猜 {(char)('A' + most.Key)} 就能得分。",
            "把一些题的选项换换先后；判断题把一些说法改成相反的。");
    }

    private static int Place(Question question) => question.Choices.TakeWhile(choice => !choice.IsCorrect).Count();
}
