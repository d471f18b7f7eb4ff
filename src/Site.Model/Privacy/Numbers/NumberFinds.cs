using System.Collections.Immutable;

namespace Site.Model.Privacy;

/// <summary>Finds identity cards, telephones and bank cards: whatever is made of digits.</summary>
/// <remarks>Every row of digits is tried as the beginning of a number of up to 21 digits, so the work grows with the text alone.</remarks>
public static class NumberFinds
{
    private const int MostDigits = 21;

    /// <returns>Finds in order; none touches another's characters.</returns>
    public static ImmutableArray<PrivateFind> Find(string text, Surroundings surroundings)
    {
        List<PrivateFind> finds = [];
        Collect(FoldedText.Of(text, Folding.Numbers), surroundings, finds);
        if (NumeralRuns.HasLongOne(text))
        {
            Collect(FoldedText.Of(text, Folding.Numerals), surroundings, finds);
        }

        return PrivateFinds.Apart(finds);
    }

    private static void Collect(FoldedText folded, Surroundings surroundings, List<PrivateFind> finds)
    {
        var text = folded.Text;
        var source = new NumberText(text, surroundings);
        var lastPhoneEnd = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            CollectFrom(folded, source, i, finds, ref lastPhoneEnd);
            while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                i++;
            }
        }
    }

    private static void CollectFrom(
        FoldedText folded, NumberText source, int start, List<PrivateFind> finds, ref int lastPhoneEnd)
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
            if (NumberKinds.Of(candidate, lastPhoneEnd) is { } number)
            {
                finds.Add(folded.Find(number.Kind, number.Start, number.End));
                lastPhoneEnd = number.Kind is PrivateKind.Mobile or PrivateKind.Landline ? number.End : lastPhoneEnd;
            }

            var separators = SeparatorScan.Read(text, ref at);
            if (separators == Separators.None || count == MostDigits)
            {
                return;
            }

            between |= separators;
            group += separators == Separators.Invisible ? 0 : 1;
        }
    }
}
