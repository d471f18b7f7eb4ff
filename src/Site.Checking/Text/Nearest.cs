namespace Site.Checking.Text;

/// <summary>Finds what a writer probably meant.</summary>
internal static class Nearest
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
