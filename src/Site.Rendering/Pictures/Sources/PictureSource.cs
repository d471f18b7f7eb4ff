namespace Site.Rendering.Pictures.Sources;

/// <summary>The formats of pictures that the build takes.</summary>
public enum PictureFormat
{
    Png,
    Jpeg,
    Webp,
    Gif,
}

/// <summary>Why a picture cannot be used.</summary>
public abstract record PictureFault
{
    private PictureFault()
    {
    }

    /// <summary>The bytes are not what the ending says.</summary>
    /// <param name="Actual">What they are, or null for none of our formats.</param>
    public sealed record WrongFormat(PictureFormat? Actual) : PictureFault;

    /// <summary>It would take too much memory or time; known before any pixel is decoded.</summary>
    /// <param name="Width">Pixels, as the file says.</param>
    /// <param name="Height">Pixels, as the file says.</param>
    /// <param name="Frames">1 or more; counting stops where the limit is passed.</param>
    public sealed record TooLarge(long Width, long Height, int Frames) : PictureFault;

    /// <summary>It is cut off, damaged, or not as its format has it.</summary>
    public sealed record Unreadable : PictureFault;
}

/// <summary>What a picture is allowed to be.</summary>
public static class PictureLimits
{
    /// <summary>The most pixels of all frames together.</summary>
    public const long Pixels = 50_000_000;

    /// <summary>The most bytes that the pixels of all frames take as the file has them: 50 megapixels of four channels with eight bits.</summary>
    public const long Bytes = 200_000_000;

    /// <summary>The longest side in pixels. WebP holds no more.</summary>
    public const int Side = 16_383;

    /// <summary>The most frames.</summary>
    public const int Frames = 1_000;

    /// <summary>The most that all pictures of a site may count (<see cref="Counted"/>), so that no set of files keeps a build busy for hours: 800 photographs of 12 megapixels.</summary>
    public const long PixelsOfAll = 10_000_000_000;

    /// <summary>How many times a pixel counts that is beyond what the bytes of the file can describe.</summary>
    public const int TimesWhereEmpty = 5;

    /// <summary>How many times a pixel counts of a picture that moves: each frame gets colors of its own.</summary>
    public const int TimesInMotion = 8;

    /// <summary>The most pixels that a byte of a file is taken to describe. Photographs have 2 to 15, screenshots of text up to 40.</summary>
    private const long PixelsOfAByte = 20;

    /// <summary>So many pixels of a picture count once in any case: those of a screen.</summary>
    private const long PixelsOfAScreen = 2_000_000;

    /// <summary>The largest color profile in bytes; those of cameras have 0.5 to 4 KB, those of printers 1 MB.</summary>
    internal const int Profile = 4 * 1_048_576;

    /// <summary>A file of a few kilobytes may tell of as many pixels as a photograph, which take as long: those that it has hardly a byte for count several times, and those in motion all.</summary>
    /// <param name="pixels">Of all frames, 0 or more.</param>
    /// <param name="frames">1 or more.</param>
    /// <param name="bytes">Of the file.</param>
    /// <returns>What a picture counts of <see cref="PixelsOfAll"/>, in pixels.</returns>
    public static long Counted(long pixels, int frames, long bytes) =>
        frames > 1 ? TimesInMotion * pixels : pixels + ((TimesWhereEmpty - 1) * Math.Max(0, pixels - Math.Max(PixelsOfAScreen, PixelsOfAByte * bytes)));

    /// <returns>Whether a picture stays within them.</returns>
    internal static bool Allow(PictureShape shape) =>
        shape.Frames <= Frames && shape.Width <= Side && shape.Height <= Side
        && shape.Width * shape.Height * shape.Frames <= Pixels && shape.Width * shape.Height * shape.Frames * shape.BitsOfPixel / 8 <= Bytes;
}

/// <summary>What the header of a picture says.</summary>
/// <param name="Width">Pixels as stored, 1 or more.</param>
/// <param name="Height">Pixels as stored, 1 or more.</param>
/// <param name="Frames">1 or more.</param>
/// <param name="BitsOfPixel">How many bits a pixel takes as the file has it.</param>
internal readonly record struct PictureShape(long Width, long Height, int Frames, int BitsOfPixel);

