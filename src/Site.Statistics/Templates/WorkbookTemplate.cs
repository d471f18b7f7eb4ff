using System.Collections.Immutable;
using System.Xml.Linq;
using Site.Core.Office;
using Site.Statistics.Forms;

namespace Site.Statistics.Templates;

/// <summary>
/// An empty form as a workbook: a row an indicator, the column for figures marked, and a warning where something else than a figure is typed.
/// The ids by which rows are found again stand in a hidden last column; on paper it is one page wide, its heading on each page.
/// </summary>
internal static class WorkbookTemplate
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Name = "统计表";
    private const int FirstRow = 4;

    /// <summary>In points.</summary>
    private const int LineHeight = 15;

    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>In characters, a column each; all but the last, the ids, fit on the width of upright A4.</summary>
    private static readonly ImmutableArray<int> Widths = [24, 44, 8, 14, 38];

    private static readonly ImmutableArray<string> Merged = ["A1:D1", "A2:D2"];

    public static byte[] Write(Form form) => OfficeParts.Pack(
        new("xl/workbook.xml", Type + "sheet.main+xml", "officeDocument", new(S + "workbook", new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
            new XElement(S + "sheets", new XElement(S + "sheet", new XAttribute("name", Name), new XAttribute("sheetId", 1), new XAttribute(R + "id", "rId1"))),
            new XElement(S + "definedNames",
                Defined("_xlnm.Print_Area", $"$A$1:$D${FirstRow - 1 + TemplateRow.Of(form).Length}"),
                Defined("_xlnm.Print_Titles", $"${FirstRow - 1}:${FirstRow - 1}")))),
        new OfficePart("xl/worksheets/sheet1.xml", Type + "worksheet+xml", "worksheet", Sheet(form)),
        new OfficePart("xl/styles.xml", Type + "styles+xml", "styles", WorkbookStyles.Content));

    private static XElement Sheet(Form form)
    {
        var rows = TemplateRow.Of(form);
        return new(S + "worksheet",
            new XElement(S + "sheetPr", new XElement(S + "pageSetUpPr", new XAttribute("fitToPage", 1))),
            new XElement(S + "sheetViews", new XElement(S + "sheetView", new XAttribute("workbookViewId", 0),
                new XElement(S + "pane", new XAttribute("ySplit", FirstRow - 1), new XAttribute("topLeftCell", $"A{FirstRow}"), new XAttribute("activePane", "bottomLeft"), new XAttribute("state", "frozen")))),
            new XElement(S + "cols", Widths.Select((width, i) =>
                new XElement(S + "col", new XAttribute("min", i + 1), new XAttribute("max", i + 1), new XAttribute("width", width), i == Widths.Length - 1 ? new XAttribute("hidden", 1) : null, new XAttribute("customWidth", 1)))),
            new XElement(S + "sheetData",
                Row(1, WorkbookStyles.Title, form.Title),
                Note("只在“填报数”一列填写：填整数，没有统计的留空，没有开展的填 0；是否栏填“是”或“否”。不要改动其他各列。"),
                Row(3, WorkbookStyles.Heading, "栏目", "指标", "单位", "填报数", "编号"),
                rows.Select((row, i) => Line(FirstRow + i, row))),
            new XElement(S + "mergeCells", new XAttribute("count", 2), Merged.Select(cells => new XElement(S + "mergeCell", new XAttribute("ref", cells)))),
            Validations(rows.Select((row, i) => (row.Kind, $"D{FirstRow + i}")).ToLookup(row => row.Kind, row => row.Item2)),
            new XElement(S + "pageMargins", new XAttribute("left", 0.5), new XAttribute("right", 0.5), new XAttribute("top", 0.6), new XAttribute("bottom", 0.6), new XAttribute("header", 0.3), new XAttribute("footer", 0.3)),
            new XElement(S + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("fitToWidth", 1), new XAttribute("fitToHeight", 0), new XAttribute("orientation", "portrait")),
            new XElement(S + "headerFooter", new XElement(S + "oddFooter", "&C第 &P 页，共 &N 页")));
    }

    private static XElement Line(int number, TemplateRow row)
    {
        var cells = Row(number, WorkbookStyles.Cell, row.Section, row.Label, row.Unit);
        cells.Add(
            row.Value.Length > 0
                ? Cell($"D{number}", WorkbookStyles.Figure, row.Value)
                : new XElement(S + "c", new XAttribute("r", $"D{number}"), new XAttribute("s", WorkbookStyles.Figure)),
            Cell($"E{number}", WorkbookStyles.Cell, row.Id));
        if (Math.Max(Lines(row.Section, Widths[0]), Lines(row.Label, Widths[1])) is > 1 and var lines)
        {
            cells.Add(new XAttribute("ht", lines * LineHeight), new XAttribute("customHeight", 1));
        }

        return cells;
    }

    /// <summary>Said in the file, since not every program fits the height of a row to its text before it prints. A Chinese character takes two columns.</summary>
    private static int Lines(string text, int width) => (text.EnumerateRunes().Sum(rune => rune.Value < 0x1100 ? 1 : 2) + width - 1) / width;

    /// <summary>In the second row, two lines high: programs do not fit the height of merged cells to their text.</summary>
    private static XElement Note(string text)
    {
        var row = Row(2, WorkbookStyles.Note, text);
        row.Add(new XAttribute("ht", 30), new XAttribute("customHeight", 1));
        return row;
    }

    private static XElement Defined(string name, string cells) =>
        new(S + "definedName", new XAttribute("name", name), new XAttribute("localSheetId", 0), $"{Name}!{cells}");

    private static XElement Row(int number, int style, params ReadOnlySpan<string> texts)
    {
        var row = new XElement(S + "row", new XAttribute("r", number));
        foreach (var text in texts)
        {
            row.Add(Cell($"{(char)('A' + row.Elements().Count())}{number}", style, text));
        }

        return row;
    }

    private static XElement Cell(string at, int style, string text) => new(S + "c",
        new XAttribute("r", at), new XAttribute("s", style), new XAttribute("t", "inlineStr"),
        new XElement(S + "is", new XElement(S + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));

    private static XElement Validations(ILookup<IndicatorKind, string> cells) => new(S + "dataValidations", new XAttribute("count", 2),
        Validation(cells[IndicatorKind.Count], "whole", "只填不小于 0 的整数；没有统计的留空。", new XAttribute("operator", "between"), new XElement(S + "formula1", 0), new XElement(S + "formula2", 999999999)),
        Validation(cells[IndicatorKind.Boolean], "list", "只填“是”或“否”；没有统计的留空。", null, new XElement(S + "formula1", "\"是,否\""), null));

    private static XElement Validation(IEnumerable<string> cells, string type, string message, XAttribute? comparison, XElement first, XElement? second) => new(S + "dataValidation",
        new XAttribute("type", type), comparison, new XAttribute("errorStyle", "warning"), new XAttribute("allowBlank", 1), new XAttribute("showErrorMessage", 1),
        new XAttribute("errorTitle", "请核对"), new XAttribute("error", message), new XAttribute("sqref", string.Join(' ', cells)), first, second);
}

/// <summary>How an empty form looks in Excel; the numbers are places in the list of cell formats.</summary>
internal static class WorkbookStyles
{
    public const int Cell = 0;

    public const int Title = 1;

    public const int Note = 2;

    public const int Heading = 3;

    /// <summary>To be written in.</summary>
    public const int Figure = 4;

    public static XElement Content { get; } = XElement.Parse(
        """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
          <fonts count="4"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font><font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
          <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills>
          <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFA6A6A6"/></left><right style="thin"><color rgb="FFA6A6A6"/></right><top style="thin"><color rgb="FFA6A6A6"/></top><bottom style="thin"><color rgb="FFA6A6A6"/></bottom><diagonal/></border></borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="5">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
            <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="3" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
            <xf numFmtId="0" fontId="0" fillId="3" borderId="1" xfId="0" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>
          </cellXfs>
          <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """);
}
