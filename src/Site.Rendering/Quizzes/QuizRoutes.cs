using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Quizzes;

/// <summary>Routes of the pages beside each quiz: to print, for a hall, for a public screen.</summary>
internal static class QuizRoutes
{
    public static IEnumerable<Route> Of(RenderContext context) => context.Website.Of<QuizPage>().Where(quiz => !quiz.Questions.IsEmpty).SelectMany(quiz => new Route[]
    {
        new(QuizAddresses.Papers(quiz), null, false, () => new PapersView(quiz, [Drawn(quiz, "A"), Drawn(quiz, "B")])),
        new(QuizAddresses.OwnPaper(quiz), null, false, () => new OwnPaperView(quiz, AsWritten(quiz))),
        new(QuizAddresses.Presenter(quiz), null, false, () => new PresenterView(quiz)),
        new(QuizAddresses.PublicScreen(quiz), null, false, () => new PublicScreenView(quiz)),
    });

    private static Paper AsWritten(QuizPage quiz) =>
        new("全部题目", [.. quiz.Questions.Select(question => new PaperQuestion(question, [.. Enumerable.Range(0, question.Choices.Length)]))]);

    /// <returns>The paper of this letter; a quiz without blueprint gives all its questions, shuffled, so that A and B differ.</returns>
    private static LetteredPaper Drawn(QuizPage quiz, string letter) => new(letter, Draw.Of(
        quiz.Blueprint ?? new Blueprint(quiz.Questions.Length, [], "free"), quiz.Questions, quiz.Id, $"paper-{letter}"));
}
