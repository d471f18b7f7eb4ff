namespace Site.Checking.Leaks.Numbers;

/// <summary>Says by length and first digits whether one unbroken row of digits may be a telephone or an identity card.</summary>
internal static class SingleRows
{
    /// <summary>The shortest row that is a number without anything behind it.</summary>
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
