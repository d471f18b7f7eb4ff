using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Core.Csv;

/// <summary>CSV files of <c>input/</c>: separated by commas, or by semicolons or tabs as some settings of Excel do, with bounds on their width; no message repeats what is in them.</summary>
public static class InputCsv
{
    private const int MostColumns = 200;
    private const int LongestLine = 64 * 1024;
    private const int LongestHeader = 1000;

    private static readonly CsvFormat Format = new() { LongestRow = LongestLine * 4, PoolsStrings = true };

    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Takes <c>csv/too-wide</c> and <c>csv/quotes</c>, after which no further row is given.</param>
    public static CsvRows Open(string text, RowDiagnostics diagnostics) => CsvRows.Open(
        IsNarrow(text, diagnostics) ? text : "", Format with { Separator = CsvFormat.SeparatorOf(text) }, fault => diagnostics.Report(
            "csv/quotes", fault.Row, 1, "从这一行起，英文双引号没有成对，或者引号后面还有文字。", "补上或去掉双引号；内容里的双引号写成两个。"));

    /// <summary>Reads a whole small file, with the location of each field.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Takes <c>csv/merge-conflict</c> (one, at the first marker), <c>csv/quotes</c> and <c>csv/too-wide</c>.</param>
    /// <returns>All rows, the head first, up to the first mistake.</returns>
    public static ImmutableArray<CsvRow> ReadAll(string path, string text, List<Diagnostic> diagnostics)
    {
        if (MergeMarkers.Find(path, text, "csv") is { } conflict)
        {
            diagnostics.Add(conflict);
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        var malformed = new RowDiagnostics(path);
        using var written = Open(text, malformed);
        while (written.Read())
        {
            rows.Add(new(
                path, written.Line, [.. Enumerable.Range(0, written.Count).Select(field => written[field])],
                [.. Enumerable.Range(0, written.Count + 1).Select(field => written.PlaceOf(field)).Select(place => new Location(path, place.Line, place.Column))]));
        }

        malformed.CopyTo(diagnostics);
        return rows.DrainToImmutable();
    }

    /// <summary>Reads only the first line, to find out what kind of table it is.</summary>
    /// <returns>The column names without quotes and byte order mark; invalid UTF-8 gives unknown names.</returns>
    public static ImmutableArray<string> PeekHeader(SourceFile file)
    {
        var bytes = file.Load();
        var line = bytes.AsSpan(0, Math.Min(bytes.Length, LongestHeader));
        var end = line.IndexOf((byte)'\n');
        var head = Encoding.UTF8.GetString(end < 0 ? line : line[..end]);
        return [.. head.Split(CsvFormat.SeparatorOf(head)).Select(name => name.Trim(' ', '\r', '"', '\uFEFF'))];
    }

    /// <summary>Counts only line ends and separators, so that a row of ten million columns is refused before it is parsed.</summary>
    private static bool IsNarrow(string text, RowDiagnostics diagnostics)
    {
        var (line, separator) = (1, CsvFormat.SeparatorOf(text));
        foreach (var range in text.AsSpan().EnumerateLines())
        {
            if (range.Length > LongestLine || range.Count(separator) >= MostColumns)
            {
                diagnostics.Report("csv/too-wide", line, 1, $"这一行超过了 {MostColumns} 列或 {LongestLine} 个字符。", "统计数据每行一个指标；检查是不是放错了文件。");
                return false;
            }

            line++;
        }

        return true;
    }
}

/// <summary>One row of a small CSV file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Fields">Without quotes.</param>
/// <param name="Places">The location of each field, and of the end of the row.</param>
public sealed record CsvRow(string Path, int Line, ImmutableArray<string> Fields, ImmutableArray<Location> Places)
{
    /// <returns>The location of a field; the end of the row for a missing one.</returns>
    public Location At(int field) => Places[Math.Min(field, Fields.Length)];
}
