using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Types;

namespace Site.Content.Websites;

/// <summary>The addresses that the generator itself fills: one list for each kind, sector, audience and tag, and a few single pages.</summary>
public static class SiteUrls
{
    /// <summary>The kinds, in the order of menus.</summary>
    public static ImmutableArray<Section> Sections { get; } =
    [
        new(typeof(GuidePage), "/guides/", "安全指南"),
        new(typeof(QuizPage), "/quizzes/", "测测你的安全力"),
        new(typeof(WarningPage), "/warnings/", "事故警示"),
        new(typeof(HallPage), "/halls/", "安全体验馆"),
        new(typeof(EventPage), "/events/", "活动"),
        new(typeof(NewsPage), "/news/", "新闻"),
        new(typeof(LecturePage), "/lectures/", "专家讲座"),
        new(typeof(LawPage), "/laws/", "法律法规"),
        new(typeof(WorkPage), "/works/", "宣传作品"),
        new(typeof(CampaignPage), "/campaigns/", "回顾安全生产月"),
    ];

    /// <returns>The section of a kind of page, or null for pages that stand alone.</returns>
    public static Section? Of(Page page) => Sections.FirstOrDefault(section => section.Kind == page.GetType());

    public static string OfSector(string id) => $"/sectors/{id}/";

    public static string OfAudience(string id) => $"/audiences/{id}/";

    /// <returns>The list of a tag; <c>/</c>, <c>\</c>, <c>?</c>, <c>#</c> and dots at the ends cannot stand in an address and become hyphens.</returns>
    public static string OfTag(string tag) => $"/tags/{Slug(tag)}/";

    /// <returns>Page <paramref name="number"/>, from 1, of the list at <paramref name="address"/>.</returns>
    public static string PageOf(string address, int number) => number == 1 ? address : $"{address}page/{number}/";

    /// <returns>Whether the generator makes a page (the first of a list) or a file of figures at this address for this site.</returns>
    public static bool Has(Website website, string address) => website.ListAddresses.Contains(address) || website.InputAddresses.Contains(address);

    internal static HashSet<string> AddressesOf(Website website)
    {
        var addresses = new HashSet<string>(StringComparer.Ordinal) { "/", "/topics/", "/search/" };
        foreach (var page in website.Pages)
        {
            if (Of(page) is { } section)
            {
                addresses.Add(section.Address);
            }

            if (page is NewsPage)
            {
                addresses.Add($"/news/{page.Date:yyyy}/");
            }

            addresses.UnionWith(page.Sectors.Select(OfSector));
            addresses.UnionWith(page.Audiences.Select(OfAudience));
            addresses.UnionWith(page.Tags.Select(OfTag));
        }

        return addresses;
    }

    private static string Slug(string tag)
    {
        var slug = string.Create(tag.Length, tag, (span, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                span[i] = char.ToLowerInvariant(text[i]) is var c && (c is '/' or '\\' or '?' or '#' or '%' or ':' or '*' or '"' or '<' or '>' or '|' || char.IsWhiteSpace(c)) ? '-' : c;
            }
        }).Trim('.', '-');
        return slug.Length == 0 ? "-" : slug;
    }
}

/// <summary>A part of the site that holds one kind of page.</summary>
/// <param name="Kind">A type derived from <see cref="Page"/>.</param>
/// <param name="Address">Its list: <c>/guides/</c>.</param>
/// <param name="Label">Its heading.</param>
public sealed record Section(Type Kind, string Address, string Label);
