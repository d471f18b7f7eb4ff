using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Says which fragments a page has: its headings, questions, footnotes and whatever else a writer gave an id.</summary>
internal sealed class Fragments
{
    /// <summary>With more headings than this, a set is worth its making.</summary>
    private const int Few = 16;

    private readonly ConcurrentDictionary<Page, HashSet<string>> known = new(ReferenceEqualityComparer.Instance);

    /// <returns>Whether the page has the fragment; the empty one, its top, it always has. May be asked from any thread.</returns>
    public bool Has(Page page, string fragment) =>
        fragment.Length == 0
        || (page.Headings.Length <= Few && page.Headings.Any(heading => heading.Id == fragment))
        || Of(page).Contains(fragment);

    /// <returns>All fragments of the page, in no particular order.</returns>
    public IReadOnlyCollection<string> Of(Page page) => known.GetOrAdd(page, static page =>
    {
        var ids = page.Headings.Select(heading => heading.Id).ToHashSet(StringComparer.Ordinal);
        if (page is QuizPage quiz)
        {
            ids.UnionWith(quiz.Questions.Select(question => question.Id));
            ids.UnionWith(PageFragments.Scenarios(quiz).Select(scenario => scenario.Id));
        }

        foreach (var fragment in PageFragments.Of(page))
        {
            AddIds(fragment.Utf8.Span, ids);
        }

        return ids;
    });

    private static void AddIds(ReadOnlySpan<byte> html, HashSet<string> ids)
    {
        var before = " id=\""u8;
        while (html.IndexOf(before) is var at and >= 0)
        {
            html = html[(at + before.Length)..];
            if (html.IndexOf((byte)'"') is var end and > 0)
            {
                ids.Add(WebUtility.HtmlDecode(Encoding.UTF8.GetString(html[..end])));
            }
        }
    }
}
