using System.Runtime.Intrinsics;

namespace Site.Checking.Leaks;

/// <summary>Looks at 64 bytes at once.</summary>
internal static class ByteBlock
{
    /// <summary>Bytes in a block, as many as bits in a mask.</summary>
    public const int Size = 64;

    /// <param name="block">64 bytes or more.</param>
    /// <param name="digits">A bit for each ASCII digit, the lowest for the first byte.</param>
    /// <param name="leads">A bit for each first byte of a character of several.</param>
    public static void Read(ReadOnlySpan<byte> block, out ulong digits, out ulong leads)
    {
        (digits, leads) = (0, 0);
        for (var at = 0; at < Size; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(block.Slice(at, Vector128<byte>.Count));
            digits |= (ulong)Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10)).ExtractMostSignificantBits() << at;
            leads |= (ulong)Vector128.GreaterThan(bytes, Vector128.Create((byte)0xBF)).ExtractMostSignificantBits() << at;
        }
    }
}
