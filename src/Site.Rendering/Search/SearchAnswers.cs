using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Websites;

namespace Site.Rendering.Search;

/// <summary>A page that stands before all results, with its first steps, where a query holds one of the phrases.</summary>
/// <param name="Page">The page.</param>
/// <param name="Phrases">As residents say it.</param>
/// <param name="Steps">Plain texts; none where the page has no numbered list.</param>
public sealed record PinnedAnswer(Page Page, ImmutableArray<string> Phrases, ImmutableArray<string> Steps);

/// <summary>The pinned answers of a site.</summary>
internal static partial class SearchAnswers
{
    private const int MostSteps = 3;

    /// <returns>Those whose pages are out, in the order of the file.</returns>
    public static ImmutableArray<PinnedAnswer> Of(Website website) =>
    [
        .. website.SearchWords.Answers.Where(answer => website.ByPath.ContainsKey(answer.Path))
            .Select(answer => new PinnedAnswer(website.ByPath[answer.Path], answer.Phrases, Steps(website.ByPath[answer.Path].Body))),
    ];

    /// <returns>The first items of the first numbered list.</returns>
    private static ImmutableArray<string> Steps(HtmlFragment body)
    {
        var html = Encoding.UTF8.GetString(body.Utf8.Span);
        var start = html.IndexOf("<ol", StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf("</ol>", start, StringComparison.Ordinal);
        return end < 0 ? [] :
        [
            .. html[start..end].Split("<li>").Skip(1).Take(MostSteps).Select(item => WebUtility.HtmlDecode(Tag().Replace(item, "")).Trim()).Where(step => step.Length > 0),
        ];
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
