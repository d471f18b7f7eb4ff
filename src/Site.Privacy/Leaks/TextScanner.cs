using System.Numerics;
using System.Runtime.Intrinsics;
using Site.Core.Text;
using Site.Privacy.Leaks.Numbers;
using Site.Privacy.Recognition;
using Site.Privacy.Values;

namespace Site.Privacy.Leaks;

/// <summary>Finds private values and numbers in bytes, in a single pass.</summary>
/// <remarks>Most bytes cost one table lookup; the full comparison runs only where a value or a number may begin.</remarks>
internal sealed class TextScanner(PrivateValues values, PublicNumbers allowed)
{
    private readonly CharacterKinds kinds = new(values);
    private readonly NumberScanner numbers = new(allowed);

    /// <param name="bytes">Text in UTF-8; invalid bytes are allowed.</param>
    /// <param name="withNumbers">Whether any telephone or identity number is a match; false for scripts, pictures and fonts.</param>
    /// <param name="shortest">The least number of symbols of a match.</param>
    /// <param name="matches">Takes what is found, in no particular order.</param>
    public void Find(ReadOnlySpan<byte> bytes, bool withNumbers, int shortest, List<LeakMatch> matches)
    {
        Span<byte> tail = stackalloc byte[ByteBlock.Size];
        var drawn = new PathData(bytes);
        var (wasDigit, wasLetter, seenDigits, seenLeads, seenLetters) = (0UL, 0UL, 0, 0, 0);
        for (var start = 0; start < bytes.Length; start += ByteBlock.Size)
        {
            scoped var block = bytes[start..];
            if (block.Length < ByteBlock.Size)
            {
                tail.Clear();
                block.CopyTo(tail);
                block = tail;
            }

            ByteBlock.Read(block, out var digits, out var letters, out var leads);
            var rows = digits & ~((digits << 1) | wasDigit);
            wasDigit = digits >> (ByteBlock.Size - 1);
            FindAtDigits(bytes, start, digits, rows, withNumbers, ref drawn, shortest, matches, ref seenDigits);
            FindAtLeads(bytes, start, leads, withNumbers, shortest, matches, ref seenLeads);
            if (kinds.HasLetters)
            {
                FindAtWords(bytes, start, letters & ~((letters << 1) | wasLetter), shortest, matches, ref seenLetters);
                wasLetter = letters >> (ByteBlock.Size - 1);
            }
        }

        FindPhrases(bytes, matches);
    }

    /// <summary>Adds sentences and numbers in which nothing has been found yet.</summary>
    private void FindPhrases(ReadOnlySpan<byte> bytes, List<LeakMatch> matches) =>
        values.Phrases.Find(bytes, (start, end, origin) =>
        {
            if (!matches.Exists(match => match.Offset >= start && match.Offset < end))
            {
                matches.Add(new(start, null, origin));
            }
        });

    /// <param name="rows">A bit for each position in the block at which a run of digits begins.</param>
    /// <param name="drawn">Coordinates of drawings, in which only a number in one piece is looked at.</param>
    /// <param name="seen">The index after the last match that began with a digit; the next method keeps its own.</param>
    private void FindAtDigits(
        ReadOnlySpan<byte> bytes, int start, ulong digits, ulong rows, bool withNumbers, ref PathData drawn, int shortest, List<LeakMatch> matches, ref int seen)
    {
        for (; rows != 0; rows &= rows - 1)
        {
            var at = BitOperations.TrailingZeroCount(rows);
            var end = start + at + BitOperations.TrailingZeroCount(~(digits >> at));
            while (end < bytes.Length && end >= start + ByteBlock.Size && char.IsAsciiDigit((char)bytes[end]))
            {
                end++;
            }

            var i = start + at;
            if (withNumbers && (end - i >= DigitRuns.Shortest || (kinds.MayContinueNumber(bytes, end) && !drawn.Covers(i))))
            {
                AtNumber(bytes, i, matches);
            }

            if ((kinds.Ascii[bytes[i]] & CharacterKinds.First) != 0 && i >= seen && values.MayBeginWithDigits(bytes[i..]))
            {
                seen = Math.Max(seen, AtValue(bytes, i, 0, shortest, matches));
            }
        }
    }

