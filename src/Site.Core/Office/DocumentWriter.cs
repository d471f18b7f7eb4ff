using System.Collections.Immutable;
using System.Xml.Linq;

namespace Site.Core.Office;

/// <summary>Writes a paper as a Word document on A4, in the fonts and sizes of official papers (GB/T 9704-2012: title in size 2, text in 仿宋 size 3); the same bytes each time.</summary>
public static class DocumentWriter
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const int TextWidth = 8844;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <param name="blocks">From the title on.</param>
    public static byte[] Write(ImmutableArray<PaperBlock> blocks) => OfficeParts.Pack(
        new("word/document.xml", Type + "document.main+xml", "officeDocument", new(W + "document",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            new XElement(W + "body",
                blocks.SelectMany(Block),
                new XElement(W + "sectPr",
                    new XElement(W + "pgSz", Attribute("w", 11906), Attribute("h", 16838)),
                    new XElement(W + "pgMar", Attribute("top", 2098), Attribute("right", 1474), Attribute("bottom", 1984), Attribute("left", 1588), Attribute("header", 851), Attribute("footer", 992), Attribute("gutter", 0)))))),
        new OfficePart("word/styles.xml", Type + "styles+xml", "styles", PaperStyles.Content));

    private static IEnumerable<XElement> Block(PaperBlock block) => block switch
    {
        PaperBlock.Title title => [Paragraph("Title", title.Words)],
        PaperBlock.Heading heading => [Paragraph("Heading" + heading.Level, heading.Words)],
        PaperBlock.Text text => [Paragraph("Text", text.Words)],
        PaperBlock.Note note => [Paragraph("Note", note.Words)],
        PaperBlock.Item item => [Paragraph("Text", "· " + item.Words + (item.Address is { } address ? $"（{address}）" : ""))],
        PaperBlock.Table table => [Table(table), Paragraph("Note", "")],
        _ => [],
    };

    private static XElement Table(PaperBlock.Table table)
    {
        var width = TextWidth / Math.Max(1, table.Columns.Length);
        return new(W + "tbl",
            new XElement(W + "tblPr", new XElement(W + "tblStyle", Attribute("val", "Grid")), new XElement(W + "tblW", Attribute("w", TextWidth), Attribute("type", "dxa"))),
            new XElement(W + "tblGrid", table.Columns.Select(_ => new XElement(W + "gridCol", Attribute("w", width)))),
            Row("CellHeading", table.Columns, new XElement(W + "trPr", new XElement(W + "cantSplit"), new XElement(W + "tblHeader"))),
            table.Rows.Select(row => Row("Cell", row, null)));

        XElement Row(string style, ImmutableArray<string> texts, XElement? properties) => new(W + "tr", properties, texts.Select(text => new XElement(W + "tc",
            new XElement(W + "tcPr", new XElement(W + "tcW", Attribute("w", width), Attribute("type", "dxa"))), Paragraph(style, text))));
    }

    private static XElement Paragraph(string style, string text) => new(W + "p",
        new XElement(W + "pPr", new XElement(W + "pStyle", Attribute("val", style))),
        new XElement(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), WorkbookWriter.Clean(text))));

    private static XAttribute Attribute(string name, object value) => new(W + name, value);
}

/// <summary>A part of a paper.</summary>
public abstract record PaperBlock
{
    private PaperBlock()
    {
    }

    public sealed record Title(string Words) : PaperBlock;

    /// <param name="Level">1 or 2.</param>
    public sealed record Heading(int Level, string Words) : PaperBlock;

    public sealed record Text(string Words) : PaperBlock;

    /// <summary>Small print: where figures come from, who may see them.</summary>
    public sealed record Note(string Words) : PaperBlock;

    /// <summary>An entry of a list.</summary>
    /// <param name="Address">Where it leads, or null.</param>
    public sealed record Item(string Words, string? Address = null) : PaperBlock;

    /// <param name="Rows">As many cells each as there are columns.</param>
    public sealed record Table(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows) : PaperBlock;
}

/// <summary>How a paper looks in Word.</summary>
internal static class PaperStyles
{
    public static XElement Content { get; } = XElement.Parse(
        """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:docDefaults>
            <w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Title"><w:name w:val="Paper title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="400"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Heading1"><w:name w:val="Paper heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Heading2"><w:name w:val="Paper heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Text"><w:name w:val="Paper text"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="Paper note"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="80"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="CellHeading"><w:name w:val="Paper cell heading"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell"><w:name w:val="Paper cell"/><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>
          <w:style w:type="table" w:customStyle="1" w:styleId="Grid"><w:name w:val="Paper table"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        </w:styles>
        """);
}
