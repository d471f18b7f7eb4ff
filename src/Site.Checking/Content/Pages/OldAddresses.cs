using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>
/// Finds old addresses of pages that are a list of a sector, an audience, a tag or a year now. What does not depend on the pages (<c>/guides/</c>),
/// and what belongs to another page, is found on reading.
/// </summary>
internal static class OldAddresses
{
    public static IEnumerable<Problem> Find(Website website) =>
        from page in website.Pages
        from old in page.RedirectFrom
        where old.Target.Trim('/').Contains('/', StringComparison.Ordinal) && Lists.Has(website, old.Target)
        select Problem.Error("redirect/address-taken", old.Where,
            $"旧地址 “{Quoted.Short(old.Target)}” 现在是本站一个列表的地址。", "从 redirectFrom 里删掉它。");
}
