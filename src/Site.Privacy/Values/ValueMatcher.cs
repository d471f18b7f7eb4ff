using System.Text;
using Site.Core.Text;
using Site.Privacy.Decoding;

namespace Site.Privacy.Values;

/// <summary>Compares the text at an index with all private values, ignoring spaces, hyphens, invisible characters and tags.</summary>
internal static class ValueMatcher
{
    /// <summary>
    /// In bytes: how much may lie between two characters of a value. More would make names of the ends of two blocks, or of two links that stand beside each other; of a tag in a line that begins
    /// right behind a character, whose address may be long, the first few bytes count.
    /// </summary>
    private const int MostSkipped = 200;
    private const int CountsOfInline = 16;
    private const int LongestInline = 4096;

    /// <param name="bytes">Text in UTF-8; invalid bytes are allowed.</param>
    /// <param name="start">The first byte of a character.</param>
    /// <param name="shortest">The least number of symbols of a match; larger for bytes that may not be text.</param>
    /// <returns>The index after the value that begins there, or -1.</returns>
    public static int EndOf(ReadOnlySpan<byte> bytes, int start, ValueTrie root, int shortest, out SecretOrigin origin)
    {
        origin = default;
        var (node, at, skipped, count, hasMarks) = (root, start, 0, 0, false);
        while (at < bytes.Length && skipped < MostSkipped)
        {
            if (bytes[at] == '<' && count > 0 && bytes[at - 1] > ' ' && bytes[at - 1] != '>' && InlineTags.EndAt(bytes, at, LongestInline) is var inline and > 0)
            {
                skipped += Math.Min(inline - at, CountsOfInline);
                at = inline;
                continue;
            }

            if (bytes[at] == '<' && count > 0 && EndOfTag(bytes, at) is var tag and > 0)
            {
                skipped += tag - at;
                at = tag;
                continue;
            }

            var symbol = Read(bytes, at, out var length);
            if (symbol == ValueSymbols.Skipped && count > 0)
            {
                (at, skipped) = (at + length, skipped + length);
                continue;
            }

            if (count > 0 && (symbol == ValueSymbols.Mark || (symbol is '.' or '@' && node.Next(symbol) is null)))
            {
                var mark = LengthOfMark(bytes, at, length);
                (at, skipped, hasMarks) = (at + mark, skipped + mark, true);
                continue;
            }

            if (symbol is ValueSymbols.Foreign or ValueSymbols.Skipped or ValueSymbols.Mark || node.Next(symbol) is not { } next)
            {
                return -1;
            }

            (node, at, skipped, count) = (next, at + length, 0, count + 1);
            if (node.Value is { } value && count >= shortest && !(hasMarks && count < PrivateValue.ShortestMarked) && HasEdges(bytes, start, at, value))
            {
                origin = value.Origin;
                return at;
            }
        }

        return -1;
    }

    /// <returns>The length of a mark, or of its escape: &amp;quot; and \n.</returns>
    private static int LengthOfMark(ReadOnlySpan<byte> bytes, int at, int length) =>
        bytes[at] == '&' && bytes[at..Math.Min(bytes.Length, at + 9)].IndexOf((byte)';') is var end and > 1 ? end + 1
        : bytes[at] == '\\' && at + 1 < bytes.Length && bytes[at + 1] is (byte)'n' or (byte)'r' or (byte)'t' ? 2
        : length;

    private static char Read(ReadOnlySpan<byte> bytes, int at, out int length)
    {
        if (bytes[at] < 0x80)
        {
            length = 1;
            return ValueSymbols.Of((char)bytes[at]);
        }

        Rune.DecodeFromUtf8(bytes[at..], out var rune, out length);
        return rune.IsBmp ? ValueSymbols.Of((char)rune.Value) : Beyond(rune);
    }

    private static char Beyond(Rune rune) => FoldTable.FoldPair(rune.ToString(), 0) switch
    {
        FoldTable.Invisible => ValueSymbols.Skipped,
        '\0' => ValueSymbols.Foreign,
        var digit => digit,
    };

