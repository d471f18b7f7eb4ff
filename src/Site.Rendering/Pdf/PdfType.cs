using System.Buffers;
using System.Globalization;
using System.Text;
using Site.Core.Sources;
using Site.Rendering.Pictures.Sharing;

namespace Site.Rendering.Pdf;

/// <summary>
/// The characters that one file uses of a typeface, as a font of it: real text, whose codes are those of UTF-16, so that it can be marked, found and read aloud.
/// </summary>
/// <remarks>A font program in the Compact Font Format with names by number (Adobe Technical Notes 5176 and 5177), made from the outlines that share pictures are drawn with.</remarks>
internal sealed class PdfType(ShareType type, string name)
{
    /// <summary>Characters beyond the first plane have codes of the private area.</summary>
    private const int FirstOwnCode = 0xE000, LastOwnCode = 0xF8FF;

    private const int UnitsPerEm = 1000;

    private readonly SortedDictionary<int, Rune> used = [];
    private readonly Dictionary<Rune, int> own = [];

    /// <summary>Whether any text was written with it.</summary>
    public bool IsUsed => used.Count > 0;

    /// <returns>Whether it has an outline of each character of the text.</returns>
    public bool Has(string text) => text.EnumerateRunes().All(type.Has);

    /// <returns>In em.</returns>
    public double Width(string text) => text.EnumerateRunes().Sum(Advance) / (double)UnitsPerEm;

    /// <returns>The text as a string of PDF, in hexadecimal digits. What the typeface lacks is drawn as an empty box, or not at all where it is a mark on another character.</returns>
    public string Write(string text)
    {
        var codes = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
        {
            var code = CodeOf(rune);
            used.TryAdd(code, rune);
            codes.Append(CultureInfo.InvariantCulture, $"{code:X4}");
        }

        return codes.Append('>').ToString();
    }

    /// <returns>The number of the font's object.</returns>
    public int AddTo(PdfFile file)
    {
        var glyphs = used.Select(glyph => (Code: glyph.Key, Rune: glyph.Value)).ToList();
        var named = $"{Tag(glyphs.Select(glyph => glyph.Code))}+{name}";
        var program = file.AddStream("/Subtype/CIDFontType0C", Program(named, glyphs));
        var description = file.Add($"<</Type/FontDescriptor/FontName/{named}/Flags 4/FontBBox[-200 -300 1200 1100]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 733/StemV 100/FontFile3 {program} 0 R>>");
        var widths = string.Concat(glyphs.Where(glyph => Advance(glyph.Rune) != UnitsPerEm).Select(glyph => $"{glyph.Code}[{Advance(glyph.Rune)}]"));
        var descendant = file.Add($"<</Type/Font/Subtype/CIDFontType0/BaseFont/{named}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {description} 0 R/DW {UnitsPerEm}/W[{widths}]>>");
        var unicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add($"<</Type/Font/Subtype/Type0/BaseFont/{named}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>");
    }

    private int CodeOf(Rune rune)
    {
        if (rune.IsBmp && rune.Value is > 0 and (< FirstOwnCode or > LastOwnCode))
        {
            return rune.Value;
        }

        if (!own.TryGetValue(rune, out var code))
        {
            own.Add(rune, code = Math.Min(FirstOwnCode + own.Count, LastOwnCode));
        }

        return code;
    }

    private int Advance(Rune rune) => type.Has(rune) ? (int)Math.Round(type.Advance(rune) * UnitsPerEm) : IsMark(rune) ? 0 : UnitsPerEm;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control;

