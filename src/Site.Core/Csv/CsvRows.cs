using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Core.Csv;

/// <summary>The rows of a CSV text, one after another, with bounds on their width; what is malformed is reported at its line.</summary>
public sealed class CsvRows : IDisposable
{
    private const int MostColumns = 200;
    private const int LongestLine = 64 * 1024;

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        MaxRecordSize = LongestLine * 4,
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly CsvReader reader;
    private readonly RowDiagnostics diagnostics;
    private readonly bool isReadable;

    private CsvRows(string text, bool isReadable, RowDiagnostics diagnostics)
    {
        this.isReadable = isReadable;
        this.diagnostics = diagnostics;
        reader = CsvReader.FromText(text, Options);
    }

    /// <summary>Line of the file in which the row begins, from 1.</summary>
    public int Line => (int)reader.LineNumber;

    /// <summary>Number of fields in the row.</summary>
    public int Count => reader.FieldCount;

    /// <summary>A field of the row, without its quotes; equal fields of a column are one string.</summary>
    public string this[int column] => reader.GetString(column);

    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Takes <c>csv/too-wide</c> and <c>csv/quotes</c>, after which no further row is given.</param>
    public static CsvRows Open(string text, RowDiagnostics diagnostics) => new(text, IsNarrow(text, diagnostics), diagnostics);

    /// <summary>Moves to the next row that is not empty.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        try
        {
            return isReadable && reader.Read();
        }
        catch (CsvFormatException exception)
        {
            diagnostics.Report("csv/quotes", (int)Math.Max(1, exception.LineNumber), 1, "从这一行起，英文双引号没有成对，或者引号后面还有文字。", "补上或去掉双引号；内容里的双引号写成两个。");
            return false;
        }
    }

    /// <returns>Column of the file at which a field begins, from 1, in UTF-16 units.</returns>
    public int Column(int field)
    {
        var column = 1;
        for (var i = 0; i < field; i++)
        {
            column += Encoding.UTF8.GetCharCount(reader.GetRawSpan(i)) + 1;
        }

        return column;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Looks at line ends and commas alone, so that ten million columns are refused before one of them is made.</summary>
    private static bool IsNarrow(string text, RowDiagnostics diagnostics)
    {
        var line = 1;
        foreach (var range in text.AsSpan().EnumerateLines())
        {
            if (range.Length > LongestLine || range.Count(',') >= MostColumns)
            {
                diagnostics.Report("csv/too-wide", line, 1, $"这一行超过了 {MostColumns} 列或 {LongestLine} 个字符。", "统计数据每行一个指标；检查是不是放错了文件。");
                return false;
            }

            line++;
        }

        return true;
    }
}

/// <summary>Problems of one file, of which no more than a screenful is told: a file with the wrong columns has one in each row.</summary>
/// <param name="path">Path of the file.</param>
public sealed class RowDiagnostics(string path)
{
    private const int Most = 50;
    private readonly List<Diagnostic> diagnostics = [];

    public string Path => path;

    /// <summary>How many were found, told or not.</summary>
    public int Count { get; private set; }

    /// <param name="line">From 1; likewise the column.</param>
    public void Report(string code, int line, int column, string what, string cure)
    {
        Count++;
        if (Count <= Most)
        {
            diagnostics.Add(Diagnostic.Error(code, new(path, line, column), what, cure));
        }
    }

    /// <summary>Adds the diagnostics to others, and a last one that counts those not told.</summary>
    public void CopyTo(List<Diagnostic> others)
    {
        others.AddRange(diagnostics);
        if (Count > Most)
        {
            others.Add(Diagnostic.Error("input/more-problems", diagnostics[^1].Location, $"这个文件里还有 {Count - Most} 处问题没有列出。", "先改正列出的，再检查一次。"));
        }
    }
}

/// <summary>Looks at the first line of a table, to tell what sort of table it is before any of it is read.</summary>
public static class CsvHeader
{
    private const int LongestInBytes = 1000;

    /// <returns>The names of the columns, without quotes and byte order mark; what is no UTF-8 comes out as other names.</returns>
    public static ImmutableArray<string> Peek(SourceFile file)
    {
        var bytes = file.Load();
        var line = bytes.AsSpan(0, Math.Min(bytes.Length, LongestInBytes));
        var end = line.IndexOf((byte)'\n');
        return [.. Encoding.UTF8.GetString(end < 0 ? line : line[..end]).Split(',').Select(name => name.Trim(' ', '\r', '"', '\uFEFF'))];
    }
}
