using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Rules;

/// <summary>Finds quizzes and questions that should have been checked again by now: they have left the public quiz.</summary>
internal static class OverdueQuizzes
{
    private const string Code = "quiz/review-overdue";

    public static IEnumerable<Diagnostic> Find(Website website) => website.Of<QuizPage>().SelectMany(quiz => OfQuiz(quiz, website.AsOf).Concat(OfQuestions(quiz, website.AsOf)));

    private static IEnumerable<Diagnostic> OfQuiz(QuizPage quiz, DateOnly today) => quiz.ReviewBy >= today || quiz.ReviewBy is null ? [] :
    [
        Diagnostic.Warning(
            Code, quiz.Locations["reviewBy"], $"这套题应在 {quiz.ReviewBy:yyyy-MM-dd} 前复核，今天是 {today:yyyy-MM-dd}，题目已经撤下。",
            "对照现行法规复核每道题，再把 reviewBy 改到下一次。"),
    ];

    private static IEnumerable<Diagnostic> OfQuestions(QuizPage quiz, DateOnly today) =>
        from question in quiz.Overdue
        where question.ReviewBy is not null
        select Diagnostic.Warning(
            Code, question.Location, $"题目“{Quoted.Short(question.Text)}”应在 {question.ReviewBy:yyyy-MM-dd} 前复核，今天是 {today:yyyy-MM-dd}，已经撤下。",
            "对照现行法规复核这道题，再把它的 reviewBy 改到下一次。");
}
