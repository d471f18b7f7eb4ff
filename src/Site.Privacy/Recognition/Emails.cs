using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Finds e-mail addresses, also with Chinese characters before the @, and with (at), [at] or # instead of it.</summary>
internal static class Emails
{
    private const int MostHan = 4;
    private const int MostCharacters = 64;
    private static readonly SearchValues<char> FirstOfSigns = SearchValues.Create("@([{ 艾#");
    private static readonly string[] Signs = ["@", "(at)", "[at]", "{at}", " at ", "(AT)", "[AT]", "(@)", "艾特", "#"];
    private static readonly string[] Endings = ["com", "cn", "net", "org", "edu", "gov", "cc", "invalid", "example", "test"];

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var at = Next(text, 0); at >= 0;)
        {
            var sign = Han.LongestAt(text, at, Signs);
            var end = sign == 0 ? -1 : EndOfDomain(text, at + sign, needsEnding: text[at] != '@');
            var start = end < 0 ? at : StartOfName(text, at);
            if (start < at)
            {
                yield return folded.ToMatch(PrivateKind.Email, start, end);
            }

            at = Next(text, start < at ? end : at + 1);
        }
    }

    private static int Next(string text, int from) =>
        text.AsSpan(from).IndexOfAny(FirstOfSigns) is var next and >= 0 ? from + next : -1;

    /// <returns>The start of the name before the sign, ignoring one space; the index of the sign if there is no name.</returns>
    private static int StartOfName(string text, int sign)
    {
        var end = sign > 0 && text[sign - 1] == ' ' ? sign - 1 : sign;
        var most = Han.IsAt(text, end - 1) ? MostHan : 0;
        var start = end;
        while (start > 0 && end - start < MostCharacters && (IsOfName(text[start - 1]) || (Han.IsFolded(text[start - 1]) && most-- > 0)))
        {
            start--;
        }

        return start == end ? sign : start;
    }

    /// <returns>The index after the domain, or -1 if there is none.</returns>
    private static int EndOfDomain(string text, int start, bool needsEnding)
    {
        var from = start < text.Length && text[start] == ' ' ? start + 1 : start;
        var end = from;
        while (end < text.Length && end - from < MostCharacters && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        var domain = text.AsSpan(from, end - from).TrimEnd(".-");
        var dot = domain.LastIndexOf('.');
        return dot > 0 && (!needsEnding || Endings.Contains(domain[(dot + 1)..].ToString().ToLowerInvariant())) ? from + domain.Length : -1;
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';
}
