using System.Buffers;

namespace Site.Rendering.Pictures.Sources;

/// <summary>Reads GIF files: every block to its end, and every frame's codes to its last pixel.</summary>
/// <remarks>Graphics Interchange Format, version 89a, sections 18 to 27 and appendix F.</remarks>
internal static class GifFile
{
    private const byte Extension = 0x21, Frame = 0x2C, Trailer = 0x3B, GraphicControl = 0xF9, Application = 0xFF;

    /// <exception cref="InvalidDataException">The file ends before its trailer, or a block is not as the format has it.</exception>
    public static PictureShape Shape(ReadOnlySpan<byte> bytes)
    {
        var reader = new PictureBytes(bytes);
        var (width, height) = Screen(ref reader);
        var frames = 0;
        for (byte block; (block = reader.Byte()) != Trailer;)
        {
            if (block == Frame)
            {
                reader.Take(8);
                Colors(ref reader);
                reader.Byte();
                frames++;
            }
            else if (block == Extension)
            {
                reader.Byte();
            }
            else
            {
                throw new InvalidDataException();
            }

            SkipBlocks(ref reader);
            if (frames > PictureLimits.Frames || width * height * frames > PictureLimits.Pixels)
            {
                break;
            }
        }

        return new(width, height, frames > 0 ? frames : throw new InvalidDataException(), 32);
    }

    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    public static PictureSource Read(PictureShape shape, ReadOnlySpan<byte> bytes)
    {
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        var reader = new PictureBytes(bytes);
        Screen(ref reader);
        kept.Write(bytes[..reader.At]);
        for (byte block; (block = reader.Byte()) != Trailer;)
        {
            var start = reader.At - 1;
            if (block == Frame)
            {
                Pixels(ref reader, shape);
                kept.Write(bytes[start..reader.At]);
                continue;
            }

            var label = reader.Byte();
            var isLoop = label == Application && bytes[reader.At..].StartsWith("\u000BNETSCAPE2.0\u0003\u0001"u8);
            SkipBlocks(ref reader);
            if (label == GraphicControl || isLoop)
            {
                kept.Write(bytes[start..reader.At]);
            }
        }

        kept.Write([Trailer]);
        return new(PictureFormat.Gif, shape, 1, null, kept.WrittenSpan.ToArray());
    }

    private static (long Width, long Height) Screen(ref PictureBytes reader)
    {
        reader.Take(6);
        var (width, height) = (reader.LittleEndian16(), reader.LittleEndian16());
        var flags = reader.Byte();
        reader.Take(2);
        reader.Take((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1));
        return width > 0 && height > 0 ? (width, height) : throw new InvalidDataException();
    }

    private static void Colors(ref PictureBytes reader)
    {
        var flags = reader.Byte();
        reader.Take((flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1));
    }

    private static void SkipBlocks(ref PictureBytes reader)
    {
        for (int length; (length = reader.Byte()) > 0;)
        {
            reader.Take(length);
        }
    }

    private static void Pixels(ref PictureBytes reader, PictureShape shape)
    {
        var (left, top, width, height) = (reader.LittleEndian16(), reader.LittleEndian16(), reader.LittleEndian16(), reader.LittleEndian16());
        Colors(ref reader);
        var size = reader.Byte();
        if (width == 0 || height == 0 || left + width > shape.Width || top + height > shape.Height || size is < 2 or > 8)
        {
            throw new InvalidDataException();
        }

        var codes = new ArrayBufferWriter<byte>();
        for (int length; (length = reader.Byte()) > 0;)
        {
            codes.Write(reader.Take(length));
        }

        Follow(codes.WrittenSpan, size, (long)width * height);
    }

    /// <summary>Follows the codes without drawing: how many pixels each stands for is enough to know that all are there.</summary>
    private static void Follow(ReadOnlySpan<byte> codes, int size, long pixels)
    {
        const int Most = 4_096;
        var (clear, end) = (1 << size, (1 << size) + 1);
        Span<int> lengths = stackalloc int[Most];
        lengths[..clear].Fill(1);
        var (width, next, last, drawn, bits, held, at) = (size + 1, end + 1, -1, 0L, 0, 0, 0);
        while (drawn < pixels)
        {
            for (; held < width; held += 8)
            {
                bits |= (at < codes.Length ? codes[at++] : throw new InvalidDataException()) << held;
            }

            var code = bits & ((1 << width) - 1);
            (bits, held) = (bits >> width, held - width);
            if (code == clear)
            {
                (width, next, last) = (size + 1, end + 1, -1);
                continue;
            }

            if (code == end || (last < 0 ? code > clear : code > next || (code == next && next >= Most)))
            {
                throw new InvalidDataException();
            }

            if (last >= 0 && next < Most)
            {
                lengths[next++] = lengths[last] + 1;
                width = next == 1 << width && width < 12 ? width + 1 : width;
            }

            drawn += lengths[code];
            last = code;
        }
    }
}