    /// <summary>A value must not begin or end inside a longer number or Latin word; an everyday word must not be inside Chinese text either.</summary>
    private static bool HasEdges(ReadOnlySpan<byte> bytes, int start, int end, PrivateValue value)
    {
        var before = start == 0 ? (byte)' ' : bytes[start - 1];
        var behind = end == bytes.Length ? (byte)' ' : bytes[end];
        return !IsSame(before, value.Symbols[0]) && !IsSame(behind, value.Symbols[^1])
            && !(value.NeedsEdges && (before >= 0x80 || behind >= 0x80));
    }

    private static bool IsSame(byte beside, char symbol) =>
        (char.IsAsciiDigit((char)beside) && char.IsAsciiDigit(symbol)) || (char.IsAsciiLetter((char)beside) && char.IsAsciiLetter(symbol));

    private static int EndOfTag(ReadOnlySpan<byte> bytes, int at)
    {
        var length = bytes[at..Math.Min(bytes.Length, at + MostSkipped)].IndexOf((byte)'>');
        return length > 1 && (char.IsAsciiLetter((char)bytes[at + 1]) || bytes[at + 1] is (byte)'/' or (byte)'!') ? at + length + 1 : -1;
    }
}

/// <summary>A node of the trie of all private values: what may follow the symbols read so far.</summary>
internal sealed class ValueTrie
{
    private readonly char[] symbols;
    private readonly ValueTrie[] nodes;

    private ValueTrie(char[] symbols, ValueTrie[] nodes, PrivateValue? value) => (this.symbols, this.nodes, Value) = (symbols, nodes, value);

    /// <summary>The value that ends here, or null.</summary>
    public PrivateValue? Value { get; }

    /// <summary>Builds a trie.</summary>
    /// <param name="values">Without repetitions, by their symbols (ordinal).</param>
    public static ValueTrie Of(PrivateValue[] values) => Of(values, 0, values.Length, 0);

    /// <returns>The child node for a symbol, or null.</returns>
    public ValueTrie? Next(char symbol)
    {
        var at = Array.BinarySearch(symbols, symbol);
        return at < 0 ? null : nodes[at];
    }

    private static ValueTrie Of(PrivateValue[] values, int from, int to, int depth)
    {
        var value = from < to && values[from].Symbols.Length == depth ? values[from++] : null;
        var steps = new List<char>();
        var behind = new List<ValueTrie>();
        while (from < to)
        {
            var (symbol, end) = (values[from].Symbols[depth], from + 1);
            while (end < to && values[end].Symbols[depth] == symbol)
            {
                end++;
            }

            steps.Add(symbol);
            behind.Add(Of(values, from, end, depth + 1));
            from = end;
        }

        return new([.. steps], [.. behind], value);
    }
}

/// <summary>The alphabet in which private values are compared: letters in lower case, digits, Chinese characters, @ and dots.</summary>
internal static class ValueSymbols
{
    /// <summary>The symbol of characters that are ignored inside a value: spaces, hyphens, brackets, invisible characters.</summary>
    public const char Skipped = '\0';

    /// <summary>The symbol of punctuation that ends clauses or quotes: ignored inside longer values.</summary>
    public const char Mark = '\u0001';

    /// <summary>The symbol of characters that occur in no value.</summary>
    public const char Foreign = '\uFFFF';

    private static readonly char[] OfAscii = [.. Enumerable.Range(0, 0x80).Select(c => Make((char)c))];

    /// <returns>The symbol of a character: itself folded, <see cref="Skipped"/>, <see cref="Mark"/> or <see cref="Foreign"/>.</returns>
    public static char Of(char character) => character < 0x80 ? OfAscii[character] : Make(character);

    private static char Make(char character) => FoldTable.Fold(character) switch
    {
        >= 'A' and <= 'Z' and var upper => (char)(upper + 32),
        ' ' or '\t' or '\r' or '\n' or '-' or '_' or '(' or ')' or '—' or '·' or FoldTable.Invisible => Skipped,
        < '\u0080' and var plain => char.IsAsciiLetterLower(plain) || char.IsAsciiDigit(plain) || plain is '@' or '.' ? plain : plain >= ' ' && plain < '\u007F' ? Mark : Foreign,
        var other => char.IsLetterOrDigit(other) || char.IsSurrogate(other) ? other : char.IsPunctuation(other) || char.IsSymbol(other) ? Mark : Foreign,
    };
}
