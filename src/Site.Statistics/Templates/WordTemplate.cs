using System.Collections.Immutable;
using System.Xml.Linq;
using Site.Core.Office;
using Site.Statistics.Forms;
using Site.Statistics.Returns;

namespace Site.Statistics.Templates;

/// <summary>A form as a Word table, as the annexes of the campaign plans have it: a row a section, its sentences with 〔    〕 to write in, or with what is filled in.</summary>
internal static class WordTemplate
{
    private const string Blank = "〔    〕";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Write(Form form) => Write(form, WordFilling.Empty);

    public static byte[] Write(Form form, WordFilling filling) => OfficeParts.Pack(
        new("word/document.xml", Type + "document.main+xml", "officeDocument", Document(form, filling)),
        new OfficePart("word/styles.xml", Type + "styles+xml", "styles", WordStyles.Content));

    private static XElement Document(Form form, WordFilling filling) => new(W + "document",
        new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
        new XElement(W + "body",
            Paragraph("Title", form.PrintedTitle + filling.TitleEnd),
            filling.Remarks.Select(remark => Paragraph("Note", remark)),
            Paragraph("Header", $"表号：{form.Id}　{FormMarks.VersionLabel}：{form.Version}　{FormMarks.CorrectionLabel}：{Blank}"),
            Paragraph("Header", string.Join('　', form.Indicators.Where(indicator => indicator.Kind == IndicatorKind.Header).Select(indicator => indicator.PrintedLabel + "：" + (filling.Written(indicator) ?? Blank)))),
            Table(form, filling),
            filling.Notes.Select(note => Paragraph("Note", note)),
            new XElement(W + "sectPr",
                new XElement(W + "pgSz", Attribute("w", 11906), Attribute("h", 16838)),
                new XElement(W + "pgMar", Attribute("top", 1134), Attribute("right", 1134), Attribute("bottom", 1134), Attribute("left", 1134), Attribute("header", 567), Attribute("footer", 567), Attribute("gutter", 0)))));

    private static XElement Table(Form form, WordFilling filling)
    {
        var sections = form.Sections.Where(section => section.Indicators.Any(indicator => indicator.IsReported)).ToList();
        var withRequirements = sections.Any(section => section.Requirement.Length > 0);
        int[] widths = withRequirements ? [1800, 3000, 4838] : [2400, 7238];
        string[] heading = withRequirements ? ["活动项目", "内容要求", "活动进展情况"] : ["活动项目", "活动进展情况"];
        return new(W + "tbl",
            new XElement(W + "tblPr", new XElement(W + "tblStyle", Attribute("val", "Form")), new XElement(W + "tblW", Attribute("w", widths.Sum()), Attribute("type", "dxa"))),
            new XElement(W + "tblGrid", widths.Select(width => new XElement(W + "gridCol", Attribute("w", width)))),
            Row(isHeading: true, widths, heading.Select(text => new[] { Paragraph("Heading", text) })),
            sections.Select(section => Row(isHeading: false, widths,
            [
                [Paragraph("Section", section.PrintedTitle)],
                .. withRequirements ? new[] { new[] { Paragraph("Cell", section.Requirement) } } : [],
                [.. Sentences(form, section, filling).SelectMany(sentence => Paragraphs(sentence.Text, sentence.Remark))],
            ])));
    }

    private static IEnumerable<XElement> Paragraphs(string text, string? remark) =>
        remark is null ? [Paragraph("Cell", text)] : [Paragraph("Cell", text), Paragraph("Remark", remark)];

    /// <summary>The sentences and the things to tick, in the order printed, each with the remark below it.</summary>
    private static IEnumerable<(string Text, string? Remark)> Sentences(Form form, FormSection section, WordFilling filling)
    {
        var sentences = FormSentence.Of(form).ToDictionary(sentence => sentence.Blanks[0].Indicator.Id, StringComparer.Ordinal);
        foreach (var indicator in section.Indicators)
        {
            if (sentences.TryGetValue(indicator.Id, out var sentence))
            {
                yield return (sentence.With(blank => filling.Written(blank) ?? Blank) + "；", filling.RemarkOn([.. sentence.Blanks.Select(blank => blank.Indicator)]));
            }
            else if (indicator.Kind == IndicatorKind.Boolean)
            {
                yield return (indicator.Context.TrimEnd(':', '：', ' ') + "：" + (filling.Written(indicator) ?? "□是　□否"), filling.RemarkOn([indicator]));
            }
        }
    }

    private static XElement Row(bool isHeading, int[] widths, IEnumerable<IEnumerable<XElement>> cells) => new(W + "tr",
        isHeading ? new XElement(W + "trPr", new XElement(W + "cantSplit"), new XElement(W + "tblHeader")) : null,
        cells.Select((paragraphs, i) => new XElement(W + "tc",
            new XElement(W + "tcPr", new XElement(W + "tcW", Attribute("w", widths[i]), Attribute("type", "dxa"))), paragraphs)));

    private static XElement Paragraph(string style, string text) => new(W + "p",
        new XElement(W + "pPr", new XElement(W + "pStyle", Attribute("val", style))),
        new XElement(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));

    private static XAttribute Attribute(string name, object value) => new(W + name, value);
}

/// <summary>What is written into a form in Word.</summary>
/// <param name="TitleEnd">What follows the title.</param>
/// <param name="Remarks">Paragraphs below the title.</param>
/// <param name="Written">What stands in the place of a blank, its brackets or boxes included; null where it stays empty.</param>
/// <param name="RemarkOn">A small paragraph below a sentence, by its blanks; null for none. It has no brackets, which would be taken for blanks.</param>
/// <param name="Notes">Paragraphs below the table.</param>
internal sealed record WordFilling(
    string TitleEnd, ImmutableArray<string> Remarks, Func<Indicator, string?> Written, Func<ImmutableArray<Indicator>, string?> RemarkOn, ImmutableArray<string> Notes)
{
    /// <summary>An empty form with how to fill it in.</summary>
    public static WordFilling Empty { get; } = new("", [], _ => null, _ => null,
        ["填写说明：只在〔    〕里填整数，没有统计的留空，没有开展的填 0；“是”“否”勾选一个；更正以前报过的数，在“更正”后面填“是”。联系人、电话和公章只供核对，导入时丢弃。"]);
}

/// <summary>How a form looks in Word: the fonts and sizes of official papers, thin lines around every cell.</summary>
internal static class WordStyles
{
    public static XElement Content { get; } = XElement.Parse(
        """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:docDefaults>
            <w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Title"><w:name w:val="Form title"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="200"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Header"><w:name w:val="Form header"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="80"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Heading"><w:name w:val="Form heading"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="60" w:after="60"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Section"><w:name w:val="Form section"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="60" w:after="60"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell"><w:name w:val="Form cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="auto"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Remark"><w:name w:val="Form remark"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="60"/><w:ind w:left="210"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="Form note"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="160"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
          <w:style w:type="table" w:customStyle="1" w:styleId="Form"><w:name w:val="Form table"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        </w:styles>
        """);
}
