using System.Text;
using CsvHelper;

namespace Site.Disclosure;

/// <summary>The rows of a CSV text, one after another, with bounds on their width; what is malformed is reported at its line.</summary>
internal sealed class CsvRows : IDisposable
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
    private readonly RowProblems problems;
    private readonly bool isReadable;

    private CsvRows(string text, bool isReadable, RowProblems problems)
    {
        this.isReadable = isReadable;
        this.problems = problems;
        reader = CsvReader.FromText(text, Options);
    }

    /// <summary>Line of the file in which the row begins, from 1.</summary>
    public int Line => (int)reader.LineNumber;

    /// <summary>Number of fields in the row.</summary>
    public int Count => reader.FieldCount;

    /// <summary>A field of the row, without its quotes; equal fields of a column are one string.</summary>
    public string this[int column] => reader.GetString(column);

    /// <param name="text">The whole file.</param>
    /// <param name="problems">Takes <c>csv/too-wide</c> and <c>csv/quotes</c>, after which no further row is given.</param>
    public static CsvRows Open(string text, RowProblems problems) => new(text, IsNarrow(text, problems), problems);

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
            problems.Report("csv/quotes", (int)Math.Max(1, exception.LineNumber), 1, "从这一行起，英文双引号没有成对，或者引号后面还有文字。", "补上或去掉双引号；内容里的双引号写成两个。");
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
    private static bool IsNarrow(string text, RowProblems problems)
    {
        var line = 1;
        foreach (var range in text.AsSpan().EnumerateLines())
        {
            if (range.Length > LongestLine || range.Count(',') >= MostColumns)
            {
                problems.Report("csv/too-wide", line, 1, $"这一行超过了 {MostColumns} 列或 {LongestLine} 个字符。", "统计数据每行一个指标；检查是不是放错了文件。");
                return false;
            }

            line++;
        }

        return true;
    }
}
