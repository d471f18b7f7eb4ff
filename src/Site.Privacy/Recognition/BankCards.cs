namespace Site.Privacy.Recognition;

/// <summary>Recognizes bank card numbers, and account numbers after words for them.</summary>
/// <remarks>ISO/IEC 7812: 13 to 19 digits, of which the last is a Luhn check digit; UnionPay cards begin with 62.</remarks>
internal static class BankCards
{
    public static NumberMatch? Read(in NumberCandidate number)
    {
        var digits = number.Digits;
        var isNamed = digits.Length >= 12 && number.Source.IsAfterAccountWord(number.Start);
        var isCard = !number.InMarkup && !NumberEdges.IsOfADocument(number.Text, number.End) && !NumberEdges.IsAfterThing(number.Text, number.Start) && IsIssued(digits) && IsGrouped(number) && Luhn.Passes(digits);
        return (isCard || (isNamed && (!number.InMarkup || Luhn.Passes(digits))))
            && !UnitSuffixes.Follow(number.Text, number.End) && !number.Source.IsAfterCreditWord(number.Start)
            ? new(PrivateKind.BankCard, number.Start, number.End)
            : null;
    }

    /// <summary>Issuers by their first digits: UnionPay and its older cards 6, 9; Visa 4; Mastercard 5, 2221 to 2720; JCB, American Express and Diners 3.</summary>
    public static bool IsIssued(ReadOnlySpan<char> digits) => digits[0] switch
    {
        '6' or '9' => digits.Length is >= 16 and <= 19,
        '4' => digits.Length is 13 or 16 or 19,
        '5' => digits.Length is 16 or 19,
        '3' => digits.Length is >= 14 and <= 16,
        '2' => digits.Length == 16 && int.Parse(digits[..4]) is >= 2221 and <= 2720,
        _ => false,
    };

    private static bool IsGrouped(in NumberCandidate number) =>
        number.IsUnbroken || number.IsSpelled || IsInFours(number.Groups)
        || (number.IsAlone && number.SeparatedOnlyBy(Separators.Space | Separators.Hyphen | Separators.Line));

    /// <summary>Whether all groups have four digits but for the last, which may have fewer.</summary>
    public static bool IsInFours(ReadOnlySpan<int> groups) =>
        groups[^1] <= 4 && groups[..^1].IndexOfAnyExcept(4) < 0;
}

/// <summary>The check digit of bank cards.</summary>
internal static class Luhn
{
    /// <summary>Whether the last digit is the right check digit by the Luhn algorithm (ISO/IEC 7812-1, annex B).</summary>
    public static bool Passes(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }
}
