using System.Buffers;
using Site.Content.Files;

namespace Site.Rendering.Pictures.Sources;

/// <summary>Reads JPEG files: every segment, and every code of every scan.</summary>
/// <remarks>ITU-T T.81 annexes B, F and G. Sequential and progressive files with Huffman codes and eight bits, as cameras and programs write them.</remarks>
internal static class JpegFile
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Huffman = 0xC4, Restart = 0xDD, Baseline = 0xC0, Sequential = 0xC1, Progressive = 0xC2;

    private const byte FirstApplication = 0xE0, Exif = 0xE1, Icc = 0xE2, Adobe = 0xEE, LastApplication = 0xEF, Comment = 0xFE;

    /// <summary>More scans than these only cost time; programs write 10.</summary>
    private const int MostScans = 64;

    /// <exception cref="InvalidDataException">There is no header, or one that is not as the format has it.</exception>
    public static PictureShape Shape(ReadOnlySpan<byte> bytes)
    {
        var reader = new PictureBytes(bytes);
        reader.Take(2);
        while (true)
        {
            var marker = Marker(ref reader);
            var data = Segment(ref reader);
            if (marker is Baseline or Sequential or Progressive)
            {
                var frame = JpegFrame.Read(data, marker == Progressive);
                return new(frame.Width, frame.Height, 1, frame.BitsOfPixel);
            }

            if (marker is Scan or End or Start)
            {
                throw new InvalidDataException();
            }
        }
    }

    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    public static PictureSource Read(PictureShape shape, ReadOnlySpan<byte> bytes)
    {
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        kept.Write(bytes[..2]);
        var reader = new PictureBytes(bytes);
        reader.Take(2);
        var (orientation, profile, scans) = (1, new SortedDictionary<int, byte[]>(), 0);
        JpegFrame? frame = null;
        var tables = new JpegTable?[8];
        var interval = 0;
        while (true)
        {
            var marker = Marker(ref reader);
            if (marker == End)
            {
                break;
            }

            var start = reader.At - 2;
            var data = Segment(ref reader);
            switch (marker)
            {
                case Baseline or Sequential or Progressive:
                    frame = frame is null ? JpegFrame.Read(data, marker == Progressive) : throw new InvalidDataException();
                    break;
                case Huffman:
                    JpegTable.Read(data, tables);
                    break;
                case Restart:
                    interval = new PictureBytes(data).BigEndian16();
                    break;
                case Scan when frame is not null && ++scans <= MostScans:
                    reader.Take(JpegScan.Follow(frame, data, tables, interval, bytes[reader.At..]));
                    break;
                case Exif when data.StartsWith("Exif\0\0"u8):
                    orientation = Orientation.Of(data[6..]);
                    break;
                case Icc when data.StartsWith("ICC_PROFILE\0"u8) && data.Length > 14:
                    profile.TryAdd(data[12], data[14..].ToArray());
                    break;
                case 0xDB or Adobe or Comment or (>= FirstApplication and <= LastApplication):
                    break;
                default:
                    throw new InvalidDataException();
            }

            if (marker is not (Comment or (>= FirstApplication and <= LastApplication)) || marker == Adobe)
            {
                kept.Write(bytes[start..reader.At]);
            }
        }

        if (frame is null || !frame.IsComplete)
        {
            throw new InvalidDataException();
        }

        kept.Write((ReadOnlySpan<byte>)[0xFF, End]);
        return new(PictureFormat.Jpeg, shape, orientation, profile.Count == 0 ? null : [.. profile.Values.SelectMany(part => part)], kept.WrittenSpan.ToArray());
    }

    /// <summary>Any number of 0xFF may stand before a marker.</summary>
    private static byte Marker(ref PictureBytes reader)
    {
        if (reader.Byte() != 0xFF)
        {
            throw new InvalidDataException();
        }

        byte marker;
        while ((marker = reader.Byte()) == 0xFF)
        {
        }

        return marker;
    }

    private static ReadOnlySpan<byte> Segment(ref PictureBytes reader) =>
        reader.BigEndian16() is var length and >= 2 ? reader.Take(length - 2) : throw new InvalidDataException();
}

