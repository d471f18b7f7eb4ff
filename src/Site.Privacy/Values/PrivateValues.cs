using Site.Privacy.Recognition;

namespace Site.Privacy.Values;

/// <summary>
/// What was told in confidence: it can be looked for in a text, and never be listed. Only the readers in Site.Privacy.Secrets can make it.
/// </summary>
public sealed class PrivateValues
{
    private readonly PrivateValue[] values;
    private readonly ValueTrie root;
    private readonly ulong[] seconds = new ulong[1024];

    private PrivateValues(PrivateValue[] values)
    {
        (this.values, root) = (values, ValueTrie.Of(values));
        foreach (var value in values)
        {
            seconds[value.Symbols[1] >> 6] |= 1UL << (value.Symbols[1] & 63);
        }
    }

    /// <summary>Nothing was told.</summary>
    public static PrivateValues None { get; } = new([]);

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => values.Length == 0;

    /// <summary>Leaves out what is public all the same.</summary>
    /// <param name="published">Texts as they are published, each one value: names of units, telephones of halls.</param>
    public PrivateValues Without(IEnumerable<string> published)
    {
        if (IsEmpty)
        {
            return this;
        }

        var all = published.ToArray();
        var words = all.Select(PrivateValue.SymbolsOf).ToHashSet(StringComparer.Ordinal);
        var numbers = new PublicNumbers(all);
        return new([.. values.Where(value => !words.Contains(value.Symbols) && !(value.Symbols.All(char.IsAsciiDigit) && numbers.Contains(value.Symbols)))]);
    }

    /// <returns>Whether a value begins with the character, however it is written.</returns>
    public bool MayBegin(char character) => ValueSymbols.Of(character) is not (ValueSymbols.Skipped or ValueSymbols.Foreign) and var symbol && root.Next(symbol) is not null;

    /// <returns>Whether the character may follow the first one of a value, however it is written.</returns>
    public bool MayContinue(char character) =>
        ValueSymbols.Of(character) is var symbol && symbol != ValueSymbols.Foreign
        && (symbol == ValueSymbols.Skipped || (seconds[symbol >> 6] >> (symbol & 63) & 1) != 0);

    /// <summary>Compares a place of a text with all values, passing over blanks, hyphens, invisible characters and tags.</summary>
    /// <param name="bytes">Text in UTF-8, perhaps with other bytes between.</param>
    /// <param name="start">The first byte of a character.</param>
    /// <param name="shortest">Symbols that a value has at least: more where bytes are read that may be no text.</param>
    /// <returns>Behind the value that begins there, or -1.</returns>
    public int EndOf(ReadOnlySpan<byte> bytes, int start, int shortest) => ValueMatcher.EndOf(bytes, start, root, shortest);

    /// <param name="written">Values as they stand in their files; too short or too common ones are passed over.</param>
    internal static PrivateValues Of(IEnumerable<string> written) =>
        new([.. written.Distinct(StringComparer.Ordinal).SelectMany(PrivateValue.Of).DistinctBy(value => value.Symbols, StringComparer.Ordinal).OrderBy(value => value.Symbols, StringComparer.Ordinal)]);
}
