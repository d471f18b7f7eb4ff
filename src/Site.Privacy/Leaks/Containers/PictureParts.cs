using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Site.Privacy.Leaks.Containers;

/// <summary>The metadata of a PNG: every chunk except IDAT and fdAT, and all bytes after the end.</summary>
/// <remarks>Portable Network Graphics (Third Edition), 11.3: tEXt is plain; zTXt, iTXt and iCCP may be compressed after a zero byte.</remarks>
internal static class PngParts
{
    private const int Signature = 8;
    private const int Frame = 12;

    public static IEnumerable<FilePart> Of(byte[] bytes, Inflation inflation)
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

    /// <returns>The index at which a zlib stream begins (its first byte is 0x78); 0 if there is none.</returns>
    private static int Compressed(byte[] chunk) => chunk.AsSpan().IndexOf((byte)0) is var zero and >= 0 && chunk.AsSpan(zero).IndexOf((byte)0x78) is var start and > 0
        ? zero + start : 0;
}

/// <summary>The metadata of a JPEG: EXIF, XMP, comments and all other segments, and all bytes after the end.</summary>
/// <remarks>ITU-T T.81, annex B: a segment is 0xFF, a marker, two bytes of length; pixel data follows the marker 0xDA.</remarks>
internal static class JpegParts
{
    public static IEnumerable<FilePart> Of(byte[] bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            var end = Math.Min(bytes.Length, at + 2 + Math.Max(2, (int)length));
            if (bytes[at + 1] is >= 0xE0 or (>= 0x01 and < 0xC0))
            {
                yield return new(bytes[at + 1] == 0xE1 ? "EXIF/XMP" : "", bytes[(at + 4)..Math.Max(at + 4, end)]);
            }

            at = end;
        }

        var last = bytes.AsSpan(Math.Min(at, bytes.Length)).LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]);
        yield return new("", last < 0 ? [] : bytes[(at + last + 2)..]);
    }
}

/// <summary>The metadata of a WebP: EXIF, XMP and unknown chunks, and all bytes after the end.</summary>
/// <remarks>WebP Container Specification: RIFF chunks of four letters, four bytes of length, and an even number of bytes.</remarks>
internal static class WebpParts
{
    public static IEnumerable<FilePart> Of(byte[] bytes)
    {
        var at = 12;
        while (at + 8 <= bytes.Length)
        {
            var type = Encoding.ASCII.GetString(bytes, at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            var end = (int)Math.Min(bytes.Length, at + 8L + length);
            if (type is not ("VP8 " or "VP8L" or "ALPH" or "ANMF"))
            {
                yield return new(type.Trim(), bytes[(at + 8)..end]);
            }

            at = (int)Math.Min(bytes.Length, end + (length & 1));
        }

        yield return new("", bytes[Math.Min(at, bytes.Length)..]);
    }
}
