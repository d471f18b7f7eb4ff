using Site.Content.Pages;
using Site.Privacy.Recognition;

namespace Site.Content.Websites;

/// <summary>What looks private and may be shown: telephones of offices, halls and hotlines, mail addresses and accounts of offices.</summary>
public sealed class PublicContacts
{
    private readonly PublicNumbers numbers;
    private readonly HashSet<string> accounts;

    /// <param name="written">Contacts as written, one each.</param>
    public PublicContacts(IEnumerable<string> written)
    {
        var all = written.ToArray();
        numbers = new(all);
        accounts = new(all.Select(Folded), StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>Whether it is declared public. Cards, plates and passports never are.</returns>
    public bool Contains(Suspicion suspicion) => Contains(suspicion.Kind, suspicion.Written);

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

    private bool Contains(PrivateKind kind, string written) => kind switch
    {
        PrivateKind.Mobile or PrivateKind.Landline => numbers.Contains(written),
        PrivateKind.Email or PrivateKind.Messenger => accounts.Contains(Folded(written)) || numbers.Contains(written),
        _ => false,
    };

    /// <returns>Numbers, mail addresses and accounts in a sentence.</returns>
    private static IEnumerable<string> In(string? sentence) =>
        sentence is null ? [] : PrivateDataRecognizer.Find(sentence)
            .Where(find => find.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.Email or PrivateKind.Messenger)
            .Select(find => sentence.Substring(find.Start, find.Length));

    private static string Folded(string written) => FoldedText.Of(written, Folding.Words).Text.Trim();
}
