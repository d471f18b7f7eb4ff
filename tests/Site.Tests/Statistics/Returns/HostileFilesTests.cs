using System.Collections.Immutable;
using System.Text;
using FsCheck.Fluent;
using Site.Core.Sources;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Tests;

public class HostileFilesTests
{
    private const string Heading = "编号\t栏目\t指标\t单位\t填报数";

    private static readonly ImmutableArray<SourceFile> Input =
    [
        SampleSite.File("input/forms/sample.yaml", SampleForms.Short),
        SampleSite.File("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\nstreet-a,示例街道,city,street,\n"),
    ];

    private static readonly byte[] Word = FormTemplate.Make(Input, "sample", "docx").Value!;

    private static readonly byte[] Workbook = FormTemplate.Make(Input, "sample", "xlsx").Value!;

    [Fact]
    public void A_file_with_a_password_or_of_an_older_format_is_refused()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

        Refused("a.xlsx", [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "document/encrypted", "这个文件加了密码，打不开。");
        Refused("a.docx", old, "document/old-format", "这是旧格式");
        Refused("a.xls", old, "document/unknown-format", "只能导入 .docx、.xlsx 和 .csv 文件。");
    }

    [Fact]
    public void A_file_that_is_cut_off_or_no_package_is_refused()
    {
        Refused("a.docx", Word[..(Word.Length / 2)], "document/broken", "文件不完整");
        Refused("a.xlsx", "hello"u8.ToArray(), "document/broken", "文件不完整");
        Refused("a.xlsx", Word, "document/broken", "文件里没有工作表。");
        Refused("a.docx", Workbook, "document/broken", "文件里没有 Word 正文。");
        Refused("a.docx", [], "document/broken", "文件不完整");
    }

    [Fact]
    public void A_file_that_carries_macros_is_refused()
    {
        Refused("a.xlsm", Workbook, "document/macro", "这个文件带有宏");
        Refused("a.docm", Word, "document/macro", "这个文件带有宏");
        Refused("a.xlsx", OfficeFiles.With(Workbook, "xl/vbaProject.bin", [1]), "document/macro", "这个文件带有宏");
        Refused("a.xlsx", OfficeFiles.Change(Workbook, "[Content_Types].xml", types => types.LastNode!.ReplaceWith(
            new System.Xml.Linq.XElement("Override", new System.Xml.Linq.XAttribute("ContentType", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")))), "document/macro", "这个文件带有宏");
    }

    [Fact]
    public void A_part_that_unfolds_beyond_all_bounds_is_refused_before_it_is_whole() =>
        Refused("a.docx", OfficeFiles.With(Word, "word/document.xml", new byte[40 * 1024 * 1024]), "document/too-large", "文件解压后超过了 16 MB");

    [Fact]
    public void A_workbook_whose_sheets_are_too_large_together_is_refused()
    {
        var bomb = Workbook;
        for (var sheet = 2; sheet <= 5; sheet++)
        {
            bomb = OfficeFiles.With(bomb, $"xl/worksheets/sheet{sheet}.xml", [.. "<worksheet>"u8, .. Enumerable.Repeat((byte)' ', 10 * 1024 * 1024), .. "</worksheet>"u8]);
        }

        bomb = OfficeFiles.With(bomb, "xl/workbook.xml", Encoding.UTF8.GetBytes(
            $"<workbook xmlns:r=\"urn:r\"><sheets>{string.Concat(Enumerable.Range(2, 4).Select(sheet => $"<sheet r:id=\"s{sheet}\"/>"))}</sheets></workbook>"));
        bomb = OfficeFiles.With(bomb, "xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(
            $"<Relationships>{string.Concat(Enumerable.Range(2, 4).Select(sheet => $"<Relationship Id=\"s{sheet}\" Target=\"worksheets/sheet{sheet}.xml\"/>"))}</Relationships>"));

        Refused("a.xlsx", bomb, "document/too-large", "文件解压后超过了 32 MB");
    }

    [Fact]
    public void External_entities_and_endless_depth_are_refused()
    {
        var entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"u8.ToArray();
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000)));

