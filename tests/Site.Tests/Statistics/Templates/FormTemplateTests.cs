using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Site.Statistics.Templates;

namespace Site.Tests;

public class FormTemplateTests
{
    [Theory]
    [InlineData("zs2021-stat")]
    [InlineData("bt2024-month")]
    [InlineData("bt2024-tour")]
    [InlineData("cc2019-stat")]
    public void An_empty_form_is_valid_for_Office_and_the_same_bytes_each_time(string form)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Make(form, "docx")), false);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(Make(form, "xlsx")), false);

        Assert.Equal([], new OpenXmlValidator().Validate(word).Select(error => $"{error.Path?.XPath} {error.Description}"));
        Assert.Equal([], new OpenXmlValidator().Validate(workbook).Select(error => $"{error.Path?.XPath} {error.Description}"));
        Assert.All(FormTemplate.Formats, format => Assert.Equal(Make(form, format), Make(form, format)));
    }

    [Fact]
    public void An_empty_Word_form_reads_as_the_annex_does()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(Make("sample", "docx")), false);
        var paragraphs = word.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText);

        Assert.Equal(
            """
            示例活动情况统计表
            表号：sample　表格版本：1　更正：〔    〕
            填报单位（盖章）：〔    〕　电话：〔    〕　填报日期：〔    〕
            活动项目
            活动进展情况
            开展专题学习
            开展集中学习〔    〕场，参与〔    〕人次；
            制定活动方案
            是否已制定方案：□是　□否；
            以〔    〕等形式启动活动；
            """.ReplaceLineEndings("\n"),
            string.Join('\n', paragraphs.SkipLast(1)).Replace("：□是　□否\n", "：□是　□否；\n"));
    }

    [Theory]
    [InlineData("zs2021-stat")]
    [InlineData("bt2024-month")]
    [InlineData("bt2024-tour")]
    [InlineData("cc2019-stat")]
    [InlineData("sample")]
    public void An_empty_workbook_begins_with_Chinese_labels_hides_its_ids_and_prints_one_page_wide(string form)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(Make(form, "xlsx")), false);
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var rows = sheet.Descendants<Row>().Skip(2).Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray()).ToArray();

        Assert.Equal(["栏目", "指标", "单位", "填报数", "编号"], rows[0]);
        Assert.All(rows.Skip(1), row => Assert.StartsWith(form + ".", row[4]));
        Assert.All(rows.Skip(1), row => Assert.All(row[..3], text => Assert.DoesNotContain(form + ".", text)));
        Assert.Equal(5u, Assert.Single(sheet.Descendants<Column>(), column => column.Hidden?.Value == true).Min!.Value);
        Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
        var page = sheet.Descendants<PageSetup>().Single();
        Assert.Equal((1u, 0u, 9u), (page.FitToWidth!.Value, page.FitToHeight!.Value, page.PaperSize!.Value));
        Assert.Equal([$"统计表!$A$1:$D${rows.Length + 2}", "统计表!$3:$3"], workbook.WorkbookPart.Workbook.DefinedNames!.Select(name => name.InnerText));
    }

    [Fact]
    public void An_empty_form_in_CSV_has_a_row_for_each_blank() =>
        Assert.Equal(
            """
            id,section,label,unit,value
            sample.header.version,表头,表格版本（不要改动）,文本,1
            sample.header.correction,表头,更正（更正以前报的数才填“是”）,是否,
            sample.header.unit,表头,填报单位（盖章）,文本,
            sample.header.phone,表头（个人信息，导入时丢弃）,电话,文本,
            sample.header.date,表头,填报日期,日期,
            sample.study.sessions,开展专题学习,开展集中学习,场,
            sample.study.people,开展专题学习,集中学习参与,人次,
            sample.plan.made,制定活动方案,是否已制定方案,是否,
            sample.plan.form,制定活动方案,启动形式,文本,

            """.ReplaceLineEndings("\r\n"),
            Encoding.UTF8.GetString(Make("sample", "csv")).TrimStart('\uFEFF'));

    [Theory]
    [InlineData("zs2021-contact", "form/personal", "填的是个人信息")]
    [InlineData("sampel", "form/unknown", "没有表格 “sampel”。")]
    public void A_form_that_names_persons_or_is_not_known_is_not_made(string form, string code, string says)
    {
        var (bytes, diagnostics) = FormTemplate.Make([.. SampleForms.Files], form, "docx");

        Assert.Null(bytes);
        Assert.Equal(code, Assert.Single(diagnostics).Code);
        Assert.Contains(says, diagnostics[0].Message);
        Assert.Contains("bt2024-month（“安全生产月”活动进展情况统计表）", diagnostics[0].Help);
    }

    private static byte[] Make(string form, string format) =>
        FormTemplate.Make([.. SampleForms.Files, SampleSite.File("input/forms/sample.yaml", SampleForms.Short)], form, format).Value!;
}
