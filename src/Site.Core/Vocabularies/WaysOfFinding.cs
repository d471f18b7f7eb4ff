using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Site.Core.Vocabularies;

/// <summary>
/// Ways in which hazards are found: 日常巡查, 联合检查, 企业自查, 群众举报. They tell of no person and of no lead, so they are never private.
/// The words stand in <c>ways-of-finding.txt</c>, which somebody reviews.
/// </summary>
public static class WaysOfFinding
{
    private const int Longest = 40;
    private static readonly Lazy<ILookup<string, string>> Lists = new(Read);
    private static readonly Lazy<FrozenSet<string>> Ways = new(() => Lists.Value["方式"].ToFrozenSet(StringComparer.Ordinal));
    private static readonly Lazy<FrozenSet<string>> Words = new(() => Lists.Value.SelectMany(list => list).ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<string[]> Separators = new(() => [.. Words.Value.Where(word => word.Length > 1).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)]);

    /// <summary>All words that are a way by themselves, as the file lists them.</summary>
    public static ImmutableArray<string> All { get; } = [.. Lists.Value["方式"].Distinct(StringComparer.Ordinal)];

    /// <returns>
    /// Whether a text is made of ways of finding and of the words that may stand beside them, in any order and with any punctuation between: 节前联合检查、抽查.
    /// One way has to be among them.
    /// </returns>
    public static bool Covers(string text)
    {
        var letters = string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit).Where(rune => rune.Value is not ('和' or '与' or '及' or '由' or '的' or '在' or '第' or '次'))).ToLowerInvariant();
        return letters.Length is > 0 and <= Longest && IsCovered(letters);
    }

    /// <returns>What a text tells besides ways of finding, piece by piece: 李四海 of 李四海反映.</returns>
    public static IEnumerable<string> Besides(string text) => text.Split(Separators.Value, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <remarks>The reachable ends of words, and which of them have passed a way.</remarks>
    private static bool IsCovered(string letters)
    {
        var words = Words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var ways = Ways.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        var (reached, withWay) = (new bool[letters.Length + 1], new bool[letters.Length + 1]);
        reached[0] = true;
        for (var start = 0; start < letters.Length; start++)
        {
            for (var end = start + 1; end <= letters.Length && reached[start]; end++)
            {
                var word = letters.AsSpan(start, end - start);
                reached[end] |= words.Contains(word);
                withWay[end] |= words.Contains(word) && (withWay[start] || ways.Contains(word));
            }
        }

        return withWay[^1];
    }

    private static ILookup<string, string> Read()
    {
        using var stream = typeof(WaysOfFinding).Assembly.GetManifestResourceStream("ways-of-finding.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#').Select(line => line.Split(' '))
            .SelectMany(words => words[1..].Select(word => (List: words[0], Word: word)))
            .ToLookup(pair => pair.List, pair => pair.Word, StringComparer.Ordinal);
    }
}
