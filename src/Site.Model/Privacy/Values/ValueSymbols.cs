namespace Site.Model.Privacy;

/// <summary>The alphabet in which private values are compared: letters in lower case, digits, Chinese characters, @ and dots.</summary>
internal static class ValueSymbols
{
    /// <summary>Stands for a character that may stand inside a value without changing it: blanks, hyphens, brackets, what cannot be seen.</summary>
    public const char Skipped = '\0';

    /// <summary>Stands for a character that ends every value.</summary>
    public const char Foreign = '\uFFFF';

    /// <returns>The symbol of a character: itself folded, <see cref="Skipped"/> or <see cref="Foreign"/>.</returns>
    public static char Of(char character) => FoldTable.Of(character) switch
    {
        >= 'A' and <= 'Z' and var upper => (char)(upper + 32),
        ' ' or '\t' or '\r' or '\n' or '-' or '_' or '(' or ')' or '—' or '·' or FoldTable.Invisible => Skipped,
        < '\u0080' and var plain => char.IsAsciiLetterLower(plain) || char.IsAsciiDigit(plain) || plain is '@' or '.' ? plain : Foreign,
        var other => char.IsLetterOrDigit(other) || char.IsSurrogate(other) ? other : Foreign,
    };
}
