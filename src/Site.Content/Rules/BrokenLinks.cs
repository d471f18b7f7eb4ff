using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Editing;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>
/// Finds links between pages that lead nowhere: to a file, address or id that is not there, to a heading that the page does not have,
/// out of <c>content/</c>, or to a page that is not out on the day of the build.
/// </summary>
internal static class BrokenLinks
{
    /// <summary>With fewer pages, one thread is done before a second has started.</summary>
    private const int ManyPages = 2_000;

    /// <summary>How many broken links get a guess of what was meant; a site with more has another trouble than misspelling.</summary>
    private const int MostGuesses = 50;

    public static IEnumerable<Diagnostic> Find(Website website)
    {
        var fragments = new PageFragmentIds();
        var pages = website.Unproven;
        var broken = pages.Length < ManyPages ? new(pages.SelectMany(FindIn)) : new ConcurrentQueue<BrokenLink>();
        if (pages.Length >= ManyPages)
        {
            Parallel.For(0, pages.Length, at =>
            {
                foreach (var link in FindIn(pages[at]))
                {
                    broken.Enqueue(link);
                }
            });
        }

        var guesses = new LinkSuggestions(website, fragments);
        return broken.OrderBy(link => link.Link.Location).ThenBy(link => link.Link.Target, StringComparer.Ordinal)
            .Select((link, number) => Describe(website, link, number < MostGuesses ? guesses.Of(link) : null));

        // A loop and no query: most pages have no link, and a query is a dozen objects for each of them.
        IEnumerable<BrokenLink> FindIn(Page page)
        {
            foreach (var link in LinksOf(page))
            {
                var within = link.Target.Contains("://", StringComparison.Ordinal) ? OwnAddress.Within(website.Settings, link.Target) : link.Target;
                if (within is not null && LinkTargets.Find(website, page.Path, within) is var target && IsBroken(page, link, within, target))
                {
                    yield return new(page, link, target);
                }
            }
        }

        bool IsBroken(Page page, Link link, string within, LinkTarget target) => target switch
        {
            LinkTarget.Outside => true,
            LinkTarget.Nothing nothing => !(within != link.Target && SiteUrls.IsBesideOne(website, within)) && !LinkTargets.IsLeftOut(website, page.Path, within) && !website.Refused.Has(nothing.Path),
            LinkTarget.ToPage { Fragment: { } id } to => !fragments.Has(to.Page, id),
            _ => false,
        };
    }

    /// <returns>The links of its texts, to the web too, then the addresses of the web in its fields.</returns>
    private static IEnumerable<Link> LinksOf(Page page)
    {
        foreach (var fragment in page.Fragments)
        {
            foreach (var placeholder in fragment.Placeholders)
            {
                if (placeholder is Placeholder.Address { Link: var inside })
                {
                    yield return inside;
                }
                else if (placeholder is Placeholder.Web { Link: var web })
                {
                    yield return web;
                }
            }
        }

        foreach (var link in page.Header.WebLinks)
        {
            yield return link;
        }
    }

    private static Diagnostic Describe(Website website, BrokenLink broken, string? guess)
    {
        var (location, written) = (broken.Link.Location, Quoted.Short(broken.Link.Target));
        var help = guess is null ? "改正地址，或者去掉这个链接。" : $"是不是 {guess}？";
        return broken.Target switch
        {
            LinkTarget.Outside => Diagnostic.Error("link/outside", location,
                $"链接 “{written}” 指到了 content/ 的外面。", "只链接 content/ 里的页面和文件，写它相对于这一页的位置。"),
            LinkTarget.ToPage to => Diagnostic.Error("link/broken-fragment", location,
                $"链接 “{written}” 要去 {to.Page.Path} 里的 “#{Quoted.Short(to.Fragment!)}”，那一页没有这个标题。", help),
            LinkTarget.Nothing to when IsNotOut(website, to.Path) => Diagnostic.Error("link/not-out", location,
                $"链接 “{written}” 指向的页面在 {website.AsOf:yyyy-MM-dd} 这天不在网站上：它是草稿、还没到发布日期，或者已经撤下。",
                "去掉这个链接，或者改那一页的 draft、publish 或 expire。"),
            LinkTarget.Nothing to => Diagnostic.Error("link/broken", location, $"链接 “{written}” 指向的{Noun(broken.Link)} {Quoted.Short(to.Path)} 不存在。", help),
            _ => throw new ArgumentException($"A link to {broken.Target.GetType().Name} is not broken.", nameof(broken)),
        };
    }

