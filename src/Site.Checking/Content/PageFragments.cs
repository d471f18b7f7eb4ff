using Site.Model;

namespace Site.Checking.Content;

/// <summary>Lists every piece of HTML that a page is made of, for links and pictures can stand in each.</summary>
internal static class PageFragments
{
    /// <returns>The body, and for each question of a quiz its stem, its choices with what is said to them, and its explanation.</returns>
    public static IEnumerable<HtmlFragment> Of(Page page) =>
        page is QuizPage quiz ? quiz.Questions.SelectMany(Of).Prepend(page.Body) : [page.Body];

    private static IEnumerable<HtmlFragment> Of(Question question) =>
        [question.Stem, .. question.Choices.SelectMany(choice => new[] { choice.Text, choice.Feedback }), question.Explanation];
}
