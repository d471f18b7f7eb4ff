using Site.Content.Campaigns;
using Site.Core.Text;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Core.Diagnostics;

namespace Site.Content.Loading;

/// <summary>Finds addresses that two pages want.</summary>
internal static class PageAddresses
{
    /// <summary>Reports <c>address/duplicate</c> at each file, naming the other; and old addresses that are taken, as <c>redirect/address-taken</c>.</summary>
    /// <param name="pages">By path.</param>
    public static void Find(IReadOnlyList<Page> pages, List<Diagnostic> diagnostics)
    {
        var owners = new Dictionary<string, Page>(pages.Count, StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (!owners.TryAdd(page.Address, page))
            {
                var other = owners[page.Address];
                diagnostics.Add(Duplicate(page, other));
                diagnostics.Add(Duplicate(other, page));
            }
        }

        FindOld(pages, owners, diagnostics);
    }

    /// <summary>Capitals do not count: on some disks <c>/Guides/A/</c> and <c>/guides/a/</c> are one folder, and the addresses of pages have none.</summary>
    private static void FindOld(IReadOnlyList<Page> pages, Dictionary<string, Page> owners, List<Diagnostic> diagnostics)
    {
        var redirects = new Dictionary<string, (Page Page, Link Old)>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in pages)
        {
            foreach (var old in page.RedirectFrom)
            {
                if (PageUrls.IsGenerated(old.Target))
                {
                    diagnostics.Add(Diagnostic.Error("redirect/address-taken", old.Location, $"旧地址 “{old.Target}” 本站另有用处。", "从 redirectFrom 里删掉它。"));
                }
                else if (owners.TryGetValue(old.Target.ToLowerInvariant(), out var owner))
                {
                    diagnostics.Add(Diagnostic.Error("redirect/address-taken", old.Location,
                        $"旧地址 “{old.Target}” 现在是 {owner.Path} 的地址。", "从 redirectFrom 里删掉它，或者给那个文件改名。"));
                }
                else if (!redirects.TryAdd(old.Target, (page, old)))
                {
                    var (other, first) = redirects[old.Target];
                    diagnostics.Add(Taken(old, other));
                    diagnostics.Add(Taken(first, page));
                }
            }
        }
    }

    private static Diagnostic Duplicate(Page page, Page other) =>
        Diagnostic.Error("address/duplicate", new(page.Path),
            $"这一页和 {other.Path} 的地址都是 {page.Address}。", "给其中一个文件改名。");

    private static Diagnostic Taken(Link old, Page other) =>
        Diagnostic.Error("redirect/address-taken", old.Location,
            $"旧地址 “{old.Target}” 在 {other.Path} 里也写了。", "只在一个文件里写这个旧地址。");
}

/// <summary>Settles which campaign the site and each page belong to.</summary>
internal static class PageCampaigns
{
    /// <returns>The campaign that <c>site.yaml</c> names, else the one of the build's year, else the newest; null where there is none.</returns>
    /// <param name="settings">Its <c>campaign</c> stands at <paramref name="location"/>.</param>
    /// <param name="diagnostics">Takes <c>site/unknown-campaign</c>.</param>
    public static CampaignPage? OfSite(
        IReadOnlyList<CampaignPage> campaigns, SiteSettings settings, Location location, DateOnly asOf, List<Diagnostic> diagnostics)
    {
        if (settings.Campaign is { } id)
        {
            if (campaigns.FirstOrDefault(campaign => campaign.Id == id) is { } named)
            {
                return named;
            }

            diagnostics.Add(Unknown("site/unknown-campaign", id, location, campaigns));
        }

        return campaigns.FirstOrDefault(campaign => campaign.Year == asOf.Year) ?? campaigns.MaxBy(campaign => campaign.Year);
    }

    /// <summary>Reports, as <c>front-matter/unknown-campaign</c>, pages that name a campaign that is not there.</summary>
    public static void Find(IReadOnlyList<Page> pages, IReadOnlyList<CampaignPage> campaigns, List<Diagnostic> diagnostics)
    {
        var known = campaigns.Select(campaign => campaign.Id).ToHashSet(StringComparer.Ordinal);
        diagnostics.AddRange(pages.Where(page => page.Campaign is { } id && !known.Contains(id))
            .Select(page => Unknown("front-matter/unknown-campaign", page.Campaign!, page.Locations["campaign"], campaigns)));
    }

    private static Diagnostic Unknown(string code, string id, Location location, IReadOnlyList<CampaignPage> campaigns) =>
        Diagnostic.Error(code, location, $"没有编号是 “{Quoted.Field(id)}” 的一届活动。", campaigns.Count == 0
            ? "在 content/campaigns/ 里写这一届活动，或者删掉这一行。"
            : $"可用：{string.Join("、", campaigns.Select(campaign => campaign.Id).Order(StringComparer.Ordinal))}。");
}

/// <summary>
/// Settles what <c>xref:</c> calls each page. An id that is written holds, and two equal ones are an error. An id that comes from a
/// file's name gives way when another page has the same: then the page is called by its address without the outer slashes (<c>guides/fire</c>).
/// </summary>
internal static class PageIds
{
    /// <param name="pages">By path; the ids change in place.</param>
    /// <param name="isWritten">For each page, whether its writer chose the id.</param>
    /// <param name="diagnostics">Takes <c>id/duplicate</c>, at each file, naming the other.</param>
    public static void Settle(Page[] pages, bool[] isWritten, List<Diagnostic> diagnostics)
    {
        var written = new Dictionary<string, Page>(StringComparer.Ordinal);
        var named = new Dictionary<string, int>(pages.Length, StringComparer.Ordinal);
        for (var i = 0; i < pages.Length; i++)
        {
            if (!isWritten[i])
            {
                named[pages[i].Id] = named.GetValueOrDefault(pages[i].Id) + 1;
            }
            else if (!written.TryAdd(pages[i].Id, pages[i]))
            {
                diagnostics.Add(Duplicate(pages[i], written[pages[i].Id]));
                diagnostics.Add(Duplicate(written[pages[i].Id], pages[i]));
            }
        }

        for (var i = 0; i < pages.Length; i++)
        {
            if (!isWritten[i] && (named[pages[i].Id] > 1 || written.ContainsKey(pages[i].Id)))
            {
                pages[i] = pages[i] with { Header = pages[i].Header with { Id = pages[i].Address.Trim('/') } };
            }
        }
    }

    private static Diagnostic Duplicate(Page page, Page other) =>
        Diagnostic.Error("id/duplicate", page.Locations["id"], $"编号 “{page.Id}” 在 {other.Path} 里也用了。", "换一个编号，或者删掉这一行，用文件名作编号。");
}

/// <summary>Finds tags that differ in capitals alone: two addresses, but one folder on many disks.</summary>
internal static class PageTags
{
    /// <summary>Reports <c>front-matter/tag-capitals</c> at each page whose tag is not written as on the first page, by path.</summary>
    public static void Find(IReadOnlyList<Page> pages, List<Diagnostic> diagnostics)
    {
        var first = new Dictionary<string, (string Tag, Page Page)>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in pages)
        {
            foreach (var tag in page.Tags)
            {
                if (!first.TryAdd(tag, (tag, page)) && first[tag].Tag != tag)
                {
                    diagnostics.Add(Diagnostic.Error("front-matter/tag-capitals", page.Locations["tags"],
                        $"标签 “{tag}” 在 {first[tag].Page.Path} 里写作 “{first[tag].Tag}”，只有大小写不同。", "两处写成一样。"));
                }
            }
        }
    }
}
