using System.Collections.Immutable;

namespace Site.Privacy.Recognition;

/// <summary>Finds everything private in a text.</summary>
/// <remarks>
/// The recognizers work like those of Microsoft Presidio: a pattern, a checksum, and the words before it.
/// Limits: a name is not found unless it follows a role, precedes a number, or precedes a form of address.
/// </remarks>
public static class PrivateDataRecognizer
{
    /// <returns>Matches in order of their position; they do not overlap.</returns>
    public static ImmutableArray<PrivateMatch> Find(string text)
    {
        var words = FoldedText.Of(text, Folding.Words);
        List<PrivateMatch> matches = [];
        matches.AddRange(NumberRecognizer.Find(text, TextContext.Prose));
        matches.AddRange(Emails.Find(words, TextContext.Prose));
        matches.AddRange(Plates.Find(words));
        matches.AddRange(Passports.Find(words));
        matches.AddRange(MessengerAccounts.Find(words));
        matches.AddRange(HouseNumbers.Find(words));
        matches.AddRange(PersonNames.Find(words));
        if (Readings.Hide(text) is { } hidden)
        {
            matches.AddRange(PersonNames.Find(FoldedText.Of(hidden, Folding.Words)));
        }

        matches.AddRange(NamesBeforeNumbers.Find(words, matches));
        return Merge(matches);
    }

    /// <summary>Merges overlapping matches; the kind is that of the first.</summary>
    internal static ImmutableArray<PrivateMatch> Merge(List<PrivateMatch> matches)
    {
        var merged = ImmutableArray.CreateBuilder<PrivateMatch>();
        foreach (var match in matches.OrderBy(match => match.Start).ThenByDescending(match => match.Length).ThenBy(match => match.Kind))
        {
            if (merged.Count > 0 && match.Start < merged[^1].End)
            {
                merged[^1] = merged[^1] with { Length = Math.Max(merged[^1].End, match.End) - merged[^1].Start };
            }
            else
            {
                merged.Add(match);
            }
        }

        return merged.DrainToImmutable();
    }
}

/// <summary>A private value in a text: its kind and position, never the value itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character, in UTF-16 units of the original text, from 0.</param>
/// <param name="Length">Characters, in UTF-16 units, 1 or more.</param>
public readonly record struct PrivateMatch(PrivateKind Kind, int Start, int Length)
{
    /// <summary>What kind of account it is, in Chinese; null for all but accounts.</summary>
    public string? Service { get; init; }

    /// <summary>The index after the value.</summary>
    public int End => Start + Length;
}
