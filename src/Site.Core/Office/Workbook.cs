using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Site.Core.Office;

/// <summary>A workbook (ISO/IEC 29500-1, chapter 18): its sheets and their rows. Formulas are not evaluated and external references are not resolved.</summary>
public sealed class Workbook
{
    /// <summary>The number of columns that are read; columns further right are left out.</summary>
    public const int MostColumns = 200;

    private const string Main = "xl/workbook.xml";
    private readonly OfficePackage package;
    private readonly Lazy<string[]> strings;

    private Workbook(OfficePackage package, ImmutableArray<(string Name, string Part)> sheets, string? stringsPart, bool countsFrom1904)
    {
        (this.package, CountsFrom1904) = (package, countsFrom1904);
        strings = new(() => stringsPart is not null && package.Find(stringsPart) is { } shared ? [.. shared.Elements().Select(TextOf)] : []);
        Sheets = [.. sheets.Select((sheet, at) => new Worksheet(this, at + 1, sheet.Name, sheet.Part))];
    }

    /// <summary>Whether days are counted from 1904-01-01 and not from the end of 1899.</summary>
    public bool CountsFrom1904 { get; }

    /// <summary>In the order of the workbook, 1 or more.</summary>
    public ImmutableArray<Worksheet> Sheets { get; }

    /// <param name="package">Has to stay open while rows are read.</param>
    /// <exception cref="OfficeException">There is no worksheet, or a part is refused.</exception>
    public static Workbook Open(OfficePackage package)
    {
        var workbook = package.Find(Main) ?? throw NoSheet();
        var relations = (package.Find("xl/_rels/workbook.xml.rels") ?? throw NoSheet()).Elements()
            .Select(relation => (Id: Attribute(relation, "Id"), Type: Attribute(relation, "Type"), Part: PartOf(Attribute(relation, "Target")))).ToList();
        var sheets = workbook.Descendants().Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => (Name: Attribute(sheet, "name"), Id: sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value))
            .Select(sheet => (sheet.Name, relations.Find(relation => relation.Id == sheet.Id).Part ?? throw NoSheet())).ToImmutableArray();
        return sheets.IsEmpty ? throw NoSheet()
            : new(package, sheets, relations.Find(relation => relation.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Part,
                workbook.Elements().Any(element => element.Name.LocalName == "workbookPr" && Attribute(element, "date1904") is "1" or "true"));
    }

    /// <exception cref="OfficeException">A part is refused.</exception>
    internal IEnumerable<WorkbookRow> Rows(string part)
    {
        var line = 0;
        foreach (var row in package.Find(part)?.Descendants().Where(element => element.Name.LocalName == "row") ?? [])
        {
            line = int.TryParse(Attribute(row, "r"), NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : line + 1;
            yield return Row(row, line);
        }
    }

    private static string PartOf(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    private static OfficeException NoSheet() =>
        new(OfficeFault.PartMissing, "document/broken", "文件里没有工作表。", "确认它是 .xlsx 文件；在 Excel 里打开后另存一份。");

    private WorkbookRow Row(XElement row, int line)
    {
        var cells = new List<WorkbookCell>();
        foreach (var cell in row.Elements().Where(cell => cell.Name.LocalName == "c"))
        {
            var column = ColumnOf(Attribute(cell, "r")) ?? cells.Count;
            var read = Cell(cell);
            if (string.IsNullOrWhiteSpace(read.Text) && !read.IsFormula && column >= cells.Count)
            {
                // Programs store cells that have a border or a color and no content, and people press the space bar to empty one.
                continue;
            }

            if (column >= MostColumns)
            {
                return new(line, [.. cells], IsCut: true, IsHidden: false);
            }

            while (cells.Count <= column)
            {
                cells.Add(WorkbookCell.Empty);
            }

            cells[column] = read;
        }

        return new(line, [.. cells], IsCut: false, Attribute(row, "hidden") is "1" or "true");
    }

    private WorkbookCell Cell(XElement cell)
    {
        var written = cell.Elements().FirstOrDefault(inner => inner.Name.LocalName == "v")?.Value ?? "";
        var formula = cell.Elements().FirstOrDefault(inner => inner.Name.LocalName == "f");
        var isFormula = formula is not null;
        return isFormula ? Typed(cell, written, isFormula) with { Formula = formula!.Value } : Typed(cell, written, isFormula);
    }

    private WorkbookCell Typed(XElement cell, string written, bool isFormula) =>
        Attribute(cell, "t") switch
        {
            "s" => new(int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Value.Length ? strings.Value[at] : "", CellKind.Text, isFormula),
            "inlineStr" => new(string.Concat(cell.Elements().Where(inner => inner.Name.LocalName == "is").Select(TextOf)), CellKind.Text, isFormula),
            "b" => new(written, CellKind.Boolean, isFormula),
            "e" => new(written, CellKind.Error, isFormula),
            "" or "n" => new(written, CellKind.Number, isFormula),
            _ => new(written, CellKind.Text, isFormula),
        };

    /// <summary>The text of a shared or inline string without readings for pronunciation.</summary>
    private static string TextOf(XElement text) => string.Concat(
        text.Elements().SelectMany(inner => inner.Name.LocalName switch
        {
            "t" => [inner.Value],
            "r" => inner.Elements().Where(part => part.Name.LocalName == "t").Select(part => part.Value),
            _ => Enumerable.Empty<string>(),
        }));

    /// <returns>The column of a reference such as <c>C12</c>, from 0; null where it is none.</returns>
    private static int? ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }
}

/// <summary>A sheet of a workbook.</summary>
public sealed class Worksheet
{
    private readonly Workbook workbook;
    private readonly string part;

    internal Worksheet(Workbook workbook, int number, string name, string part) => (this.workbook, Number, Name, this.part) = (workbook, number, name, part);

    /// <summary>From 1, in the order of the workbook.</summary>
    public int Number { get; }

    /// <summary>What its tab says; empty where it has no name.</summary>
    public string Name { get; }

    /// <returns>The rows that are not empty, from top to bottom, read lazily.</returns>
    /// <exception cref="OfficeException">The sheet is too large, or no XML.</exception>
    public IEnumerable<WorkbookRow> Rows() => workbook.Rows(part);
}

/// <summary>A row of a sheet.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Cells">From the first column to the last one written.</param>
/// <param name="IsCut">Whether there are cells beyond the last column that is read.</param>
/// <param name="IsHidden">Whether it is not shown.</param>
public sealed record WorkbookRow(int Line, ImmutableArray<WorkbookCell> Cells, bool IsCut, bool IsHidden);

/// <summary>A cell.</summary>
/// <param name="Text">As stored in the file: for a formula its last result; empty if nothing is written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsFormula">Whether the text is the result of a formula.</param>
public sealed record WorkbookCell(string Text, CellKind Kind, bool IsFormula)
{
    /// <summary>The formula as the file has it, without the sign before it; empty where it shares another cell's; null for no formula.</summary>
    public string? Formula { get; init; }

    /// <summary>Nothing is written.</summary>
    public static WorkbookCell Empty { get; } = new("", CellKind.Text, false);
}

/// <summary>What a cell of a workbook holds.</summary>
public enum CellKind
{
    /// <summary>Words, or nothing.</summary>
    Text,

    /// <summary>A number, with a point for the decimals.</summary>
    Number,

    /// <summary>0 or 1.</summary>
    Boolean,

    /// <summary>The name of an error: <c>#REF!</c>.</summary>
    Error,
}
