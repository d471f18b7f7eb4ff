using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace Site.Rendering.Pictures.Sharing;

/// <summary>A typeface as outlines, of which text is drawn; it comes with the program, so that it is the same on every machine (Type/README.md has its format).</summary>
internal sealed class ShareType
{
    /// <summary>Outlines are stored in this many units an em.</summary>
    private const double UnitsPerEm = 500;

    private static readonly Lazy<ShareType> BoldType = new(() => Load("bold")), RegularType = new(() => Load("regular"));

    private readonly byte[] data;
    private readonly FrozenDictionary<int, (double Advance, int Start)> glyphs;

    private ShareType(byte[] data)
    {
        this.data = data;
        var at = 0;
        var places = new Dictionary<int, (double, int)>();
        for (var (left, code) = (Number(ref at), 0); left > 0; left--)
        {
            code += Number(ref at);
            var advance = Number(ref at) / 1_000.0;
            var length = Number(ref at);
            places.Add(code, (advance, at));
            at += length;
        }

        glyphs = places.ToFrozenDictionary();
    }

    /// <summary>All characters that it has: 28,000 Chinese ones among them.</summary>
    public static ShareType Bold => BoldType.Value;

    /// <summary>The characters of GB 2312 alone.</summary>
    public static ShareType Regular => RegularType.Value;

    public bool Has(Rune rune) => glyphs.ContainsKey(rune.Value);

    /// <returns>How far a character moves the pen, in em; 0 where there is none.</returns>
    public double Advance(Rune rune) => glyphs.GetValueOrDefault(rune.Value).Advance;

    /// <summary>Adds the outlines of a character.</summary>
    /// <param name="shape">Takes them.</param>
    /// <param name="x">Where the pen stands, in pixels.</param>
    /// <param name="baseline">In pixels from above.</param>
    /// <param name="size">Pixels an em.</param>
    public void Draw(IOutlinePen shape, Rune rune, double x, double baseline, double size)
    {
        if (!glyphs.TryGetValue(rune.Value, out var glyph))
        {
            return;
        }

        var (at, penX, penY, scale) = (glyph.Start, 0, 0, size / UnitsPerEm);
        for (var contours = Number(ref at); contours > 0; contours--)
        {
            var segments = Number(ref at);
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
            lastX += Signed(ref place);
            lastY += Signed(ref place);
            return (x + (lastX * scale), baseline - (lastY * scale));
        }
    }

    private static ShareType Load(string name)
    {
        using var packed = typeof(ShareType).Assembly.GetManifestResourceStream($"share-type/{name}.outlines")!;
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return new(bytes.ToArray());
    }

    private int Signed(ref int at) => Number(ref at) is var number && (number & 1) == 0 ? number >> 1 : -(number >> 1) - 1;

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    private int Number(ref int at)
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
