using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Recognizes identity card numbers.</summary>
/// <remarks>
/// GB 11643-1999: region (6 digits), date of birth (8), order (3), check character by ISO 7064 MOD 11-2 (0 to 9 or X).
/// Cards from before 1999 have 15 digits (a year of two, no check character): recognized by the words before them, or by region and date where nothing says that they are something else.
/// </remarks>
internal static class IdentityCards
{
    private const int OldLength = 15;
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static NumberMatch? Read(in NumberCandidate number)
    {
        var digits = number.Digits;
        if (digits.Length is < 14 or > 19)
        {
            return null;
        }

        var end = digits.Length == 17 ? EndWithX(number) : number.End;
        var hasX = digits.Length == 17 && end > number.End;
        var isCard = (digits.Length == 18 || hasX) && IsCard(number, hasX) && !number.Source.IsAfterCreditWord(number.Start);
        return isCard || (HasLengthOfACard(number, hasX) && number.Source.IsAfterIdentityWord(number.Start)) || IsOldCard(number)
            ? new(PrivateKind.IdentityCard, number.Start, end)
            : null;
    }

    /// <summary>Whether the last character is the right check character for the 17 digits before it.</summary>
    /// <param name="digits">The first 17 digits.</param>
    /// <param name="last">A digit or X.</param>
    public static bool HasCheckCharacter(ReadOnlySpan<char> digits, char last)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (digits[i] - '0') * Weights[i];
        }

        return "10X98765432"[sum % 11] == last;
    }

    private static bool IsCard(in NumberCandidate number, bool hasX) =>
        HasDate(number.Digits)
        && HasCheckCharacter(number.Digits[..17], hasX ? 'X' : number.Digits[17])
        && (number is { IsUnbroken: true, InMarkup: false } || HasRegion(number.Digits))
        && (!number.InMarkup || number.IsUnbroken || number.IsSpelled || (number.Groups.Length <= 5 && number.IsAlone)
            || number.Source.IsAfterIdentityWord(number.Start));

    /// <summary>Whether 15 unbroken digits have a region and a date of birth, and stand by themselves.</summary>
    private static bool IsOldCard(in NumberCandidate number) =>
        number is { IsUnbroken: true, Digits.Length: OldLength } && IsOldCard(number.Digits)
        && !NumberEdges.TouchLetter(number.Text, number.Start, number.End) && MarkupEdges.Allow(number)
        && !number.Source.IsAfterOtherWord(number.Start) && !number.Source.IsAfterCreditWord(number.Start) && !number.Source.IsAfterAccountWord(number.Start)
        && !UnitSuffixes.OrCountsFollow(number.Text, number.End) && !UnitSuffixes.DecimalsFollow(number.Text, number.End);

    /// <summary>Whether the 15 digits have a region and a date of birth.</summary>
    public static bool IsOldCard(ReadOnlySpan<char> digits) => HasRegion(digits) && IsMonthAndDay(digits[8..12]);

    private static bool HasLengthOfACard(in NumberCandidate number, bool hasX) =>
        hasX || number.Digits.Length is 15 or 18 || (!number.InMarkup && number.IsUnbroken && number.Digits.Length is >= 14 and <= 19);

    /// <summary>Whether the 7th to 14th digit are a date of birth.</summary>
    public static bool HasDate(ReadOnlySpan<char> digits) => int.Parse(digits[6..10]) is >= 1850 and <= 2099 && IsMonthAndDay(digits[10..14]);

    private static bool IsMonthAndDay(ReadOnlySpan<char> digits) => int.Parse(digits[..2]) is >= 1 and <= 12 && int.Parse(digits[2..]) is >= 1 and <= 31;

    /// <summary>Whether the first digits are a province (GB/T 2260).</summary>
    public static bool HasRegion(ReadOnlySpan<char> digits) => int.Parse(digits[..2]) is
        (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54)
        or (>= 61 and <= 65) or 71 or (>= 81 and <= 83) or 91;

    private static int EndWithX(in NumberCandidate number)
    {
        var at = number.End;
        while (at < number.Text.Length && at - number.End < 3 && number.Text[at] is ' ' or '-' or '\n' or '\r' or '.' or FoldTable.Invisible)
        {
            at++;
        }

        return at < number.Text.Length && number.Text[at] is 'X' or 'x' ? at + 1 : number.End;
    }
}

/// <summary>Finds numbers of passports and travel permits, which are recognized only by the words before them.</summary>
internal static class Passports
{
    private const string Filling = " \n\t:()“”\"号码证为是系编、,，字";

    /// <summary>Arms whose cards are numbered 军字第….</summary>
    private const string Arms = "军政武后空海";
    private static readonly string[] Words = ["护照", "通行证", "台胞证", "军官证", "士兵证", "警官证", "港澳证", "回乡证", "回乡卡", "旅行证", "海员证"];
    private static readonly QuickWords Quick = new("护照", "護照", "通行证", "通行證", "台胞", "军官证", "士兵证", "警官证", "港澳证", "港澳證", "回乡证", "回鄉證", "回乡卡", "旅行证", "旅行證", "海员证", "海員證");

    /// <returns>Whether a text as written may hold one; true in doubt.</returns>
    public static bool MayBeIn(string text) => Quick.AnyIn(text);

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var i = 0; i < text.Length; i++)
        {
            var word = "护通台军士警港回旅海".Contains(text[i]) ? Han.LongestAt(text, i, Words) : 0;
            if (word == 0)
            {
                continue;
            }

            var start = i + word;
            while (start < text.Length && start - i < 16 && IsFilling(text, start))
            {
                start++;
            }

            var (end, count) = (start, 0);
            for (var at = start; at < text.Length && count < 12 && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] is ' ' or '-' && at == end)); at++)
            {
                (end, count) = char.IsAsciiLetterOrDigit(text[at]) ? (at + 1, count + 1) : (end, count);
            }

            // Digits alone in groups are a day: 护照 2026-06-16 到期.
            var written = text.AsSpan(start, end - start);
            if (count is >= 7 and <= 11 && written.ContainsAnyInRange('0', '9') && (char.IsAsciiLetter(written[0]) || !written.ContainsAny(' ', '-')))
            {
                yield return folded.ToMatch(PrivateKind.Passport, start, end);
            }
        }
    }

    /// <summary>Whether it may stand between a word and its number; 第 only behind 字, as a permit of a firm is numbered 第20260612号.</summary>
    private static bool IsFilling(string text, int at) =>
        Filling.Contains(text[at]) || (text[at] == '第' && text[at - 1] == '字') || (Arms.Contains(text[at]) && Han.HasAt(text, at + 1, "字"));
}
