using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

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

    public static IEnumerable<Problem> Find(Website website)
    {
        var fragments = new Fragments();
        var broken = website.Pages.Length < ManyPages
            ? website.Pages.SelectMany(FindIn)
            : website.Pages.AsParallel().SelectMany(FindIn);
        var guesses = new LinkGuesses(website, fragments);
        return broken.OrderBy(link => link.Link.Where).ThenBy(link => link.Link.Target, StringComparer.Ordinal)
            .Select((link, number) => Describe(website, link, number < MostGuesses ? guesses.Of(link) : null));

        IEnumerable<BrokenLink> FindIn(Page page) =>
            from fragment in PageFragments.Of(page)
            from hole in fragment.Holes.OfType<Hole.Address>()
            let target = LinkTargets.Find(website, page.Path, hole.Link.Target)
            where target is LinkTarget.Nothing or LinkTarget.Outside
                || (target is LinkTarget.ToPage { Fragment: { } id } to && !fragments.Has(to.Page, id))
            select new BrokenLink(page, hole.Link, target);
    }

    private static Problem Describe(Website website, BrokenLink broken, string? guess)
    {
        var (where, written) = (broken.Link.Where, Quoted.Short(broken.Link.Target));
        var cure = guess is null ? "改正地址，或者去掉这个链接。" : $"是不是 {guess}？";
        return broken.Target switch
        {
            LinkTarget.Outside => Problem.Error("link/outside", where,
                $"链接 “{written}” 指到了 content/ 的外面。", "只链接 content/ 里的页面和文件，写它相对于这一页的位置。"),
            LinkTarget.ToPage to => Problem.Error("link/broken-fragment", where,
                $"链接 “{written}” 要去 {to.Page.Path} 里的 “#{Quoted.Short(to.Fragment!)}”，那一页没有这个标题。", cure),
            LinkTarget.Nothing to when IsNotOut(website, to.Path) => Problem.Error("link/not-out", where,
                $"链接 “{written}” 指向的页面在 {website.AsOf:yyyy-MM-dd} 这天不在网站上：它是草稿、还没到发布日期，或者已经撤下。",
                "去掉这个链接，或者改那一页的 draft、publish 或 expire。"),
            LinkTarget.Nothing to => Problem.Error("link/broken", where, $"链接 “{written}” 指向的{Noun(broken.Link)} {Quoted.Short(to.Path)} 不存在。", cure),
            _ => throw new ArgumentException($"A link to {broken.Target.GetType().Name} is not broken.", nameof(broken)),
        };
    }

    private static bool IsNotOut(Website website, string path) =>
        website.NotOut.Contains(path) || (path.StartsWith('/') && website.NotOut.Contains(path + "/"));

    private static string Noun(Link link) =>
        link.Target.StartsWith("xref:", StringComparison.Ordinal) ? "编号" : link.Target.StartsWith('/') ? "地址" : "文件";
}
