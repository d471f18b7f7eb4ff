namespace Site.Reading;

/// <summary>Finds what a writer probably meant.</summary>
internal static class NearestName
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
