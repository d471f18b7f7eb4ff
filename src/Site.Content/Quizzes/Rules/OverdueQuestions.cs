using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Rules;

/// <summary>Finds questions with a day of review of their own that has passed: they have left the public quiz.</summary>
internal static class OverdueQuestions
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        from quiz in website.Of<QuizPage>()
        from question in quiz.Overdue
        where question.ReviewBy is not null
        select Diagnostic.Warning(
            "quiz/review-overdue", question.Location,
            $"题目“{Quoted.Short(question.Text)}”应在 {question.ReviewBy:yyyy-MM-dd} 前复核，今天是 {website.AsOf:yyyy-MM-dd}，已经撤下。",
            "对照现行法规复核这道题，再把它的 reviewBy 改到下一次。");
}