/// <summary>A picture whose file is whole: every length, checksum and code in it has been followed to its end.</summary>
/// <param name="Format">Of the file.</param>
/// <param name="Shape">As stored.</param>
/// <param name="Orientation">1 to 8, as EXIF 2.32, 4.6.4 numbers them; 1 is upright.</param>
/// <param name="Profile">The ICC profile of its colors, or null.</param>
/// <param name="Pixels">A file of the same format that has what its pixels need and nothing else: this alone is decoded.</param>
internal sealed record PictureSource(PictureFormat Format, PictureShape Shape, int Orientation, byte[]? Profile, byte[] Pixels);

/// <summary>Reads picture files of unknown origin.</summary>
internal static class PictureReader
{
    /// <param name="ending">Of the file's name: .png, .jpg, .jpeg, .webp or .gif.</param>
    /// <param name="bytes">The whole file.</param>
    /// <returns>The picture, or why it cannot be used.</returns>
    public static (PictureSource? Source, PictureFault? Fault) Read(string ending, byte[] bytes)
    {
        var expected = FormatOf(ending);
        var actual = FormatOf(bytes);
        if (actual != expected)
        {
            return (null, new PictureFault.WrongFormat(actual));
        }

        try
        {
            var shape = Shape(expected, bytes);
            return PictureLimits.Allow(shape)
                ? (Whole(expected, shape, bytes), null)
                : (null, new PictureFault.TooLarge(shape.Width, shape.Height, shape.Frames));
        }
        catch (InvalidDataException)
        {
            return (null, new PictureFault.Unreadable());
        }
    }

    /// <returns>How many pixels the header of a picture tells of, all frames together, and what they count of the budget; 0 where it cannot be used.</returns>
    public static (long Pixels, long Counted) PixelsOf(string ending, byte[] bytes)
    {
        try
        {
            if (FormatOf(ending) is var format && FormatOf(bytes) == format && Shape(format, bytes) is var shape && PictureLimits.Allow(shape))
            {
                var pixels = shape.Width * shape.Height * shape.Frames;
                return (pixels, PictureLimits.Counted(pixels, shape.Frames, bytes.Length));
            }
        }
        catch (InvalidDataException)
        {
            // It is reported when it is read.
        }

        return default;
    }

    private static PictureShape Shape(PictureFormat format, byte[] bytes) => format switch
    {
        PictureFormat.Png => PngFile.Shape(bytes),
        PictureFormat.Jpeg => JpegFile.Shape(bytes),
        PictureFormat.Webp => WebpFile.Shape(bytes),
        _ => GifFile.Shape(bytes),
    };

    private static PictureSource Whole(PictureFormat format, PictureShape shape, byte[] bytes) => format switch
    {
        PictureFormat.Png => PngFile.Read(shape, bytes),
        PictureFormat.Jpeg => JpegFile.Read(shape, bytes),
        PictureFormat.Webp => WebpFile.Read(shape, bytes),
        _ => GifFile.Read(shape, bytes),
    };

    private static PictureFormat FormatOf(string ending) => ending switch
    {
        ".png" => PictureFormat.Png,
        ".jpg" or ".jpeg" => PictureFormat.Jpeg,
        ".webp" => PictureFormat.Webp,
        ".gif" => PictureFormat.Gif,
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "No ending of a picture."),
    };

    /// <returns>What the first bytes say; null for none of our formats.</returns>
    public static PictureFormat? FormatOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(PngFile.Signature) ? PictureFormat.Png
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? PictureFormat.Jpeg
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? PictureFormat.Gif
        : bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..].StartsWith("WEBP"u8) ? PictureFormat.Webp
        : null;
}

/// <summary>Reads from the beginning of a span to its end, and never past it.</summary>
internal ref struct PictureBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes have been read.</summary>
    public int At { get; private set; }

    public readonly int Left => bytes.Length - At;

    /// <exception cref="InvalidDataException">There is none left.</exception>
    public byte Byte() => Take(1)[0];

    /// <exception cref="InvalidDataException">There are fewer left.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count > Left)
        {
            throw new InvalidDataException();
        }

        At += (int)count;
        return bytes.Slice(At - (int)count, (int)count);
    }

    public uint BigEndian32() => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public int BigEndian16() => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint LittleEndian32() => System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public int LittleEndian24() => Byte() | (Byte() << 8) | (Byte() << 16);

    public int LittleEndian16() => System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(Take(2));
}
