using System.Globalization;
using System.Text;

namespace Site.Core.Text;

/// <summary>
/// What a search takes for the same: full-width and half-width, ₂ and 2, Ⅱ and ii, ㎡ and m2, capitals and small letters, é and e, traditional characters and simplified ones.
/// </summary>
/// <remarks>
/// Each character by itself: NFKD without marks and without what cannot be seen, in lower case, and of two traditional forms the simplified one. The table stands in
/// <c>folding.txt</c>, since the program runs without ICU; browsers have the same of their own (<c>fold</c> in the theme's <c>js/search/words.js</c>), and a test compares
/// both over all of Unicode. Hangul stays as it is.
/// </remarks>
public static class SearchFolding
{
    private const int Same = 0;
    private const int Dropped = -1;
    private static readonly Lazy<Tables> All = new(Read);

    /// <summary>Appends what a text is folded to.</summary>
    /// <param name="text">Any text; a lone surrogate is left out.</param>
    /// <param name="folded">Takes code points.</param>
    public static void Fold(ReadOnlySpan<char> text, List<int> folded)
    {
        var tables = All.Value;
        foreach (var rune in text.EnumerateRunes())
        {
            var value = rune.Value;
            var to = value < tables.Plane.Length ? tables.Plane[value] : tables.Beyond(rune);
            if (to == Same)
            {
                folded.Add(value);
            }
            else if (to > 0)
            {
                folded.Add(to);
            }
            else if (to < Dropped)
            {
                folded.AddRange(tables.Several[Dropped - 1 - to]);
            }
        }
    }

    /// <returns>The folded text.</returns>
    public static string Fold(string text)
    {
        var points = new List<int>(text.Length);
        Fold(text, points);
        var folded = new StringBuilder(points.Count);
        foreach (var point in points)
        {
            folded.Append(new Rune(point));
        }

        return folded.ToString();
    }

    private static Tables Read()
    {
        var several = new List<int[]>();
        var beyond = new Dictionary<int, int>();
        var plane = new int[0x10000];
        for (var c = 0; c < plane.Length; c++)
        {
            plane[c] = Rune.IsValid(c) ? Simple(new(c)) : Dropped;
        }

        using var stream = typeof(SearchFolding).Assembly.GetManifestResourceStream("folding.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var to = line[..tab].EnumerateRunes().Select(rune => SimplifiedOf(rune.Value)).ToArray();
            var code = to.Length switch { 0 => Dropped, 1 => to[0], _ => Dropped - 1 - several.Count };
            if (to.Length > 1)
            {
                several.Add(to);
            }

            foreach (var from in line.AsSpan(tab + 1).EnumerateRunes())
            {
                if (from.IsBmp)
                {
                    plane[from.Value] = code;
                }
                else
                {
                    beyond[from.Value] = code;
                }
            }
        }

        return new(plane, beyond, [.. several]);
    }

    private static int Simple(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return Dropped;
        }

        var to = SimplifiedOf(Rune.ToLowerInvariant(rune).Value);
        return to == rune.Value ? Same : to;
    }

    private static int SimplifiedOf(int point) => point <= char.MaxValue ? TraditionalCharacters.Simplify((char)point) : point;

    private sealed record Tables(int[] Plane, Dictionary<int, int> Points, int[][] Several)
    {
        public int Beyond(Rune rune) => Points.TryGetValue(rune.Value, out var to) ? to : Simple(rune);
    }
}
