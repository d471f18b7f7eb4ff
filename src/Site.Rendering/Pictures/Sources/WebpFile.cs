using System.Buffers;
using System.Buffers.Binary;
using Site.Content.Files;

namespace Site.Rendering.Pictures.Sources;

/// <summary>Reads WebP files: every chunk, and the lengths that lie in the pictures themselves.</summary>
/// <remarks>WebP Container Specification; RFC 6386, section 9 (lossy); WebP Lossless Bitstream Specification, section 3. The format has no checksums.</remarks>
internal static class WebpFile
{
    private const int HasAlpha = 0x10, HasAnimation = 0x02;

    /// <exception cref="InvalidDataException">The file is shorter than it says, or has no picture.</exception>
    public static PictureShape Shape(ReadOnlySpan<byte> bytes)
    {
        var reader = Chunks(bytes);
        var (width, height, frames) = (0L, 0L, 0);
        while (reader.Left > 0)
        {
            var (type, data) = Next(ref reader);
            if (type.SequenceEqual("VP8X"u8))
            {
                var canvas = new PictureBytes(data);
                canvas.Take(4);
                (width, height) = (canvas.LittleEndian24() + 1L, canvas.LittleEndian24() + 1L);
            }
            else if (IsPicture(type))
            {
                (width, height) = width == 0 ? Size(type, data) : (width, height);
                frames = Math.Max(frames, 1);
                break;
            }
            else if (type.SequenceEqual("ANMF"u8) && (++frames > PictureLimits.Frames || width * height * frames > PictureLimits.Pixels))
            {
                break;
            }
        }

        return width > 0 && frames > 0 ? new(width, height, frames, 32) : throw new InvalidDataException();
    }

    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    public static PictureSource Read(PictureShape shape, ReadOnlySpan<byte> bytes)
    {
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        var (orientation, profile, pictures, flags) = (1, (byte[]?)null, 0, 0);
        var reader = Chunks(bytes);
        while (reader.Left > 0)
        {
            var (type, data) = Next(ref reader);
            if (IsPicture(type))
            {
                pictures++;
                var (width, height) = Size(type, data);
                if (width != shape.Width || height != shape.Height || pictures > 1)
                {
                    throw new InvalidDataException();
                }
            }
            else if (type.SequenceEqual("ANMF"u8))
            {
                pictures++;
                WebpFrame.Read(data, shape);
            }
            else if (type.SequenceEqual("VP8X"u8))
            {
                flags = data.Length >= 10 ? data[0] & (HasAlpha | HasAnimation) : throw new InvalidDataException();
                byte[] canvas = [(byte)flags, .. data[1..10]];
                WriteChunk(kept, type, canvas);
                continue;
            }
            else if (type.SequenceEqual("EXIF"u8))
            {
                orientation = Orientation.Of(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);
            }
            else if (type.SequenceEqual("ICCP"u8) && data.Length <= PictureLimits.Profile)
            {
                profile = data.ToArray();
            }

            if (IsPicture(type) || type.SequenceEqual("ALPH"u8) || type.SequenceEqual("ANIM"u8) || type.SequenceEqual("ANMF"u8))
            {
                WriteChunk(kept, type, data);
            }
        }

        return pictures == shape.Frames && pictures > 0
            ? new(PictureFormat.Webp, shape, orientation, profile, File(kept.WrittenSpan))
            : throw new InvalidDataException();
    }

    /// <returns>A file of these chunks.</returns>
    public static byte[] File(ReadOnlySpan<byte> chunks)
    {
        var file = new ArrayBufferWriter<byte>(chunks.Length + 12);
        file.Write("RIFF"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(file.GetSpan(4), (uint)chunks.Length + 4);
        file.Advance(4);
        file.Write("WEBP"u8);
        file.Write(chunks);
        return file.WrittenSpan.ToArray();
    }

    /// <returns>The same file with ones behind the end of its lossy picture; null where it has none.</returns>
    public static byte[]? WithOnesBehind(ReadOnlySpan<byte> bytes)
    {
        var chunks = new ArrayBufferWriter<byte>(bytes.Length + 64);
        var isLossy = false;
        var reader = Chunks(bytes);
        while (reader.Left > 0)
        {
            var (type, data) = Next(ref reader);
            if (type.SequenceEqual("VP8 "u8))
            {
                isLossy = true;
                byte[] longer = [.. data, .. Enumerable.Repeat((byte)0xFF, 32)];
                WriteChunk(chunks, type, longer);
            }
            else
            {
                WriteChunk(chunks, type, data);
            }
        }

        return isLossy ? File(chunks.WrittenSpan) : null;
    }

    /// <summary>Writes a chunk, padded to an even length.</summary>
    public static void WriteChunk(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        output.Write(type);
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(4), (uint)data.Length);
        output.Advance(4);
        output.Write(data);
        if (data.Length % 2 != 0)
        {
            output.Write([(byte)0]);
        }
    }

