using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Site.Content.Files;

/// <summary>Takes out of a picture what a camera or a program wrote beside it: place, time, device, names, comments, thumbnails.</summary>
/// <remarks>
/// ITU-T T.81 annex B for JPEG, Portable Network Graphics (Third Edition) chapter 11 for PNG, WebP Container Specification, GIF89a sections 24 and 26. The pixels are not touched.
/// Colors (ICC, Adobe) stay, and of EXIF which side is up.
/// </remarks>
public static class PictureMetadata
{
    private const byte OrientationTag = 0x12;

    /// <returns>The picture without them; the same array where there is nothing to take out, and of any other file.</returns>
    public static byte[] Without(byte[] bytes) => Cleaned(bytes) is var cleaned && cleaned.AsSpan().SequenceEqual(bytes) ? bytes : cleaned;

    private static byte[] Cleaned(byte[] bytes) =>
        bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(bytes)
        : bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png(bytes)
        : bytes.AsSpan().StartsWith("GIF8"u8) ? Gif(bytes)
        : bytes.Length > 12 && bytes.AsSpan().StartsWith("RIFF"u8) && bytes.AsSpan(8).StartsWith("WEBP"u8) ? Webp(bytes)
        : bytes;

    /// <summary>Writes nothing over what a camera noted in a JPEG that lies in another file, so that all offsets stay.</summary>
    /// <param name="jpeg">From its first byte on.</param>
    public static void Blank(Span<byte> jpeg)
    {
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] != 0xDA;)
        {
            var end = Math.Min(jpeg.Length, at + 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..])));
            if (IsNote(jpeg[at..end]))
            {
                jpeg[(at + 4)..end].Clear();
            }

            at = end;
        }
    }

    /// <param name="segment">From its marker on.</param>
    private static bool IsNote(ReadOnlySpan<byte> segment) =>
        segment[1] is 0xFE or (>= 0xE1 and <= 0xEF) && !(segment[1] == 0xE2 && segment[4..].StartsWith("ICC_PROFILE"u8)) && segment[1] != 0xEE;

    private static byte[] Jpeg(byte[] bytes)
    {
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        kept.Write(bytes.AsSpan(0, 2));
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
        {
            var end = Math.Min(bytes.Length, at + 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2))));
            var segment = bytes.AsSpan(at, end - at);
            if (!IsNote(segment))
            {
                kept.Write(segment);
            }
            else if (bytes[at + 1] == 0xE1 && segment[4..].StartsWith("Exif\0\0"u8) && Orientation.Of(segment[10..]) is var side and > 1)
            {
                kept.Write((ReadOnlySpan<byte>)[0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, OrientationTag, 0, 3, 0, 0, 0, 1, 0, (byte)side, 0, 0, 0, 0, 0, 0]);
            }

            at = end;
        }

        var last = bytes.AsSpan(Math.Min(at, bytes.Length)).LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]);
        var scan = bytes.AsSpan(Math.Min(at, bytes.Length));
        kept.Write(FirstPicture(scan) is var length and > 0 ? scan[..length] : last < 0 ? scan : scan[..(last + 2)]);
        return kept.WrittenSpan.ToArray();
    }

    /// <summary>The end of the first picture: 0xFF before anything but 0 and a restart marker ends the coded data, and further pictures may follow the end.</summary>
    private static int FirstPicture(ReadOnlySpan<byte> scan)
    {
        for (var at = 0; at + 1 < scan.Length; at++)
        {
            if (scan[at] == 0xFF && scan[at + 1] == 0xD9)
            {
                return at + 2;
            }

            if (scan[at] == 0xFF && scan[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)) && at + 4 <= scan.Length)
            {
                at += 1 + BinaryPrimitives.ReadUInt16BigEndian(scan[(at + 2)..]);
            }
        }

        return 0;
    }

    private static byte[] Png(byte[] bytes)
    {
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        kept.Write(bytes.AsSpan(0, 8));
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var end = at + 12L + BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (end > bytes.Length)
            {
                return bytes;
            }

            var type = Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (type is not ("tEXt" or "zTXt" or "iTXt" or "eXIf" or "tIME"))
            {
                kept.Write(bytes.AsSpan(at, (int)end - at));
            }

            at = type == "IEND" ? bytes.Length : (int)end;
        }

        return kept.WrittenSpan.ToArray();
    }

    /// <summary>Comments go, and blocks of applications but for those that loop.</summary>
    private static byte[] Gif(byte[] bytes)
    {
        const int Header = 13;
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        var at = bytes.Length < Header ? bytes.Length + 1 : Header + ColorsLength(bytes[10]);
        if (at > bytes.Length)
        {
            return bytes;
        }

        kept.Write(bytes.AsSpan(0, at));
        while (at < bytes.Length)
        {
            var end = bytes[at] switch
            {
                0x21 when at + 2 < bytes.Length => AfterBlocks(bytes, at + 2),
                0x2C when at + 10 < bytes.Length => AfterBlocks(bytes, at + 11 + ColorsLength(bytes[at + 9])),
                0x3B => at + 1,
                _ => -1,
            };
            if (end < 0)
            {
                return bytes;
            }

            var block = bytes.AsSpan(at, end - at);
            var isNote = block[0] == 0x21 && (block[1] == 0xFE || (block[1] == 0xFF && !(block.Length > 14 && (block[3..].StartsWith("NETSCAPE2.0"u8) || block[3..].StartsWith("ANIMEXTS1.0"u8)))));
            if (!isNote)
            {
                kept.Write(block);
            }

            at = block[0] == 0x3B ? bytes.Length : end;
        }

        return kept.WrittenSpan.ToArray();
    }

    private static int ColorsLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    /// <returns>The index after a row of blocks, each with its length before it and an empty one at the end; -1 where the file ends before.</returns>
    private static int AfterBlocks(byte[] bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0)
        {
            at += bytes[at] + 1;
        }

        return at < bytes.Length ? at + 1 : -1;
    }

    private static byte[] Webp(byte[] bytes)
    {
        const int Flags = 20;
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        kept.Write(bytes.AsSpan(0, 12));
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            var end = Math.Min(bytes.Length, at + 8L + length + (length & 1));
            if (Encoding.ASCII.GetString(bytes, at, 4) is not ("EXIF" or "XMP "))
            {
                kept.Write(bytes.AsSpan(at, (int)end - at));
            }

            at = (int)end;
        }

        var made = kept.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(made.AsSpan(4), (uint)made.Length - 8);
        if (made.Length > Flags && made.AsSpan(12).StartsWith("VP8X"u8))
        {
            made[Flags] &= 0xFF - 0x0C;
        }

        return made;
    }
}
