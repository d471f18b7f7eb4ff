using System.Collections.Immutable;
using Site.Privacy.Recognition;

namespace Site.Privacy.Values;

/// <summary>
/// Confidential values: they can be searched for in a text but never be listed. Only the readers in Site.Privacy.Secrets can make it.
/// </summary>
public sealed class PrivateValues
{
    private readonly PrivateValue[] values;
    private readonly ValueTrie root;
    private readonly ImmutableArray<SecretText> texts;
    private readonly ulong[] seconds = new ulong[1024];
    private readonly ulong[] pairs = new ulong[1024];
    private readonly DigitHeads heads;

    private PrivateValues(PrivateValue[] values, ImmutableArray<SecretText> texts)
    {
        (this.values, this.texts, root) = (values, texts, ValueTrie.Of(values));
        Phrases = new(texts, values);
        heads = new(values);
        foreach (var value in values)
        {
            seconds[value.Symbols[1] >> 6] |= 1UL << (value.Symbols[1] & 63);
            var pair = PairOf(value.Symbols[0], value.Symbols[1]);
            pairs[pair >> 6] |= 1UL << (pair & 63);
        }
    }

    /// <summary>No confidential values.</summary>
    public static PrivateValues None { get; } = new([], []);

    /// <summary>Whether there are no values.</summary>
    public bool IsEmpty => values.Length == 0 && texts.IsEmpty;

    /// <summary>Sentences and long numbers that are found in part and in pieces.</summary>
    internal PhraseIndex Phrases { get; }

    /// <summary>Removes values that are public after all. A canary is public only when it is taken out of its file: a page that names it as its reviewer is the leak that it is there for.</summary>
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
        return new(
            [.. values.Where(value => value.Origin == SecretOrigin.Canary || (!words.Contains(value.Symbols) || (value.Origin == SecretOrigin.Reporter && PrivateValue.IsName(value.Symbols))) && !(value.Symbols.All(char.IsAsciiDigit) && numbers.Contains(value.Symbols)))],
            texts.RemoveAll(text => text.Origin != SecretOrigin.Canary && words.Contains(PrivateValue.SymbolsOf(text.Text))));
    }

    /// <returns>Whether a value begins with the character, however it is written.</returns>
    public bool MayBegin(char character) => ValueSymbols.Of(character) is not (ValueSymbols.Skipped or ValueSymbols.Foreign) and var symbol
        && symbol != ValueSymbols.Mark && root.Next(symbol) is not null;

    /// <returns>Whether the character may follow the first one of a value, however it is written.</returns>
    public bool MayContinue(char character) =>
        ValueSymbols.Of(character) is var symbol && symbol != ValueSymbols.Foreign
        && (symbol is ValueSymbols.Skipped or ValueSymbols.Mark || (seconds[symbol >> 6] >> (symbol & 63) & 1) != 0);

    /// <returns>Whether a value may begin with two symbols; yes in doubt.</returns>
    internal bool MayBeginWith(char first, char second) => PairOf(first, second) is var pair && (pairs[pair >> 6] >> (pair & 63) & 1) != 0;

    /// <returns>Whether a value may begin with the digits that bytes begin with; yes in doubt.</returns>
    internal bool MayBeginWithDigits(ReadOnlySpan<byte> bytes) => heads.MayBegin(bytes);

    private static int PairOf(char first, char second) => ((first * 0x9E37) ^ (second * 0x79B1)) & 0xFFFF;

    /// <summary>Compares the text at an index with all values, ignoring spaces, hyphens, invisible characters and tags.</summary>
    /// <param name="bytes">Text in UTF-8; invalid bytes are allowed.</param>
    /// <param name="start">The first byte of a character.</param>
    /// <param name="shortest">The least number of symbols of a match; larger for bytes that may not be text.</param>
    /// <param name="origin">Where the value stands in <c>input/</c>; without meaning where there is none.</param>
    /// <returns>The index after the value that begins there, or -1.</returns>
    internal int EndOf(ReadOnlySpan<byte> bytes, int start, int shortest, out SecretOrigin origin) => ValueMatcher.EndOf(bytes, start, root, shortest, out origin);

    /// <param name="written">Values as written in their files; values that are too short or too common are ignored.</param>
    internal static PrivateValues Of(IEnumerable<string> written) => Of(written.Select(text => new SecretText(text, SecretOrigin.Person)));

    /// <param name="written">Values as written in their files; values that are too short or too common are ignored.</param>
    internal static PrivateValues Of(IEnumerable<SecretText> written)
    {
        var all = written.Distinct().ToImmutableArray();
        return new(
            [.. all.SelectMany(PrivateValue.Of).OrderByDescending(value => value.Origin == SecretOrigin.Reporter).DistinctBy(value => value.Symbols, StringComparer.Ordinal).OrderBy(value => value.Symbols, StringComparer.Ordinal)],
            [.. all.Where(PrivateValue.IsPhrase)]);
    }
}

/// <summary>The first four digits of all values that begin with digits: most figures on a page begin no value.</summary>
internal sealed class DigitHeads
{
    private const int Head = 4;
    private readonly bool[] all = new bool[10_000];

    public DigitHeads(IEnumerable<PrivateValue> values)
    {
        foreach (var symbols in values.Select(value => value.Symbols))
        {
            var digits = symbols.TakeWhile(char.IsAsciiDigit).Take(Head).Aggregate((Value: 0, Room: all.Length), (head, digit) => ((head.Value * 10) + digit - '0', head.Room / 10));
            if (digits.Room == 1 || (digits.Room < all.Length && symbols.All(char.IsAsciiDigit)))
            {
                all.AsSpan(digits.Value * digits.Room, digits.Room).Fill(true);
            }
        }
    }

    /// <param name="bytes">Begins with a digit.</param>
    /// <returns>False where four digits follow each other with which no value begins.</returns>
    public bool MayBegin(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Head)
        {
            return true;
        }

        var value = 0;
        foreach (var b in bytes[..Head])
        {
            if (!char.IsAsciiDigit((char)b))
            {
                return true;
            }

            value = (value * 10) + b - '0';
        }

        return all[value];
    }
}
