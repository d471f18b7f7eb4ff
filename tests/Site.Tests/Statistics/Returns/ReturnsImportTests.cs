using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Tests;

public class ReturnsImportTests
{
    private const string Header = "填报单位（盖章）：示例街道　电话：13900000001　联系人：欧阳示例　填报日期：2026年6月20日";

    private static readonly ImmutableArray<SourceFile> Input =
    [
        SampleSite.File("input/forms/sample.yaml", SampleForms.Short),
        SampleSite.File("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\nstreet-a,示例街道,city,street,\nstreet-b,示例二街道,city,street,\n"),
    ];

    [Fact]
    public void A_filled_in_form_becomes_a_long_table_without_anyones_name_or_telephone()
    {
        var (received, diagnostics) = Import(("a.docx", Document()));

        Assert.Empty(diagnostics);
        Assert.Equal("input/returns/2026-06-20-sample-street-a.csv", received.File!.Path);
        Assert.Equal(
            """
            form,unit,as_of,indicator,value
            sample,street-a,2026-06-20,sample.study.sessions,3
            sample,street-a,2026-06-20,sample.study.people,
            sample,street-a,2026-06-20,sample.plan.made,1
            sample,street-a,2026-06-20,sample.plan.form,视频会议

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(received.File.Load()));
        Assert.Equal((1, 1, 3, 1, 0, 2), (received.Returns, received.Units, received.Reported, received.NotReported, received.Corrections, received.Dropped));
    }

    [Fact]
    public void A_mistake_names_file_table_row_and_blank_and_not_what_is_written()
    {
        var (received, diagnostics) = Import(("报表/a.docx", Document(sentence: "开展集中学习（约4321）场，参与（=cmd|' /C calc'!A0）人次")));

        Assert.Null(received.File);
        Assert.Equal(
            """
            报表/a.docx:1:1: error returns/not-a-figure
              第 1 个表格第 1 行，栏目 “开展专题学习” 的 “开展集中学习”：这里是约数，统计表要填准确的数。
              只写以“场”计的整数；没有统计的留空，没有开展的写 0。
            报表/a.docx:1:1: error returns/not-a-figure
              第 1 个表格第 1 行，栏目 “开展专题学习” 的 “集中学习参与”：这里是公式，不是数字。
              只写以“人次”计的整数；没有统计的留空，没有开展的写 0。
            """.ReplaceLineEndings("\n"),
            string.Join('\n', diagnostics));
    }

    [Theory]
    [InlineData("开展集中学习（3）次，参与（45）人次", "returns/unit-changed", "“开展集中学习” 的空格后面应当是 “场”，这里不是。")]
    [InlineData("开展集中学习（3）场，参与（45）人", "returns/unit-changed", "“集中学习参与” 的空格后面应当是 “人次”，这里不是。")]
    [InlineData("开展集中学习（3）场", "returns/blank-missing", "找不到栏目 “开展专题学习” 里的空格 “集中学习参与”（人次）。")]
    [InlineData("开展分散学习（3）场，参与（45）人次", "returns/blank-missing", "找不到栏目 “开展专题学习” 里的空格 “开展集中学习”（场）。")]
    [InlineData("开展集中学习（3）场，参与（45）人次；编印手册（ ）册", "returns/blank-new", "第 1 个表格第 1 行：这里有一个表格里没有的空格。")]
    [InlineData("开展集中学习（3）场，参与（45）人次；开展集中学习（3）场，参与（45）人次", "returns/blank-twice", "这句话在文件里出现了 2 次")]
    [InlineData("开展集中学习（3）场，参与（4（其中线上1））人次", "returns/not-a-figure", "“集中学习参与”：")]
    [InlineData("开展集中学习（3）4场，参与（45）人次", "returns/not-a-figure", "“开展集中学习”：")]
    public void What_differs_from_the_form_is_reported_and_not_guessed_at(string sentence, string code, string says)
    {
        var (received, diagnostics) = Import(("a.docx", Document(sentence)));

        Assert.Null(received.File);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == code && diagnostic.Message.Contains(says));
    }

    [Fact]
    public void A_sentence_under_another_heading_is_reported_as_moved()
    {
        var moved = OfficeFiles.Word(OfficeFiles.P(Header) + OfficeFiles.Table(
            [OfficeFiles.P("一、制定活动方案"), OfficeFiles.P("是否已制定方案：是")],
            [OfficeFiles.P("制定活动方案"), OfficeFiles.P("开展集中学习（3）场，参与（45）人次") + OfficeFiles.P("以（）等形式启动活动")]));

        Assert.Equal("第 1 个表格第 2 行：“开展集中学习” 从栏目 “开展专题学习” 移到了 “制定活动方案”。", Assert.Single(Import(("a.docx", moved)).Diagnostics).Message);
    }

    [Theory]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是 </w:t></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>否</w:t></w:r>", "1")]
    [InlineData("<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val=\"0\"/></w:checkBox></w:ffData></w:fldChar><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:t>是</w:t></w:r><w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar><w:t>否</w:t></w:r>", "0")]
    [InlineData("<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>是 ☐否</w:t></w:r>", "1")]
    [InlineData("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处选择</w:t></w:r></w:sdtContent></w:sdt>", "")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>否</w:t></w:r><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>是</w:t></w:r>", "1")]
    [InlineData("<mc:AlternateContent><mc:Choice><w:r><w:t>是</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>否</w:t></w:r></mc:Fallback></mc:AlternateContent>", "1")]
    [InlineData("<w:moveFrom><w:r><w:t>否</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>是</w:t></w:r></w:moveTo>", "1")]
    public void A_tick_is_read_as_Word_shows_it(string runs, string value)
    {
        var (received, diagnostics) = Import(("a.docx", Document(tick: $"<w:p><w:r><w:t>是否已制定方案：</w:t></w:r>{runs}</w:p>")));

        Assert.Empty(diagnostics);
        Assert.Contains($"sample.plan.made,{value}\n", Encoding.UTF8.GetString(received.File!.Load()));
    }

    [Theory]
    [InlineData("是否已制定方案：☑是 ☑否")]
    [InlineData("是否已制定方案：基本是")]
    public void A_tick_that_says_both_or_neither_is_an_error(string tick) =>
        Assert.Equal("returns/not-a-figure", Assert.Single(Import(("a.docx", Document(tick: OfficeFiles.P(tick)))).Diagnostics).Code);

    [Fact]
    public void A_return_that_is_there_already_is_an_error_that_shows_both_unless_the_newer_says_it_is_a_correction()
    {
        var first = Import(("a.docx", Document())).Value.File!;
        ImmutableArray<SourceFile> input = [.. Input, first];

        var again = Assert.Single(ReturnsImport.Read(input, [SampleSite.File("b.docx", Document())], new()).Diagnostics);
        Assert.StartsWith("b.docx:1:1: error returns/duplicate-return\n  单位 “street-a” 2026-06-20 的 “sample” 在 input/returns/2026-06-20-sample-street-a.csv:2:", $"{again}");

        var (correction, diagnostics) = ReturnsImport.Read(input, [SampleSite.File("b.docx", Document(header: Header + "　更正：是"))], new());
        Assert.Empty(diagnostics);
        Assert.Equal("input/returns/2026-06-20-sample-street-a-2.csv", correction.File!.Path);
        var (second, _) = ReturnsImport.Read([.. input, correction.File], [SampleSite.File("c.docx", Document())], new(IsCorrection: true));
        Assert.Equal([0, 1, 2], ReturnsReader.Read(SampleForms.Registry, [first, correction.File, second.File!]).Value.Select(one => one.Correction));
    }

    [Fact]
    public void Of_several_files_all_are_taken_in_or_none()
    {
        var other = Document(header: Header.Replace("示例街道", "示例二街道"));

        Assert.Equal(2, Import(("a.docx", Document()), ("b.docx", other)).Value.Returns);
        var (received, diagnostics) = Import(("a.docx", Document()), ("b.docx", Document()), ("c.docx", other));
        Assert.Null(received.File);
        Assert.Contains("在 a.docx:1:1 已经报过", Assert.Single(diagnostics).Message);
    }

    [Theory]
    [InlineData("2026-06-14", 5, "2026-06-14 报的累计数还小（那一份在 input/returns/1f2e3d4c.csv:2:50）")]
    [InlineData("2026-06-27", 2, "2026-06-27 报的累计数还大（那一份在 input/returns/1f2e3d4c.csv:2:50）")]
    public void A_count_that_falls_against_another_return_of_the_unit_is_found_on_import_with_unit_and_file(string day, int count, string says)
    {
        var other = Returns($"sample,street-a,{day},sample.study.sessions,{count}", $"sample,street-b,{day},sample.study.sessions,{count}");

        var (received, diagnostics) = ReturnsImport.Read([.. Input, other], [SampleSite.File("收回的表/a.docx", Document())], new());

        Assert.Null(received.File);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("returns/falls", "收回的表/a.docx"), (diagnostic.Code, diagnostic.Location.Path));
        Assert.Equal($"“示例街道”2026-06-20 报的“开展集中学习”比 {says}。", diagnostic.Message);
        Assert.DoesNotContain("示例街道", $"{Assert.Single(diagnostics.ForOutside())}");
    }

    [Theory]
    [InlineData("sample,street-a,2026-06-14,sample.study.sessions,3")]
    [InlineData("sample,street-a,2026-06-14,sample.study.sessions,")]
    [InlineData("sample,street-a,2025-06-14,sample.study.sessions,9")]
    [InlineData("sample,street-b,2026-06-14,sample.study.sessions,9")]
    [InlineData("sample,street-a,2026-06-14,sample.study.people,9")]
    [InlineData("sample,street-a,2026-06-27,sample.study.sessions,3")]
    [InlineData("sample,street-b,2026-06-07,sample.study.sessions,9\nsample,street-b,2026-06-14,sample.study.sessions,8")]
    [InlineData("sample,street-a,2026-06-07,sample.study.sessions,2\nsample,street-a,2026-06-10,sample.study.sessions,1")]
    public void What_does_not_fall_by_it_is_no_reason_to_refuse_an_import(string rows)
    {
        var (received, diagnostics) = ReturnsImport.Read([.. Input, Returns(rows.Split('\n'))], [SampleSite.File("a.docx", Document())], new());

        Assert.Empty(diagnostics);
        Assert.NotNull(received.File);
    }

    [Fact]
    public void A_count_that_fell_is_taken_in_together_with_the_correction_of_the_earlier_return()
    {
        ImmutableArray<SourceFile> input = [.. Input, Returns("sample,示例街道,2026-06-14,sample.study.sessions,30")];
        var correction = SampleSite.File("更正.docx", Document(header: Header.Replace("6月20日", "6月14日") + "　更正：是"));

        Assert.Equal("returns/falls", Assert.Single(ReturnsImport.Read(input, [SampleSite.File("a.docx", Document())], new()).Diagnostics).Code);
        var (received, diagnostics) = ReturnsImport.Read(input, [SampleSite.File("a.docx", Document()), correction], new());
        Assert.Empty(diagnostics);
        Assert.Equal((2, 1), (received.Returns, received.Corrections));
    }

    [Fact]
    public void Counts_that_fall_between_two_files_of_one_import_name_both()
    {
        var earlier = Document("开展集中学习（ 9 ）场，参与（　）人次", Header.Replace("6月20日", "6月14日"));

        var diagnostic = Assert.Single(Import(("第三周.docx", Document()), ("第二周.docx", earlier)).Diagnostics);
        Assert.Equal("第三周.docx", diagnostic.Location.Path);
        Assert.Contains("那一份在 第二周.docx:1:1", diagnostic.Message);
    }

    [Theory]
    [InlineData("2027年6月20日", "returns/future-day", "写的日期 2027-06-20 还没有到，今天是 2026-06-25。")]
    [InlineData("2026.6.26", "returns/future-day", "写的日期 2026-06-26 还没有到，今天是 2026-06-25。")]
    [InlineData("2025年6月20日", "returns/outside-campaign", "写的日期 2025-06-20 不在活动期间：这张表是 2026 年的。")]
    public void A_return_of_a_day_to_come_or_of_no_campaign_is_refused_with_its_unit(string day, string code, string says)
    {
        var file = SampleSite.File("收回的表/a.docx", Document(header: Header.Replace("2026年6月20日", day)));

        var (received, diagnostics) = ReturnsImport.Read(Input, [file], new(Days: new(new(2026, 6, 25), [2025, 2026])));

        Assert.Null(received.File);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, "收回的表/a.docx:1:1"), (diagnostic.Code, $"{diagnostic.Location}"));
        Assert.Equal("“示例街道”的 “sample” " + says, diagnostic.Message);
        Assert.DoesNotContain("示例街道", $"{Assert.Single(diagnostics.ForOutside())}");
    }

    [Theory]
    [InlineData("2026-06-25", 2027, true)]
    [InlineData("2026-01-01", 2027, true)]
    [InlineData("2027-06-20", 2027, true)]
    [InlineData("2027-06-20", 2026, false)]
    [InlineData("2028-06-20", 2027, false)]
    public void A_form_may_be_used_in_its_own_year_and_in_later_campaigns(string day, int campaign, bool isTaken)
    {
        var file = SampleSite.File("a.csv", $"form,unit,as_of,indicator,value\nsample,street-a,{day},sample.study.sessions,3\n");

        var (received, _) = ReturnsImport.Read(Input, [file], new(Days: new(new(2029, 1, 1), [campaign])));

        Assert.Equal(isTaken, received.File is not null);
    }

    [Theory]
    [InlineData("填报单位：欧阳示例", "returns/unknown-unit", "单位名单里没有这个填报单位：（内容略）。")]
    [InlineData("填报日期：2026-06-20", "returns/unknown-unit", "表头没有填报单位。")]
    [InlineData("填报单位：示例街道 填报日期：上周五", "returns/wrong-day", "表头的填报日期看不出是哪一天。")]
    [InlineData("填报单位：示例街道 填报日期：2026-06-20 表号：smaple", "returns/unknown-form", "表号 “smaple” 不是统计表。")]
    [InlineData("填报单位：示例街道 填报日期：2026-06-20 表号：sample 表格版本：0", "returns/unknown-version", "表格 “sample” 没有这个版本，现在用的是 1 版。")]
    public void Who_when_and_which_form_must_be_known(string header, string code, string says)
    {
        var (received, diagnostics) = Import(("a.docx", Document(header: header)));

        Assert.Null(received.File);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == code && diagnostic.Message == says);
        Assert.All(diagnostics, diagnostic => Assert.DoesNotContain("欧阳", $"{diagnostic}"));
    }

    [Fact]
    public void A_label_in_one_cell_has_its_value_in_the_next()
    {
        var form = OfficeFiles.Word(OfficeFiles.Table(
            [OfficeFiles.P("单位："), OfficeFiles.P("示例街道")],
            [OfficeFiles.P("填报日期"), OfficeFiles.P("2026.6.20")],
            [OfficeFiles.P("联系电话"), OfficeFiles.P("13900000001")],
            [OfficeFiles.P("开展专题学习"), OfficeFiles.P("开展集中学习3场，参与45人次")],
            [OfficeFiles.P("制定活动方案") + OfficeFiles.P("是否已制定方案"), OfficeFiles.P("以（）等形式启动活动")]));

        var (received, diagnostics) = Import(("a.docx", form));

        Assert.Empty(diagnostics);
        Assert.Equal(("input/returns/2026-06-20-sample-street-a.csv", 2, 1), (received.File!.Path, received.Reported, received.Dropped));
    }

    [Fact]
    public void Without_a_list_of_units_nothing_is_taken_in() =>
        Assert.Equal("returns/no-units", Assert.Single(ReturnsImport.Read(Input[..1], [SampleSite.File("a.docx", Document())], new()).Diagnostics).Code);

    [Fact]
    public void A_long_table_of_many_units_is_taken_in_with_names_and_ids()
    {
        var (received, diagnostics) = Import(("a.csv", Encoding.UTF8.GetBytes(
            """
            form,unit,as_of,indicator,value
            sample,示例街道,2026-06-20,sample.study.sessions,3
            sample,street-b,2026-06-20,sample.study.sessions,4
            """)));

        Assert.Empty(diagnostics);
        Assert.Equal((2, 2), (received.Returns, received.Units));
        Assert.Contains("sample,street-a,2026-06-20,sample.study.sessions,3\n", Encoding.UTF8.GetString(received.File!.Load()));
        Assert.Equal("returns/unknown-unit", Assert.Single(Import(("a.csv", "form,unit,as_of,indicator,value\nsample,street-x,2026-06-20,sample.study.sessions,3"u8.ToArray())).Diagnostics).Code);
    }

    [Fact]
    public void An_empty_form_in_CSV_that_was_filled_in_may_lie_in_the_folder_too_and_what_Office_leaves_there_is_passed_over()
    {
        var filled = Encoding.UTF8.GetString(FormTemplate.Make(Input, "sample", "csv").Value!)
            .Replace("（盖章）,文本,", "（盖章）,文本,示例街道").Replace("日期,日期,", "日期,日期,2026-06-20").Replace(",场,", ",场,12");

        var read = ReturnsReader.Read(SampleForms.Registry, [.. Input, SampleSite.File("input/returns/a.csv", filled), SampleSite.File("input/returns/~$a.docx", "x")]);

        Assert.Empty(read.Diagnostics);
        Assert.Equal(12, read.Value.Single().Figures[0].Value);
    }

    [Fact]
    public void A_form_put_into_the_folder_of_returns_is_read_there()
    {
        var read = ReturnsReader.Read(SampleForms.Registry, [.. Input, SampleSite.File("input/returns/a.docx", Document())]);

        Assert.Empty(read.Diagnostics);
        Assert.Equal(("street-a", 3L), (read.Value.Single().Unit, read.Value.Single().Figures[0].Value!.Value));
    }

    private static SourceFile Returns(params string[] rows) =>
        SampleSite.File("input/returns/1f2e3d4c.csv", "form,unit,as_of,indicator,value\n" + string.Join('\n', rows) + "\n");

    private static byte[] Document(string sentence = "开展集中学习（ 3 ）场，参与（　）人次", string? header = null, string? tick = null) =>
        OfficeFiles.Word(OfficeFiles.P("示例活动情况统计表") + OfficeFiles.P(header ?? Header) + OfficeFiles.Table(
            [OfficeFiles.P("开展专题学习"), OfficeFiles.P(sentence)],
            [OfficeFiles.P("制定活动方案"), (tick ?? OfficeFiles.P("是否已制定方案：☑是 □否；")) + OfficeFiles.P("以（视频会议）等形式启动活动")]));

    private static Result<ReceivedReturns> Import(params (string Path, byte[] Bytes)[] files) =>
        ReturnsImport.Read(Input, [.. files.Select(file => SampleSite.File(file.Path, file.Bytes))], new());
}
