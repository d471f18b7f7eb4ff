using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Site.Checking.Leaks.Containers;

/// <summary>What is written in a PNG beside its dots: every chunk but IDAT and fdAT, and whatever follows the end.</summary>
/// <remarks>Portable Network Graphics (Third Edition), 11.3: tEXt is plain; zTXt, iTXt and iCCP may be compressed behind a zero byte.</remarks>
internal static class PngParts
{
    private const int Signature = 8;
    private const int Frame = 12;

    public static IEnumerable<Part> Of(byte[] bytes, Inflation inflation)
    {
        var at = Signature;
        while (at + Frame <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            var type = Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (length > bytes.Length - at - Frame)
            {
                break;
            }

            var chunk = bytes[(at + 8)..(at + 8 + (int)length)];
            at += Frame + (int)length;
            if (type is not ("IDAT" or "fdAT"))
            {
                yield return new(type, chunk);
            }

            if (type is "zTXt" or "iTXt" or "iCCP" && Compressed(chunk) is var start and > 0)
            {
                using var stream = new ZLibStream(new MemoryStream(chunk, start, chunk.Length - start), CompressionMode.Decompress);
                yield return inflation.Read(type, stream, chunk.Length) is { Bytes.Length: > 0 } part ? part with { Obstacle = null } : new(type, []);
            }
        }

        yield return new("", bytes[Math.Min(at, bytes.Length)..]);
    }

    /// <returns>Where a zlib stream begins: its first byte is 0x78; 0 where there is none.</returns>
    private static int Compressed(byte[] chunk) => chunk.AsSpan().IndexOf((byte)0) is var zero and >= 0 && chunk.AsSpan(zero).IndexOf((byte)0x78) is var start and > 0
        ? zero + start : 0;
}
