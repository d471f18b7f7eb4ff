using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Site.Tests;

public class SheetTests
{
    private const string Table =
        """
        安全生产知识题库,,,,,,,
        序号,题型,题干,选项A,选项B,选项C,正确答案,试题解析,难度,知识点,出题人
        1,单选题,油锅起火怎么办？,浇水,盖锅盖,,B,隔绝空气,易,消防,某人
        2,多选题,"哪些要做？
        选全",关阀,开窗,点火,AB,,,,
        3,判断题,电梯可以逃生。,,,,错,,,,
        4,填空题,火警电话是（  ）。,,,,119,,,,
        5,排序题,灭火,压把,拔销,扫射,BAC,,,,
        6,匹配题,配对,红::禁止,黄::警告,,,,,,
        7,简答题,谈谈体会,,,,略,,,,
        """;

    [Fact]
    public void A_table_with_chinese_headers_is_read_row_by_row()
    {
        Assert.Equal(
            """
            ## 油锅起火怎么办？ {#bank-01 .single topic="消防" level=1}
            - [ ] 浇水
            - [x] 盖锅盖

            --- 解析
            隔绝空气

            ## 哪些要做？选全 {#bank-02 .multiple score=partial}
            - [x] 关阀
            - [x] 开窗
            - [ ] 点火

            ## 电梯可以逃生。 {#bank-03 .judge}
            - [ ] 正确
            - [x] 错误

            ## 火警电话是[[119]]。 {#bank-04 .blank}

            ## 灭火 {#bank-05 .order}
            1. 拔销
            2. 压把
            3. 扫射

            ## 配对 {#bank-06 .match}
            - 红 :: 禁止
            - 黄 :: 警告
            """,
            BankSample.Markdown("csv", Table));
        Assert.Equal(
            "2: 这些列没有用上：出题人。\n4: 题目里的几行并成了一行。\n10: 没有带过来：这是问答题，答案要人来评。",
            BankSample.Changes("csv", Table));
    }

    [Theory]
    [InlineData("题目,选项A\n问,甲", "1:1 bank/no-header")]
    [InlineData("题目,选项A,选项B,答案\n问,甲,乙,C", "2:1 bank/unknown-letter")]
    [InlineData("题目,选项A,选项B,答案\n问,甲,乙,", "2:4 bank/no-answer")]
    [InlineData("题目,选项A,选项B,答案\n,甲,乙,A", "2:1 bank/no-text")]
    [InlineData("题目,选项A,选项B,答案\n问,\"甲,乙,A", "2:1 bank/quotation-mark")]
    public void A_bad_table_gives_a_located_error(string text, string diagnostics)
    {
        Assert.Equal(diagnostics, BankSample.Diagnostics("csv", text));
    }

    [Fact]
    public void A_workbook_is_read_with_the_values_of_its_formulas()
    {
        var read = BankSample.Read("xlsx", Workbook(["题目", "选项A", "选项B", "答案"], ["几个？", "=1+1|2", "3", "A"]));

        Assert.Equal("## 几个？ {#bank-01 .single}\n- [x] 2\n- [ ] 3", BankSample.Markdown(read));
        Assert.Equal("2: 第2列是公式，只取了算好的值“2”。", BankSample.Changes(read));
    }

    [Fact]
    public void A_formula_without_a_value_is_an_error_at_its_cell()
    {
        Assert.Equal("2:2 bank/formula", BankSample.Diagnostics(BankSample.Read("xlsx", Workbook(["题目", "选项A", "选项B", "答案"], ["几个？", "=1+1|", "3", "A"]))));
    }

    [Fact]
    public void A_workbook_with_a_program_in_it_is_refused()
    {
        var bytes = Workbook(["题目", "答案"], ["问", "对"]);
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry("xl/vbaProject.bin");
        }

        Assert.Equal("1:1 bank/macro-workbook", BankSample.Diagnostics(BankSample.Read("xlsx", stream.ToArray())));
    }

    [Fact]
    public void A_workbook_that_unpacks_to_far_more_than_it_is_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 65; i++)
            {
                entry.Write(zeros);
            }
        }

        Assert.InRange(stream.Length, 0, 200_000);
        Assert.Equal("1:1 bank/unpacks-too-large", BankSample.Diagnostics(BankSample.Read("xlsx", stream.ToArray())));
    }

    [Theory]
    [InlineData("D0CF11E0A1B11AE1", "1:1 bank/old-workbook")]
    [InlineData("504B0304", "1:1 bank/broken-workbook")]
    [InlineData("", "1:1 bank/broken-workbook")]
    public void What_is_no_workbook_is_refused(string hex, string diagnostic)
    {
        Assert.Equal(diagnostic, BankSample.Diagnostics(BankSample.Read("xlsx", Convert.FromHexString(hex))));
    }

    /// <summary>A cell <c>=formula|value</c> is a formula.</summary>
    private static byte[] Workbook(params string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select((row, i) => new Row(row.Select(Cell)) { RowIndex = (uint)i + 1 })));
            workbook.Workbook.AppendChild(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "题库" }));
        }

        return stream.ToArray();
    }

    private static Cell Cell(string text) => text.StartsWith('=')
        ? new Cell { CellFormula = new(text[1..text.IndexOf('|')]), CellValue = text.EndsWith('|') ? null : new(text[(text.IndexOf('|') + 1)..]) }
        : new Cell { DataType = CellValues.InlineString, InlineString = new(new Text(text)) };
}