    // Six letters that tell subsets of one font apart (9.6.4).
    private static string Tag(IEnumerable<int> codes)
    {
        var hash = Sha256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', codes)));
        return string.Concat(hash.Take(6).Select(part => (char)('A' + (part % 26))));
    }

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Codes def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (code, rune) in part)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end\n").ToString();
    }

    private byte[] Program(string named, List<(int Code, Rune Rune)> glyphs)
    {
        byte[] head = [1, 0, 4, 4];
        var names = Index([Encoding.ASCII.GetBytes(named)]);
        var strings = Index(["Adobe"u8.ToArray(), "Identity"u8.ToArray()]);
        var global = Index([]);
        byte[] charset = [0, .. glyphs.SelectMany(glyph => new[] { (byte)(glyph.Code >> 8), (byte)glyph.Code })];
        byte[] fonts = [3, 0, 1, 0, 0, 0, (byte)((glyphs.Count + 1) >> 8), (byte)(glyphs.Count + 1)];
        var outlines = Index([new CharstringPen().Bytes(), .. glyphs.Select(glyph => Outline(glyph.Rune))]);
        // defaultWidthX is an em, nominalWidthX stays 0.
        byte[] defaults = [.. Number(UnitsPerEm), 20];

        // All places are written in five bytes, so that the length of the dictionary is known before they are.
        var length = Top(0, 0, 0, 0).Length;
        var places = head.Length + names.Length + length + strings.Length + global.Length;
        var outlinesAt = places + charset.Length + fonts.Length;
        var defaultsAt = outlinesAt + outlines.Length;
        byte[] privately = [.. Number(defaults.Length), .. Place(defaultsAt), 18];
        return [.. head, .. names, .. Top(places, places + charset.Length, outlinesAt, defaultsAt + defaults.Length), .. strings, .. global, .. charset, .. fonts, .. outlines, .. defaults, .. Index([privately])];

        // ROS, CIDCount, charset, FDSelect, CharStrings, FDArray.
        byte[] Top(int charsetAt, int selectAt, int stringsAt, int arrayAt) => Index([
        [
            .. Number(391), .. Number(392), .. Number(0), 12, 30, .. Place(0x10000), 12, 34,
            .. Place(charsetAt), 15, .. Place(selectAt), 12, 37, .. Place(stringsAt), 17, .. Place(arrayAt), 12, 36,
        ]]);
    }

    private byte[] Outline(Rune rune)
    {
        var pen = new CharstringPen();
        if (Advance(rune) is var advance and not UnitsPerEm)
        {
            pen.Width(advance);
        }

        if (type.Has(rune))
        {
            type.Draw(pen, rune, 0, 0, UnitsPerEm);
        }
        else if (!IsMark(rune))
        {
            Box(pen);
        }

        return pen.Bytes();
    }

    // What stands for a character that there is no outline of: an empty box.
    private static void Box(CharstringPen pen)
    {
        foreach (var (near, far) in new[] { (100, 900), (160, 840) })
        {
            pen.Move(near, 120 - near);
            var (upper, lower) = (120 - far, 120 - near);
            foreach (var (x, y) in near == 100 ? new[] { (far, lower), (far, upper), (near, upper) } : [(near, upper), (far, upper), (far, lower)])
            {
                pen.Line(x, y);
            }

            pen.Close();
        }
    }

    private static byte[] Index(IReadOnlyCollection<byte[]> items)
    {
        if (items.Count == 0)
        {
            return [0, 0];
        }

        var index = new ArrayBufferWriter<byte>();
        index.Write<byte>([(byte)(items.Count >> 8), (byte)items.Count, 4]);
        var place = 1;
        foreach (var item in items.Prepend([]))
        {
            place += item.Length;
            index.Write<byte>([(byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place]);
        }

        foreach (var item in items)
        {
            index.Write(item.AsSpan());
        }

        return index.WrittenSpan.ToArray();
    }

    private static byte[] Place(int number) => [29, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    /// <returns>A whole number as charstrings and dictionaries have it, from −32,768 to 32,767.</returns>
    private static byte[] Number(int number) => number switch
    {
        >= -107 and <= 107 => [(byte)(number + 139)],
        >= 108 and <= 1131 => [(byte)(((number - 108) >> 8) + 247), (byte)(number - 108)],
        >= -1131 and <= -108 => [(byte)(((-number - 108) >> 8) + 251), (byte)(-number - 108)],
        _ => [28, (byte)(number >> 8), (byte)number],
    };

    /// <summary>Writes an outline as a charstring of type 2, which has differences from the last point, y upwards.</summary>
    private sealed class CharstringPen : IOutlinePen
    {
        private const byte LineTo = 5, CurveTo = 8, End = 14, MoveTo = 21;

        /// <summary>Of numbers that wait for their operator: a machine that draws holds 48.</summary>
        private const int MostWaiting = 48;

        private readonly ArrayBufferWriter<byte> written = new();
        private readonly List<int> waiting = [];
        private byte what;
        private int lastX, lastY;

        public void Width(int advance) => written.Write(Number(advance).AsSpan());

        public void Move(double x, double y)
        {
            Flush();
            Add(MoveTo, (x, y));
            Flush();
        }

        public void Line(double x, double y) => Add(LineTo, (x, y));

        public void Curve(double x1, double y1, double x2, double y2, double x, double y) => Add(CurveTo, (x1, y1), (x2, y2), (x, y));

        // A contour goes back to its start by itself.
        public void Close() => Flush();

        public byte[] Bytes()
        {
            Flush();
            written.Write<byte>([End]);
            return written.WrittenSpan.ToArray();
        }

        private void Add(byte operation, params ReadOnlySpan<(double X, double Y)> points)
        {
            if (operation != what || waiting.Count + (2 * points.Length) > MostWaiting)
            {
                Flush();
            }

            what = operation;
            foreach (var (x, y) in points)
            {
                var (nextX, nextY) = ((int)Math.Round(x), (int)Math.Round(-y));
                waiting.Add(nextX - lastX);
                waiting.Add(nextY - lastY);
                (lastX, lastY) = (nextX, nextY);
            }
        }

        private void Flush()
        {
            foreach (var number in waiting)
            {
                written.Write(Number(number).AsSpan());
            }

            if (waiting.Count > 0)
            {
                written.Write<byte>([what]);
                waiting.Clear();
            }
        }
    }
}
