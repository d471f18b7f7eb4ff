using System.Buffers.Text;

namespace Site.Privacy.Leaks.Containers;

/// <summary>How the dictionary of a PDF's stream says that it is written.</summary>
/// <param name="IsLzw">Whether it is compressed with LZW.</param>
/// <param name="IsEarly">For LZW whether codes get longer one code early, as they usually do.</param>
/// <param name="Row">The bytes of a row under a predictor of PNG, without the one that names its filter; 0 where there is none, or where it is a picture or a table of offsets and holds no text.</param>
/// <param name="Step">How many bytes lie between a byte and the one that it follows from, 1 or more.</param>
internal readonly record struct PdfWriting(bool IsLzw, bool IsEarly, int Row, int Step)
{
    private const int LongestRow = 65_536;

    /// <summary>Without a predictor and LZW.</summary>
    public static PdfWriting Usual => new(false, true, 0, 1);

    /// <param name="before">What stands before the stream: the end of it is its dictionary (ISO 32000-2, 7.4.4.3).</param>
    public static PdfWriting Of(ReadOnlySpan<byte> before)
    {
        var dictionary = before[(before.LastIndexOf("obj"u8) is var start and >= 0 ? start : 0)..];
        var isLzw = dictionary.IndexOf("/LZW"u8) >= 0;
        if (!isLzw && dictionary.IndexOf("/Predictor"u8) < 0)
        {
            return Usual;
        }

        var (colors, bits, columns) = (Number(dictionary, "/Colors"u8, 1), Number(dictionary, "/BitsPerComponent"u8, 8), Number(dictionary, "/Columns"u8, 1));
        var hasRows = Number(dictionary, "/Predictor"u8, 1) >= 10 && dictionary.IndexOf("/Image"u8) < 0 && dictionary.IndexOf("/XRef"u8) < 0
            && colors is > 0 and <= 32 && bits is > 0 and <= 16 && columns is > 0 and <= LongestRow;
        return new(isLzw, Number(dictionary, "/EarlyChange"u8, 1) != 0, hasRows ? ((colors * bits * columns) + 7) / 8 : 0, hasRows ? Math.Max(1, colors * bits / 8) : 1);
    }

    private static int Number(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> name, int usual) =>
        dictionary.IndexOf(name) is var at and >= 0 && Utf8Parser.TryParse(dictionary[(at + name.Length)..].TrimStart(" \r\n\t"u8), out int value, out _) ? value : usual;
}

/// <summary>Undoes the filters of PNG (ISO 15948, 9), which PDFs lay over tables and lists before they compress them.</summary>
internal static class PdfPredictors
{
    /// <param name="bytes">Rows, each with the number of its filter before it; the last may be cut off.</param>
    /// <param name="writing">With rows.</param>
    public static byte[] Undo(ReadOnlySpan<byte> bytes, PdfWriting writing)
    {
        var (row, step) = (writing.Row, writing.Step);
        var rows = (bytes.Length + row) / (row + 1);
        var all = new byte[Math.Max(0, bytes.Length - rows)];
        for (var at = 0; at < rows; at++)
        {
            var start = at * row;
            var filtered = bytes[((at * (row + 1)) + 1)..Math.Min(bytes.Length, (at + 1) * (row + 1))];
            for (var column = 0; column < filtered.Length; column++)
            {
                var left = column >= step ? all[start + column - step] : 0;
                var above = at > 0 ? all[start + column - row] : 0;
                var corner = at > 0 && column >= step ? all[start + column - row - step] : 0;
                all[start + column] = (byte)(filtered[column] + bytes[at * (row + 1)] switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => 0 });
            }
        }

        return all;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
