namespace Site.Model.Privacy;

/// <summary>Chinese numerals in a row, as somebody writes who wants a number not to be found: 一三八….</summary>
internal static class NumeralRuns
{
    private const int Shortest = 7;

    /// <returns>Whether 7 or more digits of any sort follow one another (blanks and hyphens between them allowed), one of them not an ordinary digit.</returns>
    public static bool HasLongOne(string text)
    {
        var (length, odd) = (0, false);
        foreach (var c in text)
        {
            if (c is ' ' or '-' or FoldTable.Invisible or '\u3000')
            {
                continue;
            }

            if (!char.IsAsciiDigit(FoldTable.NumeralOf(c)))
            {
                (length, odd) = (0, false);
                continue;
            }

            length++;
            odd |= !char.IsAsciiDigit(FoldTable.Of(c));
            if (odd && length >= Shortest)
            {
                return true;
            }
        }

        return false;
    }
}
