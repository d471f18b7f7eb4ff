using System.Buffers.Binary;
using System.Text;

namespace Site.Checking.Leaks.Containers;

/// <summary>What is written in a WebP beside its dots: EXIF, XMP and unknown chunks, and whatever follows the end.</summary>
/// <remarks>WebP Container Specification: RIFF chunks of four letters, four bytes of length, and an even number of bytes.</remarks>
internal static class WebpParts
{
    public static IEnumerable<Part> Of(byte[] bytes)
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
