using System.Collections.Immutable;
using Site.Content.Guides;
using Site.Content.Pages;
using Site.Content.Websites;

namespace Site.Rendering.Search;

/// <summary>A page that stands before all results, with its first steps, where a query holds one of the phrases.</summary>
/// <param name="Page">The page.</param>
/// <param name="Phrases">As residents say it.</param>
/// <param name="Steps">Plain texts; none where the page has no numbered list.</param>
public sealed record PinnedAnswer(Page Page, ImmutableArray<string> Phrases, ImmutableArray<string> Steps);

/// <summary>The pinned answers of a site.</summary>
internal static class SearchAnswers
{
    private const int MostSteps = 3;

    /// <returns>Those whose pages are out, in the order of the file.</returns>
    public static ImmutableArray<PinnedAnswer> Of(Website website) =>
    [
        .. website.SearchWords.Answers.Where(answer => website.ByPath.ContainsKey(answer.Path))
            .Select(answer => new PinnedAnswer(website.ByPath[answer.Path], answer.Phrases, [.. GuideSteps.Of(website.ByPath[answer.Path].Body).Take(MostSteps)])),
    ];
}
