using System.Globalization;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads the rows of a bank that is a table: CSV, or the first sheet of a workbook.</summary>
internal static class SheetRows
{
    private const int MostColumns = 200;
    private const int MostRows = 20_000;
    private const string SaveAgain = "请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”，再导入一次。";

    /// <param name="text">Divided by commas, tabs or semicolons, whichever the first line has most.</param>
    /// <returns>The rows; null where a quotation mark is not closed or a row is too wide, which is reported.</returns>
    public static List<SheetRow>? FromCsv(string text, BankContext context)
    {
        var rows = new List<SheetRow>();
        var isBroken = false;
        using var read = CsvRows.Open(text, new() { Separator = CsvFormat.SeparatorOf(text), LongestRow = 4 * BankDecoder.LongestLine }, Report);
        while (read.Read())
        {
            var last = read.Count;
            while (last > 0 && string.IsNullOrWhiteSpace(read[last - 1]))
            {
                last--;
            }

            if (last > MostColumns)
            {
                context.Error("bank/too-wide", new(context.Path, read.Line), $"这一行有{last}列，最多{MostColumns}列。", "请检查文件是不是坏了。");
                return null;
            }

            rows.Add(new(read.Line, [.. Enumerable.Range(0, last).Select(column => read[column].Trim())]));
        }

        return isBroken ? null : rows;

        void Report(CsvFault fault)
        {
            isBroken = true;
            context.Error(
                "bank/quotation-mark", new(context.Path, fault.Row), "从这一行起，引号没有成对，或者引号后面还有文字。",
                "格子里有引号、逗号或者换行时，整个格子用英文引号括起来，里面的引号写两个。");
        }
    }

    /// <returns>The rows of the first sheet; null where the file is no plain workbook, which is reported.</returns>
    public static List<SheetRow>? FromWorkbook(byte[] bytes, BankContext context)
    {
        try
        {
            using var package = OfficePackage.Open(bytes, OfficeLimits.Bank);
            return Rows(Workbook.Open(package), context);
        }
        catch (OfficeException refusal)
        {
            var (code, message, help) = Explain(refusal.Fault);
            context.Error(code, new(context.Path), message, help);
            return null;
        }
    }

    private static (string Code, string Message, string Help) Explain(OfficeFault fault) => fault switch
    {
        OfficeFault.Encrypted or OfficeFault.OldFormat =>
            ("bank/old-workbook", "这是旧格式（.xls）或者加了密码的表格，不能读取。", "请在 Excel 或 WPS 里去掉密码，另存为“Excel 工作簿（.xlsx）”。"),
        OfficeFault.UnpacksTooLarge =>
            ("bank/unpacks-too-large", $"表格解开以后超过 {OfficeLimits.Bank.LargestWhole / 1024 / 1024} MB，不像是题库，没有读取。", "请只保留题目所在的工作表，另存一份再导入。"),
        OfficeFault.Macro => ("bank/macro-workbook", "这个表格里有宏（程序），不读取。", "请在表格软件里另存为不带宏的“Excel 工作簿（.xlsx）”。"),
        OfficeFault.PartMissing => ("bank/broken-workbook", "这个文件里没有工作表。", "请把题目放在第一张工作表里。"),
        OfficeFault.NotXml => ("bank/broken-workbook", "这个表格文件坏了，打不开。", SaveAgain),
        _ => ("bank/broken-workbook", "这不是 .xlsx 表格，或者文件坏了。", SaveAgain),
    };

    private static List<SheetRow>? Rows(Workbook workbook, BankContext context)
    {
        var sheet = workbook.Sheets[0];
        if (workbook.Sheets.Length > 1)
        {
            context.ForItem(new(context.Path), "整个文件").ReportChange($"文件有{workbook.Sheets.Length}张工作表，只读了第一张“{Quoted.Line(sheet.Name)}”。");
        }

        var rows = new List<SheetRow>();
        foreach (var row in sheet.Rows())
        {
            if (rows.Count == MostRows)
            {
                context.Error("bank/too-long", new(context.Path, row.Line), $"表格超过{MostRows}行。", "请把题库分成几份。");
                return null;
            }

            rows.Add(new(row.Line, [.. row.Cells.Select((cell, column) => Clean(Text(cell, new(context.Path, row.Line, column + 1), context)).Trim())]));
        }

        return rows;
    }

    private static string Text(WorkbookCell cell, Location location, BankContext context)
    {
        if (cell.IsFormula && (cell.Text.Length == 0 || cell.Kind == CellKind.Error))
        {
            context.Error("bank/formula", location, "这个格子是公式，没有算好的值。", "请在表格软件里选中它，复制后“选择性粘贴—数值”。");
            return "";
        }

        if (cell.IsFormula)
        {
            context.ForItem(location, "第" + location.Line.ToString(CultureInfo.InvariantCulture) + "行").ReportChange($"第{location.Column}列是公式，只取了算好的值“{Quoted.Line(cell.Text)}”。");
        }

        return cell.Kind switch
        {
            CellKind.Boolean => cell.Text == "1" ? "TRUE" : "FALSE",
            CellKind.Number => Number(cell.Text),
            _ => cell.Text,
        };
    }

    // 0.30000000000000004 was typed as 0.3.
    private static string Number(string value) =>
        value.Length > 15 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("G15", CultureInfo.InvariantCulture) : value;

    private static string Clean(string text) =>
        RawText.WithoutMarks(text.ReplaceLineEndings("\n")).Replace("_x000D_", "", StringComparison.Ordinal);
}
