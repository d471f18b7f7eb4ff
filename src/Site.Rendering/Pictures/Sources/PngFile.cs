using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Site.Content.Files;

namespace Site.Rendering.Pictures.Sources;

/// <summary>Reads PNG files: every chunk with its checksum, and the length of the pixels once unpacked.</summary>
/// <remarks>Portable Network Graphics (Third Edition), chapters 5, 9, 10 and 11; checksums by annex D.</remarks>
internal static class PngFile
{
    private static readonly uint[] Checksums = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8)
        .Aggregate((uint)value, (sum, _) => (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320))];

    /// <summary>Chunks that the pixels need.</summary>
    private static readonly HashSet<string> Needed = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="InvalidDataException">The header is not as the format has it.</exception>
    public static PictureShape Shape(ReadOnlySpan<byte> bytes)
    {
        var header = Header.Read(bytes);
        return new(header.Width, header.Height, 1, header.Channels * header.Depth);
    }

    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    public static PictureSource Read(PictureShape shape, ReadOnlySpan<byte> bytes)
    {
        var header = Header.Read(bytes);
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        kept.Write(Signature);
        var packed = new MemoryStream();
        var (orientation, profile, palette) = (1, (byte[]?)null, false);
        var reader = new PictureBytes(bytes);
        reader.Take(Signature.Length);
        for (var type = ""; type != "IEND";)
        {
            var start = reader.At;
            var length = reader.BigEndian32();
            type = NameOf(reader.Take(4));
            var data = reader.Take(length);
            if (reader.BigEndian32() != Checksum(bytes[(start + 4)..(reader.At - 4)]))
            {
                throw new InvalidDataException();
            }

            Check(header, type, data, palette, packed.Length);
            palette |= type == "PLTE";
            if (type == "IDAT")
            {
                packed.Write(data);
            }
            else if (type == "eXIf")
            {
                orientation = Orientation.Of(data);
            }
            else if (type == "iCCP")
            {
                profile ??= Profile(data);
            }

            if (Needed.Contains(type))
            {
                kept.Write(bytes[start..reader.At]);
            }
        }

        Unpack(packed, header.UnpackedBytes);
        return new(PictureFormat.Png, shape, orientation, profile, kept.WrittenSpan.ToArray());
    }

    private static string NameOf(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                throw new InvalidDataException();
            }
        }

        return System.Text.Encoding.ASCII.GetString(type);
    }

    /// <summary>An upper-case first letter marks what no decoder may skip.</summary>
    private static void Check(Header header, string type, ReadOnlySpan<byte> data, bool hasPalette, long packed)
    {
        var isRight = type switch
        {
            "PLTE" => !hasPalette && packed == 0 && data.Length is >= 3 and <= 768 && data.Length % 3 == 0,
            "IDAT" => hasPalette || header.ColorType != Header.Palette,
            "IEND" => data.Length == 0 && packed > 0,
            "tRNS" => data.Length <= 256,
            "IHDR" => data.Length == Header.Length,
            _ => char.IsAsciiLetterLower(type[0]),
        };
        if (!isRight)
        {
            throw new InvalidDataException();
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum = Checksums[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        return ~sum;
    }

    /// <returns>A profile behind its name; null where it is not one, and the colors are taken as they are.</returns>
    private static byte[]? Profile(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)0);
        if (end < 0 || end + 2 > data.Length)
        {
            return null;
        }

        var profile = new byte[PictureLimits.Profile];
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(data[(end + 2)..].ToArray()), CompressionMode.Decompress);
            return profile[..unpacked.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The pixels must come to the bytes that the header promises, and their own checksum (RFC 1950, Adler-32) must hold.</summary>
    private static void Unpack(MemoryStream packed, long expected)
    {
        if (packed.Length < 6)
        {
            throw new InvalidDataException();
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[65_536];
        var (total, low, high) = (0L, 1u, 0u);
        for (int read; (read = unpacked.Read(buffer)) > 0;)
        {
            total += read;
            for (var at = 0; at < read;)
            {
                for (var end = Math.Min(read, at + 5_552); at < end; at++)
                {
                    low += buffer[at];
                    high += low;
                }

                (low, high) = (low % 65_521, high % 65_521);
            }

            if (total > expected)
            {
                throw new InvalidDataException();
            }
        }

        var written = BinaryPrimitives.ReadUInt32BigEndian(packed.GetBuffer().AsSpan((int)packed.Length - 4));
        if (total != expected || written != ((high << 16) | low))
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>IHDR, which every file begins with.</summary>
    private readonly record struct Header(long Width, long Height, int Depth, int ColorType, bool IsInterlaced)
    {
        public const int Palette = 3;

        public const int Length = 13;

        public int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

        /// <summary>Rows of all passes, each with the byte that names its filter.</summary>
        public long UnpackedBytes => !IsInterlaced ? Pass(Width, Height)
            : Pass(Up(Width, 0, 8), Up(Height, 0, 8)) + Pass(Up(Width, 4, 8), Up(Height, 0, 8)) + Pass(Up(Width, 0, 4), Up(Height, 4, 8))
            + Pass(Up(Width, 2, 4), Up(Height, 0, 4)) + Pass(Up(Width, 0, 2), Up(Height, 2, 4)) + Pass(Up(Width, 1, 2), Up(Height, 0, 2))
            + Pass(Width, Up(Height, 1, 2));

        public static Header Read(ReadOnlySpan<byte> bytes)
        {
            var reader = new PictureBytes(bytes);
            reader.Take(Signature.Length);
            if (reader.BigEndian32() != Length || !reader.Take(4).SequenceEqual("IHDR"u8))
            {
                throw new InvalidDataException();
            }

            var (width, height, depth, color) = (reader.BigEndian32(), reader.BigEndian32(), reader.Byte(), reader.Byte());
            var (compression, filter, interlace) = (reader.Byte(), reader.Byte(), reader.Byte());
            var isKnown = color switch
            {
                0 => depth is 1 or 2 or 4 or 8 or 16,
                Palette => depth is 1 or 2 or 4 or 8,
                2 or 4 or 6 => depth is 8 or 16,
                _ => false,
            };
            return isKnown && width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue && compression == 0 && filter == 0 && interlace <= 1
                ? new(width, height, depth, color, interlace == 1)
                : throw new InvalidDataException();
        }

        private static long Up(long length, int start, int step) => (length - start + step - 1) / step;

        private long Pass(long width, long height) => width <= 0 || height <= 0 ? 0 : height * (1 + ((width * Channels * Depth) + 7) / 8);
    }
}
