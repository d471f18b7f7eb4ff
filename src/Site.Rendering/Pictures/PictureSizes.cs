using System.Collections.Immutable;
using System.Text;
using Site.Core.Sources;
using Site.Rendering.Pictures.Sources;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Site.Rendering.Pictures;

/// <summary>
/// Makes the sizes of a picture that a page offers: WebP for each width that the picture has, and once its own format for browsers that know no other.
/// Everything is encoded anew: no place, camera, profile or comment passes, nor what is hidden behind the picture's end.
/// </summary>
public static class PictureSizes
{
    /// <summary>Part of every name: to be changed whenever the bytes that are made of a picture change.</summary>
    private const string Settings = "picture-2";

    private const int FallbackWidth = 960;

    private static readonly ImmutableArray<int> Widths = [480, 960, 1_600];

    private static readonly Rgba32 Paper = new(0xFC, 0xFC, 0xFA);

    /// <param name="ending">Of the file's name: .png, .jpg, .jpeg, .webp or .gif.</param>
    /// <param name="bytes">The whole file.</param>
    /// <returns>The picture in all its sizes, or why it cannot be used.</returns>
    public static (MadePicture? Made, PictureFault? Fault) Make(string ending, byte[] bytes)
    {
        var (source, fault) = PictureReader.Read(ending, bytes);
        if (source is null)
        {
            return (null, fault);
        }

        try
        {
            using var picture = DecodedPicture.Decode(source);
            return (Make(picture, source, bytes), null);
        }
        catch (Exception exception) when (exception is ImageFormatException or InvalidDataException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // What the decoder says of a damaged file, or where it falls over it.
            return (null, new PictureFault.Unreadable());
        }
    }

    /// <returns>How many pixels a picture has, those of all its frames, and what they count of the budget of a site; 0 where it cannot be used.</returns>
    public static (long Pixels, long Counted) PixelsOf(string ending, byte[] bytes) => PictureReader.PixelsOf(ending, bytes);

    private static MadePicture Make(DecodedPicture picture, PictureSource source, byte[] bytes)
    {
        var stem = Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes($"{Settings} {Convert.ToHexStringLower(Sha256.HashData(bytes))}")))[..10];
        var files = ImmutableArray.CreateBuilder<MadeFile>();
        var fallback = Math.Min(picture.Width, FallbackWidth);
        MadeFile? last = null;
        foreach (var width in Offered(picture.Width))
        {
            using var resized = picture.Resize(width);
            files.Add(Named(resized, PictureFormat.Webp, PictureEncoding.Webp(resized)));
            if (width == fallback && source.Format != PictureFormat.Webp)
            {
                last = Named(resized, source.Format, PictureEncoding.Of(source.Format, resized));
            }
        }

        if (last is { } own && own.Bytes.Length <= bytes.Length)
        {
            files.Add(own);
        }
        else
        {
            last = files.Last(file => file.Width <= fallback);
        }

        return new(picture.Width, picture.Height, Color(picture), last.Name, files.ToImmutable());

        MadeFile Named(DecodedPicture resized, PictureFormat format, byte[] made) =>
            new($"{stem}-{resized.Width}.{(format == PictureFormat.Jpeg ? "jpg" : format.ToString().ToLowerInvariant())}", format == PictureFormat.Webp, resized.Width, made);
    }

    /// <returns>Those wanted that the picture has, and its own where it is narrower than the widest wanted; narrow to wide.</returns>
    private static IEnumerable<int> Offered(int width) => Widths.Where(wanted => wanted < width).Append(Math.Min(width, Widths[^1])).Distinct();

    /// <returns>The average on paper, <c>#rrggbb</c>.</returns>
    private static string Color(DecodedPicture picture)
    {
        using var first = picture.Frames[0].Pixels.Clone(context => context.BackgroundColor(Paper).Resize(1, 1, KnownResamplers.Box));
        var pixel = first[0, 0];
        picture.Profile?.Convert(ref pixel.R, ref pixel.G, ref pixel.B);
        return $"#{pixel.R:x2}{pixel.G:x2}{pixel.B:x2}";
    }
}

/// <summary>A picture in all the sizes in which it is published.</summary>
/// <param name="Width">Pixels as seen, 1 or more.</param>
/// <param name="Height">Pixels as seen, 1 or more.</param>
/// <param name="Color">Its average, <c>#rrggbb</c>, to fill the space until it is there.</param>
/// <param name="Fallback">Name of the file for every browser.</param>
/// <param name="Files">Narrow to wide, the fallback last where it is not one of the others.</param>
public sealed record MadePicture(int Width, int Height, string Color, string Fallback, ImmutableArray<MadeFile> Files);

/// <summary>One size of a picture.</summary>
/// <param name="Name">Ten hexadecimal digits of the source's hash, the width and the ending.</param>
/// <param name="IsWebp">Or the source's own format.</param>
/// <param name="Width">Pixels, 1 or more.</param>
/// <param name="Bytes">The file.</param>
public sealed record MadeFile(string Name, bool IsWebp, int Width, byte[] Bytes);