/// <summary>The frame of a file: its size and its components.</summary>
internal sealed class JpegFrame
{
    private JpegFrame(int width, int height, bool isProgressive, JpegComponent[] components)
    {
        (Width, Height, IsProgressive, Components) = (width, height, isProgressive, components);
        (Across, Down) = (components.Max(part => part.Across), components.Max(part => part.Down));
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsProgressive { get; }

    public JpegComponent[] Components { get; }

    /// <summary>Blocks of the largest component in a unit, across and down.</summary>
    public int Across { get; }

    public int Down { get; }

    /// <summary>A progressive file keeps two bytes for each sample until its last scan has been read.</summary>
    public int BitsOfPixel => (IsProgressive ? 16 : 8) * Components.Sum(part => part.Across * part.Down) / (Across * Down);

    public bool IsComplete => Components.All(part => part.HasScan);

    public int UnitsAcross => Up(Width, 8 * Across);

    public int UnitsDown => Up(Height, 8 * Down);

    public static int Up(int length, int step) => (length + step - 1) / step;

    /// <exception cref="InvalidDataException">It is not as the format has it.</exception>
    public static JpegFrame Read(ReadOnlySpan<byte> data, bool isProgressive)
    {
        var reader = new PictureBytes(data);
        var (precision, height, width, count) = (reader.Byte(), reader.BigEndian16(), reader.BigEndian16(), reader.Byte());
        if (precision != 8 || height == 0 || width == 0 || count is not (1 or 3 or 4) || reader.Left != 3 * count)
        {
            throw new InvalidDataException();
        }

        var components = new JpegComponent[count];
        for (var at = 0; at < count; at++)
        {
            var (id, sampling) = (reader.Byte(), reader.Byte());
            reader.Byte();
            components[at] = (sampling >> 4) is >= 1 and <= 4 && (sampling & 15) is >= 1 and <= 4
                ? new(id, sampling >> 4, sampling & 15)
                : throw new InvalidDataException();
        }

        return new(width, height, isProgressive, components);
    }
}

/// <summary>A component: brightness, a color, or the one of a gray picture.</summary>
/// <param name="id">What scans call it.</param>
/// <param name="across">Its blocks in a unit, 1 to 4.</param>
/// <param name="down">Its blocks in a unit, 1 to 4.</param>
internal sealed class JpegComponent(byte id, int across, int down)
{
    public byte Id { get; } = id;

    public int Across { get; } = across;

    public int Down { get; } = down;

    public bool HasScan { get; set; }

    /// <summary>For each block of a progressive file, the coefficients that are not zero so far, a bit each; made with its first scan.</summary>
    public ulong[]? Blocks { get; set; }
}

/// <summary>A table of Huffman codes.</summary>
/// <param name="ends">For each length from 1 to 16, the code behind its last.</param>
/// <param name="offsets">For each length, what is added to a code to find its place among the symbols.</param>
/// <param name="symbols">In the order of their codes.</param>
internal sealed class JpegTable(int[] ends, int[] offsets, byte[] symbols)
{
    /// <param name="data">The segment, which may hold several.</param>
    /// <param name="tables">Four for the first coefficient of a block, four for the rest.</param>
    /// <exception cref="InvalidDataException">It is not as the format has it.</exception>
    public static void Read(ReadOnlySpan<byte> data, JpegTable?[] tables)
    {
        var reader = new PictureBytes(data);
        while (reader.Left > 0)
        {
            var place = reader.Byte();
            var counts = reader.Take(16);
            var (ends, offsets, code, total) = (new int[17], new int[17], 0, 0);
            for (var length = 1; length <= 16; length++)
            {
                offsets[length] = total - code;
                (code, total) = (code + counts[length - 1], total + counts[length - 1]);
                ends[length] = code;
                if (code > 1 << length)
                {
                    throw new InvalidDataException();
                }

                code <<= 1;
            }

            if ((place & 0xEC) != 0 || total > 256)
            {
                throw new InvalidDataException();
            }

            tables[((place >> 4) * 4) + (place & 3)] = new(ends, offsets, reader.Take(total).ToArray());
        }
    }

    /// <exception cref="InvalidDataException">There is no such code, or the scan ends in it.</exception>
    public int Next(ref JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            code = (code << 1) | bits.Next();
            if (code < ends[length])
            {
                return symbols[code + offsets[length]];
            }
        }

        throw new InvalidDataException();
    }
}

/// <summary>The bits of a scan up to the next marker.</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int held;
    private int left;

    /// <summary>Where the next byte lies.</summary>
    public int At { get; private set; }

    /// <exception cref="InvalidDataException">There is a marker, or the end of the file.</exception>
    public int Next()
    {
        if (left == 0)
        {
            held = At < bytes.Length ? bytes[At++] : throw new InvalidDataException();
            if (held == 0xFF && (At >= bytes.Length || bytes[At++] != 0))
            {
                throw new InvalidDataException();
            }

            left = 8;
        }

        return (held >> --left) & 1;
    }

    /// <exception cref="InvalidDataException">There are fewer.</exception>
    public int Next(int count)
    {
        var value = 0;
        for (; count > 0; count--)
        {
            value = (value << 1) | Next();
        }

        return value;
    }

    /// <summary>Passes over the marker that must stand here, and begins a byte.</summary>
    /// <param name="number">0 to 7.</param>
    /// <exception cref="InvalidDataException">Something else stands here.</exception>
    public void Restart(int number)
    {
        left = 0;
        while (At + 1 < bytes.Length && bytes[At] == 0xFF && bytes[At + 1] == 0xFF)
        {
            At++;
        }

        if (At + 2 > bytes.Length || bytes[At] != 0xFF || bytes[At + 1] != 0xD0 + number)
        {
            throw new InvalidDataException();
        }

        At += 2;
    }
}
