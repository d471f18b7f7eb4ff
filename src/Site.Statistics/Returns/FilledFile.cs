using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Sources;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>Opens a filled-in form, whatever its format.</summary>
public static class FilledFile
{
    private const long LargestTable = 1024 * 1024;
    private const long LargestOld = 20 * 1024 * 1024;
    private const int MostSheets = 20;
    private const int MostRows = 5000;

    /// <param name="diagnostics">Takes all that is wrong: codes of subjects <c>document</c>, <c>input</c>, <c>csv</c> and <c>returns</c>.</param>
    /// <returns>What is written in the forms in it; none where it cannot be read as one of them.</returns>
    internal static ImmutableArray<FilledForm> Read(SourceFile file, FormRegistry forms, List<Diagnostic> diagnostics)
    {
        try
        {
            var ending = Path.GetExtension(file.Path).ToLowerInvariant();
            if (ending is ".docm" or ".xlsm" or ".xlsb" or ".dotm" or ".xltm")
            {
                throw OfficePackage.MacroRefusal();
            }

            if (ending == ".csv")
            {
                return ReadTable(file, forms, diagnostics);
            }

            // Offices rename files, and .et and .wps are packages inside: what a file holds says what it is.
            if (ending is not (".docx" or ".xlsx") && !IsPackage(file))
            {
                throw Refusal(file);
            }

            using var package = OfficePackage.Open(file, OfficeLimits.Form);
            return ending == ".xlsx" || (ending != ".docx" && package.Has("xl/workbook.xml"))
                ? FilledTable.ReadAll(file.Path, forms, ReadWorkbook(package), diagnostics)
                : FilledDocument.ReadAll(file.Path, forms, WordReader.Read(package), diagnostics);
        }
        catch (OfficeException refusal)
        {
            diagnostics.Add(refusal.ToDiagnostic(file.Path));
            return [];
        }
    }

    /// <returns>Whether the file is in the format of Office before 2007, whatever its name: another program has to convert it first.</returns>
    public static bool IsOldFormat(SourceFile file) => file.Length is > 8 and <= LargestOld && OfficePackage.IsOldFormat(file.Load());

    private static bool IsPackage(SourceFile file) => file.Length is > 4 and <= LargestOld && file.Load().AsSpan().StartsWith("PK"u8);

    private static OfficeException Refusal(SourceFile file)
    {
        if (IsOldFormat(file))
        {
            return new(OfficeFault.UnknownFormat, "document/unknown-format", "只能导入 .docx、.xlsx 和 .csv 文件。这是旧格式（.doc、.xls，或者旧的 .wps、.et）。",
                "在 Office 或 WPS 里打开，另存为 .docx 或 .xlsx；这台电脑装了 LibreOffice 的，程序会自己转换。");
        }

        var ending = Path.GetExtension(file.Path).ToLowerInvariant();
        var bytes = file.Length is > 0 and <= LargestOld ? file.Load() : [];
        return bytes.AsSpan().StartsWith("%PDF-"u8) || ending == ".pdf"
            ? new(OfficeFault.UnknownFormat, "document/scan", "这是 PDF，里面的数读不出来，盖章的扫描件也一样。", "请单位发回填好的 Word 或 Excel；发不来的，照着它在空表里填一张再导入，原件另外留存。不是报表的，从文件夹里拿走。")
            : ending is ".jpg" or ".jpeg" or ".png" or ".gif" or ".bmp" or ".tif" or ".tiff" or ".heic" or ".webp" || OtherFormat.Of(bytes) is { Name: "图片" }
            ? new(OfficeFault.UnknownFormat, "document/scan", "这是照片或扫描件，里面的数读不出来。", "请单位发回填好的 Word 或 Excel；发不来的，照着它在空表里填一张再导入，原件另外留存。活动照片不是报表，从文件夹里拿走。")
            : new OfficeException(OfficeFault.UnknownFormat, "document/unknown-format", "只能导入 .docx、.xlsx 和 .csv 文件。", "在 Office 或 WPS 里打开，另存为 .docx 或 .xlsx。不是报表的，从文件夹里拿走。");
    }

    /// <returns>Whether a CSV file begins with the heading of an empty form; only its beginning is looked at.</returns>
    public static bool IsTable(SourceFile file) => file.Length <= LargestTable && InputCsv.PeekHeader(file) is var names
        && names.Contains("value", StringComparer.Ordinal) && names.Contains("label", StringComparer.Ordinal);

    /// <returns>Whether it is what Office leaves beside a file that is open.</returns>
    public static bool IsLock(SourceFile file) => file.Path[(file.Path.LastIndexOf('/') + 1)..].StartsWith("~$", StringComparison.Ordinal);

    private static ImmutableArray<SheetRow> ReadWorkbook(OfficePackage package)
    {
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var workbook = Workbook.Open(package);
        var sheets = workbook.Sheets.Take(MostSheets).ToList();
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
                    [.. Enumerable.Range(0, cells.Count).Where(column => cells[column].IsFormula)])
                {
                    IsHidden = row.IsHidden,
                    CountsFrom1904 = workbook.CountsFrom1904,
                });
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

    private static ImmutableArray<FilledForm> ReadTable(SourceFile file, FormRegistry forms, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        if (InputText.Read(file, LargestTable, diagnostics) is not { } text)
        {
            return [];
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
        return diagnostics.Count == before ? FilledTable.ReadAll(file.Path, forms, table.DrainToImmutable(), diagnostics) : [];
    }
}

/// <summary>A row of a table that was filled in as a workbook or as CSV.</summary>
/// <param name="Sheet">Number of the worksheet, from 1; 0 for CSV.</param>
/// <param name="Line">Row, from 1.</param>
/// <param name="Cells">Texts by column, from the first to the last one written; what is not written is empty.</param>
/// <param name="Formulas">Columns, from 0, whose text is what a formula gave.</param>
internal sealed record SheetRow(int Sheet, int Line, ImmutableArray<string> Cells, ImmutableArray<int> Formulas)
{
    /// <summary>1904-01-01 in days of a workbook that counts from the end of 1899.</summary>
    private const int From1904 = 1462;

    /// <summary>Whether it is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether days are counted from 1904 in its workbook, as some programs on the Mac do.</summary>
    public bool CountsFrom1904 { get; init; }

    /// <returns>A cell for a day, as a workbook that counts from the end of 1899 has it.</returns>
    public string Day(string text) => CountsFrom1904 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        ? (days + From1904).ToString(CultureInfo.InvariantCulture)
        : text;

    /// <summary>Where it stands, in words: <c>第 1 个工作表第 12 行</c>.</summary>
    public string Description => Sheet == 0 ? $"第 {Line} 行" : $"第 {Sheet} 个工作表第 {Line} 行";

    /// <returns>The text of a column from 0; empty beyond the last and for no column.</returns>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
