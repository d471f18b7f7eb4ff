using Site.Content.Pages;
using Site.Privacy.Recognition;

namespace Site.Content.Websites;

/// <summary>The contacts that settings and pages declare as public, as written.</summary>
public static class DeclaredContacts
{
    /// <returns>Contacts that hold on every page of a site: hotlines, those in its footer, telephones of halls, those for events.</returns>
    public static IEnumerable<string> OfSite(Website website) =>
        website.Settings.Hotlines.Select(hotline => hotline.Number)
            .Concat(In(website.Settings.Footer.Contact))
            .Concat(website.Pages.SelectMany(OfFields));

    /// <returns>Contacts that a page itself declares.</returns>
    public static IEnumerable<string> OfPage(Page page) => OfFields(page).Concat(page.PublicContacts);

    /// <returns>Those, and what single pages declare.</returns>
    public static IEnumerable<string> OfSiteAndPages(Website website) =>
        OfSite(website).Concat(website.Pages.SelectMany(page => page.PublicContacts));

    private static IEnumerable<string> OfFields(Page page) => page.Type.ContactsOf(page)
        .SelectMany(field => field.Number is { } number ? In(field.Sentence).Append(number) : In(field.Sentence));

    private static IEnumerable<string> In(string? sentence) => sentence is null ? [] : PublicContacts.In(sentence);
}
