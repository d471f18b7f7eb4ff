using System.Collections.Immutable;

namespace Site.Privacy.Recognition;

/// <summary>Finds everything private in a text.</summary>
/// <remarks>
/// The recognizers are built as those of Microsoft Presidio: a pattern, a check (check character, Luhn) and the words before it.
/// Limits: a name that follows neither a role nor a number nor stands before a form of address is not seen; there is no list of all words.
/// </remarks>
public static class PrivateDataRecognizer
{
    /// <returns>Values in order of their place, none touching another's characters.</returns>
    public static ImmutableArray<PrivateMatch> Find(string text)
    {
        var words = FoldedText.Of(text, Folding.Words);
        List<PrivateMatch> finds = [];
        finds.AddRange(NumberRecognizer.Find(text, TextContext.Prose));
        finds.AddRange(Emails.Find(words));
        finds.AddRange(Plates.Find(words));
        finds.AddRange(Passports.Find(words));
        finds.AddRange(MessengerAccounts.Find(words));
        finds.AddRange(HouseNumbers.Find(words));
        finds.AddRange(PersonNames.Find(words));
        finds.AddRange(NamesBeforeNumbers.Find(words, finds));
        return Merge(finds);
    }

    /// <summary>Joins finds that share characters; the one that begins first gives the kind.</summary>
    internal static ImmutableArray<PrivateMatch> Merge(List<PrivateMatch> finds)
    {
        var apart = ImmutableArray.CreateBuilder<PrivateMatch>();
        foreach (var find in finds.OrderBy(find => find.Start).ThenByDescending(find => find.Length).ThenBy(find => find.Kind))
        {
            if (apart.Count > 0 && find.Start < apart[^1].End)
            {
                apart[^1] = apart[^1] with { Length = Math.Max(apart[^1].End, find.End) - apart[^1].Start };
            }
            else
            {
                apart.Add(find);
            }
        }

        return apart.DrainToImmutable();
    }
}

/// <summary>A private value in a text: what it is and where it stands, never the value itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character, in UTF-16 units of the original text, from 0.</param>
/// <param name="Length">Characters, in UTF-16 units, 1 or more.</param>
public readonly record struct PrivateMatch(PrivateKind Kind, int Start, int Length)
{
    /// <summary>The first character behind the value.</summary>
    public int End => Start + Length;
}
