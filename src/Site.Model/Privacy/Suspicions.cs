using System.Collections.Immutable;

namespace Site.Model.Privacy;

/// <summary>Finds what looks private in a source that is going to be published.</summary>
/// <remarks>
/// Names and addresses are not looked for: pages are full of public ones. In doubt a number is part of an address, a hash or a decimal.
/// Nearly every page has nothing of the kind, so quick looks come first.
/// </remarks>
public static class Suspicions
{
    /// <param name="path">The file, relative to the site folder.</param>
    /// <param name="text">A part of it that begins with a line, or all of it.</param>
    /// <param name="firstLine">The line in the file on which the text begins, from 1.</param>
    /// <returns>In order of their places.</returns>
    public static ImmutableArray<Suspicion> In(string path, string text, int firstLine)
    {
        var finds = Finds(text);
        if (finds.Count == 0)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Suspicion>();
        var (line, lineStart, seen) = (firstLine, 0, 0);
        foreach (var find in PrivateFinds.Apart(finds))
        {
            for (; seen < find.Start; seen++)
            {
                (line, lineStart) = text[seen] == '\n' ? (line + 1, seen + 1) : (line, lineStart);
            }

            found.Add(new(new(path, line, find.Start - lineStart + 1), find.Kind, text.Substring(find.Start, find.Length)));
        }

        return found.DrainToImmutable();
    }

    private static List<PrivateFind> Finds(string text)
    {
        List<PrivateFind> finds = [];
        if (NumberRows.MayBeIn(text))
        {
            finds.AddRange(NumberFinds.Find(text, Surroundings.Markup));
            finds.AddRange(NumberFinds.Find(text, Surroundings.Prose).Where(find => find.Kind == PrivateKind.BankCard && IsAlone(text, find)));
        }

        var (mayBeMail, mayBeAccount) = (text.AsSpan().ContainsAny('@', '＠'), MayBeAccount(text));
        var (mayBePlate, mayBePassport) = (NumberRows.MayBePlateIn(text), text.Contains("护照", StringComparison.Ordinal) || text.Contains("通行证", StringComparison.Ordinal));
        if (mayBeMail || mayBeAccount || mayBePlate || mayBePassport)
        {
            var words = FoldedText.Of(text, Folding.Words);
            finds.AddRange(mayBeMail ? Emails.Find(words).Where(find => text.AsSpan(find.Start, find.Length).ContainsAny('@', '＠') && IsNoAddress(text, find)) : []);
            finds.AddRange(mayBeAccount ? MessengerAccounts.Find(words) : []);
            finds.AddRange(mayBePlate ? Plates.Find(words) : []);
            finds.AddRange(mayBePassport ? Passports.Find(words) : []);
        }

        return finds;
    }

    private static bool MayBeAccount(string text) =>
        text.Contains("微信", StringComparison.Ordinal) || text.Contains("QQ", StringComparison.OrdinalIgnoreCase)
        || text.Contains("wxid_", StringComparison.OrdinalIgnoreCase) || text.Contains("wechat", StringComparison.OrdinalIgnoreCase);

    /// <summary>A long number that touches no letter and no sign of an address.</summary>
    private static bool IsAlone(string text, PrivateFind find) =>
        !IsOfAddress(text, find.Start - 1) && !IsOfAddress(text, find.End);

    private static bool IsOfAddress(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '/' or '_' or '=' or '.' or '-' or '%' or '&' or '?' or '#');

    /// <summary>An @ inside a web address is no mail address.</summary>
    private static bool IsNoAddress(string text, PrivateFind find) => find.Start == 0 || text[find.Start - 1] is not ('/' or '=' or '&');
}
