using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Site.Rendering.Pictures.Sharing;

/// <summary>A typeface as outlines, of which text is drawn; it comes with the program, so that it is the same on every machine (Type/README.md has its format).</summary>
internal sealed class ShareType
{
    /// <summary>Outlines are stored in this many units an em.</summary>
    private const double UnitsPerEm = 500;

    /// <summary>Bytes before the columns: how many characters and how many blocks there are.</summary>
    private const int CountLength = 8;

    private static readonly Lazy<ShareType> BoldType = new(() => Load("bold")), RegularType = new(() => Load("regular"));

    private readonly Stream file;
    private readonly Lock reading = new();
    private readonly byte[] codes, advances, blockNumbers, places, blockStarts;

    /// <summary>Unpacked when a character of theirs is drawn for the first time.</summary>
    private readonly byte[]?[] blocks;

    private ShareType(Stream file)
    {
        this.file = file;
        var counts = Next(CountLength);
        var (characters, packed) = (BinaryPrimitives.ReadInt32LittleEndian(counts), BinaryPrimitives.ReadInt32LittleEndian(counts.AsSpan(4)));
        (codes, advances, blockNumbers) = (Next(characters * sizeof(int)), Next(characters * sizeof(ushort)), Next(characters * sizeof(ushort)));
        (places, blockStarts) = (Next(characters * sizeof(ushort)), Next((packed + 1) * sizeof(int)));
        blocks = new byte[packed][];

        byte[] Next(int length)
        {
            var bytes = new byte[length];
            file.ReadExactly(bytes);
            return bytes;
        }
    }

    /// <summary>All characters that it has: 28,000 Chinese ones among them.</summary>
    public static ShareType Bold => BoldType.Value;

    /// <summary>The characters of GB 2312 alone.</summary>
    public static ShareType Regular => RegularType.Value;

    public bool Has(Rune rune) => Find(rune) >= 0;

    /// <returns>How far a character moves the pen, in em; 0 where there is none.</returns>
    public double Advance(Rune rune) => Find(rune) is var glyph and >= 0 ? UInt16(advances, glyph) / 1_000.0 : 0;

    /// <summary>Adds the outlines of a character.</summary>
    /// <param name="shape">Takes them.</param>
    /// <param name="x">Where the pen stands, in pixels.</param>
    /// <param name="baseline">In pixels from above.</param>
    /// <param name="size">Pixels an em.</param>
    public void Draw(IOutlinePen shape, Rune rune, double x, double baseline, double size)
    {
        if (Find(rune) is not (>= 0 and var glyph))
        {
            return;
        }

        var data = Block(UInt16(blockNumbers, glyph));
        var (at, penX, penY, scale) = ((int)UInt16(places, glyph), 0, 0, size / UnitsPerEm);
        for (var contours = Number(data, ref at); contours > 0; contours--)
        {
            var segments = Number(data, ref at);
            var (startX, startY) = Next(ref at, ref penX, ref penY);
            shape.Move(startX, startY);
            var kinds = at;
            at += (segments + 7) / 8;
            for (var segment = 0; segment < segments; segment++)
            {
                var (x1, y1) = Next(ref at, ref penX, ref penY);
                if ((data[kinds + (segment / 8)] >> (segment % 8) & 1) == 0)
                {
                    shape.Line(x1, y1);
                    continue;
                }

                var (x2, y2) = Next(ref at, ref penX, ref penY);
                var (x3, y3) = Next(ref at, ref penX, ref penY);
                shape.Curve(x1, y1, x2, y2, x3, y3);
            }

            shape.Close();
        }

        (double X, double Y) Next(ref int place, ref int lastX, ref int lastY)
        {
            lastX += Signed(data, ref place);
            lastY += Signed(data, ref place);
            return (x + (lastX * scale), baseline - (lastY * scale));
        }
    }

    private static ShareType Load(string name) => new(typeof(ShareType).Assembly.GetManifestResourceStream($"share-type/{name}.outlines")!);

    private static ushort UInt16(byte[] column, int at) => BinaryPrimitives.ReadUInt16LittleEndian(column.AsSpan(at * sizeof(ushort)));

    private static int Int32(byte[] column, int at) => BinaryPrimitives.ReadInt32LittleEndian(column.AsSpan(at * sizeof(int)));

    /// <returns>Where a character stands in the columns, or less than 0.</returns>
    private int Find(Rune rune)
    {
        var (low, high) = (0, (codes.Length / sizeof(int)) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var code = Int32(codes, middle);
            if (code == rune.Value)
            {
                return middle;
            }

            (low, high) = code < rune.Value ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private byte[] Block(int number)
    {
        lock (reading)
        {
            if (blocks[number] is not { } block)
            {
                var packed = new byte[Int32(blockStarts, number + 1) - Int32(blockStarts, number)];
                file.Position = Int32(blockStarts, number);
                file.ReadExactly(packed);
                using var unpacked = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
                using var bytes = new MemoryStream();
                unpacked.CopyTo(bytes);
                blocks[number] = block = bytes.ToArray();
            }

            return block;
        }
    }

    private static int Signed(byte[] data, ref int at) => Number(data, ref at) is var number && (number & 1) == 0 ? number >> 1 : -(number >> 1) - 1;

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    private static int Number(byte[] data, ref int at)
    {
        var (number, shift) = (0, 0);
        byte part;
        do
        {
            part = data[at++];
            number |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);
        return number;
    }
}

/// <summary>Takes outlines: contours of lines and cubic curves, each from a move to a close.</summary>
internal interface IOutlinePen
{
    public void Move(double toX, double toY);

    public void Line(double toX, double toY);

    public void Curve(double x1, double y1, double x2, double y2, double toX, double toY);

    public void Close();
}
