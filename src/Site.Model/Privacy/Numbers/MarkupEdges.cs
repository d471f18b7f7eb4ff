namespace Site.Model.Privacy;

/// <summary>Tells a telephone from the digits of a hash, an id, an address or a decimal, by what touches it.</summary>
internal static class MarkupEdges
{
    private const int MostLetters = 4;

    /// <returns>Whether the number may be a telephone here; always so in prose.</returns>
    public static bool Allow(in NumberCandidate number) =>
        !number.InMarkup
        || (!IsDecimal(number.Text, number.Start) && !IsInAddress(number.Text, number.Start, number.End) && !IsInToken(number));

    private static bool IsDecimal(string text, int start) =>
        start >= 2 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]);

    private static bool IsInAddress(string text, int start, int end) =>
        start > 0 && end < text.Length && text[start - 1] == '/' && text[end] is '.' or '/';

    private static bool IsInToken(in NumberCandidate number)
    {
        var (start, end) = (number.Start, number.End);
        while (start > 0 && number.Start - start <= MostLetters && IsOfToken(number.Text[start - 1]))
        {
            start--;
        }

        while (end < number.Text.Length && end - number.End <= MostLetters && IsOfToken(number.Text[end]))
        {
            end++;
        }

        var extra = end - start - (number.End - number.Start);
        return extra > (number.IsUnbroken ? MostLetters : 0) || IsOfHash(number.Text, number.Start - 1) || IsOfHash(number.Text, number.End);
    }

    private static bool IsOfHash(string text, int at) => at >= 0 && at < text.Length && text[at] is >= 'a' and <= 'f';

    private static bool IsOfToken(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
