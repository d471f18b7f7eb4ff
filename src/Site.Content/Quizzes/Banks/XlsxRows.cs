using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Site.Content.Markdown;
using Location = Site.Core.Diagnostics.Location;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads rows of the first sheet of a workbook. Nothing in it is run, and nothing outside it is asked for.</summary>
internal static class XlsxRows
{
    public const int LargestInBytes = 16 * 1024 * 1024;

    private const int MostRows = 20_000;
    private const int MostColumns = 200;

    /// <returns>The rows; null where the file is no plain workbook, which is reported.</returns>
    public static List<SheetRow>? Read(byte[] bytes, BankContext notes)
    {
        if (XlsxGuard.Find(bytes) is var (code, message, help))
        {
            notes.Error(code, new(notes.Path), message, help);
            return null;
        }

        try
        {
            using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), false, new OpenSettings { AutoSave = false, MaxCharactersInPart = XlsxGuard.LargestPart });
            return Rows(workbook, notes);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or FormatException
            or InvalidOperationException or ArgumentException or KeyNotFoundException or OverflowException)
        {
            notes.Error("bank/broken-workbook", new(notes.Path), "这个表格文件坏了，打不开。", "请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”，再导入一次。");
            return null;
        }
    }

    private static List<SheetRow>? Rows(SpreadsheetDocument document, BankContext notes)
    {
        var workbook = document.WorkbookPart;
        var sheets = workbook?.Workbook.Sheets?.Elements<Sheet>().ToArray() ?? [];
        if (workbook is null || sheets.Length == 0 || sheets[0].Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part)
        {
            notes.Error("bank/broken-workbook", new(notes.Path), "这个文件里没有工作表。", "请把题目放在第一张工作表里。");
            return null;
        }

        if (sheets.Length > 1)
        {
            notes.ForItem(new(notes.Path), "整个文件").ReportChange($"文件有{sheets.Length}张工作表，只读了第一张“{SafeText.Quote(sheets[0].Name?.Value ?? "")}”。");
        }

        var strings = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(Text).ToArray() ?? [];
        var rows = new List<SheetRow>();
        foreach (var row in part.Worksheet.Descendants<Row>())
        {
            var line = (int)(row.RowIndex?.Value ?? (uint)rows.Count + 1);
            if (rows.Count >= MostRows)
            {
                notes.Error("bank/too-long", new(notes.Path, line), $"表格超过{MostRows}行。", "请把题库分成几份。");
                return null;
            }

            rows.Add(new(line, [.. Cells(row, strings, line, notes)]));
        }

        return rows;
    }

    private static List<string> Cells(Row row, string[] strings, int line, BankContext notes)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = Column(cell.CellReference?.Value) ?? cells.Count;
            if (column >= MostColumns)
            {
                break;
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = Clean(Text(cell, strings, new(notes.Path, line, column + 1), notes)).Trim();
        }

        return cells;
    }

    private static string Text(Cell cell, string[] strings, Location location, BankContext notes)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.CellFormula is not null)
        {
            if (value.Length == 0 || cell.DataType?.Value == CellValues.Error)
            {
                notes.Error("bank/formula", location, "这个格子是公式，没有算好的值。", "请在表格软件里选中它，复制后“选择性粘贴—数值”。");
                return "";
            }

            notes.ForItem(location, "第" + location.Line.ToString(CultureInfo.InvariantCulture) + "行").ReportChange($"第{location.Column}列是公式，只取了算好的值“{SafeText.Quote(value)}”。");
        }

        return cell.DataType?.Value == CellValues.SharedString
                ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Length ? strings[index] : ""
            : cell.DataType?.Value == CellValues.InlineString ? string.Concat(cell.InlineString?.Descendants<Text>().Select(text => text.Text) ?? [])
            : cell.DataType?.Value == CellValues.Boolean ? value == "1" ? "TRUE" : "FALSE"
            : cell.DataType is null || cell.DataType.Value == CellValues.Number ? Number(value)
            : value;
    }

    // 0.30000000000000004 was typed as 0.3.
    private static string Number(string value) =>
        value.Length > 15 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("G15", CultureInfo.InvariantCulture) : value;

    private static string Text(SharedStringItem item) => string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));

    private static string Clean(string text) => text.ReplaceLineEndings("\n").Replace(RawText.BlankMark, '□').Replace(TextBlock.Break, '□').Replace("_x000D_", "", StringComparison.Ordinal);

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var unit in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + unit - 'A' + 1;
        }

        return column > 0 ? column - 1 : null;
    }
}

/// <summary>Refuses workbooks that hold programs, or that unpack to far more than they are, before anything reads them.</summary>
internal static class XlsxGuard
{
    /// <summary>The most bytes that one part may unpack to.</summary>
    public const long LargestPart = 64L * 1024 * 1024;

    private const long LargestWhole = 128L * 1024 * 1024;
    private const int MostParts = 2_000;

    /// <returns>Code, what is wrong and the cure; or null for a plain workbook.</returns>
    public static (string Code, string What, string Cure)? Find(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return ("bank/old-workbook", "这是旧格式（.xls）或者加了密码的表格，不能读取。", "请在 Excel 或 WPS 里去掉密码，另存为“Excel 工作簿（.xlsx）”。");
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return archive.Entries.Count > MostParts ? TooLarge : archive.Entries.Any(IsProgram)
                ? ("bank/macro-workbook", "这个表格里有宏（程序），不读取。", "请在表格软件里另存为不带宏的“Excel 工作簿（.xlsx）”。")
                : FindSize(archive);
        }
        catch (InvalidDataException)
        {
            return ("bank/broken-workbook", "这不是 .xlsx 表格，或者文件坏了。", "请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”，再导入一次。");
        }
    }

    private static (string Code, string What, string Cure) TooLarge =>
        ("bank/unpacks-too-large", $"表格解开以后超过 {LargestWhole / 1024 / 1024} MB，不像是题库，没有读取。", "请只保留题目所在的工作表，另存一份再导入。");

    // What an entry says of its length may be a lie: it is unpacked and counted.
    private static (string Code, string What, string Cure)? FindSize(ZipArchive archive)
    {
        var buffer = new byte[81_920];
        var whole = 0L;
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var part = 0L;
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                part += read;
                whole += read;
                if (part > LargestPart || whole > LargestWhole)
                {
                    return TooLarge;
                }
            }
        }

        return null;
    }

    private static bool IsProgram(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("macrosheets", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.Contains("activeX", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("embeddings/", StringComparison.OrdinalIgnoreCase);
}
