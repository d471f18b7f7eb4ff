using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Site.Core.Office;

/// <summary>Writes a workbook that people read, print and work on (ISO/IEC 29500-1, chapter 18); the same bytes each time.</summary>
public static class WorkbookWriter
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestName = 31;
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheets">One or more, with different names.</param>
    public static byte[] Write(params ImmutableArray<BookSheet> sheets) => OfficeParts.Pack(
        new("xl/workbook.xml", Type + "sheet.main+xml", "officeDocument", new(S + "workbook", new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
            new XElement(S + "sheets", sheets.Select((sheet, at) => new XElement(S + "sheet",
                new XAttribute("name", sheet.Name), new XAttribute("sheetId", at + 1), new XAttribute(R + "id", $"rId{at + 1}")))),
            new XElement(S + "definedNames", sheets.Select((sheet, at) => sheet.Heading == 0 ? null : new XElement(
                S + "definedName", new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", at), $"{Quote(sheet.Name)}!${sheet.Heading}:${sheet.Heading}"))),
            new XElement(S + "calcPr", new XAttribute("calcId", 191029), new XAttribute("fullCalcOnLoad", 1)))),
        [
            .. sheets.Select((sheet, at) => new OfficePart($"xl/worksheets/sheet{at + 1}.xml", Type + "worksheet+xml", "worksheet", Sheet(sheet))),
            new OfficePart("xl/styles.xml", Type + "styles+xml", "styles", BookStyles.Content),
        ]);

    /// <returns>A name that a sheet may have: without <c>\ / ? * [ ] :</c>, no longer than 31 characters.</returns>
    public static string SheetName(string name)
    {
        var allowed = string.Concat(name.Select(c => c is '\\' or '/' or '?' or '*' or '[' or ']' or ':' or '\'' || char.IsControl(c) ? ' ' : c)).Trim();
        return allowed.Length <= LongestName ? allowed : allowed[..(char.IsHighSurrogate(allowed[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }

    /// <returns>A sheet's name as formulas write it.</returns>
    public static string Quote(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <returns>The letters of a column, from 0: <c>A</c>, <c>Z</c>, <c>AA</c>.</returns>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static XElement Sheet(BookSheet sheet)
    {
        var merged = sheet.Rows.SelectMany((row, at) => row.IsAcross && sheet.Widths.Length > 1 ? [$"A{at + 1}:{Letters(sheet.Widths.Length - 1 - sheet.HiddenColumns)}{at + 1}"] : Array.Empty<string>()).ToArray();
        return new(S + "worksheet",
            new XElement(S + "sheetPr", new XElement(S + "pageSetUpPr", new XAttribute("fitToPage", 1))),
            new XElement(S + "sheetViews", new XElement(S + "sheetView", new XAttribute("workbookViewId", 0), Pane(sheet))),
            new XElement(S + "cols", sheet.Widths.Select((width, at) => new XElement(S + "col", new XAttribute("min", at + 1), new XAttribute("max", at + 1), new XAttribute("width", width),
                at >= sheet.Widths.Length - sheet.HiddenColumns ? new XAttribute("hidden", 1) : null, new XAttribute("customWidth", 1)))),
            new XElement(S + "sheetData", sheet.Rows.Select((row, at) => Row(row, at + 1, sheet))),
            merged.Length == 0 ? null : new XElement(S + "mergeCells", new XAttribute("count", merged.Length), merged.Select(cells => new XElement(S + "mergeCell", new XAttribute("ref", cells)))),
            new XElement(S + "pageMargins", new XAttribute("left", 0.5), new XAttribute("right", 0.5), new XAttribute("top", 0.6), new XAttribute("bottom", 0.6), new XAttribute("header", 0.3), new XAttribute("footer", 0.3)),
            new XElement(S + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("fitToWidth", 1), new XAttribute("fitToHeight", 0), new XAttribute("orientation", sheet.IsLandscape ? "landscape" : "portrait")),
            new XElement(S + "headerFooter", new XElement(S + "oddFooter", "&C第 &P 页，共 &N 页")));
    }

    private static XElement? Pane(BookSheet sheet) => sheet.Heading == 0 ? null : new(S + "pane",
        sheet.FrozenColumns == 0 ? null : new XAttribute("xSplit", sheet.FrozenColumns),
        new XAttribute("ySplit", sheet.Heading), new XAttribute("topLeftCell", $"{Letters(sheet.FrozenColumns)}{sheet.Heading + 1}"),
        new XAttribute("activePane", sheet.FrozenColumns == 0 ? "bottomLeft" : "bottomRight"), new XAttribute("state", "frozen"));

    private static XElement Row(BookRow row, int number, BookSheet sheet)
    {
        var lines = row.Lines > 1 || row.IsAcross ? row.Lines : Lines(row, sheet.Widths);
        return new(S + "row", new XAttribute("r", number),
            lines == 1 ? null : new XAttribute("ht", 15 * lines), row.Lines == 1 ? null : new XAttribute("customHeight", 1),
            row.Cells.Select((cell, column) => Cell(cell, $"{Letters(column)}{number}")));
    }

    /// <summary>How many lines the longest text of a row takes: not every program fits rows to their text when it opens a file.</summary>
    private static int Lines(BookRow row, ImmutableArray<double> widths) =>
        row.Cells.Zip(widths).Select(pair => (int)Math.Ceiling(Width(pair.First.Text) / Math.Max(1, pair.Second - 1))).Append(1).Max();

    /// <summary>In digits, of which a Chinese character takes two.</summary>
    private static double Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x1100 ? 1 : 2);

    private static XElement Cell(BookCell cell, string at)
    {
        var element = new XElement(S + "c", new XAttribute("r", at), new XAttribute("s", (int)cell.Style));
        if (cell.Formula is { } formula)
        {
            element.Add(cell.Number is null ? new XAttribute("t", "str") : null, new XElement(S + "f", formula),
                new XElement(S + "v", cell.Number?.ToString(CultureInfo.InvariantCulture) ?? Clean(cell.Text)));
        }
        else if (cell.Number is { } number)
        {
            element.Add(new XElement(S + "v", number.ToString(CultureInfo.InvariantCulture)));
        }
        else if (cell.Text.Length > 0)
        {
            element.Add(new XAttribute("t", "inlineStr"),
                new XElement(S + "is", new XElement(S + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean(cell.Text))));
        }

        return element;
    }

    /// <returns>The text without characters that XML cannot hold.</returns>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}

/// <summary>A sheet to write.</summary>
/// <param name="Name">What its tab says: see <see cref="WorkbookWriter.SheetName"/>.</param>
/// <param name="Widths">Of each column, in characters.</param>
/// <param name="Rows">From the first row on.</param>
public sealed record BookSheet(string Name, ImmutableArray<double> Widths, ImmutableArray<BookRow> Rows)
{
    /// <summary>Number of the row with the names of the columns, from 1: it stays in sight and comes on each printed page; 0 for none.</summary>
    public int Heading { get; init; }

    /// <summary>How many columns on the left stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>How many columns on the right are hidden.</summary>
    public int HiddenColumns { get; init; }

    public bool IsLandscape { get; init; }
}

/// <summary>A row to write.</summary>
/// <param name="Cells">From the first column on.</param>
/// <param name="IsAcross">Whether the first cell goes across all columns that are shown.</param>
/// <param name="Lines">How many lines high it is; programs do not fit the height of merged cells to their text.</param>
public sealed record BookRow(ImmutableArray<BookCell> Cells, bool IsAcross = false, int Lines = 1)
{
    /// <returns>A row of texts in one style.</returns>
    public static BookRow Of(BookStyle style, params IEnumerable<string> texts) => new([.. texts.Select(text => BookCell.Of(text, style))]);

    /// <returns>A text across all columns.</returns>
    public static BookRow Across(BookStyle style, string text, int lines = 1) => new([BookCell.Of(text, style)], IsAcross: true, lines);
}

/// <summary>A cell to write: text, a number, or a formula with its result.</summary>
/// <param name="Text">The text; for a formula that gives text its result.</param>
/// <param name="Number">The number; for a formula its result.</param>
/// <param name="Formula">The formula without the sign before it, or null.</param>
public sealed record BookCell(string Text, decimal? Number, string? Formula, BookStyle Style)
{
    public static BookCell Of(string text, BookStyle style = BookStyle.Plain) => new(text, null, null, style);

    /// <returns>A number, or an empty cell.</returns>
    public static BookCell Of(long? number, BookStyle style = BookStyle.Figure) => new("", number, null, style);

    /// <returns>A formula with its result; an empty text where there is none.</returns>
    public static BookCell Of(string formula, decimal? result, BookStyle style = BookStyle.Figure) => new("", result, formula, style);
}

/// <summary>How a cell looks; the numbers are places in the list of cell formats.</summary>
public enum BookStyle
{
    Plain,
    Title,
    Note,
    Heading,

    /// <summary>A whole number.</summary>
    Figure,

    /// <summary>A share, shown as a percentage.</summary>
    Share,

    /// <summary>Something to be done or mended.</summary>
    Marked,

    /// <summary>What is as it should be.</summary>
    Good,

    /// <summary>What does not count any more, or not yet.</summary>
    Quiet,
}

/// <summary>The look of written workbooks; states are told by words too, never by color alone.</summary>
internal static class BookStyles
{
    public static XElement Content { get; } = XElement.Parse(
        """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
          <fonts count="6"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font><font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><color rgb="FF9C0006"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF006100"/><name val="宋体"/></font></fonts>
          <fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE2F0D9"/></patternFill></fill></fills>
          <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFA6A6A6"/></left><right style="thin"><color rgb="FFA6A6A6"/></right><top style="thin"><color rgb="FFA6A6A6"/></top><bottom style="thin"><color rgb="FFA6A6A6"/></bottom><diagonal/></border></borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="9">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="3" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
            <xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>
            <xf numFmtId="9" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>
            <xf numFmtId="0" fontId="4" fillId="3" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="5" fillId="4" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
          </cellXfs>
          <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """);
}
