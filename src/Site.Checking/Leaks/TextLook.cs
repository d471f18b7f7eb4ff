using System.Numerics;
using Site.Checking.Leaks.Numbers;
using Site.Model.Privacy;

namespace Site.Checking.Leaks;

/// <summary>Goes through bytes once and finds private values and numbers in them.</summary>
/// <remarks>Most bytes cost one look into a table: a closer look is taken only where a value or a digit may begin.</remarks>
internal sealed class TextLook(PrivateValues values, PublicNumbers allowed)
{
    private readonly CharacterKinds kinds = new(values);

    /// <param name="bytes">Text in UTF-8, perhaps with other bytes between.</param>
    /// <param name="withNumbers">Whether telephones and identity cards of anybody count; not in scripts, pictures and fonts.</param>
    /// <param name="shortest">Symbols that a value has at least.</param>
    /// <param name="hits">Takes what is found, in no particular order.</param>
    public void Find(ReadOnlySpan<byte> bytes, bool withNumbers, int shortest, List<Hit> hits)
    {
        Span<byte> tail = stackalloc byte[ByteBlock.Size];
        var (wasDigit, seenDigits, seenLeads) = (0UL, 0, 0);
        for (var start = 0; start < bytes.Length; start += ByteBlock.Size)
        {
            scoped var block = bytes[start..];
            if (block.Length < ByteBlock.Size)
            {
                tail.Clear();
                block.CopyTo(tail);
                block = tail;
            }

            ByteBlock.Read(block, out var digits, out var leads);
            var rows = digits & ~((digits << 1) | wasDigit);
            wasDigit = digits >> (ByteBlock.Size - 1);
            FindAtDigits(bytes, start, digits, rows, withNumbers, shortest, hits, ref seenDigits);
            FindAtLeads(bytes, start, leads, withNumbers, shortest, hits, ref seenLeads);
        }

        FindAtLetters(bytes, shortest, hits);
    }

    /// <param name="rows">A bit for each place in the block where a row of digits begins.</param>
    /// <param name="seen">Behind the last hit that began with a digit; the next method keeps its own.</param>
    private void FindAtDigits(
        ReadOnlySpan<byte> bytes, int start, ulong digits, ulong rows, bool withNumbers, int shortest, List<Hit> hits, ref int seen)
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
            if (withNumbers && (end - i >= SingleRows.Shortest || kinds.MayGoOnAsNumber(bytes, end)))
            {
                AtNumber(bytes, i, hits);
            }

            if ((kinds.Ascii[bytes[i]] & CharacterKinds.First) != 0 && i >= seen)
            {
                seen = Math.Max(seen, AtValue(bytes, i, 0, shortest, hits));
            }
        }
    }

    /// <param name="leads">A bit for each place in the block where a character begins that is not ASCII.</param>
    private void FindAtLeads(ReadOnlySpan<byte> bytes, int start, ulong leads, bool withNumbers, int shortest, List<Hit> hits, ref int seen)
    {
        var wanted = CharacterKinds.First | (withNumbers ? CharacterKinds.OddDigit : 0);
        for (; leads != 0; leads &= leads - 1)
        {
            var i = start + BitOperations.TrailingZeroCount(leads);
            if (bytes[i] is >= 0xE1 and <= 0xEF && i + 2 < bytes.Length)
            {
                var kind = kinds[((bytes[i] & 0xF) << 12) | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)] & wanted;
                seen = kind == 0 || i < seen ? seen : Math.Max(seen, AtThreeBytes(bytes, i, kind, shortest, hits));
            }
            else if (i >= seen)
            {
                seen = Math.Max(seen, AtOtherBytes(bytes, i, withNumbers, shortest, hits));
            }
        }
    }

    /// <summary>Values that begin with a letter of ASCII: accounts, mail addresses, names of files.</summary>
    private void FindAtLetters(ReadOnlySpan<byte> bytes, int shortest, List<Hit> hits)
    {
        for (var at = 0; kinds.HasLetters && at < bytes.Length && bytes[at..].IndexOfAny(kinds.Letters) is var next and >= 0;)
        {
            at = AtValue(bytes, at + next, at + next + 1, shortest, hits);
        }
    }

    private int AtThreeBytes(ReadOnlySpan<byte> bytes, int i, int kind, int shortest, List<Hit> hits)
    {
        var end = (kind & CharacterKinds.OddDigit) != 0 && kinds.MayGoOnAsNumber(bytes, i + 3) ? Math.Max(AtNumber(bytes, i, hits), i + 3) : i + 3;
        return (kind & CharacterKinds.First) != 0 && kinds.MayGoOnAsValue(bytes, i + 3) ? Math.Max(end, AtValue(bytes, i, i + 3, shortest, hits)) : end;
    }

    private int AtOtherBytes(ReadOnlySpan<byte> bytes, int i, bool withNumbers, int shortest, List<Hit> hits)
    {
        var length = bytes[i] >= 0xF0 ? 4 : bytes[i] >= 0xE0 ? 3 : 2;
        if (i + length > bytes.Length)
        {
            return i + 1;
        }

        var isDigit = bytes[i] is 0xF0 or 0xD9 or 0xDB or 0xE0 && withNumbers;
        return isDigit ? Math.Max(AtNumber(bytes, i, hits), i + length)
            : values.IsEmpty ? i + length : AtValue(bytes, i, i + length, shortest, hits);
    }

    /// <returns>Behind the digits.</returns>
    private int AtNumber(ReadOnlySpan<byte> bytes, int i, List<Hit> hits)
    {
        if (DigitChains.MayBeNumber(bytes, i, out var end) && NumberLook.KindAt(bytes, i, allowed) is { } kind)
        {
            hits.Add(new(i, kind));
        }

        return Math.Max(end, i + 1);
    }

    private int AtValue(ReadOnlySpan<byte> bytes, int i, int next, int shortest, List<Hit> hits)
    {
        var isInside = i > 0 && bytes[i] < 0x80 && bytes[i - 1] < 0x80 && char.IsAsciiLetter((char)bytes[i]) && char.IsAsciiLetter((char)bytes[i - 1]);
        var end = isInside || !kinds.MayGoOnAsValue(bytes, Math.Max(i + 1, bytes[i] < 0x80 ? 0 : next)) ? -1 : values.EndOf(bytes, i, shortest);
        if (end < 0)
        {
            return next;
        }

        hits.Add(new(i, null));
        return end;
    }
}
