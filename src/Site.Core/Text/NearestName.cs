namespace Site.Core.Text;

/// <summary>Finds what a writer probably meant.</summary>
public static class NearestName
{
    private const int LongestField = 40;
    private const int LongestAddress = 100;
    private const int MostEditsOfAddress = 3;

    /// <summary>How many names are compared at most, so that a page of a hundred thousand headings does not hold up the build.</summary>
    private const int MostNames = 20_000;

    /// <summary>Finds the name of a field, or the word of a list, that was probably meant; two neighbouring letters in the wrong order are one edit.</summary>
    /// <returns>The known name with the fewest edits from the written one, capitals not counted; the first of equals;
    /// null when more than a third of the letters, and more than two, would have to change.</returns>
    public static string? Find(string written, IEnumerable<string> known)
    {
        if (written.Length > LongestField)
        {
            return null;
        }

        var most = Math.Max(2, written.Length / 3);
        var lower = written.ToLowerInvariant();
        var nearest = known.Select(name => (Name: name, Edits: Edits(lower, name.ToLowerInvariant(), countsSwaps: true)))
            .DefaultIfEmpty((Name: "", Edits: int.MaxValue)).MinBy(candidate => candidate.Edits);
        return nearest.Edits <= most && nearest.Edits < nearest.Name.Length ? nearest.Name : null;
    }

    /// <summary>Finds the addresses, files or headings that were probably meant.</summary>
    /// <returns>Up to <paramref name="count"/> of the names that differ from what was written, in lower case, by the fewest letters, nearest first;
    /// none that differs in more than three letters, or in more than half of them.</returns>
    public static IEnumerable<string> FindAll(string written, IEnumerable<string> names, int count = 1)
    {
        if (written.Length is 0 or > LongestAddress)
        {
            return [];
        }

        var lower = written.ToLowerInvariant();
        return names.Take(MostNames)
            .Where(name => Math.Abs(name.Length - written.Length) <= MostEditsOfAddress)
            .Select(name => (Name: name, Edits: Edits(lower, name, countsSwaps: false)))
            .Where(candidate => candidate.Edits <= MostEditsOfAddress && candidate.Edits * 2 <= Math.Max(candidate.Name.Length, written.Length))
            .OrderBy(candidate => candidate.Edits).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).Take(count);
    }

    /// <returns>How many letters to insert, delete or replace (Levenshtein distance); with swaps, neighbours in the wrong order
    /// count as one edit (optimal string alignment distance).</returns>
    private static int Edits(string a, string b, bool countsSwaps)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, 1 + Math.Min(last[j], row[j - 1]));
                if (countsSwaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[b.Length];
    }
}
