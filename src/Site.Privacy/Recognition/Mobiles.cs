namespace Site.Privacy.Recognition;

/// <summary>Recognizes mobile numbers: 11 digits that begin with 13 to 19, with or without the country code.</summary>
/// <remarks>Ministry of Industry and Information Technology, 电信网编号计划 (2017): network numbers 13X to 19X.</remarks>
internal static class Mobiles
{
    private const int Length = 11;

    public static NumberMatch? Read(in NumberCandidate number)
    {
        if (!IsOne(number.Digits, out var prefix))
        {
            return null;
        }

        if (UnitSuffixes.Follow(number.Text, number.End))
        {
            return null;
        }

        return (IsPlain(number, prefix) && MarkupEdges.Allow(number) && !IsOfAThing(number)) || number.Source.IsAfterPhoneWord(number.Start)
            ? new(PrivateKind.Mobile, number.Start, number.End)
            : null;
    }

    /// <summary>Whether 11 digits, or 12 to 16 with a prefix, are a mobile number.</summary>
    /// <param name="prefix">How many digits stand before the number itself.</param>
    public static bool IsOne(ReadOnlySpan<char> digits, out int prefix)
    {
        prefix = digits.Length - Length;
        return prefix >= 0 && IsPrefix(digits[..prefix]) && digits[prefix] == '1' && digits[prefix + 1] >= '3';
    }

    /// <summary>Whether people write mobile numbers in such groups: one by one, 3-4-4, 3-8, 7-4 and the like.</summary>
    public static bool AreUsual(ReadOnlySpan<int> groups, int prefix) => IsUsual(groups, prefix);

    private static bool IsOfAThing(in NumberCandidate number) =>
        NumberEdges.IsAfterThing(number.Text, number.Start)
        || (number.IsUnbroken ? UnitSuffixes.SymbolFollows(number.Text, number.End) || UnitSuffixes.PiecesFollow(number.Text, number.End) : NumberEdges.ContinueBefore(number.Text, number.Start));

    private static bool IsPrefix(ReadOnlySpan<char> digits) => digits is "" or "0" or "86" or "086" or "0086" or "17951";

    private static bool IsPlain(in NumberCandidate number, int prefix) =>
        !UnitSuffixes.DecimalsFollow(number.Text, number.End) && (number.InMarkup ? IsGroupedInMarkup(number, prefix) : IsGrouped(number, prefix));

    private static bool IsGroupedInMarkup(in NumberCandidate number, int prefix) =>
        number.IsUnbroken
        || (number.SeparatedOnlyBy(Separators.Space | Separators.Hyphen) && number.IsAlone
            && (IsUsual(number.Groups, prefix) || (number.Source.Context == TextContext.Source && CallWords.AreNear(number.Text, number.Start, number.End))));

    private static bool IsGrouped(in NumberCandidate number, int prefix) =>
        number.IsUnbroken
        || (IsUsual(number.Groups, prefix) && number.SeparatedOnlyBy(~Separators.Dot))
        || (Is(number.Groups, prefix, 3, 4, 4))
        || (number.SeparatedOnlyBy(Separators.Space) && number.IsAlone);

    private static bool IsUsual(ReadOnlySpan<int> groups, int prefix) =>
        groups.Length == Length + prefix
        || Is(groups, prefix, 3, 4, 4) || Is(groups, prefix, 3, 8) || Is(groups, prefix, 7, 4) || Is(groups, prefix, 3, 3, 5)
        || Is(groups, prefix, 4, 3, 4) || Is(groups, prefix, 4, 4, 3) || Is(groups, prefix, 5, 6) || Is(groups, prefix, 6, 5);

    private static bool Is(ReadOnlySpan<int> groups, int prefix, params ReadOnlySpan<int> usual)
    {
        if (groups.Length == usual.Length + 1 && groups[0] == prefix)
        {
            return groups[1..].SequenceEqual(usual);
        }

        return groups.Length == usual.Length && groups[0] == usual[0] + prefix && groups[1..].SequenceEqual(usual[1..]);
    }
}
