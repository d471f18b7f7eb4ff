using System.Globalization;
using System.Text;
using Site.Core.Text;

namespace Site.Cli.New;

/// <summary>From whatever was typed as a title to a title in one line, and from that to the name of a file.</summary>
internal static class NewName
{
    /// <summary>Names are cut here: 50 Chinese characters are 150 bytes.</summary>
    private const int Longest = 50;

    /// <returns>The title in one line: what cannot be seen or is no character becomes a space, spaces at the ends go.</returns>
    public static string Title(string typed)
    {
        var title = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            title.Append(IsText(rune) ? rune.ToString() : " ");
        }

        return string.Join(' ', title.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <param name="title">In one line.</param>
    /// <param name="otherwise">The name where the title gives none.</param>
    /// <returns>The title's ASCII words (<c>cpr-aed</c>), or, where it has none, its Chinese characters and digits.</returns>
    public static string File(string title, string otherwise)
    {
        var name = title.Any(char.IsAsciiLetter)
            ? Kept(title, rune => rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
            : Kept(title, rune => (rune.IsAscii && char.IsAsciiDigit((char)rune.Value)) || Han.IsUnified(rune));
        return name.Length > 0 ? name : otherwise;
    }

    private static string Kept(string title, Func<Rune, bool> isKept)
    {
        var name = string.Concat(title.ToLowerInvariant().EnumerateRunes().Select(rune => isKept(rune) ? rune.ToString() : "-"));
        var words = string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return string.Concat(words.EnumerateRunes().Take(Longest)).TrimEnd('-');
    }

    private static bool IsText(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);
}
