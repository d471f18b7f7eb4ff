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
    /// <param name="hits">Takes what is found.</param>
    public void Find(ReadOnlySpan<byte> bytes, bool withNumbers, int shortest, List<Hit> hits)
    {
        var wanted = CharacterKinds.First | (withNumbers ? CharacterKinds.OddDigit : 0);
        var ascii = kinds.Ascii;
        for (var i = 0; i < bytes.Length;)
        {
            var b = bytes[i];
            if (b < 0x80)
            {
                var kind = ascii[b];
                i = kind == 0 ? i + 1
                    : (kind & CharacterKinds.Digit) != 0 ? AtDigit(bytes, i, withNumbers, shortest, hits)
                    : AtValue(bytes, i, i + 1, shortest, hits);
            }
            else if (b is >= 0xE1 and <= 0xEF && i + 2 < bytes.Length)
            {
                var kind = kinds[((b & 0xF) << 12) | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)];
                i = (kind & wanted) == 0 ? i + 3 : AtThreeBytes(bytes, i, kind & wanted, shortest, hits);
            }
            else
            {
                i = b >= 0xC2 ? AtOtherBytes(bytes, i, withNumbers, shortest, hits) : i + 1;
            }
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

    private int AtDigit(ReadOnlySpan<byte> bytes, int i, bool withNumbers, int shortest, List<Hit> hits)
    {
        var end = i + 1;
        while (end < bytes.Length && bytes[end] is >= (byte)'0' and <= (byte)'9')
        {
            end++;
        }

        var seen = withNumbers && (end - i >= SingleRows.Shortest || kinds.MayGoOnAsNumber(bytes, end)) ? AtNumber(bytes, i, hits) : end;
        return (kinds.Ascii[bytes[i]] & CharacterKinds.First) != 0 ? Math.Max(AtValue(bytes, i, end, shortest, hits), seen) : Math.Max(end, seen);
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
        var end = isInside || !kinds.MayGoOnAsValue(bytes, i + 1 < next ? i + 1 : next) ? -1 : values.EndOf(bytes, i, shortest);
        if (end < 0)
        {
            return next;
        }

        hits.Add(new(i, null));
        return end;
    }
}
