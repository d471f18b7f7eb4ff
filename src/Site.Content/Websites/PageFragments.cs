using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Quizzes;

namespace Site.Content.Websites;

/// <summary>Lists every piece of HTML that a page is made of, for links and pictures can stand in each.</summary>
public static class PageFragments
{
    /// <returns>The body, and of a quiz every part of its questions and scenarios.</returns>
    public static IEnumerable<HtmlFragment> Of(Page page) => page is not QuizPage quiz
        ? [page.Body]
        : quiz.Questions.SelectMany(question => question.Fragments).Concat(Scenarios(quiz).Select(scenario => scenario.Text)).Prepend(quiz.Body);

    /// <returns>The scenarios of a quiz, each once.</returns>
    public static IEnumerable<Scenario> Scenarios(QuizPage quiz) =>
        quiz.Questions.Select(question => question.Scenario).OfType<Scenario>().Distinct<Scenario>(ReferenceEqualityComparer.Instance);
}
