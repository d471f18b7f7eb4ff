using System.Collections.Immutable;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Quizzes;

/// <summary>Routes of the pages beside each quiz: to print, for a hall, for a public screen. No search engine need know them.</summary>
internal static class QuizRoutes
{
    public static IEnumerable<Route> Of(RenderContext context) => context.Website.Of<QuizPage>().Where(quiz => !quiz.Questions.IsEmpty).SelectMany(quiz => new Route[]
    {
        new(QuizAddresses.Papers(quiz), null, false, () => new PapersView
        {
            Address = QuizAddresses.Papers(quiz),
            Title = $"{quiz.Title}：试卷",
            IsSample = quiz.IsSample,
            Section = QuizPage.Definition.ListAddress,
            Crumbs = Crumbs(quiz),
            Quiz = quiz,
            Papers = [Drawn(quiz, "A"), Drawn(quiz, "B")],
        }),
        new(QuizAddresses.Presenter(quiz), null, false, () => new PresenterView
        {
            Address = QuizAddresses.Presenter(quiz),
            Title = $"{quiz.Title}：我问你答",
            IsSample = quiz.IsSample,
            Section = QuizPage.Definition.ListAddress,
            Crumbs = Crumbs(quiz),
            Quiz = quiz,
        }),
        new(QuizAddresses.PublicScreen(quiz), null, false, () => new PublicScreenView
        {
            Address = QuizAddresses.PublicScreen(quiz),
            Title = $"{quiz.Title}：大屏轮播",
            IsSample = quiz.IsSample,
            Section = QuizPage.Definition.ListAddress,
            Crumbs = Crumbs(quiz),
            Quiz = quiz,
        }),
    });

    private static ImmutableArray<PageLink> Crumbs(QuizPage quiz) => [PageLink.Home, new(QuizPage.Definition.ListTitle, QuizPage.Definition.ListAddress), new(quiz.Title, quiz.Address)];

    /// <returns>The paper of this letter; a quiz without blueprint gives all its questions, shuffled, so that A and B differ.</returns>
    private static LetteredPaper Drawn(QuizPage quiz, string letter) => new(letter, Draw.Of(
        quiz.Blueprint ?? new Blueprint(quiz.Questions.Length, [], "free"), quiz.Questions, quiz.Id, $"paper-{letter}"));
}
