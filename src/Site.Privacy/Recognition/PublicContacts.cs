namespace Site.Privacy.Recognition;

/// <summary>Contacts that look private and may be shown: telephones of offices, halls and hotlines, mail addresses and accounts of offices.</summary>
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

    /// <returns>Telephone numbers, mail addresses and accounts in a sentence, as written.</returns>
    public static IEnumerable<string> In(string sentence) =>
        PrivateDataRecognizer.Find(sentence)
            .Where(match => match.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.Email or PrivateKind.Messenger)
            .Select(match => sentence.Substring(match.Start, match.Length));

    /// <returns>Whether it is declared public. Cards, plates and passports never are.</returns>
    public bool Contains(Suspicion suspicion) => suspicion.Kind switch
    {
        PrivateKind.Mobile or PrivateKind.Landline => numbers.Contains(suspicion.Written),
        PrivateKind.Email or PrivateKind.Messenger => accounts.Contains(Folded(suspicion.Written)) || numbers.Contains(suspicion.Written),
        _ => false,
    };

    private static string Folded(string written) => FoldedText.Of(written, Folding.Words).Text.Trim();
}
