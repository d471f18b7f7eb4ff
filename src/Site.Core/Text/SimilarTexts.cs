namespace Site.Core.Text;

/// <summary>
/// Finds similar texts among many without comparing all pairs: two similar sets have one of their rarest members in common, so only
/// these are looked up. Source: Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins in data cleaning" (2006), prefix filter.
/// </summary>
public static class SimilarTexts
{
    /// <summary>How many texts are indexed by one member: a member of more texts is not rare, and thousands of equal texts must not be compared pairwise.</summary>
    private const int MostByMember = 256;

    /// <returns>The distinct pairs of adjacent UTF-16 units of a text, ascending; for a text of one unit that unit.</returns>
    public static int[] PairsOf(string text) =>
        text.Length == 1 ? [text[0]] : [.. Enumerable.Range(0, Math.Max(text.Length - 1, 0)).Select(i => (text[i] << 16) | text[i + 1]).Distinct().Order()];

    /// <param name="sets">For each text its members, ascending.</param>
    /// <param name="alike">The least Jaccard similarity of a pair, more than 0 and at most 1.</param>
    /// <returns>Pairs of indexes of similar sets, the smaller first, ordered by the second; empty sets are similar to nothing.</returns>
    public static IEnumerable<SimilarPair> Find(IReadOnlyList<int[]> sets, double alike)
    {
        var frequency = new Dictionary<int, int>();
        foreach (var member in sets.SelectMany(set => set))
        {
            frequency[member] = frequency.GetValueOrDefault(member) + 1;
        }

        var seen = new Dictionary<int, List<int>>();
        for (var second = 0; second < sets.Count; second++)
        {
            var set = sets[second];
            var rare = set.OrderBy(member => frequency[member]).ThenBy(member => member).Take(set.Length - (int)Math.Ceiling(alike * set.Length) + 1).ToArray();
            foreach (var first in rare.SelectMany(member => seen.GetValueOrDefault(member) ?? []).Distinct().Order())
            {
                if (Share(sets[first], set) >= alike)
                {
                    yield return new(first, second);
                }
            }

            foreach (var member in rare)
            {
                if (!seen.TryGetValue(member, out var list))
                {
                    seen.Add(member, list = []);
                }

                if (list.Count < MostByMember)
                {
                    list.Add(second);
                }
            }
        }
    }

    private static double Share(int[] one, int[] other)
    {
        var (i, j, both) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
            {
                both++;
            }

            (i, j) = (one[i] <= other[j] ? i + 1 : i, other[j] <= one[i] ? j + 1 : j);
        }

        return both == 0 ? 0 : (double)both / (one.Length + other.Length - both);
    }
}

/// <summary>Two similar texts by their indexes, the smaller first.</summary>
public sealed record SimilarPair(int First, int Second);
