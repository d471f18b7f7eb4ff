using System.Buffers.Binary;

namespace Site.Privacy.Leaks.Containers;

/// <summary>Finds where what is compressed with zlib (RFC 1950) begins and ends: what stands behind is read by nobody and may say anything.</summary>
internal static class Zlib
{
    private const uint Modulus = 65521;

    /// <summary>How many bytes may be added up before the sums have to be reduced (RFC 1950, 9).</summary>
    private const int AtOnce = 5552;

    /// <summary>RFC 1950, 2.2: deflate, a window of 32 KB at most, no dictionary, and a check of both bytes.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && (bytes[0] & 15) == 8 && bytes[0] >> 4 <= 7 && (bytes[1] & 32) == 0 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    /// <param name="packed">A stream of zlib and what follows.</param>
    /// <param name="unpacked">What the stream holds.</param>
    /// <returns>The bytes behind its checksum; all bytes where it has none.</returns>
    public static byte[] Behind(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> unpacked)
    {
        Span<byte> check = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Adler(unpacked));
        return packed[(packed.IndexOf(check) is var at and >= 0 ? at + check.Length : 0)..].ToArray();
    }

    private static uint Adler(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (1u, 0u);
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(AtOnce, bytes.Length)..])
        {
            foreach (var b in bytes[..Math.Min(AtOnce, bytes.Length)])
            {
                low += b;
                high += low;
            }

            (low, high) = (low % Modulus, high % Modulus);
        }

        return (high << 16) | low;
    }
}
