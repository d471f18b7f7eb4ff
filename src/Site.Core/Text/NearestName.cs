namespace Site.Core.Text;

/// <summary>Finds what a writer probably meant.</summary>
public static class NearestName
{
    private const int LongestName = 40;

    /// <returns>The known name with the fewest edits from the written one, capitals not counted; the first of equals;
    /// null when more than a third of the letters, and more than two, would have to change.</returns>
    public static string? Find(string written, IEnumerable<string> known)
    {
        if (written.Length > LongestName)
        {
            return null;
        }

        var most = Math.Max(2, written.Length / 3);
        var nearest = known.Select(name => (Name: name, Edits: Edits(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .DefaultIfEmpty((Name: "", Edits: int.MaxValue)).MinBy(candidate => candidate.Edits);
        return nearest.Edits <= most && nearest.Edits < nearest.Name.Length ? nearest.Name : null;
    }

    /// <returns>Letters to insert, delete, replace or swap with the next (optimal string alignment distance).</returns>
    private static int Edits(string a, string b)
    {
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Best(i, j);
            }
        }

        return edits[a.Length, b.Length];

        int Best(int i, int j)
        {
            var replaced = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            var best = Math.Min(replaced, 1 + Math.Min(edits[i - 1, j], edits[i, j - 1]));
            return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
        }
    }
}

/// <summary>Finds what a writer probably meant.</summary>
public static class NearestNames
{
    private const int Farthest = 3;

    private const int LongestName = 100;

    /// <summary>How many names are compared at most, so that a page of a hundred thousand headings does not hold up the build.</summary>
    private const int MostNames = 20_000;

    /// <returns>Up to <paramref name="count"/> of the names that differ from what was written, in lower case, by the fewest letters, nearest first;
    /// none that differs in more than three letters, or in more than half of them.</returns>
    public static IEnumerable<string> Find(string written, IEnumerable<string> names, int count = 1)
    {
        if (written.Length is 0 or > LongestName)
        {
            return [];
        }

        var lower = written.ToLowerInvariant();
        return names.Take(MostNames)
            .Where(name => Math.Abs(name.Length - written.Length) <= Farthest)
            .Select(name => (Name: name, Edits: Edits(lower, name)))
            .Where(candidate => candidate.Edits <= Farthest && candidate.Edits * 2 <= Math.Max(candidate.Name.Length, written.Length))
            .OrderBy(candidate => candidate.Edits).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).Take(count);
    }

    /// <returns>Letters to insert, delete or replace (Levenshtein distance).</returns>
    private static int Edits(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
