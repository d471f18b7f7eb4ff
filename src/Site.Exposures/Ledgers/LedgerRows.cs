using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;

namespace Site.Exposures.Ledgers;

/// <summary>Cuts CSV (RFC 4180) into rows of cells that know their places, which a general reader does not tell.</summary>
internal sealed class LedgerRows
{
    /// <summary>UTF-16 units of the longest row.</summary>
    private const int LongestRow = 64 * 1024;

    private const int MostRows = 20_000;
    private const int MostCells = 64;
    private readonly string path;
    private readonly string text;
    private readonly List<Diagnostic> diagnostics;
    private readonly StringBuilder cell = new();
    private int at;
    private int line = 1;
    private int lineStart;

    private LedgerRows(string path, string text, List<Diagnostic> diagnostics) => (this.path, this.text, this.diagnostics) = (path, text, diagnostics);

    /// <summary>Reads all rows; lines with nothing on them are passed over.</summary>
    /// <param name="diagnostics">Takes <c>csv/row-too-long</c>, <c>csv/too-many-rows</c>, <c>csv/too-many-cells</c>, <c>csv/open-quote</c> or
    /// <c>csv/text-after-quote</c>; what follows such a place is not read.</param>
    public static ImmutableArray<ImmutableArray<LedgerCell>> Read(string path, string text, List<Diagnostic> diagnostics) =>
        new LedgerRows(path, text, diagnostics).Rows();

    private ImmutableArray<ImmutableArray<LedgerCell>> Rows()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<LedgerCell>>();
        while (at < text.Length)
        {
            if (text[at] is '\r' or '\n')
            {
                EndLine();
                continue;
            }

            if (rows.Count == MostRows)
            {
                Report("csv/too-many-rows", at, $"表格超过了 {MostRows} 行。", "把它拆成几个文件。");
                break;
            }

            if (Row() is not { } row)
            {
                break;
            }

            rows.Add(row);
        }

        return rows.DrainToImmutable();
    }

    private ImmutableArray<LedgerCell>? Row()
    {
        var start = at;
        var cells = ImmutableArray.CreateBuilder<LedgerCell>(20);
        while (true)
        {
            if (cells.Count == MostCells)
            {
                Report("csv/too-many-cells", at, $"这一行超过了 {MostCells} 格。", "对照表头检查逗号；内容里有逗号的，整格加半角双引号。");
                return null;
            }

            if (Cell(start) is not { } read)
            {
                return null;
            }

            cells.Add(read);
            if (at >= text.Length || text[at] is '\r' or '\n')
            {
                EndLine();
                return cells.DrainToImmutable();
            }

            at++;
        }
    }

    private LedgerCell? Cell(int rowStart)
    {
        var (cellLine, column) = (line, at - lineStart + 1);
        cell.Clear();
        if (at < text.Length && text[at] == '"')
        {
            if (!Quoted(rowStart))
            {
                return null;
            }
        }
        else
        {
            var end = text.AsSpan(at).IndexOfAny(',', '\r', '\n') is var length and >= 0 ? at + length : text.Length;
            if (end - rowStart > LongestRow)
            {
                TooLong(rowStart);
                return null;
            }

            cell.Append(text, at, end - at);
            at = end;
        }

        return new(cell.ToString().Trim(), cellLine, column);
    }

    /// <summary>Reads a cell between quotation marks; two of them in a row mean one.</summary>
    private bool Quoted(int rowStart)
    {
        var open = at++;
        var (openLine, openColumn) = (line, open - lineStart + 1);
        while (at < text.Length)
        {
            if (at - rowStart > LongestRow)
            {
                TooLong(rowStart);
                return false;
            }

            if (text[at] == '"')
            {
                if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    at++;
                }
                else
                {
                    at++;
                    return IsEnded();
                }
            }

            cell.Append(text[at]);
            if (text[at++] == '\n')
            {
                (line, lineStart) = (line + 1, at);
            }
        }

        diagnostics.Add(Diagnostic.Error("csv/open-quote", new(path, openLine, openColumn), "这里的半角双引号没有配对的另一个。", "在这一格的末尾补上半角双引号，或者删掉这一个。"));
        return false;
    }

    private bool IsEnded()
    {
        if (at >= text.Length || text[at] is ',' or '\r' or '\n')
        {
            return true;
        }

        Report("csv/text-after-quote", at, "双引号结束以后又有文字。", "格子里面的双引号要写两遍（\"\"）。");
        return false;
    }

    private void EndLine()
    {
        if (at < text.Length && text[at] == '\r')
        {
            at++;
        }

        if (at < text.Length && text[at] == '\n')
        {
            at++;
        }

        (line, lineStart) = (line + 1, at);
    }

    private void TooLong(int rowStart) =>
        Report("csv/row-too-long", rowStart, $"从这里开始的一行超过了 {LongestRow} 个字符。", "检查这一行有没有漏掉的双引号；说明文字请写短一些。");

    private void Report(string code, int place, string what, string cure) =>
        diagnostics.Add(Diagnostic.Error(code, new(path, line, Math.Max(1, place - lineStart + 1)), what, cure));
}

/// <summary>A cell of a ledger in CSV: its text without quotes and outer blanks, and where it begins.</summary>
/// <param name="Text">Never to be repeated in a message: any cell may hold what someone pasted there.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In UTF-16 units, from 1; that of the quotation mark where there is one.</param>
internal sealed record LedgerCell(string Text, int Line, int Column);
