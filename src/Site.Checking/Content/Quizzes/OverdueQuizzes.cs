using Site.Model;

namespace Site.Checking.Content;

/// <summary>Finds quizzes whose questions should have been checked again by now.</summary>
internal static class OverdueQuizzes
{
    public static IEnumerable<Problem> Find(Website website) =>
        from quiz in website.Of<QuizPage>()
        where quiz.ReviewBy < website.AsOf
        select Problem.Warning("quiz/review-overdue", quiz.Places["reviewBy"],
            $"这套题应在 {quiz.ReviewBy:yyyy-MM-dd} 前复核，今天是 {website.AsOf:yyyy-MM-dd}。", "对照现行法规复核每道题，再把 reviewBy 改到下一次。");
}