    /// <param name="leads">A bit for each position in the block at which a non-ASCII character begins.</param>
    private void FindAtLeads(ReadOnlySpan<byte> bytes, int start, ulong leads, bool withNumbers, int shortest, List<LeakMatch> matches, ref int seen)
    {
        var wanted = CharacterKinds.First | (withNumbers ? CharacterKinds.NonAsciiDigit : 0);
        for (; leads != 0; leads &= leads - 1)
        {
            var i = start + BitOperations.TrailingZeroCount(leads);
            if (bytes[i] is >= 0xE1 and <= 0xEF && i + 2 < bytes.Length)
            {
                var kind = kinds[((bytes[i] & 0xF) << 12) | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)] & wanted;
                seen = kind == 0 || i < seen ? seen : Math.Max(seen, AtThreeBytes(bytes, i, kind, shortest, matches));
            }
            else if (i >= seen)
            {
                seen = Math.Max(seen, AtOtherBytes(bytes, i, withNumbers, shortest, matches));
            }
        }
    }

    /// <summary>Finds values that begin with an ASCII letter: accounts, mail addresses, file names.</summary>
    /// <param name="words">A bit for each position in the block at which a run of ASCII letters begins.</param>
    private void FindAtWords(ReadOnlySpan<byte> bytes, int start, ulong words, int shortest, List<LeakMatch> matches, ref int seen)
    {
        for (; words != 0; words &= words - 1)
        {
            var i = start + BitOperations.TrailingZeroCount(words);
            if ((kinds.Ascii[bytes[i]] & CharacterKinds.First) != 0 && i >= seen)
            {
                seen = AtValue(bytes, i, i + 1, shortest, matches);
            }
        }
    }

    private int AtThreeBytes(ReadOnlySpan<byte> bytes, int i, int kind, int shortest, List<LeakMatch> matches)
    {
        var end = (kind & CharacterKinds.NonAsciiDigit) != 0 && kinds.MayContinueNumber(bytes, i + 3) ? AtNumber(bytes, i, matches) : i + 1;
        return (kind & CharacterKinds.First) != 0 && kinds.MayContinueValue(bytes, i, i + 3) ? Math.Max(end, AtValue(bytes, i, i + 3, shortest, matches)) : end;
    }

    private int AtOtherBytes(ReadOnlySpan<byte> bytes, int i, bool withNumbers, int shortest, List<LeakMatch> matches)
    {
        var length = bytes[i] >= 0xF0 ? 4 : bytes[i] >= 0xE0 ? 3 : 2;
        if (i + length > bytes.Length || bytes.Slice(i + 1, length - 1).ContainsAnyExceptInRange((byte)0x80, (byte)0xBF))
        {
            // It begins no character, so one may begin right behind it.
            return i + 1;
        }

        var isDigit = bytes[i] is 0xF0 or 0xD9 or 0xDB or 0xE0 && withNumbers;
        var end = isDigit ? Math.Max(AtNumber(bytes, i, matches), i + length) : i + length;
        return values.IsEmpty || (isDigit && length < 4) || !kinds.MayBeginValue(bytes.Slice(i, length)) ? end : Math.Max(end, AtValue(bytes, i, i + length, shortest, matches));
    }

    /// <returns>The index after the digits.</returns>
    private int AtNumber(ReadOnlySpan<byte> bytes, int i, List<LeakMatch> matches)
    {
        if (DigitChains.MayBeNumber(bytes, i, out var end) && numbers.KindAt(bytes, i) is { } kind)
        {
            matches.Add(new(i, kind));
        }

        return Math.Max(end, i + 1);
    }

    private int AtValue(ReadOnlySpan<byte> bytes, int i, int next, int shortest, List<LeakMatch> matches)
    {
        var origin = default(SecretOrigin);
        var end = !kinds.MayContinueValue(bytes, i, Math.Max(i + 1, bytes[i] < 0x80 ? 0 : next)) ? -1 : values.EndOf(bytes, i, shortest, out origin);
        if (end < 0)
        {
            return i + 1;
        }

        matches.Add(new(i, null, origin));
        return end;
    }
}

/// <summary>A private value found in bytes: its offset and its kind, never the value itself.</summary>
/// <param name="Offset">The first byte, from 0.</param>
/// <param name="Kind">The kind of number, or null for a confidential value.</param>
/// <param name="Origin">Where a confidential value stands in <c>input/</c>.</param>
internal readonly record struct LeakMatch(int Offset, PrivateKind? Kind, SecretOrigin Origin = default);

/// <summary>Classifies 64 bytes at once.</summary>
internal static class ByteBlock
{
    /// <summary>Bytes in a block: one for each bit of a mask.</summary>
    public const int Size = 64;

    /// <param name="block">64 bytes or more.</param>
    /// <param name="digits">A bit for each ASCII digit, the lowest for the first byte.</param>
    /// <param name="letters">A bit for each ASCII letter.</param>
    /// <param name="leads">A bit for each first byte of a multi-byte character.</param>
    public static void Read(ReadOnlySpan<byte> block, out ulong digits, out ulong letters, out ulong leads)
    {
        (digits, letters, leads) = (0, 0, 0);
        for (var at = 0; at < Size; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(block.Slice(at, Vector128<byte>.Count));
            digits |= (ulong)Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10)).ExtractMostSignificantBits() << at;
            letters |= (ulong)Vector128.LessThan((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26)).ExtractMostSignificantBits() << at;
            leads |= (ulong)Vector128.GreaterThan(bytes, Vector128.Create((byte)0xBF)).ExtractMostSignificantBits() << at;
        }
    }
}

