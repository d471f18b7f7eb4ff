using Site.Model;

namespace Site.Reading;

/// <summary>Finds addresses that two pages want.</summary>
internal static class PageAddresses
{
    /// <summary>Reports <c>address/duplicate</c> at each file, naming the other; and old addresses that are taken, as <c>redirect/address-taken</c>.</summary>
    /// <param name="pages">By path.</param>
    public static void Find(IReadOnlyList<Page> pages, List<Problem> problems)
    {
        var owners = new Dictionary<string, Page>(pages.Count, StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (!owners.TryAdd(page.Address, page))
            {
                var other = owners[page.Address];
                problems.Add(Duplicate(page, other));
                problems.Add(Duplicate(other, page));
            }
        }

        FindOld(pages, owners, problems);
    }

    /// <summary>Capitals do not count: on some disks <c>/Guides/A/</c> and <c>/guides/a/</c> are one folder, and the addresses of pages have none.</summary>
    private static void FindOld(IReadOnlyList<Page> pages, Dictionary<string, Page> owners, List<Problem> problems)
    {
        var redirects = new Dictionary<string, (Page Page, Link Old)>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in pages)
        {
            foreach (var old in page.RedirectFrom)
            {
                if (Addresses.IsGenerated(old.Target))
                {
                    problems.Add(Problem.Error("redirect/address-taken", old.Where, $"旧地址 “{old.Target}” 本站另有用处。", "从 redirectFrom 里删掉它。"));
                }
                else if (owners.TryGetValue(old.Target.ToLowerInvariant(), out var owner))
                {
                    problems.Add(Problem.Error("redirect/address-taken", old.Where,
                        $"旧地址 “{old.Target}” 现在是 {owner.Path} 的地址。", "从 redirectFrom 里删掉它，或者给那个文件改名。"));
                }
                else if (!redirects.TryAdd(old.Target, (page, old)))
                {
                    var (other, first) = redirects[old.Target];
                    problems.Add(Taken(old, other));
                    problems.Add(Taken(first, page));
                }
            }
        }
    }

    private static Problem Duplicate(Page page, Page other) =>
        Problem.Error("address/duplicate", new(page.Path),
            $"这一页和 {other.Path} 的地址都是 {page.Address}。", "给其中一个文件改名。");

    private static Problem Taken(Link old, Page other) =>
        Problem.Error("redirect/address-taken", old.Where,
            $"旧地址 “{old.Target}” 在 {other.Path} 里也写了。", "只在一个文件里写这个旧地址。");
}
