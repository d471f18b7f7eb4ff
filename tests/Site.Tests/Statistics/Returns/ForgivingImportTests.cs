using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Forms;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Tests;

/// <summary>Returns as they come back: any name, any program, several in one file.</summary>
public class ForgivingImportTests
{
    private const string Heading = "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>栏目</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>指标</t></is></c></row>";
    private static readonly XNamespace S = OfficeFiles.S;

    private static readonly ImmutableArray<SourceFile> Input =
    [
        SampleSite.File("input/forms/other.yaml", SampleForms.Short.Replace("sample", "other").Replace("开展集中学习", "组织应急演练").Replace("开展专题学习", "应急演练").Replace("是否已制定方案", "是否有预案").Replace("启动活动", "组织演练")),
        .. SampleSite.Files(OfficeSample.Units + OfficeSample.Form),
    ];

    /// <summary>Both districts have a street of one name.</summary>
    private static readonly ImmutableArray<SourceFile> SameNames =
        [.. SampleSite.Files(OfficeSample.Units.Replace("示例甲一街道", "城关街道", StringComparison.Ordinal).Replace("示例乙一街道", "城关街道", StringComparison.Ordinal) + OfficeSample.Form)];

    [Theory]
    [InlineData("示例甲区城关街道", "jia-1")]
    [InlineData("示例市示例乙区城关街道办事处（盖章）", "yi-1")]
    [InlineData("城关街道（示例乙区）", "yi-1")]
    [InlineData("示例乙區城關街道", "yi-1")]
    [InlineData("示例市示例甲区示例甲二街道应急办", "jia-2")]
    [InlineData("示例市城关街道", null)]
    [InlineData("城关街道办事处", null)]
    public void The_head_may_name_the_areas_around_a_unit(string written, string? unit)
    {
        var (received, diagnostics) = ReturnsImport.Read(SameNames, [SampleSite.File("a.csv", Csv(written, "2026-06-18", "3"))], new());

        Assert.Equal(unit is null ? ["returns/unknown-unit"] : [], diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(unit, received.Received.SingleOrDefault()?.Unit);
        Assert.True(unit is not null || diagnostics[0].Message == "有 2 个单位都叫“城关街道”，不知道是哪一个：城关街道（示例甲区）、城关街道（示例乙区）。");
    }

    [Theory]
    [InlineData("示例甲区城关街道.csv", "jia-1")]
    [InlineData("收回/示例乙区/城关街道.csv", "yi-1")]
    [InlineData("城关街道（示例甲区）第二次.csv", "jia-1")]
    [InlineData("示例甲区示例甲二街道.csv", "jia-2")]
    [InlineData("收回/城关街道.csv", null)]
    [InlineData("示例甲区和示例乙区/城关街道.csv", null)]
    public void Of_units_of_one_name_the_path_names_the_district(string path, string? unit)
    {
        var (received, diagnostics) = ReturnsImport.Read(SameNames, [SampleSite.File(path, Csv("", "2026-06-18", "3"))], new());

        Assert.Equal(unit is null ? "returns/unknown-unit" : "returns/unit-from-name", diagnostics.Single().Code);
        Assert.Equal(unit, received.Received.SingleOrDefault()?.Unit);
    }

    [Fact]
    public void A_unit_that_is_written_wrong_is_told_by_the_nearest_name()
    {
        var (_, diagnostics) = Import(("a.csv", Csv("示例乙二街", "2026-06-18", "3")));

        Assert.StartsWith("是不是“示例乙二街道”？", diagnostics.Single().Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("示例甲区/城关街道.csv", "jia-1")]
    [InlineData("示例乙区/6月.csv", "yi-1")]
    [InlineData("示例甲区、示例乙区/6月.csv", null)]
    [InlineData("示例乙区城关街道.csv", "yi-1")]
    [InlineData("城关街道.csv", null)]
    [InlineData("示例甲二街道.csv", null)]
    public void A_head_that_fits_several_units_is_told_by_the_path_too(string path, string? unit)
    {
        var (received, diagnostics) = ReturnsImport.Read(SameNames, [SampleSite.File(path, Csv("城关街道办事处（盖章）", "2026-06-18", "3"))], new());

        Assert.Equal(unit is null ? "returns/unknown-unit" : "returns/unit-from-name", diagnostics.Single().Code);
        Assert.Equal(unit, received.Received.SingleOrDefault()?.Unit);
    }

    [Theory]
    [InlineData("统计表（示例甲一街道）最终版.csv", "jia-1")]
    [InlineData("收回/示例乙二街道/统计表.csv", "yi-2")]
    [InlineData("示例乙区/示例乙三街道 6月.csv", "yi-3")]
    [InlineData("示例甲一街道、示例甲二街道.csv", null)]
    [InlineData("统计表.csv", null)]
    public void A_unit_that_the_head_does_not_name_is_told_by_the_name_of_file_or_folder(string path, string? unit)
    {
        var (received, diagnostics) = Import((path, Csv("", "2026-06-18", "3")));

        if (unit is null)
        {
            Assert.Equal(["returns/unknown-unit"], diagnostics.Select(diagnostic => diagnostic.Code));
            Assert.Contains("--unit", diagnostics[0].Help);
        }
        else
        {
            Assert.Equal((Severity.Warning, "returns/unit-from-name"), (diagnostics.Single().Severity, diagnostics[0].Code));
            Assert.Contains($",{unit},2026-06-18,", Encoding.UTF8.GetString(received.File!.Load()));
        }
    }

    [Theory]
    [InlineData("示例甲一街道办事处", "jia-1")]
    [InlineData("示例市消防救援支队安委办", "fire")]
    [InlineData("示例甲区人民政府（盖章）", "jia")]
    [InlineData("示例丁区", null)]
    public void A_unit_may_add_which_office_of_it_fills_in_the_form(string written, string? unit)
    {
        var (received, diagnostics) = Import(("示例乙一街道.csv", Csv(written, "2026-06-18", "3")));

        if (unit is null)
        {
            // The head contradicts the name of the file: nobody guesses.
            Assert.Equal("returns/unknown-unit", diagnostics.Single().Code);
            Assert.Contains("可能是 --unit yi-1", diagnostics[0].Help);
        }
        else
        {
            Assert.Contains($",{unit},2026-06-18,", Encoding.UTF8.GetString(received.File!.Load()));
        }
    }

    [Fact]
    public void One_document_may_hold_several_forms()
    {
        byte[] both = Join(Word("sample", "示例甲一街道", "2026-06-18", "3"), Word("other", "示例甲一街道", "2026-06-18", "5"), Word("sample", "示例甲二街道", "2026-06-18", "7"));

        var (received, diagnostics) = Import(("几张.docx", both));

        Assert.Empty(diagnostics);
        Assert.Equal(["other jia-1 5", "sample jia-1 3", "sample jia-2 7"], Figures(received));
    }

    [Fact]
    public void Without_the_mark_of_a_form_its_tables_tell_forms_apart_and_the_head_holds_for_all()
    {
        var bare = OfficeFiles.Word(OfficeFiles.P("填报单位（盖章）：示例甲一街道　填报日期：2026年6月18日")
            + OfficeFiles.Table([OfficeFiles.P("开展专题学习"), OfficeFiles.P("开展集中学习（3）场，参与（40）人次")], [OfficeFiles.P("制定活动方案"), OfficeFiles.P("以（视频）等形式启动活动") + OfficeFiles.P("是否已制定方案：是")])
            + OfficeFiles.P("附表二")
            + OfficeFiles.Table([OfficeFiles.P("应急演练"), OfficeFiles.P("组织应急演练（5）场，参与（60）人次")], [OfficeFiles.P("制定活动方案"), OfficeFiles.P("以（桌面推演）等形式组织演练") + OfficeFiles.P("是否有预案：是")]));

        var (received, diagnostics) = Import(("a.docx", bare));

        Assert.Empty(diagnostics);
        Assert.Equal(["other jia-1 5", "sample jia-1 3"], Figures(received));
    }

    [Fact]
    public void One_workbook_may_hold_several_forms_or_one_form_on_several_sheets()
    {
        var sample = Book("sample", "示例甲一街道", "2026-06-18", "3");
        Assert.Equal(["other jia-1 5", "sample jia-1 3"], Figures(Import(("a.xlsx", WithSheet(sample, Sheet(Book("other", "示例甲一街道", "2026-06-18", "5"))))).Value));

        // The rows of the second section stand on a second sheet, below a heading of their own.
        var (first, second) = (Sheet(sample), Sheet(sample));
        Rows(first).Where(row => row.Value.Contains("sample.plan", StringComparison.Ordinal)).Remove();
        Rows(second).Where(row => !row.Value.Contains("sample.plan", StringComparison.Ordinal) && row.Attribute("r")!.Value != "3").Remove();
        var (received, diagnostics) = Import(("b.xlsx", WithSheet(OfficeFiles.With(sample, "xl/worksheets/sheet1.xml", Bytes(first)), second)));
        Assert.Empty(diagnostics);
        Assert.Equal(["sample jia-1 3"], Figures(received));

        // A second sheet with an empty copy of the form says nothing.
        Assert.Equal(["sample jia-1 3"], Figures(Import(("c.xlsx", WithSheet(sample, Sheet(FormTemplate.Make(Input, "sample", "xlsx").Value!)))).Value));
    }

    [Fact]
    public void A_heading_may_stand_in_two_rows_come_again_on_each_page_and_name_a_section_once()
    {
        var sheet = Sheet(Book("sample", "示例甲一街道", "2026-06-18", "3"));
        foreach (var row in Rows(sheet).Where(row => int.Parse(row.Attribute("r")!.Value, System.Globalization.CultureInfo.InvariantCulture) >= 4))
        {
            Cell(row, "E").RemoveNodes();
        }

        var named = Rows(sheet).Where(row => Cell(row, "A").Value.Length > 0).GroupBy(row => Cell(row, "A").Value).SelectMany(same => same.Skip(1)).ToList();
        named.ForEach(row => Cell(row, "A").RemoveNodes());
        var heading = Rows(sheet).Single(row => row.Attribute("r")!.Value == "3");
        var upper = XElement.Parse(Heading.Replace("<row", $"<row xmlns=\"{S}\"", StringComparison.Ordinal).Replace("3\"", "2\"", StringComparison.Ordinal));
        Rows(sheet).Single(row => row.Attribute("r")!.Value == "2").ReplaceWith(upper);
        Cell(heading, "A").RemoveNodes();
        Cell(heading, "B").RemoveNodes();
        Rows(sheet).Last().AddBeforeSelf(XElement.Parse($"<row xmlns=\"{S}\" r=\"90\"><c r=\"A90\" t=\"inlineStr\"><is><t>栏目</t></is></c><c r=\"B90\" t=\"inlineStr\"><is><t>指标</t></is></c><c r=\"C90\" t=\"inlineStr\"><is><t>单位</t></is></c><c r=\"D90\" t=\"inlineStr\"><is><t>填报数</t></is></c></row>"));
        Rows(sheet).Last().SetAttributeValue("r", "91");
        foreach (var cell in Rows(sheet).Last().Elements())
        {
            cell.SetAttributeValue("r", cell.Attribute("r")!.Value[..1] + "91");
        }

        var (received, diagnostics) = Import(("a.xlsx", OfficeFiles.With(Book("sample", "示例甲一街道", "2026-06-18", "3"), "xl/worksheets/sheet1.xml", Bytes(sheet))));

        Assert.Empty(diagnostics);
        Assert.Equal(["sample jia-1 3"], Figures(received));
    }

    [Fact]
    public void Days_from_1904_are_the_same_days_and_hidden_rows_are_told()
    {
        var file = Book("sample", "示例甲一街道", "44729", "3");
        var from1904 = OfficeFiles.Change(file, "xl/workbook.xml", book => book.AddFirst(new XElement(S + "workbookPr", new XAttribute("date1904", "1"))));
        Assert.Contains(",2026-06-18,", Encoding.UTF8.GetString(Import(("a.xlsx", from1904)).Value.File!.Load()));

        var hidden = OfficeFiles.Change(Book("sample", "示例甲一街道", "2026-06-18", "3"), "xl/worksheets/sheet1.xml", sheet =>
            Rows(sheet).Single(row => row.Value.Contains("sample.study.sessions", StringComparison.Ordinal)).SetAttributeValue("hidden", "1"));
        var (received, diagnostics) = Import(("a.xlsx", hidden));
        Assert.Equal((Severity.Warning, "returns/hidden-row"), (diagnostics.Single().Severity, diagnostics[0].Code));
        Assert.Equal(["sample jia-1 3"], Figures(received));
    }

    [Theory]
    [InlineData("TRUE", "b", "returns/not-a-figure")]
    [InlineData("3", "n", null)]
    [InlineData("３", "str", null)]
    [InlineData(" 3 场 ", "str", null)]
    public void A_count_may_be_text_and_no_boolean(string written, string type, string? code)
    {
        var file = OfficeFiles.Change(Book("sample", "示例甲一街道", "2026-06-18", "9"), "xl/worksheets/sheet1.xml", sheet =>
        {
            var cell = Cell(Rows(sheet).Single(row => row.Value.Contains("sample.study.sessions", StringComparison.Ordinal)), "D");
            cell.SetAttributeValue("t", type);
            cell.ReplaceNodes(new XElement(S + "v", type == "b" ? "1" : written));
        });
        var (received, diagnostics) = Import(("a.xlsx", file));

        Assert.Equal(code is null ? [] : new[] { code }, diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(code is null ? ["sample jia-1 3"] : Array.Empty<string>(), Figures(received));
    }

    [Fact]
    public void Empty_columns_that_Excel_leaves_at_the_end_are_passed_over()
    {
        var (received, diagnostics) = Import(("a.csv", Encoding.UTF8.GetBytes("form,unit,as_of,indicator,value,,\nsample,jia-1,2026-06-18,sample.study.sessions,3,,\nsample,jia-2,2026-06-18,sample.study.sessions,4,, ,\n")));

        Assert.Empty(diagnostics);
        Assert.Equal(["sample jia-1 3", "sample jia-2 4"], Figures(received));
    }

    [Theory]
    [InlineData("a.et")]
    [InlineData("a")]
    [InlineData("a.xls")]
    [InlineData("a.XLSX.bak")]
    public void A_workbook_is_known_by_what_it_holds(string name) =>
        Assert.Equal(["sample jia-1 3"], Figures(Import((name, Book("sample", "示例甲一街道", "2026-06-18", "3"))).Value));

    [Theory]
    [InlineData("a.wps")]
    [InlineData("a.doc")]
    public void A_document_is_known_by_what_it_holds(string name) =>
        Assert.Equal(["sample jia-1 3"], Figures(Import((name, Word("sample", "示例甲一街道", "2026-06-18", "3"))).Value));

    [Theory]
    [InlineData("盖章.pdf", "%PDF-1.7", "document/scan", "PDF")]
    [InlineData("盖章", "%PDF-1.7", "document/scan", "PDF")]
    [InlineData("微信图片.jpg", "\u00ff\u00d8\u00ff", "document/scan", "照片或扫描件")]
    [InlineData("a.txt", "开展集中学习 3 场", "document/unknown-format", "只能导入")]
    public void What_nobody_can_read_is_refused_with_what_to_do(string name, string bytes, string code, string says)
    {
        var (received, diagnostics) = Import((name, Encoding.Latin1.GetBytes(bytes)));

        Assert.Null(received.File);
        Assert.Equal(code, diagnostics.Single().Code);
        Assert.Contains(says, diagnostics[0].Message);
        Assert.Contains("从文件夹里拿走", diagnostics[0].Help);
    }

    [Fact]
    public void One_wrong_form_keeps_all_out()
    {
        var (received, diagnostics) = Import(
            ("a.docx", Join(Word("sample", "示例甲一街道", "2026-06-18", "3"), Word("other", "示例甲一街道", "2026-06-18", "约5"))), ("b.csv", Csv("示例甲二街道", "2026-06-18", "4")));

        Assert.Null(received.File);
        Assert.Equal(["returns/not-a-figure"], diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static Result<ReceivedReturns> Import(params (string Path, byte[] Bytes)[] files) =>
        ReturnsImport.Read(Input, [.. files.Select(file => SampleSite.File(file.Path, file.Bytes))], new());

    private static IEnumerable<string> Figures(ReceivedReturns received) => received.File is null ? [] :
        ReturnsReader.Read(FormReader.Read(Input).Value, [.. Input, received.File]).Value
            .Select(one => $"{one.Form} {one.Unit} {one.Figures.Single(figure => figure.Indicator.EndsWith("study.sessions", StringComparison.Ordinal)).Value}");

    private static byte[] Csv(string unit, string day, string sessions) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(FormTemplate.Make(Input, "sample", "csv").Value!)
        .Replace("（盖章）,文本,", $"（盖章）,文本,{unit}").Replace("填报日期,日期,", $"填报日期,日期,{day}").Replace("开展集中学习,场,", $"开展集中学习,场,{sessions}"));

    private static byte[] Book(string form, string unit, string day, string sessions) => OfficeFiles.Change(FormTemplate.Make(Input, form, "xlsx").Value!, "xl/worksheets/sheet1.xml", sheet =>
    {
        foreach (var (id, text) in new[] { ("header.unit", unit), ("header.date", day), ("study.sessions", sessions) })
        {
            var cell = Cell(Rows(sheet).Single(row => row.Value.Contains($"{form}.{id}", StringComparison.Ordinal)), "D");
            cell.SetAttributeValue("t", text.All(char.IsAsciiDigit) ? "n" : "str");
            cell.ReplaceNodes(new XElement(S + "v", text));
        }
    });

    private static byte[] Word(string form, string unit, string day, string sessions) => OfficeFiles.Change(FormTemplate.Make(Input, form, "docx").Value!, "word/document.xml", document =>
    {
        foreach (var text in document.Descendants(OfficeFiles.W + "t"))
        {
            text.Value = text.Value.Replace("（盖章）：〔    〕", $"（盖章）：〔{unit}〕").Replace("日期：〔    〕", $"日期：〔{day}〕").Replace("〔    〕场", $"〔{sessions}〕场");
        }
    });

    private static byte[] Join(params byte[][] documents) => OfficeFiles.Change(documents[0], "word/document.xml", document =>
    {
        var body = document.Element(OfficeFiles.W + "body")!;
        foreach (var other in documents.Skip(1))
        {
            body.Add(XElement.Parse(Encoding.UTF8.GetString(OfficeFiles.Parts(other)["word/document.xml"])).Element(OfficeFiles.W + "body")!.Elements());
        }
    });

    private static XElement Sheet(byte[] book) => XElement.Parse(Encoding.UTF8.GetString(OfficeFiles.Parts(book)["xl/worksheets/sheet1.xml"]));

    private static List<XElement> Rows(XElement sheet) => sheet.Descendants(S + "row").ToList();

    private static XElement Cell(XElement row, string column) => row.Elements().FirstOrDefault(cell => cell.Attribute("r")!.Value.StartsWith(column, StringComparison.Ordinal)) ?? new XElement(S + "c");

    private static byte[] Bytes(XElement part) => Encoding.UTF8.GetBytes(part.ToString(SaveOptions.DisableFormatting));

    private static byte[] WithSheet(byte[] book, XElement sheet)
    {
        XNamespace relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        XNamespace r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var with = OfficeFiles.With(book, "xl/worksheets/sheet2.xml", Bytes(sheet));
        with = OfficeFiles.Change(with, "xl/_rels/workbook.xml.rels", all => all.Add(new XElement(relations + "Relationship", new XAttribute("Id", "rId9"), new XAttribute("Type", r.NamespaceName + "/worksheet"), new XAttribute("Target", "worksheets/sheet2.xml"))));
        return OfficeFiles.Change(with, "xl/workbook.xml", all => all.Element(S + "sheets")!.Add(new XElement(S + "sheet", new XAttribute("name", "第二张"), new XAttribute("sheetId", 2), new XAttribute(r + "id", "rId9"))));
    }
}
