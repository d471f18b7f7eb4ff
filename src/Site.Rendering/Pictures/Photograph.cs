using Site.Rendering.Pictures.Sources;
using SixLabors.ImageSharp;

namespace Site.Rendering.Pictures;

/// <summary>A photograph as it is to be kept among the pages: small, upright, and without what a camera writes into it.</summary>
/// <param name="Ending">With its dot, as the bytes are: <c>.jpg</c>.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Width">Pixels as seen.</param>
/// <param name="Height">Pixels as seen.</param>
/// <param name="WasWidth">Pixels as seen, before.</param>
/// <param name="WasHeight">Pixels as seen, before.</param>
public sealed record Photograph(string Ending, byte[] Bytes, int Width, int Height, int WasWidth, int WasHeight)
{
    /// <summary>The longest side that is kept: half as much again as the widest size that pages show.</summary>
    public const int LongestSide = 2_400;

    /// <summary>A picture with fewer bytes than this may stay a PNG, however it was made; a photograph has more.</summary>
    private const int LargePng = 1_500_000;

    /// <param name="bytes">Of unknown origin; the ending of its name does not count.</param>
    /// <returns>The photograph, or why it cannot be used. Its size is known, and bounded, before any pixel is decoded.</returns>
    public static (Photograph? Made, PictureFault? Fault) Of(byte[] bytes)
    {
        if (PictureReader.FormatOf(bytes) is not { } format)
        {
            return (null, new PictureFault.WrongFormat(null));
        }

        var (source, fault) = PictureReader.Read(EndingOf(format), bytes);
        if (source is null)
        {
            return (null, fault);
        }

        try
        {
            using var picture = DecodedPicture.Decode(source);
            using var resized = picture.Resize(WidthOf(picture));
            var made = PictureEncoding.Of(format, resized);
            if (format == PictureFormat.Png && made.Length > LargePng && PictureEncoding.IsOpaque(resized))
            {
                (format, made) = (PictureFormat.Jpeg, PictureEncoding.Of(PictureFormat.Jpeg, resized));
            }

            return (new(EndingOf(format), made, resized.Width, resized.Height, picture.Width, picture.Height), null);
        }
        catch (Exception exception) when (exception is ImageFormatException or InvalidDataException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return (null, new PictureFault.Unreadable());
        }
    }

    private static int WidthOf(DecodedPicture picture) =>
        (int)Math.Round(picture.Width * Math.Min(1.0, (double)LongestSide / Math.Max(picture.Width, picture.Height)), MidpointRounding.AwayFromZero) is var width and > 0 ? width : 1;

    private static string EndingOf(PictureFormat format) => format == PictureFormat.Jpeg ? ".jpg" : $".{format.ToString().ToLowerInvariant()}";
}