    private static bool IsNotOut(Website website, string path) =>
        website.Unpublished.Contains(path) || (path.StartsWith('/') && website.Unpublished.Contains(path + "/"));

    private static string Noun(Link link) =>
        link.Target.StartsWith("xref:", StringComparison.Ordinal) ? "编号" : link.Target.StartsWith('/') || link.Target.Contains("://", StringComparison.Ordinal) ? "地址" : "文件";
}

/// <summary>A link that leads to nothing, and what it was taken to lead to.</summary>
/// <param name="Page">The page it is in.</param>
/// <param name="Link">As written.</param>
/// <param name="Target">What it leads to: a page without that heading, nothing, or the outside.</param>
internal sealed record BrokenLink(Page Page, Link Link, LinkTarget Target);

/// <summary>Says which fragments a page has: its headings, questions, footnotes and whatever else a writer gave an id.</summary>
internal sealed class PageFragmentIds
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
        ids.UnionWith(page.FragmentIds);
        foreach (var fragment in page.Fragments)
        {
            AddIds(fragment.Utf8.Span, ids);
        }

        return ids;
    });

    private static void AddIds(ReadOnlySpan<byte> html, HashSet<string> ids)
    {
        while (BodyIds.Next(ref html, out var id))
        {
            if (!id.IsEmpty)
            {
                ids.Add(WebUtility.HtmlDecode(Encoding.UTF8.GetString(id)));
            }
        }
    }
}

/// <summary>Guesses what the writers of broken links meant.</summary>
/// <param name="fragments">Says which fragments pages have.</param>
internal sealed partial class LinkSuggestions(Website website, PageFragmentIds fragments)
{
    private const int MostHeadings = 3;

    private readonly PathSuggestions paths = new(website);

    /// <returns>What to write instead, in quotation marks, several with 、 between; or null.</returns>
    public string? Of(BrokenLink broken)
    {
        var guesses = broken.Target switch
        {
            LinkTarget.ToPage to => Headings(to.Page, to.Fragment!).Select(id => "#" + id),
            LinkTarget.Nothing to when broken.Link.Target.StartsWith("xref:", StringComparison.Ordinal) =>
                NearestName.FindAll(to.Path, website.ById.Keys).Select(id => "xref:" + id),
            LinkTarget.Nothing to when to.Path.StartsWith('/') =>
                NearestName.FindAll(to.Path.EndsWith('/') ? to.Path : to.Path + "/", website.ByAddress.Keys.Concat(Sections)),
            LinkTarget.Nothing when OfWeb(broken.Link.Target) is { } address => [address],
            LinkTarget.Nothing to => paths.Of(broken.Page.Path, to.Path) is { } path ? [path] : [],
            _ => [],
        };
        var text = string.Join("、", guesses.Select(guess => $"“{Quoted.Short(guess)}”"));
        return text.Length == 0 ? null : text;
    }

    /// <returns>The address of the web that was meant: <c>www.mem.gov.cn</c>, <c>http：//www.mem.gov.cn</c>; or null.</returns>
    private static string? OfWeb(string target)
    {
        var plain = Halfwidth.Of(target).Trim();
        return AddressStart().Match(plain) is { Success: true } start ? $"{start.Groups["scheme"].Value.ToLowerInvariant()}://{plain[start.Length..]}"
            : Host().IsMatch(plain) ? "https://" + plain
            : null;
    }

    [GeneratedRegex(@"^(?<scheme>https?)\s*[:;]?\s*[/\\]*(?=[a-z0-9-]+\.)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex AddressStart();

    /// <summary>A name that ends as those of this country's offices do, or begins with www.</summary>
    [GeneratedRegex(@"^(?:www\.[a-z0-9-]+(?:\.[a-z0-9-]+)*|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:cn|com|net|org))(?:[:/?#]|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Host();

    private static IEnumerable<string> Sections => ContentTypes.Sections.Select(section => section.ListAddress);

    /// <returns>The nearest fragments of a page; where none is near, its first headings.</returns>
    private string[] Headings(Page page, string fragment)
    {
        var near = NearestName.FindAll(fragment, fragments.Of(page), MostHeadings).ToArray();
        return near.Length > 0 ? near : [.. page.Headings.Take(MostHeadings).Select(heading => heading.Id)];
    }
}
