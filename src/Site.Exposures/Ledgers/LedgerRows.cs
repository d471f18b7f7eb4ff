using System.Collections.Immutable;
using Site.Core.Csv;
using Site.Core.Diagnostics;

namespace Site.Exposures.Ledgers;

/// <summary>Reads the cells of a ledger with their places, and says at its place what is wrong with the file.</summary>
internal static class LedgerRows
{
    private const int MostRows = 20_000;
    private const int MostCells = 64;
    private static readonly CsvFormat Format = new() { LongestRow = 64 * 1024, AllowsStrayQuotes = true };

    /// <summary>Reads all rows; empty lines are skipped.</summary>
    /// <param name="diagnostics">Receives <c>csv/row-too-long</c>, <c>csv/too-many-rows</c>, <c>csv/too-many-cells</c>, <c>csv/open-quote</c> or
    /// <c>csv/text-after-quote</c>; what follows such a location is not read.</param>
    public static ImmutableArray<ImmutableArray<LedgerCell>> Read(string path, string text, List<Diagnostic> diagnostics)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<LedgerCell>>();
        using var read = CsvRows.Open(text, Format with { Separator = CsvFormat.SeparatorOf(text) }, fault => diagnostics.Add(Explain(path, fault)));
        while (read.Read())
        {
            if (rows.Count == MostRows)
            {
                diagnostics.Add(Diagnostic.Error("csv/too-many-rows", new(path, read.Line), $"表格超过了 {MostRows} 行。", "把它拆成几个文件。"));
                break;
            }

            if (read.Count > MostCells)
            {
                var (line, column) = read.PlaceOf(MostCells);
                diagnostics.Add(Diagnostic.Error(
                    "csv/too-many-cells", new(path, line, column), $"这一行超过了 {MostCells} 格。", "对照表头检查逗号；内容里有逗号的，整格加半角双引号。"));
                break;
            }

            rows.Add([.. Enumerable.Range(0, read.Count).Select(field => Cell(read, field))]);
        }

        return rows.DrainToImmutable();
    }

    private static LedgerCell Cell(CsvRows row, int field)
    {
        var (line, column) = row.PlaceOf(field);
        return new(row[field].Trim(), line, column);
    }

    private static Diagnostic Explain(string path, CsvFault fault) => fault.Kind switch
    {
        CsvFaultKind.OpenQuote => Diagnostic.Error(
            "csv/open-quote", new(path, fault.Line, fault.Column), "这里的半角双引号没有配对的另一个。", "在这一格的末尾补上半角双引号，或者删掉这一个。"),
        CsvFaultKind.RowTooLong => Diagnostic.Error(
            "csv/row-too-long", new(path, fault.Line, fault.Column), $"从这里开始的一行超过了 {Format.LongestRow} 个字符。", "检查这一行有没有漏掉的双引号；说明文字请写短一些。"),
        _ => Diagnostic.Error("csv/text-after-quote", new(path, fault.Line, fault.Column), "双引号结束以后又有文字。", "格子里面的双引号要写两遍（\"\"）。"),
    };
}

/// <summary>A cell of a ledger in CSV: its text without quotes and outer blanks, and where it begins.</summary>
/// <param name="Text">Never repeated in a message: any cell may hold something private.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In UTF-16 units, from 1; that of the quotation mark where there is one.</param>
internal sealed record LedgerCell(string Text, int Line, int Column);
