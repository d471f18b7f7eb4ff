using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Site.Core.Office;

/// <summary>Reads the rows of all worksheets of a workbook, in their order (ISO/IEC 29500-1, chapter 18), and which cells are formulas.</summary>
public static class WorkbookReader
{
    private const int MostSheets = 20;
    private const int MostRows = 5000;
    private const int MostColumns = 200;

    /// <exception cref="OfficeException">There is no worksheet, one is too large, or a part is refused.</exception>
    public static ImmutableArray<SheetRow> Read(OfficePackage package)
    {
        var workbook = package.Find("xl/workbook.xml") ?? throw Broken();
        var targets = (package.Find("xl/_rels/workbook.xml.rels") ?? throw Broken()).Elements()
            .ToLookup(relation => $"{relation.Attribute("Id")?.Value}", relation => $"{relation.Attribute("Target")?.Value}");
        var strings = package.Find("xl/sharedStrings.xml") is { } shared ? shared.Elements().Select(Text).ToArray() : [];
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        foreach (var (sheet, number) in Descendants(workbook, "sheet").Take(MostSheets).Select((sheet, at) => (sheet, at + 1)))
        {
            var id = sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value ?? "";
            var target = targets[id].FirstOrDefault() ?? throw Broken();
            var part = package.Find(target.StartsWith('/') ? target[1..] : "xl/" + target);
            var line = 0;
            foreach (var row in part is null ? [] : Descendants(part, "row"))
            {
                line = int.TryParse(row.Attribute("r")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : line + 1;
                if (rows.Count == MostRows)
                {
                    throw TooLarge();
                }

                rows.Add(Row(row, number, line, strings));
            }
        }

        return rows.DrainToImmutable();
    }

    private static SheetRow Row(XElement row, int sheet, int line, string[] strings)
    {
        var texts = new List<string>();
        var formulas = ImmutableArray.CreateBuilder<int>();
        foreach (var cell in row.Elements().Where(cell => cell.Name.LocalName == "c"))
        {
            var column = cell.Attribute("r") is { } reference ? Column(reference.Value) : texts.Count;
            if (column >= MostColumns)
            {
                throw TooLarge();
            }

            while (texts.Count <= column)
            {
                texts.Add("");
            }

            texts[column] = Value(cell, strings);
            if (cell.Elements().Any(inner => inner.Name.LocalName == "f"))
            {
                formulas.Add(column);
            }
        }

        return new(sheet, line, [.. texts], formulas.DrainToImmutable());
    }

    private static string Value(XElement cell, string[] strings)
    {
        var written = cell.Elements().FirstOrDefault(inner => inner.Name.LocalName == "v")?.Value ?? "";
        return cell.Attribute("t")?.Value switch
        {
            "s" => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Length ? strings[at] : "",
            "inlineStr" => string.Concat(cell.Elements().Where(inner => inner.Name.LocalName == "is").Select(Text)),
            null or "n" => decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number.ToString("0.##########", CultureInfo.InvariantCulture)
                : written,
            _ => written,
        };
    }

    /// <summary>The text of a shared or inline string without readings for pronunciation.</summary>
    private static string Text(XElement text) => string.Concat(
        text.Elements().SelectMany(inner => inner.Name.LocalName switch
        {
            "t" => [inner.Value],
            "r" => inner.Elements().Where(part => part.Name.LocalName == "t").Select(part => part.Value),
            _ => Enumerable.Empty<string>(),
        }));

    /// <returns>The column of a reference such as <c>C12</c>, from 0; a large number where it is none.</returns>
    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? MostColumns : column - 1;
    }

    private static IEnumerable<XElement> Descendants(XElement element, string name) => element.Descendants().Where(inner => inner.Name.LocalName == name);

    private static OfficeException TooLarge() =>
        new("document/too-large", $"工作簿超过了 {MostRows} 行或 {MostColumns} 列，没有读取。", "只保留填报的那张工作表，删去多余的行和列。");

    private static OfficeException Broken() =>
        new("document/broken", "文件里没有工作表。", "确认它是 .xlsx 文件；在 Excel 里打开后另存一份。");
}

/// <summary>A row of a table that was filled in as a workbook or as CSV.</summary>
/// <param name="Sheet">Number of the worksheet, from 1; 0 for CSV.</param>
/// <param name="Line">Row, from 1.</param>
/// <param name="Cells">Texts by column, from the first to the last one written; what is not written is empty.</param>
/// <param name="Formulas">Columns, from 0, whose text is what a formula gave.</param>
public sealed record SheetRow(int Sheet, int Line, ImmutableArray<string> Cells, ImmutableArray<int> Formulas)
{
    /// <returns>The text of a column from 0; empty beyond the last and for no column.</returns>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";

    /// <summary>Where it stands, in words: <c>第 1 个工作表第 12 行</c>.</summary>
    public string Description => Sheet == 0 ? $"第 {Line} 行" : $"第 {Sheet} 个工作表第 {Line} 行";
}
