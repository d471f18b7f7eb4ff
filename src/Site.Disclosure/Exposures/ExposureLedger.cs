using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads one ledger: decodes it, matches its head, and looks at each cell for what no cell may hold.</summary>
internal static class ExposureLedger
{
    private const long LargestInBytes = 16 * 1024 * 1024;
    private const string Formulas = "=+-@\t＝＋－＠";

    /// <param name="problems">Takes what is wrong, of subject <c>input</c>, <c>csv</c> or <c>exposure</c>; no cell is repeated.</param>
    /// <returns>Rows as long as the head; none where the head lacks a column.</returns>
    public static ImmutableArray<ExposureRow> Read(SourceFile file, List<Problem> problems)
    {
        if (InputText.Read(file, LargestInBytes, problems) is not { } text)
        {
            return [];
        }

        var rows = LedgerRows.Read(file.Path, text, problems);
        if (rows.IsEmpty)
        {
            problems.Add(Problem.Error("exposure/empty", new(file.Path), "这个台账没有表头。", $"第一行写列名：{string.Join(',', ExposureColumns.Required)}"));
            return [];
        }

        return Head(file.Path, rows[0], problems) is { } columns
            ? [.. rows.Skip(1).Where(cells => cells.Any(cell => cell.Text.Length > 0)).Select(cells => Row(file.Path, columns, cells, problems)).OfType<ExposureRow>()]
            : [];
    }

    private static ImmutableArray<string>? Head(string path, ImmutableArray<LedgerCell> cells, List<Problem> problems)
    {
        var names = cells.Select(cell => cell.Text == "reason" ? ExposureColumns.Reasons : cell.Text).ToImmutableArray();
        for (var at = 0; at < names.Length; at++)
        {
            var where = new Place(path, cells[at].Line, cells[at].Column);
            if (!ExposureColumns.IsKnown(names[at]))
            {
                problems.Add(Problem.Error("exposure/unknown-column", where, $"第 {at + 1} 列的列名不认识。",
                    $"删掉这一列，或者改成这些名字之一：{string.Join('、', ExposureColumns.Required.Concat(ExposureColumns.Optional))}。"));
            }
            else if (names.IndexOf(names[at]) < at)
            {
                problems.Add(Problem.Error("exposure/duplicate-column", where, $"“{names[at]}” 这一列出现了两次。", "只留一列。"));
            }
        }

        var missing = ExposureColumns.Required.Where(name => !names.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            problems.Add(Problem.Error("exposure/missing-column", new(path), $"缺少 {missing.Count} 列：{string.Join('、', missing)}。", "补上这些列；没有内容的格子可以空着。"));
            return null;
        }

        return names;
    }

    private static ExposureRow? Row(string path, ImmutableArray<string> columns, ImmutableArray<LedgerCell> cells, List<Problem> problems)
    {
        if (cells.Length != columns.Length)
        {
            problems.Add(Problem.Error("exposure/cell-count", new(path, cells[0].Line, cells[0].Column),
                $"这一行有 {cells.Length} 格，表头有 {columns.Length} 列。", "内容里有逗号的，整格加半角双引号；空格子也要留着逗号。"));
            return null;
        }

        var row = new ExposureRow(path, columns, cells);
        var before = problems.Count;
        for (var at = 0; at < cells.Length; at++)
        {
            Look(row, columns[at], cells[at].Text, problems);
        }

        return problems.Count == before ? row : null;
    }

    private static void Look(ExposureRow row, string column, string text, List<Problem> problems)
    {
        if (HiddenCharacters.First(text) is { } hidden)
        {
            problems.Add(Problem.Error("exposure/hidden-character", row.PlaceOf(column),
                $"“{column}” 这一格的第 {hidden.At + 1} 个字符 {hidden.Name} 看不见，或者会改变文字的显示顺序。", "把这一格的内容重新打一遍。"));
        }

        if (text.Length > 0 && Formulas.Contains(text[0]) && IsFormula(column, text))
        {
            problems.Add(Problem.Error("exposure/formula", row.PlaceOf(column),
                $"“{column}” 这一格以 “{text[0]}” 开头，表格软件会把它当成公式来执行。", "去掉开头的符号，写成普通文字；没有内容的格子请空着。"));
        }
    }

    /// <summary>In private columns a telephone may begin with a plus sign, and an account with @.</summary>
    private static bool IsFormula(string column, string text) =>
        !ExposureColumns.Private.Contains(column) || text[0] is '=' or '＝' or '\t' || text.AsSpan(1).IndexOfAny("(|!（") >= 0;
}