        Refused("a.docx", OfficeFiles.With(Word, "word/document.xml", entity), "document/not-xml", "外部实体（DTD）");
        Refused("a.xlsx", OfficeFiles.With(Workbook, "xl/workbook.xml", entity), "document/not-xml", "外部实体（DTD）");
        Refused("a.docx", OfficeFiles.With(Word, "word/document.xml", deep), "document/too-deep", "套了 200 层以上");
    }

    [Fact]
    public void A_formula_in_a_workbook_is_an_error_even_where_its_result_is_a_number()
    {
        var filled = OfficeFiles.Change(Workbook, "xl/worksheets/sheet1.xml", sheet =>
        {
            var cell = sheet.Descendants(OfficeFiles.S + "row").Single(row => row.Value.EndsWith("sample.study.sessions", StringComparison.Ordinal)).Elements().ElementAt(3);
            cell.Add(new System.Xml.Linq.XElement(OfficeFiles.S + "f", "WEBSERVICE(\"https://example.org\")"), new System.Xml.Linq.XElement(OfficeFiles.S + "v", "4321"));
        });

        var diagnostic = Assert.Single(ReturnsImport.Read(Input, [SampleSite.File("a.xlsx", filled)], new(new(2026, 6, 20), "street-a")).Diagnostics);

        Assert.Equal("a.xlsx:9:4: error returns/not-a-figure\n  第 1 个工作表第 9 行，栏目 “开展专题学习” 的 “开展集中学习”：这里是公式，不是数字。", $"{diagnostic}"[..$"{diagnostic}".LastIndexOf('\n')]);
    }

    [Theory]
    [InlineData("sample.study.talks,x,x,x,3", "returns/blank-new", "2:1", "表格 “sample” 里没有指标 “sample.study.talks”。")]
    [InlineData("sample.study.sessions,x,x,x,3\nsample.study.sessions,x,x,x,4", "returns/blank-twice", "3:1", "在第 2 行已经有了。")]
    [InlineData("sample.study.sessions,x,x,x,3", "returns/blank-missing", "1:1", "找不到栏目 “开展专题学习” 里的空格 “集中学习参与”（人次）。")]
    [InlineData("other.study.sessions,x,x,x,3", "returns/unknown-form", "1:1", "不认识表格 “other”。")]
    [InlineData("sample.header.version,x,x,x,0", "returns/unknown-version", "1:1", "表格 “sample” 没有这个版本")]
    public void A_table_that_differs_from_the_form_is_reported(string rows, string code, string where, string says)
    {
        var diagnostics = ReturnsImport.Read(Input, [SampleSite.File("a.csv", "id,section,label,unit,value\n" + rows)], new(new(2026, 6, 20), "street-a")).Diagnostics;

        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == code && $"{diagnostic.Location}" == "a.csv:" + where && diagnostic.Message.Contains(says));
    }

    [Fact]
    public void A_table_in_another_encoding_without_heading_or_with_open_quotes_is_reported()
    {
        Refused("a.csv", [0xB1, 0xE0, 0xBA, 0xC5, (byte)',', 0xFF], "input/not-utf8", "多半是 GBK");
        Refused("a.csv", [0xFE, 0xFF, 0, (byte)'i'], "input/not-utf8", "UTF-16");
        Refused("a.csv", Encoding.UTF8.GetBytes(Heading.Replace('\t', ' ')), "returns/no-heading", "找不到写着列名的那一行。");
        Refused("a.csv", "id,section,label,unit,value\nsample.study.sessions,\"\"\"x,3"u8.ToArray(), "csv/quotes", "双引号没有成对");
        Refused("a.csv", [.. Enumerable.Repeat((byte)',', 900_000)], "csv/too-wide", "超过了 200 列");
    }

    [Fact]
    public void A_huge_file_is_refused_before_it_is_loaded()
    {
        foreach (var name in new[] { "a.docx", "a.xlsx", "a.csv" })
        {
            var diagnostic = Assert.Single(ReturnsImport.Read(Input, [new(name, 2L << 30, () => throw new InvalidOperationException())], new()).Diagnostics);
            Assert.EndsWith("/too-large", diagnostic.Code);
        }
    }

    [Fact]
    public void Whatever_bytes_a_package_has_there_is_a_return_or_a_diagnostic() =>
        Prop.ForAll(
            (from isWord in Gen.Elements(true, false)
             from changes in Gen.Choose(0, 5000).Zip(Gen.Choose(0, 255)).ListOf(3)
             select (IsWord: isWord, Changes: changes)).ToArbitrary(),
            made =>
            {
                var bytes = (made.IsWord ? Word : Workbook).ToArray();
                foreach (var (at, value) in made.Changes)
                {
                    bytes[at % bytes.Length] = (byte)value;
                }

                var (received, diagnostics) = ReturnsImport.Read(Input, [SampleSite.File(made.IsWord ? "a.docx" : "a.xlsx", bytes)], new());
                return received.File is null && !diagnostics.IsEmpty;
            }).AssertHolds(400);

    private static void Refused(string path, byte[] bytes, string code, string says)
    {
        var (received, diagnostics) = ReturnsImport.Read(Input, [SampleSite.File(path, bytes)], new());

        Assert.Null(received.File);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, path), (diagnostic.Code, diagnostic.Location.Path));
        Assert.Contains(says, diagnostic.Message);
    }
}
