using System.Collections.Immutable;

namespace Site.Model.Privacy;

/// <summary>Finds everything private in a text.</summary>
/// <remarks>
/// The recognizers are built as those of Microsoft Presidio: a pattern, a check (check character, Luhn) and the words before it.
/// Limits: a name that follows neither a role nor a number nor stands before a form of address is not seen; there is no list of all words.
/// </remarks>
public static class PrivateFinds
{
    /// <returns>Values in order of their place, none touching another's characters.</returns>
    public static ImmutableArray<PrivateFind> Find(string text)
    {
        var words = FoldedText.Of(text, Folding.Words);
        List<PrivateFind> finds = [];
        finds.AddRange(NumberFinds.Find(text, Surroundings.Prose));
        finds.AddRange(Emails.Find(words));
        finds.AddRange(Plates.Find(words));
        finds.AddRange(Passports.Find(words));
        finds.AddRange(MessengerAccounts.Find(words));
        finds.AddRange(Doors.Find(words));
        finds.AddRange(PersonNames.Find(words));
        finds.AddRange(NamesBeforeNumbers.Find(words, finds));
        return Apart(finds);
    }

    /// <summary>Joins finds that share characters; the one that begins first gives the kind.</summary>
    internal static ImmutableArray<PrivateFind> Apart(List<PrivateFind> finds)
    {
        var apart = ImmutableArray.CreateBuilder<PrivateFind>();
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
