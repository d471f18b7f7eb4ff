using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Sources;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>Opens a filled-in form, whatever its format.</summary>
internal static class FilledFile
{
    private const long LargestTable = 1024 * 1024;
    private const int MostSheets = 20;
    private const int MostRows = 5000;

    /// <param name="diagnostics">Takes all that is wrong: codes of subjects <c>document</c>, <c>input</c>, <c>csv</c> and <c>returns</c>.</param>
    /// <returns>What is written in it, or null where it cannot be read as one of the forms.</returns>
    public static FilledForm? Read(SourceFile file, FormRegistry forms, List<Diagnostic> diagnostics)
    {
        try
        {
            switch (Path.GetExtension(file.Path).ToLowerInvariant())
            {
                case ".docx":
                    using (var package = OfficePackage.Open(file, OfficeLimits.Form))
                    {
                        return FilledDocument.Read(file.Path, forms, WordReader.Read(package), diagnostics);
                    }

                case ".xlsx":
                    using (var package = OfficePackage.Open(file, OfficeLimits.Form))
                    {
                        return FilledTable.Read(file.Path, forms, ReadWorkbook(package), diagnostics);
                    }

                case ".csv":
                    return ReadTable(file, forms, diagnostics);
                case ".docm" or ".xlsm" or ".xlsb" or ".dotm" or ".xltm":
                    throw OfficePackage.MacroRefusal();
                default:
                    throw new OfficeException(OfficeFault.UnknownFormat, "document/unknown-format", "只能导入 .docx、.xlsx 和 .csv 文件。", "在 Office 或 WPS 里打开，另存为 .docx 或 .xlsx。");
            }
        }
        catch (OfficeException refusal)
        {
            diagnostics.Add(refusal.ToDiagnostic(file.Path));
            return null;
        }
    }

    /// <returns>Whether a CSV file begins with the heading of an empty form; only its beginning is looked at.</returns>
    public static bool IsTable(SourceFile file) => file.Length <= LargestTable && InputCsv.PeekHeader(file) is var names
        && names.Contains("value", StringComparer.Ordinal) && names.Contains("label", StringComparer.Ordinal);

    /// <returns>Whether it is what Office leaves beside a file that is open.</returns>
    public static bool IsLock(SourceFile file) => file.Path[(file.Path.LastIndexOf('/') + 1)..].StartsWith("~$", StringComparison.Ordinal);

    private static ImmutableArray<SheetRow> ReadWorkbook(OfficePackage package)
    {
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var sheets = Workbook.Open(package).Sheets.Take(MostSheets).ToList();
        ImmutableArray<WorkbookRow>? units = null;
        foreach (var sheet in sheets)
        {
            foreach (var row in sheet.Rows())
            {
                if (row.IsCut || rows.Count == MostRows)
                {
                    throw new OfficeException(
                        OfficeFault.UnpacksTooLarge, "document/too-large", $"工作簿超过了 {MostRows} 行或 {Workbook.MostColumns} 列，没有读取。", "只保留填报的那张工作表，删去多余的行和列。");
                }

                var cells = row.Cells.Select(cell => cell.Formula is { } formula && SummaryFormulas.Evaluate(formula, units ??= Units(sheets)) is { } worked ? new(worked, CellKind.Text, false) : cell).ToList();
                rows.Add(new(
                    sheet.Number, row.Line, [.. cells.Select(Text)],
                    [.. Enumerable.Range(0, cells.Count).Where(column => cells[column].IsFormula)]));
            }
        }

        return rows.DrainToImmutable();
    }

    /// <returns>The rows of the sheet of units that our own summaries add up; none where there is no such sheet.</returns>
    private static ImmutableArray<WorkbookRow> Units(List<Worksheet> sheets) =>
        sheets.Find(sheet => sheet.Name == SummaryFormulas.UnitsSheet) is { } units ? [.. units.Rows().Take(MostRows)] : [];

    private static string Text(WorkbookCell cell) =>
        cell.Kind == CellKind.Boolean ? cell.Text == "1" ? "TRUE" : "FALSE"
        : cell.Kind == CellKind.Number && decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
        : cell.Text;

    private static FilledForm? ReadTable(SourceFile file, FormRegistry forms, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        if (InputText.Read(file, LargestTable, diagnostics) is not { } text)
        {
            return null;
        }

        var own = new RowDiagnostics(file.Path);
        var table = ImmutableArray.CreateBuilder<SheetRow>();
        using (var rows = InputCsv.Open(text, own))
        {
            while (rows.Read())
            {
                table.Add(new(0, rows.Line, [.. Enumerable.Range(0, rows.Count).Select(column => rows[column])], []));
            }
        }

        own.CopyTo(diagnostics);
        return diagnostics.Count == before ? FilledTable.Read(file.Path, forms, table.DrainToImmutable(), diagnostics) : null;
    }
}

/// <summary>A row of a table that was filled in as a workbook or as CSV.</summary>
/// <param name="Sheet">Number of the worksheet, from 1; 0 for CSV.</param>
/// <param name="Line">Row, from 1.</param>
/// <param name="Cells">Texts by column, from the first to the last one written; what is not written is empty.</param>
/// <param name="Formulas">Columns, from 0, whose text is what a formula gave.</param>
internal sealed record SheetRow(int Sheet, int Line, ImmutableArray<string> Cells, ImmutableArray<int> Formulas)
{
    /// <summary>Where it stands, in words: <c>第 1 个工作表第 12 行</c>.</summary>
    public string Description => Sheet == 0 ? $"第 {Line} 行" : $"第 {Sheet} 个工作表第 {Line} 行";

    /// <returns>The text of a column from 0; empty beyond the last and for no column.</returns>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
