using System.Buffers.Text;
using System.Numerics;

namespace Site.Privacy.Leaks.Containers;

/// <summary>How the dictionary of a PDF's stream says that it is written.</summary>
/// <param name="IsLzw">Whether it is compressed with LZW.</param>
/// <param name="IsEarly">For LZW whether codes get longer one code early, as they usually do.</param>
/// <param name="IsRunLength">Whether it is written in run lengths.</param>
/// <param name="Rows">What lies over it before it is compressed.</param>
internal readonly record struct PdfWriting(bool IsLzw, bool IsEarly, bool IsRunLength, PdfRows Rows)
{
    /// <summary>Deflated or as it is.</summary>
    public static PdfWriting Usual => new(false, true, false, default);

    /// <param name="before">What stands before the stream: the end of it is its dictionary (ISO 32000-2, 7.4).</param>
    public static PdfWriting Of(ReadOnlySpan<byte> before)
    {
        var dictionary = before[(before.LastIndexOf("obj"u8) is var start and >= 0 ? start : 0)..];
        var (isLzw, isRunLength) = (dictionary.IndexOf("/LZW"u8) >= 0, dictionary.IndexOf("/RunLength"u8) >= 0);
        return isLzw || isRunLength || dictionary.IndexOf("/Predictor"u8) >= 0 ? new(isLzw, Number(dictionary, "/EarlyChange"u8, 1) != 0, isRunLength, RowsOf(dictionary)) : Usual;
    }

    private static PdfRows RowsOf(ReadOnlySpan<byte> dictionary)
    {
        var (predictor, colors, bits, columns) =
            (Number(dictionary, "/Predictor"u8, 1), Number(dictionary, "/Colors"u8, 1), Number(dictionary, "/BitsPerComponent"u8, 8), Number(dictionary, "/Columns"u8, 1));
        return predictor > 1 && dictionary.IndexOf("/Image"u8) < 0 && dictionary.IndexOf("/XRef"u8) < 0
            && colors is > 0 and <= 32 && bits is > 0 and <= 16 && (predictor >= 10 || BitOperations.IsPow2(bits)) && columns is > 0 and <= PdfRows.Longest
            ? new(((colors * bits * columns) + 7) / 8, colors, bits, predictor < 10)
            : default;
    }

    private static int Number(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> name, int usual) =>
        dictionary.IndexOf(name) is var at and >= 0 && Utf8Parser.TryParse(dictionary[(at + name.Length)..].TrimStart(" \r\n\t"u8), out int value, out _) ? value : usual;
}

/// <summary>Rows of bytes under a predictor (ISO 32000-2, 7.4.4.4).</summary>
/// <param name="Length">The bytes of a row, without the one that names its filter; 0 where there is no predictor, or where it is a picture or a table of offsets and holds no text.</param>
/// <param name="Colors">How many values lie side by side, 1 to 32.</param>
/// <param name="Bits">Of each value, 1 to 16; a power of 2 for TIFF.</param>
/// <param name="IsTiff">Whether each value is written as what it adds to the one before (TIFF 6.0, 14); else filters of PNG are named row by row.</param>
internal readonly record struct PdfRows(int Length, int Colors, int Bits, bool IsTiff)
{
    public const int Longest = 65_536;
}

/// <summary>Undoes the filters of PNG (ISO 15948, 9) and the differences of TIFF, which PDFs lay over tables and lists before they compress them.</summary>
internal static class PdfPredictors
{
    /// <param name="bytes">Rows, each of PNG with the number of its filter before it; the last may be cut off.</param>
    /// <param name="rows">How they are written; of a length.</param>
    public static byte[] Undo(ReadOnlySpan<byte> bytes, PdfRows rows) => rows.IsTiff ? UndoDifferences(bytes, rows) : UndoFilters(bytes, rows.Length, Math.Max(1, rows.Colors * rows.Bits / 8));

    private static byte[] UndoDifferences(ReadOnlySpan<byte> bytes, PdfRows rows)
    {
        var all = bytes.ToArray();
        for (var start = 0; start < all.Length; start += rows.Length)
        {
            var row = all.AsSpan(start..Math.Min(all.Length, start + rows.Length));
            for (var at = rows.Colors; (at + 1) * rows.Bits <= row.Length * 8; at++)
            {
                Add(row, at * rows.Bits, rows.Bits, Value(row, (at - rows.Colors) * rows.Bits, rows.Bits));
            }
        }

        return all;
    }

    /// <param name="at">In bits.</param>
    private static int Value(ReadOnlySpan<byte> row, int at, int bits) =>
        bits == 16 ? (row[at / 8] << 8) | row[(at / 8) + 1] : (row[at / 8] >> (8 - bits - (at % 8))) & ((1 << bits) - 1);

    private static void Add(Span<byte> row, int at, int bits, int more)
    {
        var sum = (Value(row, at, bits) + more) & ((1 << bits) - 1);
        if (bits == 16)
        {
            (row[at / 8], row[(at / 8) + 1]) = ((byte)(sum >> 8), (byte)sum);
            return;
        }

        var shift = 8 - bits - (at % 8);
        row[at / 8] = (byte)((row[at / 8] & ~(((1 << bits) - 1) << shift)) | (sum << shift));
    }

    private static byte[] UndoFilters(ReadOnlySpan<byte> bytes, int row, int step)
    {
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
