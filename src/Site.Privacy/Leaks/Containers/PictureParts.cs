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

            for (var start = type is "zTXt" or "iTXt" or "iCCP" ? Compressed(chunk, 0) : 0; start > 0; start = Compressed(chunk, start))
            {
                using var stream = new ZLibStream(new MemoryStream(chunk, start, chunk.Length - start), CompressionMode.Decompress);
                if (inflation.Read(type, stream, chunk.Length) is { Bytes.Length: > 0 } part)
                {
                    yield return part with { Obstacle = null };
                    break;
                }
            }
        }

        yield return new("", bytes[Math.Min(at, bytes.Length)..]);
    }

    /// <returns>The index at which a zlib stream may begin, behind the name of the text and behind <paramref name="after"/>; 0 if there is none.</returns>
    private static int Compressed(ReadOnlySpan<byte> chunk, int after)
    {
        var name = chunk.IndexOf((byte)0);
        for (var at = Math.Max(name, after) + 1; name >= 0 && at < chunk.Length; at++)
        {
            if (Zlib.Begins(chunk[at..]))
            {
                return at;
            }
        }

        return 0;
    }
}

/// <summary>The metadata of a JPEG: EXIF, XMP, comments and all other segments, and all bytes after the end.</summary>
/// <remarks>ITU-T T.81, annex B: a segment is 0xFF, a marker, two bytes of length; pixel data follows the marker 0xDA.</remarks>
internal static class JpegParts
{
    public static IEnumerable<FilePart> Of(byte[] bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && (bytes[at + 1] != 0xD9 || IsFollowedByAnother(bytes, at)))
        {
            if (bytes[at + 1] is 0xFF or 0x01 or (>= 0xD0 and <= 0xD9))
            {
                at += bytes[at + 1] == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            var end = Math.Min(bytes.Length, at + 2 + Math.Max(2, (int)length));
            yield return new(bytes[at + 1] == 0xE1 ? "EXIF/XMP" : "", bytes[(at + 4)..Math.Max(at + 4, end)]);
            at = bytes[at + 1] == 0xDA ? EndOfScan(bytes, end) : end;
        }

        yield return new("", bytes[Behind(bytes, Math.Min(at, bytes.Length))..]);
    }

    // As where a telephone adds a small picture to a large one.
    private static bool IsFollowedByAnother(byte[] bytes, int end) => bytes[end + 2] == 0xFF && bytes[end + 3] == 0xD8;

    /// <returns>The index of the marker that ends pixel data; others may follow, with text before them.</returns>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at..].IndexOf((byte)0xFF) is var next and >= 0)
        {
            at += next;
            if (at + 1 == bytes.Length || bytes[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }

        return bytes.Length;
    }

    /// <returns>The index after the end of the picture, or after the last end in a picture that is broken before.</returns>
    private static int Behind(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at..].StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]) ? at + 2
        : bytes[at..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) is var last and >= 0 ? at + last + 2 : bytes.Length;
}

/// <summary>The metadata of a WebP: EXIF, XMP and unknown chunks, and all bytes after the end.</summary>
/// <remarks>WebP Container Specification: RIFF chunks of four letters, four bytes of length, and an even number of bytes.</remarks>
internal static class WebpParts
{
    public static IEnumerable<FilePart> Of(byte[] bytes)
    {
        var (at, last) = (12, Math.Min(bytes.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4))));
        while (at + 8 <= last)
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
