using System.Collections.Immutable;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Finds identity numbers, telephones and bank cards: everything made of digits.</summary>
/// <remarks>Every run of digits is tried as the beginning of a number of up to 21 digits, so time is linear in the length of the text.</remarks>
internal static class NumberRecognizer
{
    private const int MostDigits = 21;

    /// <summary>The country code in brackets before a telephone.</summary>
    private static readonly string[] CountryCodes = ["(+86)", "（+86）", "（＋86）", "(86)", "（86）"];

    /// <returns>Matches in order of their position; they do not overlap.</returns>
    public static ImmutableArray<PrivateMatch> Find(string text, TextContext context)
    {
        List<PrivateMatch> matches = [];
        CollectAll(FoldedText.Of(text, Folding.Numbers), context, matches);
        if (NumeralRuns.HasLongOne(text))
        {
            CollectAll(FoldedText.Of(text, Folding.Numerals), context, matches);
        }

        if (context != TextContext.Finished && LookalikeDigits.Read(text) is { } read)
        {
            CollectAll(FoldedText.Of(read, Folding.Numbers), context, matches);
        }

        if (context != TextContext.Finished && FoldedText.OfCounted(text) is { } counted)
        {
            CollectAll(counted, context, matches);
        }

        matches.RemoveAll(new WebAddresses(text).Explain);
        var merged = PrivateDataRecognizer.Merge(matches);
        return context == TextContext.Prose ? [.. merged.Select(match => WithTails(text, match))] : merged;
    }

    /// <summary>A telephone with the country code in brackets before it, and with the last digits of others of the same office: 0571-55500326/27/28.</summary>
    private static PrivateMatch WithTails(string text, PrivateMatch match)
    {
        var end = match.End;
        while (match.Kind is PrivateKind.Mobile or PrivateKind.Landline && end < text.Length && text[end] is '/' or '／' or '、')
        {
            var at = end + 1;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at - end - 1 is not (>= 2 and <= 4) || UnitSuffixes.OrCountsFollow(text, at))
            {
                break;
            }

            end = at;
        }

        var start = match.Start - (match.Kind is PrivateKind.Mobile or PrivateKind.Landline ? CountryCodes.FirstOrDefault(code => text.AsSpan(0, match.Start).EndsWith(code, StringComparison.Ordinal))?.Length ?? 0 : 0);
        return match with { Start = start, Length = end - start };
    }

    private static void CollectAll(FoldedText folded, TextContext context, List<PrivateMatch> matches)
    {
        Collect(folded, context, matches);
        if (context != TextContext.Finished)
        {
            SplitNumbers.Collect(folded, context, matches);
        }
    }

    private static void Collect(FoldedText folded, TextContext context, List<PrivateMatch> matches)
    {
        var text = folded.Text;
        var source = new NumberText(text, context);
        var lastPhoneEnd = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            CollectFrom(folded, source, i, matches, ref lastPhoneEnd);
            while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                i++;
            }
        }
    }

    private static void CollectFrom(
        FoldedText folded, NumberText source, int start, List<PrivateMatch> matches, ref int lastPhoneEnd)
    {
        var text = folded.Text;
        Span<char> digits = stackalloc char[MostDigits];
        Span<int> groups = stackalloc int[MostDigits];
        var (count, group, between, at) = (0, 0, Separators.None, start);
        while (true)
        {
            for (groups[group] = Math.Max(groups[group], 0); at < text.Length && char.IsAsciiDigit(text[at]); at++)
            {
                if (count == MostDigits)
                {
                    return;
                }

                digits[count++] = text[at];
                groups[group]++;
            }

            var candidate = new NumberCandidate(source, start, at, digits[..count], groups[..(group + 1)], between);
            if (NumberClassifier.Classify(candidate, lastPhoneEnd) is { } number)
            {
                matches.Add(folded.ToMatch(number.Kind, number.Start, number.End));
                lastPhoneEnd = number.Kind is PrivateKind.Mobile or PrivateKind.Landline ? number.End : lastPhoneEnd;
            }

            var separators = SeparatorReader.Read(text, ref at);
            if (separators == Separators.None || count == MostDigits)
            {
                return;
            }

            between |= separators;
            group += separators == Separators.Invisible ? 0 : 1;
        }
    }
}

/// <summary>All kinds of numbers, in the order in which they are tried. A new kind is a file beside this one and a line here.</summary>
internal static class NumberClassifier
{
    private const int ShortestNumber = 7;

    /// <param name="candidate">The digits.</param>
    /// <param name="lastPhoneEnd">The end of the last telephone before this candidate, or -1.</param>
    /// <returns>What the digits are, or null if they are not private.</returns>
    public static NumberMatch? Classify(in NumberCandidate candidate, int lastPhoneEnd) =>
        candidate.Digits.Length < ShortestNumber
            ? null
            : IdentityCards.Read(candidate) ?? Mobiles.Read(candidate) ?? Landlines.Read(candidate, lastPhoneEnd) ?? BankCards.Read(candidate);
}

/// <summary>A private number in a folded text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First folded character, from 0.</param>
/// <param name="End">The index after the last folded character.</param>
internal readonly record struct NumberMatch(PrivateKind Kind, int Start, int End);

/// <summary>Runs of Chinese numerals, which people write to hide a number: 一三八….</summary>
internal static class NumeralRuns
{
    private const int Shortest = 7;

    /// <returns>Whether there is a run of 7 or more digits of any script, with spaces, hyphens and commas allowed between, of which at least one is not an ASCII digit.</returns>
    public static bool HasLongOne(string text)
    {
        var (length, odd) = (0, false);
        foreach (var c in text)
        {
            if (c is ' ' or '-' or ',' or '，' or '、' or '/' or FoldTable.Invisible or '\u3000')
            {
                continue;
            }

            if (!char.IsAsciiDigit(Numerals.Fold(c)))
            {
                (length, odd) = (0, false);
                continue;
            }

            length++;
            odd |= !char.IsAsciiDigit(FoldTable.Fold(c));
            if (odd && length >= Shortest)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What kind of text it is, which decides how an ambiguous number is read.</summary>
internal enum TextContext
{
    /// <summary>A sentence about a person or a firm: an ambiguous number is private.</summary>
    Prose,

    /// <summary>Sources of pages, with ids, decimals and coordinates: an ambiguous number is one of those.</summary>
    Source,

    /// <summary>Finished pages, data and drawings. Numbers that somebody has disguised are looked for where they come from.</summary>
    Finished,
}
