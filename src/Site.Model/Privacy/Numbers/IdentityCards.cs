namespace Site.Model.Privacy;

/// <summary>Reads identity card numbers.</summary>
/// <remarks>
/// GB 11643-1999: region (6 digits), date of birth (8), order (3), check character by ISO 7064 MOD 11-2 (0 to 9 or X).
/// Cards before 1999 have 15 digits and no check character, so only the words before them tell.
/// </remarks>
internal static class IdentityCards
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static FoundNumber? Read(in NumberCandidate number)
    {
        var digits = number.Digits;
        if (digits.Length is < 14 or > 19)
        {
            return null;
        }

        var end = digits.Length == 17 ? EndWithX(number) : number.End;
        var hasX = digits.Length == 17 && end > number.End;
        var isCard = (digits.Length == 18 || hasX) && IsCard(number, hasX) && !number.Source.SaysCreditCode(number.Start);
        return isCard || (HasLengthOfACard(number, hasX) && number.Source.SaysIdentity(number.Start))
            ? new(PrivateKind.IdentityCard, number.Start, end)
            : null;
    }

    /// <summary>Says whether the last character follows from the 17 digits before it.</summary>
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
            || number.Source.SaysIdentity(number.Start));

    private static bool HasLengthOfACard(in NumberCandidate number, bool hasX) =>
        hasX || number.Digits.Length is 15 or 18 || (!number.InMarkup && number.IsUnbroken && number.Digits.Length is >= 14 and <= 19);

    private static bool HasDate(ReadOnlySpan<char> digits) =>
        int.Parse(digits[6..10]) is >= 1850 and <= 2099
        && int.Parse(digits[10..12]) is >= 1 and <= 12
        && int.Parse(digits[12..14]) is >= 1 and <= 31;

    private static bool HasRegion(ReadOnlySpan<char> digits) => int.Parse(digits[..2]) is
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
