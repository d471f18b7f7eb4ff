using System.Collections.Immutable;
using Site.Content.Pages;

namespace Site.Content.Websites;

/// <summary>The addresses that the generator itself fills: one list for each type, sector, audience and tag, and a few single pages.</summary>
public static class SiteUrls
{
    /// <summary>Posters of all guides, with a community's numbers.</summary>
    public const string PosterPack = "/works/pack/";

    /// <summary>我家的一张纸: a sheet about one's home, to fill in and print.</summary>
    public const string HomeSheet = "/works/home-sheet/";

    public static string OfSector(string id) => $"/sectors/{id}/";

    public static string OfAudience(string id) => $"/audiences/{id}/";

    /// <returns>The list of a tag; <c>/</c>, <c>\</c>, <c>?</c>, <c>#</c> and dots at the ends cannot stand in an address and become hyphens.</returns>
    public static string OfTag(string tag) => $"/tags/{Slug(tag)}/";

    /// <returns>Page <paramref name="number"/>, from 1, of the list at <paramref name="address"/>.</returns>
    public static string PageOf(string address, int number) => number == 1 ? address : $"{address}page/{number}/";

    /// <returns>Whether an address from the site's root may be that of a file that the generator writes: a feed, a calendar, a picture in another size.</returns>
    public static bool IsGeneratedFile(string address)
    {
        var segments = address.ToLowerInvariant().Trim('/').Split('/');
        return segments[0] is "assets" or "data" or "media" or "share" || segments.Any(GeneratedFiles.Contains);
    }

    /// <returns>Whether the generator makes a page at this address beside one that it knows: a further page of a list, a quiz on paper.</returns>
    public static bool IsBesideOne(Website website, string address) =>
        address.TrimEnd('/').Split('/') switch
        {
            [.. var list, "page", var number] => number.All(char.IsAsciiDigit) && website.HasList(string.Join('/', list) + "/"),
            [.. var page, _] => website.ByAddress.GetValueOrDefault(string.Join('/', page) + "/") is { Type.HasPagesBelow: true },
            _ => false,
        };

    /// <summary>Names of files, any of which would be a folder too.</summary>
    private static readonly HashSet<string> GeneratedFiles =
    [
        "index.html", "404.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "build.json",
        "events.ics", "event.ics", "open-days.ics", "campaign.ics",
    ];

    /// <returns>The addresses of all lists and tools of a site with these pages.</returns>
    internal static HashSet<string> ListsOf(IEnumerable<Page> pages)
    {
        var addresses = new HashSet<string>(StringComparer.Ordinal) { "/", "/topics/", "/search/" };
        var (tags, sectors, audiences) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var page in pages)
        {
            if (page.Type.HasList)
            {
                addresses.Add(page.Type.ListAddress);
            }

            addresses.UnionWith(page.Type.AddressesFor(page));
            if (page.Type.Addressing == PageAddressing.ByYear && page.Date is { } date)
            {
                addresses.Add(page.Type.YearAddress(date.Year));
            }

            AddAll(sectors, page.Sectors);
            AddAll(audiences, page.Audiences);
            AddAll(tags, page.Tags);
        }

        addresses.UnionWith(sectors.Select(OfSector));
        addresses.UnionWith(audiences.Select(OfAudience));
        addresses.UnionWith(tags.Select(OfTag));
        return addresses;

        static void AddAll(HashSet<string> to, ImmutableArray<string> names)
        {
            foreach (var name in names)
            {
                to.Add(name);
            }
        }
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
