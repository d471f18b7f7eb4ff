using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Websites;

namespace Site.Rendering.Quizzes;

/// <summary>Finds what to read on the topics of a quiz, for those who got them wrong.</summary>
public static class TopicReadings
{
    private const int Most = 3;
    private const int Linked = 4;
    private const int Named = 3;
    private const int Mentioned = 2;

    /// <returns>For each topic that has any: pages to read that its explanations link to, or that name it as their subject, tag or in the title, the closest
    /// first. Then pages of places where one of the topics can be practiced.</returns>
    public static ImmutableArray<TopicReading> Of(Website website, QuizPage quiz)
    {
        var pages = website.Pages.Where(page => page.Type.TopicUse == TopicUse.Reading).ToList();
        var places = website.Pages.Where(page => page.Type.TopicUse == TopicUse.Practice).Select(page => new Scored(page, quiz.Topics.Sum(topic => Score(page, topic))));
        return
        [
            .. quiz.Topics.Select(topic => new TopicReading(topic, Best(pages.Select(page => new Scored(page, Score(page, topic))), LinkedFrom(website, quiz, topic))))
                .Append(new(null, Best(places, []))).Where(reading => !reading.Pages.IsEmpty),
        ];
    }

    private static ImmutableArray<Page> Best(IEnumerable<Scored> pages, HashSet<Page> linked) =>
        [.. pages.Select(page => new Scored(page.Page, page.Score + (linked.Contains(page.Page) ? Linked : 0))).Where(page => page.Score > 0)
            .OrderByDescending(page => page.Score).ThenBy(page => page.Page.Address, StringComparer.Ordinal).Take(Most).Select(page => page.Page)];

    private static int Score(Page page, string topic) =>
        (page.Type.SubjectsOf(page).Any(subject => subject.Contains(topic, StringComparison.Ordinal)) ? Named : 0)
        + (page.Tags.Any(tag => tag.Contains(topic, StringComparison.Ordinal)) ? Named : 0)
        + (page.Title.Contains(topic, StringComparison.Ordinal) ? Mentioned : 0);

    private static HashSet<Page> LinkedFrom(Website website, QuizPage quiz, string topic) =>
        quiz.Questions.Where(question => question.Topic == topic)
            .SelectMany(question => question.Explanation.Placeholders.OfType<Placeholder.Address>())
            .Select(placeholder => LinkTargets.Find(website, quiz.Path, placeholder.Link.Target) is LinkTarget.ToPage target ? target.Page : null)
            .OfType<Page>().ToHashSet<Page>(ReferenceEqualityComparer.Instance);

    private sealed record Scored(Page Page, int Score);
}

/// <summary>What to read on a topic of a quiz.</summary>
/// <param name="Topic">A topic of the quiz, or null for places where its topics can be practiced.</param>
/// <param name="Pages">One to three.</param>
public sealed record TopicReading(string? Topic, ImmutableArray<Page> Pages);
