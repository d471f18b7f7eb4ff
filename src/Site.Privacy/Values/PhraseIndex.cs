using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Site.Core.Text;

namespace Site.Privacy.Values;

/// <summary>
/// Finds private sentences and long numbers that are not written as they stand in <c>input/</c>: with other punctuation, split by tags and line ends, in part,
/// with one character changed, left out or put in; and numbers whose digits are Chinese or lie apart.
/// </summary>
/// <remarks>
/// The text is read once, as symbols without punctuation and tags. Each four of them are looked up among the fours of all sentences; what is there is compared in full.
/// A run of 12 symbols is found, one of them changed or not, and sentences of 8 to 11 as a whole.
/// </remarks>
internal sealed class PhraseIndex
{
    private const int Seed = 4;
    private const int Run = 12;
    private const int ShortestPhrase = 8;
    private const int LeastRare = 3;

    /// <summary>Symbols that a note and a public cell of its row must have in common to tell the same.</summary>
    private const int Shared = 6;

    /// <summary>Bits of what a character is for the quick look: a symbol, in a seed, one more than the digit that it may be, a sign that has to be read first. 0 for what is passed over.</summary>
    private const byte IsSymbol = 1;
    private const byte InSeed = 2;
    private const int DigitShift = 2;
    private const byte DigitMask = 15 << DigitShift;
    private const byte IsSign = 128;
    private const int FilterBits = 17;
    private readonly List<(string Symbols, SecretOrigin Origin)> phrases = [];
    private readonly Dictionary<ulong, List<(int Phrase, int At)>> seeds = [];
    private readonly ulong[] filter = new ulong[(1 << FilterBits) / 64];
    private readonly LongNumbers numbers;
    private readonly byte[] kinds = [];
    private readonly SearchValues<byte> dull = SearchValues.Create(""u8);
    private bool hasAsciiSeeds;

    /// <param name="texts">Private texts as written; what is too short or ordinary is left out.</param>
    public PhraseIndex(IEnumerable<SecretText> texts, IEnumerable<PrivateValue> values)
    {
        numbers = new(values);
        foreach (var text in texts)
        {
            var beside = PhraseSymbols.Of(text.Beside);
            foreach (var piece in Without(PhraseSymbols.Of(text.Text), beside))
            {
                Add(piece, text.Origin);
            }
        }

        if (!IsEmpty)
        {
            kinds = MakeKinds();
            dull = SearchValues.Create([.. Enumerable.Range(0, 0x80).Where(c => (kinds[c] & ~IsSymbol) == 0).Select(c => (byte)c)]);
        }
    }

    public bool IsEmpty => phrases.Count == 0 && numbers.IsEmpty;

    /// <param name="bytes">Text in UTF-8; invalid bytes are allowed.</param>
    /// <param name="take">Receives the index of the first byte and after the last character, and where the text stands in <c>input/</c>.</param>
    public void Find(ReadOnlySpan<byte> bytes, Action<int, int, SecretOrigin> take)
    {
        if (IsEmpty || bytes.Length < ShortestPhrase || !MayHold(bytes))
        {
            return;
        }

        using var read = new PhraseSymbols(bytes);
        FindPhrases(read.Text, read.TextOffsets, take);
        FindPhrases(read.Tags, read.TagOffsets, take);
        numbers.Find(read.Text, read.TextOffsets, take);
    }

