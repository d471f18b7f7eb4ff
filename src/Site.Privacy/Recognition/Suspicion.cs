using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Privacy.Recognition;

/// <summary>Something in a source that looks private. Whether it is declared public is known only when the whole site has been read.</summary>
public sealed record Suspicion
{
    internal Suspicion(Location where, PrivateKind kind, string written) => (Where, Kind, Written) = (where, kind, written);

    /// <summary>Its first character.</summary>
    public Location Where { get; }

    public PrivateKind Kind { get; }

    /// <summary>The value, which no message and no page may repeat.</summary>
    public string Written { get; }

    /// <returns>The place and the kind, never the value.</returns>
    public override string ToString() => $"{Where} {Kind}";
}

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
        foreach (var find in PrivateDataRecognizer.Merge(finds))
        {
            for (; seen < find.Start; seen++)
            {
                (line, lineStart) = text[seen] == '\n' ? (line + 1, seen + 1) : (line, lineStart);
            }

            found.Add(new(new(path, line, find.Start - lineStart + 1), find.Kind, text.Substring(find.Start, find.Length)));
        }

        return found.DrainToImmutable();
    }

    private static List<PrivateMatch> Finds(string text)
    {
        List<PrivateMatch> finds = [];
        if (NumberPrefilter.MayBeIn(text))
        {
            finds.AddRange(NumberRecognizer.Find(text, TextContext.Markup));
            finds.AddRange(NumberRecognizer.Find(text, TextContext.Prose).Where(find => find.Kind == PrivateKind.BankCard && IsAlone(text, find)));
        }

        var (mayBeMail, mayBeAccount) = (text.AsSpan().ContainsAny('@', '＠'), MayBeAccount(text));
        var (mayBePlate, mayBePassport) = (NumberPrefilter.MayBePlateIn(text), text.Contains("护照", StringComparison.Ordinal) || text.Contains("通行证", StringComparison.Ordinal));
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
    private static bool IsAlone(string text, PrivateMatch find) =>
        !IsOfAddress(text, find.Start - 1) && !IsOfAddress(text, find.End);

    private static bool IsOfAddress(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '/' or '_' or '=' or '.' or '-' or '%' or '&' or '?' or '#');

    /// <summary>An @ inside a web address is no mail address.</summary>
    private static bool IsNoAddress(string text, PrivateMatch find) => find.Start == 0 || text[find.Start - 1] is not ('/' or '=' or '&');
}
