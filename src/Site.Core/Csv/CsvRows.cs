using System.Text;
using CsvHelper;

namespace Site.Core.Csv;

/// <summary>How a CSV file is written, and how long a row may be.</summary>
public sealed record CsvFormat
{
    /// <summary>An ASCII character.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>The longest row, in UTF-16 units with its quotes and separators, 256 or more.</summary>
    public int LongestRow { get; init; } = 256 * 1024;

    /// <summary>Whether a quotation mark inside a field without quotes is text; otherwise it is a fault.</summary>
    public bool AllowsStrayQuotes { get; init; }

    /// <summary>Whether equal fields of a column are one string, which saves memory where rows are kept.</summary>
    public bool PoolsStrings { get; init; }

    /// <returns>Tab, semicolon or comma: the one that the first line has most of; a comma where it has as many.</returns>
    public static char SeparatorOf(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf('\n') is var end and >= 0 ? text[..end] : text;
        var commas = first.Count(',');
        return first.Count('\t') > commas ? '\t' : first.Count(';') > commas ? ';' : ',';
    }
}

/// <summary>Why a CSV file cannot be read any further.</summary>
public enum CsvFaultKind
{
    /// <summary>A quotation mark opens a field and is never closed.</summary>
    OpenQuote,

    /// <summary>There is text between a closing quotation mark and the next separator.</summary>
    TextAfterQuote,

    /// <summary>A quotation mark stands inside a field without quotes.</summary>
    StrayQuote,

    /// <summary>A row is longer than the format allows.</summary>
    RowTooLong,
}

/// <summary>The first fault of a CSV file.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Row">Line on which the row begins, from 1.</param>
/// <param name="Line">Line of the fault itself, from 1.</param>
/// <param name="Column">In UTF-16 units, from 1.</param>
public sealed record CsvFault(CsvFaultKind Kind, int Row, int Line, int Column);

/// <summary>
/// The rows of a CSV text (RFC 4180), one after another, with the position of each field. Empty rows are skipped, and so are empty fields behind the last
/// field of the first row that has something in it: Excel writes as many columns and rows as were ever touched. Reading stops at the first fault, because after an unbalanced quote rows cannot be told apart.
/// </summary>
public sealed class CsvRows : IDisposable
{
    /// <summary>Bytes of UTF-8 that a UTF-16 unit takes at most, rounded up.</summary>
    private const int BytesPerUnit = 4;

    private readonly CsvReader reader;
    private readonly CsvFormat format;
    private readonly Action<CsvFault> report;
    private bool isMalformed;
    private bool isStopped;
    private int? width;

    private CsvRows(string text, CsvFormat format, Action<CsvFault> report)
    {
        this.format = format;
        this.report = report;
        reader = CsvReader.FromText(text, new()
        {
            Separator = format.Separator,
            HasHeader = false,
            MaxRecordSize = format.LongestRow * BytesPerUnit,
            TrackLineNumbers = true,
            PoolStrings = format.PoolsStrings,
            OnMalformedRecord = _ => isMalformed = true,
        });
    }

    /// <summary>Line of the file on which the row begins, from 1.</summary>
    public int Line => (int)reader.LineNumber;

    /// <summary>Number of fields in the row, 1 or more.</summary>
    public int Count { get; private set; }

    /// <summary>A field of the row without its quotes.</summary>
    public string this[int field] => reader.GetString(field);

    /// <param name="text">The whole file.</param>
    /// <param name="report">Takes the first fault; no row is given after it.</param>
    public static CsvRows Open(string text, CsvFormat format, Action<CsvFault> report) => new(text, format, report);

    /// <summary>Moves to the next row that is not empty.</summary>
    /// <returns>False at the end of the file and at a fault.</returns>
    public bool Read()
    {
        if (isStopped)
        {
            return false;
        }

        isMalformed = false;
        try
        {
            do
            {
                if (!reader.Read())
                {
                    return false;
                }

                Count = reader.FieldCount;
            }
            while (!isMalformed && Enumerable.Range(0, Count).All(IsEmpty));
        }
        catch (CsvFormatException tooLong)
        {
            var row = (int)Math.Max(1, tooLong.LineNumber);
            return Stop(new(CsvFaultKind.RowTooLong, row, row, 1));
        }

        if (IsTooLong() || (isMalformed && FindFault() is not null))
        {
            return Stop(IsTooLong() ? new(CsvFaultKind.RowTooLong, Line, Line, 1) : FindFault()!);
        }

        while (Count > (width ?? 1) && IsEmpty(Count - 1))
        {
            Count--;
        }

        width ??= Count;
        return true;
    }

    private bool IsEmpty(int field)
    {
        var raw = reader.GetRawSpan(field).Trim(" \t\r\n"u8);
        return (raw is [(byte)'"', .., (byte)'"'] ? raw[1..^1].Trim(" \t\r\n"u8) : raw).IsEmpty;
    }

    /// <returns>The position of a field, at its opening quotation mark if it is quoted; the end of the row for <see cref="Count"/>.</returns>
    /// <param name="field">From 0 to <see cref="Count"/>.</param>
    public (int Line, int Column) PlaceOf(int field)
    {
        var (line, column) = (Line, 1);
        for (var i = 0; i < field; i++)
        {
            (line, column) = Advance(line, column, reader.GetRawSpan(i));
            column += i + 1 < reader.FieldCount ? 1 : 0;
        }

        return (line, column);
    }

    public void Dispose() => reader.Dispose();

    private bool Stop(CsvFault fault)
    {
        isStopped = true;
        report(fault);
        return false;
    }

    /// <summary>Moves a position past UTF-8 bytes; CR, LF and CRLF each end a line.</summary>
    private static (int Line, int Column) Advance(int line, int column, ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0)
        {
            bytes = bytes[(bytes[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1)..];
            (line, column) = (line + 1, 1);
        }

        return (line, column + Encoding.UTF8.GetCharCount(bytes));
    }

    private bool IsTooLong()
    {
        var bytes = Count - 1;
        for (var i = 0; i < Count && bytes <= format.LongestRow; i++)
        {
            bytes += reader.GetRawSpan(i).Length;
        }

        return bytes > format.LongestRow
            && Count - 1 + Enumerable.Range(0, Count).Sum(i => Encoding.UTF8.GetCharCount(reader.GetRawSpan(i))) > format.LongestRow;
    }

    private CsvFault? FindFault()
    {
        for (var i = 0; i < Count; i++)
        {
            var raw = reader.GetRawSpan(i);
            if (!raw.StartsWith("\""u8))
            {
                if (!format.AllowsStrayQuotes && raw.IndexOf((byte)'"') is var stray and >= 0)
                {
                    return At(CsvFaultKind.StrayQuote, i, stray);
                }

                continue;
            }

            var close = 1;
            while (raw[close..].IndexOf((byte)'"') is var next and >= 0 && raw[(close + next + 1)..].StartsWith("\""u8))
            {
                close += next + 2;
            }

            if (raw[close..].IndexOf((byte)'"') is not (var length and >= 0))
            {
                return At(CsvFaultKind.OpenQuote, i, 0);
            }

            if (close + length + 1 < raw.Length)
            {
                return At(CsvFaultKind.TextAfterQuote, i, close + length + 1);
            }
        }

        return null;
    }

    private CsvFault At(CsvFaultKind kind, int field, int offset)
    {
        var (line, column) = PlaceOf(field);
        (line, column) = Advance(line, column, reader.GetRawSpan(field)[..offset]);
        return new(kind, Line, line, column);
    }
}
