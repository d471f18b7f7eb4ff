using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.Tests.Rendering.Pictures;

/// <summary>Pictures made for tests, and files put together byte by byte.</summary>
internal static class PictureSamples
{
    /// <returns>Noise that compresses badly, the same each time.</returns>
    public static Image<Rgba32> Noise(int width, int height)
    {
        var picture = new Image<Rgba32>(width, height);
        for (var at = 0; at < width * height; at++)
        {
            picture[at % width, at / width] = new((byte)(at * 7_919 % 251), (byte)(at * 104_729 % 241), (byte)(at * 31 % 239));
        }

        return picture;
    }

    public static Image<Rgba32> Blank(int width, int height, string color = "#237f52") => new(width, height, Color.ParseHex(color));

    public static byte[] Encode(Image picture, string ending)
    {
        using var output = new MemoryStream();
        IImageEncoder encoder = ending switch
        {
            "jpg" => new JpegEncoder { Quality = 90 },
            "png" => new PngEncoder(),
            "webp" => new WebpEncoder { FileFormat = WebpFileFormatType.Lossy },
            _ => new GifEncoder(),
        };
        picture.Save(output, encoder);
        return output.ToArray();
    }

    /// <returns>A PNG of a header and further chunks, its own end included.</returns>
    public static byte[] Png(int width, int height, int depth, int color, params (string Type, byte[] Data)[] chunks)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, (byte)color);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Data)), .. Chunk("IEND", [])];
    }

    /// <returns>Bytes packed as zlib has it.</returns>
    public static byte[] Packed(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return output.ToArray();
    }

    /// <returns>The file with a chunk put before its last.</returns>
    public static byte[] WithChunk(byte[] png, string type, byte[] data) => [.. png[..^12], .. Chunk(type, data), .. png[^12..]];

    /// <returns>A JPEG with a segment put behind its first marker.</returns>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] data) =>
        [.. jpeg[..2], 0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data, .. jpeg[2..]];

    /// <returns>EXIF data that says which side is up, and where and with what the picture was taken.</returns>
    public static byte[] Exif(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8, 0, 2, 1, 0x0F, 0, 2, 0, 0, 0, 12, 0, 0, 0, 38, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
        .. Encoding.ASCII.GetBytes("ShiliXiangji"),
    ];

    /// <returns>A profile of the colors of Display P3: its primaries adapted to D50, with the curve of sRGB as a power of 2.2.</returns>
    public static byte[] DisplayP3()
    {
        (string Name, byte[] Data)[] tags =
        [
            ("rXYZ", Xyz(0.51512, 0.24120, -0.00105)), ("gXYZ", Xyz(0.29198, 0.69225, 0.04189)), ("bXYZ", Xyz(0.15710, 0.06657, 0.78407)),
            ("rTRC", Power(2.2)), ("gTRC", Power(2.2)), ("bTRC", Power(2.2)),
        ];
        var profile = new List<byte>(new byte[128]);
        var start = 128 + 4 + (12 * tags.Length);
        profile.AddRange(Big((uint)tags.Length));
        foreach (var (name, data) in tags)
        {
            profile.AddRange([.. Encoding.ASCII.GetBytes(name), .. Big((uint)start), .. Big((uint)data.Length)]);
            start += data.Length;
        }

        profile.AddRange(tags.SelectMany(tag => tag.Data));
        var bytes = profile.ToArray();
        Big((uint)bytes.Length).CopyTo(bytes, 0);
        "mntrRGB XYZ "u8.CopyTo(bytes.AsSpan(12));
        return bytes;

        static byte[] Xyz(double x, double y, double z) => [.. "XYZ "u8, 0, 0, 0, 0, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

        static byte[] Power(double gamma) => [.. "para"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. Fixed(gamma)];

        static byte[] Fixed(double value) => Big(unchecked((uint)(int)Math.Round(value * 65_536)));
    }

    /// <returns>An animation in red, green and blue, its frames of 100, 200 and 300 ms, shown twice.</returns>
    public static byte[] AnimatedGif(int width, int height)
    {
        using var picture = Blank(width, height, "#ff0000");
        foreach (var color in (string[])["#00ff00", "#0000ff"])
        {
            using var next = Blank(width, height, color);
            picture.Frames.AddFrame(next.Frames.RootFrame);
        }

        for (var at = 0; at < 3; at++)
        {
            picture.Frames[at].Metadata.GetGifMetadata().FrameDelay = 10 * (at + 1);
        }

        picture.Metadata.GetGifMetadata().RepeatCount = 2;
        return Encode(picture, "gif");
    }

    /// <returns>A GIF of one pixel with as many frames as are asked for.</returns>
    public static byte[] GifOfFrames(int frames)
    {
        byte[] frame = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        var file = new List<byte>([.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF]);
        for (var at = 0; at < frames; at++)
        {
            file.AddRange(frame);
        }

        return [.. file, 0x3B];
    }

    public static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big((uint)data.Length), .. body, .. Big(Crc(body))];
    }

    /// <summary>Bit by bit, as annex D of the PNG specification defines it, and not by the table of the program.</summary>
    private static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}
