namespace Site.Privacy.Recognition;

/// <summary>Finds number plates of vehicles.</summary>
/// <remarks>
/// GA 36-2018: a province, a letter, then 5 characters (6 for new energy), or 4 and 挂, 学, 警, 港, 澳, 试, 超, 领, 使; the letters I and O are not used,
/// but people write them, so they are accepted.
/// </remarks>
internal static class Plates
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private const string Endings = "挂学警港澳试超领使";
    private const int Longest = 6;

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var i = 0; i < text.Length - 5; i++)
        {
            if (Provinces.Contains(text[i]) && EndOfPlate(text, i + 1) is var end and > 0)
            {
                yield return folded.ToMatch(PrivateKind.Plate, i, end);
                i = end - 1;
            }
        }
    }

    /// <param name="at">The index after the province.</param>
    /// <returns>The index after the plate, or -1 if there is none.</returns>
    private static int EndOfPlate(string text, int at)
    {
        var letter = SkipOne(text, at);
        if (letter >= text.Length || !char.IsAsciiLetter(text[letter]))
        {
            return -1;
        }

        var (count, digits) = (0, 0);
        for (var i = SkipOne(text, letter + 1); i < text.Length && count <= Longest; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]))
            {
                return -1;
            }

            count++;
            digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
            var isLast = i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]);
            if (isLast && digits > 0 && EndOf(text, i + 1, count, digits) is var end and > 0)
            {
                return end;
            }

            i = isLast ? SkipOne(text, i + 1) - 1 : i;
        }

        return -1;
    }

    private static int EndOf(string text, int at, int count, int digits) =>
        count == 4 && SkipOne(text, at) is var ending && ending < text.Length && Endings.Contains(text[ending]) ? ending + 1
        : count is 5 or 6 && digits >= 2 && !UnitSuffixes.Follow(text, at) ? at
        : -1;

    private static int SkipOne(string text, int at) => at < text.Length && text[at] is ' ' or '·' or '-' or '.' or '—' or ':' ? at + 1 : at;
}