    /// <summary>A quick look in one pass, which keeps nothing: almost every text ends here.</summary>
    /// <returns>Whether four symbols of a sentence or eight digits of a number follow each other.</returns>
    /// <remarks>It sees every byte of a site. Compiled ahead of time it would take twice as long, so it is compiled when it is first called.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool MayHold(ReadOnlySpan<byte> bytes)
    {
        var (text, tags, digits, between, isTag) = (default(SymbolRun), default(SymbolRun), 0L, 0, false);
        var table = kinds;
        for (var at = 0; at < bytes.Length;)
        {
            var b = bytes[at];
            int character = b;
            var length = 1;
            if (b is >= 0xE0 and < 0xF0 && at + 2 < bytes.Length)
            {
                character = ((b & 0xF) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F);
                length = 3;
            }

            var kind = table[character];
            if (b >= 0x80 ? length == 1 : kind == IsSign)
            {
                if (b is >= 0x80 and < 0xC2)
                {
                    // No character begins with it: pictures and fonts are full of these.
                    at++;
                    continue;
                }

                if (b == '<' && at + 1 < bytes.Length && PhraseSymbols.BeginsTag(bytes[at + 1]))
                {
                    var end = bytes[at..].IndexOf((byte)'>') is var close and >= 0 ? close : bytes.Length - at;
                    if (!hasAsciiSeeds && !bytes.Slice(at, end).ContainsAnyInRange((byte)0x80, (byte)0xFF))
                    {
                        isTag = false;
                        at += end + 1;
                        continue;
                    }

                    isTag = true;
                }
                else if (b == '>')
                {
                    isTag = false;
                }

                // A symbol is its own symbol.
                character = PhraseSymbols.Read(bytes, at, out length);
                kind = table[character];
            }

            at += length;
            if (kind == 0)
            {
                continue;
            }

            if (isTag)
            {
                if (tags.Add(kind, character) && IsSeed(tags.Key))
                {
                    return true;
                }

                continue;
            }

            if (text.Add(kind, character) && IsSeed(text.Key))
            {
                return true;
            }

            if ((kind & DigitMask) == 0)
            {
                between++;
                if (b < 0x80 && (kind & InSeed) == 0 && between > LongNumbers.MostBetween)
                {
                    // No sentence and no number goes on across such a letter, and none begins in what is like it.
                    at = bytes[at..].IndexOfAnyExcept(dull) is var more and >= 0 ? at + more : bytes.Length;
                }

                continue;
            }

            digits = (((between > LongNumbers.MostBetween ? 0 : digits) % 10_000_000) * 10) + ((kind & DigitMask) >> DigitShift) - 1;
            between = 0;
            if (digits > 0 && numbers.MayBegin(digits))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>For each character what it is.</returns>
    private byte[] MakeKinds()
    {
        var ofSeeds = seeds.Keys.SelectMany(key => Enumerable.Range(0, Seed).Select(at => (char)(key >> (16 * at)))).ToHashSet();
        return [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => c < 0x80 && PhraseSymbols.IsSign((byte)c) ? IsSign : KindOf(PhraseSymbols.Of((char)c)))];

        byte KindOf(char symbol) => symbol == '\0' ? (byte)0
            : (byte)(IsSymbol | (ofSeeds.Contains(symbol) ? InSeed : 0) | (numbers.IsEmpty ? 0 : (LongNumbers.DigitOf(symbol) + 1) << DigitShift));
    }

    /// <summary>The last symbols that were read while all were in some seed.</summary>
    private struct SymbolRun
    {
        private int length;

        public ulong Key { get; private set; }

        /// <param name="kind">What the character is.</param>
        /// <returns>Whether the last four may be a seed.</returns>
        public bool Add(byte kind, int character)
        {
            if ((kind & InSeed) == 0)
            {
                length = 0;
                return false;
            }

            Key = (Key << 16) | PhraseSymbols.Of((char)character);
            return ++length >= Seed;
        }
    }

    private bool IsSeed(ulong key) => Bit(key) is var bit && (filter[bit >> 6] >> (bit & 63) & 1) != 0 && seeds.ContainsKey(key);

    /// <returns>The pieces of a private text that do not stand beside it in public.</returns>
    private static string[] Without(string symbols, string beside)
    {
        if (beside.Length < Shared)
        {
            return [symbols];
        }

        var told = new bool[symbols.Length];
        for (var at = 0; at + Shared <= symbols.Length; at++)
        {
            if (beside.AsSpan().Contains(symbols.AsSpan(at, Shared), StringComparison.Ordinal))
            {
                told.AsSpan(at, Shared).Fill(true);
            }
        }

        return string.Concat(symbols.Select((symbol, at) => told[at] ? '\0' : symbol)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    private void Add(string symbols, SecretOrigin origin)
    {
        if (symbols.Length < ShortestPhrase || OrdinaryPairs.CountRare(symbols) < LeastRare)
        {
            return;
        }

        phrases.Add((symbols, origin));
        for (var at = 0; at + Seed <= symbols.Length; at++)
        {
            var seed = symbols.AsSpan(at, Seed);
            if (OrdinaryPairs.CountRare(seed) == 0)
            {
                continue;
            }

            hasAsciiSeeds |= seed.IndexOfAnyExceptInRange('\0', '\u007F') < 0;
            var key = seed.ToArray().Aggregate(0UL, (key, symbol) => (key << 16) | symbol);
            var bit = Bit(key);
            filter[bit >> 6] |= 1UL << (bit & 63);
            if (!seeds.TryGetValue(key, out var places))
            {
                seeds.Add(key, places = []);
            }

            places.Add((phrases.Count - 1, at));
        }
    }

    private static int Bit(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - FilterBits));

    private void FindPhrases(ReadOnlySpan<char> text, ReadOnlySpan<int> offsets, Action<int, int, SecretOrigin> take)
    {
        var (key, behind) = (0UL, 0);
        for (var at = 0; at < text.Length; at++)
        {
            key = (key << 16) | text[at];
            var bit = Bit(key);
            if (at + 1 < Seed || at < behind || (filter[bit >> 6] >> (bit & 63) & 1) == 0 || !seeds.TryGetValue(key, out var places))
            {
                continue;
            }

            foreach (var (phrase, from) in places)
            {
                if (Compare(text, at + 1 - Seed, phrases[phrase].Symbols, from) is { } run)
                {
                    take(offsets[run.Start], offsets[run.End - 1] + 1, phrases[phrase].Origin);
                    behind = run.End;
                    break;
                }
            }
        }
    }

    /// <returns>The range of symbols that the text and a phrase have in common around a seed, or null where it is too short or ordinary.</returns>
    private static (int Start, int End)? Compare(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> phrase, int from)
    {
        var left = Extend(text, at - 1, phrase, from - 1, -1);
        var right = Extend(text, at + Seed, phrase, from + Seed, 1);
        var all = Math.Max(left.Changed + right.Same, left.Same + right.Changed) + Seed;
        if (all < Math.Min(Run, phrase.Length) - 1)
        {
            return null;
        }

        var (before, after) = left.Changed + right.Same > left.Same + right.Changed ? (left.ChangedEnd, right.SameEnd) : (left.SameEnd, right.ChangedEnd);
        var first = Math.Max(0, from - (at - before));
        var last = Math.Min(phrase.Length, from + (after - at) + 1);
        return OrdinaryPairs.CountRare(phrase[first..last]) >= LeastRare ? (before, after + 1) : null;
    }

    /// <returns>How many symbols are the same in one direction, up to the first that differs and beyond one change, and the last of each in the text.</returns>
    private static (int Same, int SameEnd, int Changed, int ChangedEnd) Extend(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> phrase, int from, int step)
    {
        var same = Same(text, at, phrase, from, step);
        var (t, p) = (at + (same * step), from + (same * step));
        var (best, end) = (same, t - step);
        foreach (var (skipText, skipPhrase) in (ReadOnlySpan<(int, int)>)[(1, 1), (1, 0), (0, 1)])
        {
            var more = Same(text, t + (skipText * step), phrase, p + (skipPhrase * step), step);
            (best, end) = same + more > best ? (same + more, t + ((skipText + more - 1) * step)) : (best, end);
        }

        return (same, t - step, best, end);
    }

    private static int Same(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> phrase, int from, int step)
    {
        var count = 0;
        while (at >= 0 && at < text.Length && from >= 0 && from < phrase.Length && count < Run && text[at] == phrase[from])
        {
            (at, from, count) = (at + step, from + step, count + 1);
        }

        return count;
    }
}

/// <summary>Private numbers of ten digits and more, looked for digit by digit, with a few letters, cells or lines between.</summary>
internal sealed class LongNumbers
{
    private const int Shortest = 10;
    /// <summary>The most letters between two digits of one number.</summary>
    public const int MostBetween = 4;

    private const int Key = 8;
    private const int FilterBits = 12;
    private readonly ILookup<long, PrivateValue> numbers;
    private readonly ulong[] filter = new ulong[(1 << FilterBits) / 64];

    public LongNumbers(IEnumerable<PrivateValue> values)
    {
        numbers = values.Where(value => value.Symbols.Length >= Shortest && value.Symbols.All(char.IsAsciiDigit))
            .ToLookup(value => long.Parse(value.Symbols.AsSpan(0, Key), CultureInfo.InvariantCulture));
        foreach (var bit in numbers.Select(same => Bit(same.Key)))
        {
            filter[bit >> 6] |= 1UL << (bit & 63);
        }
    }

    public bool IsEmpty => numbers.Count == 0;

    public void Find(ReadOnlySpan<char> text, ReadOnlySpan<int> offsets, Action<int, int, SecretOrigin> take)
    {
        if (IsEmpty)
        {
            return;
        }

        var places = new List<int>();
        var (key, last) = (0L, -1);
        for (var at = 0; at < text.Length; at++)
        {
            if (DigitOf(text[at]) is not (>= 0 and var digit))
            {
                continue;
            }

            if (last >= 0 && at - last - 1 > MostBetween)
            {
                places.Clear();
                key = 0;
            }

            (key, last) = (((key % 10_000_000) * 10) + digit, at);
            places.Add(at);
            if (places.Count >= Key && numbers.Contains(key))
            {
                foreach (var value in numbers[key])
                {
                    var first = places[^Key];
                    var end = EndOf(text, at + 1, value.Symbols.AsSpan(Key));
                    if (end > 0 && !TouchesDigit(text, offsets, first, end))
                    {
                        take(offsets[first], offsets[end - 1] + 1, value.Origin);
                    }
                }
            }
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> rest)
    {
        for (var between = 0; !rest.IsEmpty && at < text.Length && between <= MostBetween; at++)
        {
            var digit = DigitOf(text[at]);
            if (digit >= 0 && digit != rest[0] - '0')
            {
                return -1;
            }

            rest = digit >= 0 ? rest[1..] : rest;
            between = digit >= 0 ? 0 : between + 1;
        }

        return rest.IsEmpty ? at : -1;
    }

    /// <summary>Whether the number is a part of a longer one.</summary>
    private static bool TouchesDigit(ReadOnlySpan<char> text, ReadOnlySpan<int> offsets, int first, int end) =>
        (first > 0 && DigitOf(text[first - 1]) >= 0 && offsets[first] - offsets[first - 1] is 1 or 3)
        || (end < text.Length && DigitOf(text[end]) >= 0 && offsets[end] - offsets[end - 1] is 1 or 3);

    private static readonly sbyte[] Digits = [.. Enumerable.Range(0, 0x10000).Select(c => (sbyte)(FoldTable.FoldNumeral((char)c) is >= '0' and <= '9' and var digit ? digit - '0' : -1))];

    /// <returns>0 to 9, or -1.</returns>
    public static int DigitOf(char symbol) => Digits[symbol];

    /// <returns>Whether a number begins with these eight digits.</returns>
    public bool MayBegin(long digits) => Bit(digits) is var bit && (filter[bit >> 6] >> (bit & 63) & 1) != 0 && numbers.Contains(digits);

    private static int Bit(long digits) => (int)(((ulong)digits * 0x9E3779B97F4A7C15UL) >> (64 - FilterBits));
}

/// <summary>The letters, digits and Chinese characters of a text, without punctuation, and of its tags apart.</summary>
internal ref struct PhraseSymbols : IDisposable
{
    private static readonly char[] Table = [.. Enumerable.Range(0, 0x10000).Select(c => Fold((char)c))];
    private readonly char[] text;
    private readonly char[] tags;
    private readonly int[] textOffsets;
    private readonly int[] tagOffsets;
    private readonly int textLength;
    private readonly int tagLength;

    public PhraseSymbols(ReadOnlySpan<byte> bytes)
    {
        (text, tags) = (ArrayPool<char>.Shared.Rent(bytes.Length), ArrayPool<char>.Shared.Rent(bytes.Length));
        (textOffsets, tagOffsets) = (ArrayPool<int>.Shared.Rent(bytes.Length), ArrayPool<int>.Shared.Rent(bytes.Length));
        var isTag = false;
        for (var at = 0; at < bytes.Length;)
        {
            var b = bytes[at];
            if (b == '<' && at + 1 < bytes.Length && BeginsTag(bytes[at + 1]))
            {
                isTag = true;
            }
            else if (b == '>')
            {
                isTag = false;
            }

            var symbol = Read(bytes, at, out var length);
            if (symbol != '\0' && isTag)
            {
                (tags[tagLength], tagOffsets[tagLength]) = (symbol, at);
                tagLength++;
            }
            else if (symbol != '\0')
            {
                (text[textLength], textOffsets[textLength]) = (symbol, at);
                textLength++;
            }

            at += length;
        }
    }

    /// <returns>Whether a byte of ASCII may begin or end a tag or begin an escape.</returns>
    public static bool IsSign(byte b) => b is (byte)'<' or (byte)'>' or (byte)'&' or (byte)'\\' or (byte)'%';

    /// <returns>Whether a tag begins where this byte follows a less-than sign.</returns>
    public static bool BeginsTag(byte next) => char.IsAsciiLetter((char)next) || next is (byte)'/' or (byte)'!' or (byte)'?';

    public readonly ReadOnlySpan<char> Text => text.AsSpan(0, textLength);

    public readonly ReadOnlySpan<int> TextOffsets => textOffsets.AsSpan(0, textLength);

    public readonly ReadOnlySpan<char> Tags => tags.AsSpan(0, tagLength);

    public readonly ReadOnlySpan<int> TagOffsets => tagOffsets.AsSpan(0, tagLength);

    /// <returns>The symbol of a character; U+0000 for one that is passed over.</returns>
    public static char Of(char character) => Table[character];

    /// <returns>The symbols of a text without markup.</returns>
    public static string Of(string text) => string.Concat(text.Select(c => Table[c]).Where(symbol => symbol != '\0'));

    public readonly void Dispose()
    {
        ArrayPool<char>.Shared.Return(text);
        ArrayPool<char>.Shared.Return(tags);
        ArrayPool<int>.Shared.Return(textOffsets);
        ArrayPool<int>.Shared.Return(tagOffsets);
    }

    private static char Fold(char c) => ValueSymbols.Of(c) is var symbol && char.IsLetterOrDigit(symbol) ? symbol
        : c == '〇' ? '零'
        : c >= '\u0080' && FoldTable.FoldNumeral(c) is >= '0' and <= '9' and var digit ? digit : '\0';

    /// <returns>The symbol of a character or of an escape of HTML, JSON or an address; U+0000 for one that is passed over.</returns>
    public static char Read(ReadOnlySpan<byte> bytes, int at, out int length)
    {
        var b = bytes[at];
        if (b >= 0xE0 && b < 0xF0 && at + 2 < bytes.Length)
        {
            length = 3;
            return Table[((b & 0xF) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F)];
        }

        if (b >= 0x80)
        {
            Rune.DecodeFromUtf8(bytes[at..], out var rune, out length);
            return rune.IsBmp ? Table[rune.Value] : '\0';
        }

        length = 1;
        return b switch
        {
            (byte)'&' => Entity(bytes[at..], ref length),
            (byte)'\\' => Backslash(bytes[at..], ref length),
            (byte)'%' => Percent(bytes[at..], ref length),
            _ => Table[b],
        };
    }

    private static char Entity(ReadOnlySpan<byte> bytes, ref int length)
    {
        var end = bytes[..Math.Min(bytes.Length, 12)].IndexOf((byte)';');
        if (end < 2 || !(bytes[1] == '#' || char.IsAsciiLetter((char)bytes[1])))
        {
            return '\0';
        }

        length = end + 1;
        var isHex = bytes[2] is (byte)'x' or (byte)'X';
        return bytes[1] == '#' && uint.TryParse(bytes[(isHex ? 3 : 2)..end], isHex ? NumberStyles.HexNumber : NumberStyles.None,
            CultureInfo.InvariantCulture, out var value) && value < 0x10000 ? Table[(int)value] : '\0';
    }

    private static char Backslash(ReadOnlySpan<byte> bytes, ref int length)
    {
        length = bytes.Length > 1 && bytes[1] is (byte)'n' or (byte)'r' or (byte)'t' ? 2 : 1;
        if (bytes.Length < 6 || bytes[1] != 'u' || !ushort.TryParse(bytes[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            return '\0';
        }

        length = 6;
        return Table[value];
    }

    /// <summary>Punctuation alone: whole Chinese texts in addresses are decoded before.</summary>
    private static char Percent(ReadOnlySpan<byte> bytes, ref int length)
    {
        if (bytes.Length > 2 && byte.TryParse(bytes[1..3], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) && value < 0x80)
        {
            length = 3;
            return Table[value];
        }

        return '\0';
    }
}