/// <summary>What each character may be part of. A site uses a few thousand of the 65,536 characters, so each is classified when it first occurs.</summary>
/// <remarks>Safe to use from several threads: each computes the same values, a symbol before its kind.</remarks>
internal sealed class CharacterKinds
{
    /// <summary>A private value may begin with it.</summary>
    public const int First = 1;

    /// <summary>It may be the second character of a private value, or stand between the first and the second.</summary>
    public const int Second = 2;

    /// <summary>A digit that is not ASCII: full-width, in a circle, Chinese.</summary>
    public const int NonAsciiDigit = 4;

    /// <summary>It may stand between digits of one number.</summary>
    public const int Between = 8;

    private const int Known = 128;
    private readonly byte[] kinds = new byte[0x10000];
    private readonly char[] symbols = new char[0x10000];
    private readonly byte[] ascii = new byte[128];
    private readonly PrivateValues values;

    public CharacterKinds(PrivateValues values)
    {
        this.values = values;
        for (var c = 0; c < ascii.Length; c++)
        {
            ascii[c] = (byte)(values.MayBegin((char)c) ? First : 0);
        }

        HasLetters = ascii.Where((kind, c) => kind == First && char.IsAsciiLetter((char)c)).Any();
    }

    /// <summary><see cref="First"/> or 0 for each ASCII character.</summary>
    public ReadOnlySpan<byte> Ascii => ascii;

    /// <summary>Whether a private value begins with an ASCII letter.</summary>
    public bool HasLetters { get; }

    public int this[int character] => Volatile.Read(ref kinds[character]) is var kind and not 0 ? kind : Learn(character);

    /// <summary>Whether a number may continue at the index; a quick check, true in doubt.</summary>
    public bool MayContinueNumber(ReadOnlySpan<byte> bytes, int at) =>
        at < bytes.Length && (bytes[at] < 0x80
            ? bytes[at] is (>= (byte)'0' and <= (byte)'9') or (byte)' ' or (byte)'-' or (byte)'.' or (byte)')' or (byte)'<'
            : !IsThreeBytes(bytes, at) || (this[Character(bytes, at)] & (NonAsciiDigit | Between)) != 0);

    /// <summary>Whether two characters may be the first of a value; a quick check, true in doubt.</summary>
    /// <param name="at">The first.</param>
    /// <param name="next">The character behind it.</param>
    public bool MayContinueValue(ReadOnlySpan<byte> bytes, int at, int next)
    {
        if (next >= bytes.Length)
        {
            return false;
        }

        if (!IsThreeBytes(bytes, next))
        {
            return !char.IsAsciiLetterOrDigit((char)bytes[next]) || IsPair(bytes, at, ValueSymbols.Of((char)bytes[next]));
        }

        var second = Character(bytes, next);
        return (this[second] & Second) != 0 && (symbols[second] is ValueSymbols.Skipped or ValueSymbols.Mark || IsPair(bytes, at, symbols[second]));
    }

    /// <summary>Whether a value may begin with a character; a quick check, true in doubt, false for what is no character: in pictures and fonts nothing is.</summary>
    /// <param name="bytes">Two to four, the first of them one that begins a character of so many.</param>
    public bool MayBeginValue(ReadOnlySpan<byte> bytes)
    {
        var character = bytes[0] & (0x7F >> bytes.Length);
        foreach (var b in bytes[1..])
        {
            if ((b & 0xC0) != 0x80)
            {
                return false;
            }

            character = (character << 6) | (b & 0x3F);
        }

        return character > char.MaxValue || (this[character] & First) != 0;
    }

    private bool IsPair(ReadOnlySpan<byte> bytes, int at, char second)
    {
        if (bytes[at] < 0x80)
        {
            return values.MayBeginWith(ValueSymbols.Of((char)bytes[at]), second);
        }

        return !IsThreeBytes(bytes, at) || (Character(bytes, at) is var first && this[first] != 0 && values.MayBeginWith(symbols[first], second));
    }

    private static bool IsThreeBytes(ReadOnlySpan<byte> bytes, int at) => bytes[at] is >= 0xE1 and <= 0xEF && at + 2 < bytes.Length;

    private static int Character(ReadOnlySpan<byte> bytes, int at) => ((bytes[at] & 0xF) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F);

    private byte Learn(int character)
    {
        var c = (char)character;
        var folded = FoldTable.FoldNumeral(c);
        symbols[character] = ValueSymbols.Of(c);
        var kind = (byte)(Known
            | (values.MayBegin(c) ? First : 0)
            | (values.MayContinue(c) ? Second : 0)
            | (folded is >= '0' and <= '9' ? NonAsciiDigit : 0)
            | (folded is ' ' or '-' or '.' or ')' or '—' or '·' or FoldTable.Invisible ? Between : 0));
        Volatile.Write(ref kinds[character], kind);
        return kind;
    }
}
