using System.Buffers;
using System.Text;
using Site.Core.Text;
using Site.Privacy.Decoding;
using Site.Privacy.Recognition;

namespace Site.Privacy.Leaks.Numbers;

/// <summary>Decides quickly whether a run of digits may be a telephone or an identity number.</summary>
internal static class DigitChains
{
    private const int MostBetween = 3;
    private const int MostDigits = 22;
    private const int ShortestCard = 15;
    private static readonly SearchValues<byte> WordLetters = SearchValues.Create("tTfFpP"u8);

    /// <summary>Counts digits that belong together, across spaces, hyphens, invisible characters and inline tags.</summary>
    /// <param name="at">The first digit.</param>
    /// <param name="end">The index after the first unbroken run of digits.</param>
    /// <returns>Whether the digits need the full check.</returns>
    public static bool MayBeNumber(ReadOnlySpan<byte> bytes, int at, out int end)
    {
        var first = at;
        var (total, longest, groups, second, hasShape) = (0, 0, 0, 0, false);
        Span<char> digitsSoFar = stackalloc char[MostDigits];
        end = at;
        while (total < MostDigits)
        {
            var row = RowAt(bytes, at, digitsSoFar[total..], out var digits);
            (total, longest, groups) = (total + digits, Math.Max(longest, digits), groups + 1);
            hasShape |= IsShape(digitsSoFar[..Math.Min(total, MostDigits)]);
            second = groups == 2 ? digits : second;
            end = groups == 1 ? row : end;
            at = NextRow(bytes, row);
            if (at < 0)
            {
                break;
            }
        }

        return groups == 1 && end - first == total ? DigitRuns.MayBeNumber(bytes, first, end)
            : longest >= 11 || (longest >= 7 && !TouchesLetter(bytes, first, end))
                || ((hasShape || total >= ShortestCard) && !IsDate(bytes, first, second)) || (groups == 2 && second == 4 && total is 7 or 8 && HasWordBefore(bytes, first));
    }

    /// <summary>Seven or eight digits are a telephone only after a word such as 电话, which figures in data do not have.</summary>
    internal static bool HasWordBefore(ReadOnlySpan<byte> bytes, int start)
    {
        var before = bytes[Math.Max(0, start - 64)..start];
        return before.ContainsAnyInRange((byte)0x80, (byte)0xFF) || before.ContainsAny(WordLetters);
    }

    /// <summary>Whether digits in groups may be a telephone by how many they are and how they begin.</summary>
    private static bool IsShape(ReadOnlySpan<char> digits) =>
        Mobiles.IsOne(digits, out _) || (AreaCodes.LengthAt(digits) is var area and > 0 && Landlines.IsLocal(digits[area..]));

    private static bool IsDate(ReadOnlySpan<byte> bytes, int first, int second) =>
        second == 2 && first + 5 < bytes.Length && bytes[first] is (byte)'1' or (byte)'2' && bytes[first + 1] is (byte)'9' or (byte)'0' && bytes[first + 4] == '-';

    /// <param name="read">Takes the digits, as many as it has room for.</param>
    private static int RowAt(ReadOnlySpan<byte> bytes, int at, Span<char> read, out int digits)
    {
        digits = 0;
        while (at < bytes.Length)
        {
            char digit;
            if (bytes[at] is >= (byte)'0' and <= (byte)'9')
            {
                digit = (char)bytes[at++];
            }
            else if (bytes[at] >= 0x80 && FoldedAt(bytes, at, out var length) is >= '0' and <= '9' and var folded)
            {
                (digit, at) = (folded, at + length);
            }
            else
            {
                return at;
            }

            if (digits < read.Length)
            {
                read[digits] = digit;
            }

            digits++;
        }

        return at;
    }

    /// <returns>The index of the next digit if only separators stand between; otherwise -1.</returns>
    private static int NextRow(ReadOnlySpan<byte> bytes, int at)
    {
        for (var seen = 0; at < bytes.Length && seen <= MostBetween;)
        {
            var b = bytes[at];
            if (b is >= (byte)'0' and <= (byte)'9')
            {
                return at;
            }

            if (b is (byte)' ' or (byte)'-' or (byte)'.' or (byte)')')
            {
                (at, seen) = (at + 1, seen + 1);
            }
            else if (b == '<' && InlineTags.EndAt(bytes, at) is var tag and > 0)
            {
                at = tag;
            }
            else if (b >= 0x80 && FoldedAt(bytes, at, out var length) is var c && (c is ' ' or '-' or '—' or '·' or FoldTable.Invisible or (>= '0' and <= '9')))
            {
                if (char.IsAsciiDigit(c))
                {
                    return at;
                }

                (at, seen) = (at + length, c == FoldTable.Invisible ? seen : seen + 1);
            }
            else
            {
                return -1;
            }
        }

        return -1;
    }

    private static char FoldedAt(ReadOnlySpan<byte> bytes, int at, out int length)
    {
        Rune.DecodeFromUtf8(bytes[at..], out var rune, out length);
        return rune.IsBmp ? FoldTable.FoldNumeral((char)rune.Value) : FoldTable.FoldPair(rune.ToString(), 0);
    }

    private static bool TouchesLetter(ReadOnlySpan<byte> bytes, int start, int end) =>
        (start > 0 && IsLetter(bytes[start - 1])) || (end < bytes.Length && IsLetter(bytes[end]));

    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b) || b == '_';
}

/// <summary>Decides by length and first digits whether one unbroken run of digits may be a telephone or an identity number.</summary>
internal static class DigitRuns
{
    /// <summary>The shortest run that is a number by itself.</summary>
    public const int Shortest = 7;

    public static bool MayBeNumber(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var row = bytes[start..end];
        return row.Length switch
        {
            7 or 8 => row[0] >= (byte)'2' && !TouchesLetter(bytes, start, end) && DigitChains.HasWordBefore(bytes, start),
            10 => IsArea(row),
            11 => (row[0] == '1' && row[1] >= (byte)'3') || IsArea(row) || row.StartsWith("86"u8),
            12 => row[0] == '0' || row.StartsWith("86"u8),
            13 or 14 => row.StartsWith("86"u8) || row.StartsWith("0"u8),
            15 or 16 => true,
            17 => end < bytes.Length && bytes[end] >= (byte)'A',
            18 => row[6] is (byte)'1' or (byte)'2' || DigitChains.HasWordBefore(bytes, start),
            _ => false,
        };
    }

    private static bool IsArea(ReadOnlySpan<byte> row) => row[0] == '0' && row[1] != '0';

    private static bool TouchesLetter(ReadOnlySpan<byte> bytes, int start, int end) =>
        (start > 0 && char.IsAsciiLetter((char)bytes[start - 1])) || (end < bytes.Length && char.IsAsciiLetter((char)bytes[end]));
}
