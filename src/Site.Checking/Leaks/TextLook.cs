using Site.Checking.Leaks.Numbers;
using Site.Checking.Leaks.Values;
using Site.Model.Privacy;

namespace Site.Checking.Leaks;

/// <summary>Goes through bytes once and finds private values and numbers in them.</summary>
/// <remarks>Most bytes cost one look into a table: a closer look is taken only where a value or a digit may begin.</remarks>
internal sealed class TextLook
{
    private const byte Plain = 0;
    private const byte Letter = 1;
    private const byte Digit = 2;
    private const byte ThreeBytes = 3;
    private const byte OtherBytes = 4;
    private readonly byte[] classes = new byte[256];
    private readonly ulong[] interesting = new ulong[1024];
    private readonly ValueTrie values;
    private readonly PublicNumbers allowed;

    public TextLook(ValueTrie values, PublicNumbers allowed)
    {
        (this.values, this.allowed) = (values, allowed);
        for (var b = 0; b < 256; b++)
        {
            classes[b] = b switch
            {
                >= '0' and <= '9' => Digit,
                < 0x80 => values.MayBegin(b) ? Letter : Plain,
                >= 0xE1 and <= 0xEF => ThreeBytes,
                >= 0xC2 => OtherBytes,
                _ => Plain,
            };
        }

        for (var c = 0x80; c < 0x10000; c++)
        {
            interesting[c >> 6] |= values.MayBegin(c) || IsOddDigit((char)c) ? 1UL << (c & 63) : 0;
        }
    }

    /// <param name="bytes">Text in UTF-8, perhaps with other bytes between.</param>
    /// <param name="withNumbers">Whether telephones and identity cards of anybody count; not in scripts, pictures and fonts.</param>
    /// <param name="shortest">Symbols that a value has at least.</param>
    /// <param name="hits">Takes what is found.</param>
    public void Find(ReadOnlySpan<byte> bytes, bool withNumbers, int shortest, List<Hit> hits)
    {
        ReadOnlySpan<byte> table = classes;
        for (var i = 0; i < bytes.Length;)
        {
            switch (table[bytes[i]])
            {
                case Plain:
                    i++;
                    break;
                case Letter:
                    i = AtValue(bytes, i, i + 1, shortest, hits);
                    break;
                case Digit:
                    i = AtDigit(bytes, i, withNumbers, shortest, hits);
                    break;
                case ThreeBytes:
                    i = AtThreeBytes(bytes, i, withNumbers, shortest, hits);
                    break;
                default:
                    i = AtOtherBytes(bytes, i, withNumbers, shortest, hits);
                    break;
            }
        }
    }

    private static bool IsOddDigit(char c) => FoldTable.NumeralOf(c) is >= '0' and <= '9';

    private int AtThreeBytes(ReadOnlySpan<byte> bytes, int i, bool withNumbers, int shortest, List<Hit> hits)
    {
        if (i + 2 >= bytes.Length)
        {
            return i + 1;
        }

        var c = ((bytes[i] & 0xF) << 12) | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F);
        if ((interesting[c >> 6] >> (c & 63) & 1) == 0)
        {
            return i + 3;
        }

        var end = IsOddDigit((char)c) && withNumbers ? Math.Max(AtNumber(bytes, i, hits), i + 3) : i + 3;
        return values.MayBegin(c) && MayGoOn(bytes, i + 3) ? Math.Max(end, AtValue(bytes, i, i + 3, shortest, hits)) : end;
    }

    private int AtOtherBytes(ReadOnlySpan<byte> bytes, int i, bool withNumbers, int shortest, List<Hit> hits)
    {
        var length = bytes[i] >= 0xF0 ? 4 : bytes[i] >= 0xE0 ? 3 : 2;
        if (i + length > bytes.Length)
        {
            return i + 1;
        }

        var isDigit = bytes[i] is 0xF0 or 0xD9 or 0xDB or 0xE0 && withNumbers;
        return isDigit ? Math.Max(AtNumber(bytes, i, hits), i + length) : AtValue(bytes, i, i + length, shortest, hits);
    }

    private int AtDigit(ReadOnlySpan<byte> bytes, int i, bool withNumbers, int shortest, List<Hit> hits)
    {
        var end = i + 1;
        while (end < bytes.Length && bytes[end] is >= (byte)'0' and <= (byte)'9')
        {
            end++;
        }

        var seen = withNumbers ? AtNumber(bytes, i, hits) : end;
        return values.MayBegin(bytes[i]) ? Math.Max(AtValue(bytes, i, end, shortest, hits), seen) : Math.Max(end, seen);
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
        var end = isInside || !MayGoOn(bytes, i + 1 < next ? i + 1 : next) ? -1 : ValueMatch.EndOf(bytes, i, values, shortest);
        if (end < 0)
        {
            return next;
        }

        hits.Add(new(i, null));
        return end;
    }

    /// <summary>Says quickly whether the next character may be the second of a value; in doubt yes.</summary>
    private bool MayGoOn(ReadOnlySpan<byte> bytes, int at) =>
        at >= bytes.Length ? false
        : bytes[at] is >= 0xE3 and <= 0xE9 && at + 2 < bytes.Length
            ? values.MayGoOn(((bytes[at] & 0xF) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F)) || bytes[at] == 0xE3
            : !char.IsAsciiLetterOrDigit((char)bytes[at]) || values.MayGoOn(bytes[at]);
}
