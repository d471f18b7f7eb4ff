using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Recognizes landline numbers: with an area code, or 7 or 8 digits after a word such as 电话.</summary>
/// <remarks>
/// Area codes are 010, 02X and 03XX to 09XX; local numbers have 7 or 8 digits and begin with 2 to 9.
/// Short service numbers (119, 12350) and 400 numbers have another length and are public.
/// </remarks>
internal static class Landlines
{
    private static readonly SearchValues<char> Joins = SearchValues.Create("/、或和,;");

    public static NumberMatch? Read(in NumberCandidate number, int lastPhoneEnd)
    {
        var text = number.Text;
        var start = number.Start;
        var digits = number.Digits;
        if (digits.Length > 15)
        {
            return null;
        }

        var area = AreaCodes.LengthAt(digits);
        var isWhole = area > 0 && IsLocal(digits[area..]) && IsGroupedAfter(number, area) && IsPlain(number, area);
        if ((isWhole || IsLocalPart(number, lastPhoneEnd)) && !UnitSuffixes.Follow(text, number.End) && !NumberEdges.IsOfADocument(number.Text, number.End))
        {
            return new(PrivateKind.Landline, isWhole ? start : StartWithArea(text, start), EndWithExtension(text, number.End));
        }

        return null;
    }

    /// <summary>A day such as 20260616.</summary>
    private static bool IsDay(ReadOnlySpan<char> digits) =>
        digits.Length == 8 && digits[..2] is "20" && int.Parse(digits[4..6]) is >= 1 and <= 12 && int.Parse(digits[6..]) is >= 1 and <= 31;

    /// <summary>Whether 7 or 8 digits may be a local number.</summary>
    public static bool IsLocal(ReadOnlySpan<char> digits) => digits.Length is 7 or 8 && digits[0] >= '2';

    private static bool IsGroupedAfter(in NumberCandidate number, int area) =>
        number.IsUnbroken || number.IsSpelled || number.Groups[0] == area || (number.Groups.Length > 1 && number.Groups[0] + number.Groups[1] == area);

    private static bool IsPlain(in NumberCandidate number, int area)
    {
        var isForeign = number.Digits[0] != '0' || number.Digits[1] == '0';
        var isMarked = IsAfterPlus(number.Text, number.Start) && number.Digits.StartsWith("86");
        var needsWord = !isMarked && (isForeign || (number.InMarkup && number.IsUnbroken));
        return number.Source.IsAfterPhoneWord(number.Start)
            || (!needsWord && MarkupEdges.Allow(number) && (number.IsUnbroken || !NumberEdges.ContinueBefore(number.Text, number.Start)) && (!number.InMarkup || isMarked || (number.IsAlone && number.Groups[0] == area)) && !number.Source.IsAfterOtherWord(number.Start));
    }

    private static bool IsLocalPart(in NumberCandidate number, int lastPhoneEnd)
    {
        if (!IsLocal(number.Digits) || !IsLocalGroups(number))
        {
            return false;
        }

        var gap = number.Start - lastPhoneEnd;
        return StartWithArea(number.Text, number.Start) < number.Start
            || (lastPhoneEnd > 0 && gap is > 0 and <= 2 && number.Text.AsSpan(lastPhoneEnd, gap).ContainsAny(Joins) && IsNoCount(number))
            || (number.Source.IsAfterPhoneWord(number.Start) && IsNoCount(number) && (gap <= 3 || !SeparatorReader.DigitBefore(number.Text, number.Start)))
            || (number.Source.Context != TextContext.Finished && number.IsAlone && IsNoCount(number) && CallWords.AreNear(number.Text, number.Start, number.End) && !IsDay(number.Digits)
                && !NumberEdges.TouchLetter(number.Text, number.Start, number.End) && !NumberEdges.IsAfterThing(number.Text, number.Start) && !number.Source.IsAfterOtherWord(number.Start));
    }

    private static bool IsLocalGroups(in NumberCandidate number) =>
        number.IsUnbroken || number.IsSpelled || (number.Groups.Length == 2 && number.Groups[1] == 4 && number.SeparatedOnlyBy(Separators.Space | Separators.Hyphen));

    private static bool IsNoCount(in NumberCandidate number) =>
        !UnitSuffixes.OrCountsFollow(number.Text, number.End) && !UnitSuffixes.DecimalsFollow(number.Text, number.End);

    private static bool IsAfterPlus(string text, int start) => start > 0 && text[start - 1] == '+';

    /// <returns>The start of the area code in brackets before a local number; the start of the number if there is none.</returns>
    private static int StartWithArea(string text, int start)
    {
        var close = start - 1;
        while (close >= 0 && text[close] is ' ' or FoldTable.Invisible or '-')
        {
            close--;
        }

        if (close < 0 || text[close] is not (')' or ']' or '/'))
        {
            return start;
        }

        var open = close;
        while (open > 0 && close - open < 4 && char.IsAsciiDigit(text[open - 1]))
        {
            open--;
        }

        var isArea = (open == 0 || !char.IsAsciiDigit(text[open - 1])) && AreaCodes.LengthAt(text.AsSpan(open, close - open)) == close - open && close > open;
        return !isArea ? start : open > 0 && text[open - 1] is '(' or '[' ? open - 1 : open;
    }

    private static int EndWithExtension(string text, int end)
    {
        var at = end;
        foreach (var word in (ReadOnlySpan<string>)[" ", "转", "分机", "ext.", "ext", "-", "#", "*", ":", " "])
        {
            at += string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 ? word.Length : 0;
        }

        var digits = at;
        while (digits < text.Length && digits - at < 6 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > at && at > end && text[at - 1] != ' ' && (digits == text.Length || !char.IsAsciiDigit(text[digits])) ? digits : end;
    }
}

/// <summary>Area codes of landlines.</summary>
internal static class AreaCodes
{
    /// <returns>How many of the first digits are an area code (3 or 4), including the country code 86; 0 if there is none.</returns>
    public static int LengthAt(ReadOnlySpan<char> digits) => digits switch
    {
        ['0', '0', '8', '6', .. var rest] => WithPrefix(4, LengthWithoutZero(rest)),
        ['8', '6', '0', .. var rest] => WithPrefix(3, LengthWithoutZero(rest)),
        ['8', '6', .. var rest] => WithPrefix(2, LengthWithoutZero(rest)),
        ['0', .. var rest] => WithPrefix(1, LengthWithoutZero(rest)),
        _ => 0,
    };

    private static int WithPrefix(int prefix, int area) => area == 0 ? 0 : prefix + area;

    private static int LengthWithoutZero(ReadOnlySpan<char> digits) => digits switch
    {
        ['1', '0', ..] or ['2', not '6', ..] => 2,
        [>= '3' and <= '9', _, _, ..] => 3,
        _ => 0,
    };
}