    /// <returns>A reader of the chunks; what lies behind the end that the file names is left out.</returns>
    public static PictureBytes Chunks(ReadOnlySpan<byte> bytes)
    {
        var reader = new PictureBytes(bytes);
        reader.Take(4);
        var length = reader.LittleEndian32();
        return length >= 4 ? new PictureBytes(reader.Take(length)[4..]) : throw new InvalidDataException();
    }

    /// <returns>The next chunk's name and what is in it.</returns>
    public static Chunk Next(ref PictureBytes reader)
    {
        var type = reader.Take(4);
        var length = reader.LittleEndian32();
        var data = reader.Take(length);
        reader.Take(Math.Min(length & 1, reader.Left));
        return new(type, data);
    }

    public static bool IsPicture(ReadOnlySpan<byte> type) => type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8);

    /// <returns>Pixels, as the picture itself says; its own lengths are held against the chunk's.</returns>
    public static (long Width, long Height) Size(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var reader = new PictureBytes(data);
        if (type.SequenceEqual("VP8L"u8))
        {
            var isLossless = reader.Byte() == 0x2F;
            var bits = reader.LittleEndian32();
            return isLossless && bits >> 29 == 0 ? ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1) : throw new InvalidDataException();
        }

        var tag = reader.LittleEndian24();
        var isKey = (tag & 1) == 0 && reader.Take(3).SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]);
        var (width, height) = (reader.LittleEndian16() & 0x3FFF, reader.LittleEndian16() & 0x3FFF);
        return isKey && tag >> 5 < reader.Left && width > 0 && height > 0 ? (width, height) : throw new InvalidDataException();
    }

    /// <summary>A chunk's name of four letters and what is in it.</summary>
    public readonly ref struct Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        private readonly ReadOnlySpan<byte> type = type;
        private readonly ReadOnlySpan<byte> data = data;

        public void Deconstruct(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> content)
        {
            name = type;
            content = data;
        }
    }
}

/// <summary>A frame of a WebP animation.</summary>
/// <param name="Left">Pixels from the canvas's left edge.</param>
/// <param name="Top">Pixels from the canvas's upper edge.</param>
/// <param name="Milliseconds">How long it stands.</param>
/// <param name="IsBlended">Whether what it leaves clear shows what was there before.</param>
/// <param name="IsCleared">Whether its place is cleared behind it.</param>
/// <param name="Picture">A file of its picture alone.</param>
internal sealed record WebpFrame(int Left, int Top, int Milliseconds, bool IsBlended, bool IsCleared, byte[] Picture)
{
    /// <exception cref="InvalidDataException">It has no picture, or one that goes beyond the canvas.</exception>
    public static WebpFrame Read(ReadOnlySpan<byte> data, PictureShape shape)
    {
        var reader = new PictureBytes(data);
        var (left, top) = (2 * reader.LittleEndian24(), 2 * reader.LittleEndian24());
        var (width, height) = (reader.LittleEndian24() + 1, reader.LittleEndian24() + 1);
        var (milliseconds, flags) = (reader.LittleEndian24(), reader.Byte());
        var chunks = new ArrayBufferWriter<byte>();
        var (hasAlpha, isFound) = (false, false);
        while (reader.Left > 0 && !isFound)
        {
            var (type, content) = WebpFile.Next(ref reader);
            if (type.SequenceEqual("ALPH"u8))
            {
                hasAlpha = true;
                WebpFile.WriteChunk(chunks, type, content);
            }
            else if (WebpFile.IsPicture(type))
            {
                isFound = WebpFile.Size(type, content) == (width, height) ? true : throw new InvalidDataException();
                WebpFile.WriteChunk(chunks, type, content);
            }
        }

        if (!isFound || left + (long)width > shape.Width || top + (long)height > shape.Height)
        {
            throw new InvalidDataException();
        }

        var file = new ArrayBufferWriter<byte>();
        if (hasAlpha)
        {
            WebpFile.WriteChunk(file, "VP8X"u8, Canvas(width, height, 0x10));
        }

        file.Write(chunks.WrittenSpan);
        return new(left, top, milliseconds, (flags & 2) == 0, (flags & 1) != 0, WebpFile.File(file.WrittenSpan));
    }

    /// <returns>The extended header.</returns>
    public static byte[] Canvas(int width, int height, byte flags) =>
        [flags, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), (byte)((width - 1) >> 16), (byte)(height - 1), (byte)((height - 1) >> 8), (byte)((height - 1) >> 16)];
}
