using System.Buffers.Binary;

namespace Site.Content.Files;

/// <summary>Which side of a picture is up.</summary>
/// <remarks>EXIF 2.32, 4.5.2 and 4.6.4.</remarks>
public static class Orientation
{
    private const int Tag = 0x0112;

    /// <param name="tiff">EXIF data from its byte order on.</param>
    /// <returns>1 to 8; 1 where it does not say.</returns>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10)
        {
            return 1;
        }

        var isLittle = tiff[0] == 'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start + 2L > tiff.Length)
        {
            return 1;
        }

        var count = Short(tiff[(int)start..], isLittle);
        for (var at = (int)start + 2; count > 0 && at + 12 <= tiff.Length; count--, at += 12)
        {
            if (Short(tiff[at..], isLittle) == Tag && Short(tiff[(at + 8)..], isLittle) is var side and >= 1 and <= 8)
            {
                return side;
            }
        }

        return 1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
