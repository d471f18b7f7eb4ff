using System.Buffers.Binary;

namespace Site.Checking.Leaks.Containers;

/// <summary>What is written in a JPEG beside its dots: EXIF, XMP, comments and all other segments, and whatever follows the end.</summary>
/// <remarks>ITU-T T.81, annex B: a segment is 0xFF, a marker, two bytes of length; the dots follow the marker 0xDA.</remarks>
internal static class JpegParts
{
    public static IEnumerable<Part> Of(byte[] bytes)
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
