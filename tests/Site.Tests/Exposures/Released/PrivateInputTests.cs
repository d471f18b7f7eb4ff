using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Privacy.Leaks;

namespace Site.Tests;

public class PrivateInputTests
{
    private const string Ledger =
        """
        -- input/exposures/2026.csv --
        id,published,kind,enterprise,credit_code,area,sector,place,hazard,legal_basis,decision,deadline,status,status_on,source,reporter,contact,note
        a,2026-06-01,hazard,示例化工公司,,示例甲区,fire,,通道堵塞,,,,open,2026-06-01,内部线索甲七,李四海,15400000001,"其前员工称三号车间夜间无人值守"
        """;

    [Theory]
    [InlineData("内部线索甲七")]
    [InlineData("李四海")]
    [InlineData("15400000001")]
    [InlineData("其前员工称三号车间夜间无人值守")]
    public void Every_private_column_of_the_exposure_ledger_is_looked_for(string value) => AssertFound(Ledger, value);

    [Theory]
    [InlineData("示例化工公司")]
    [InlineData("示例甲区")]
    [InlineData("通道堵塞")]
    public void Public_columns_are_not(string value) => AssertPasses(Ledger, value);

    [Theory]
    [InlineData("联系人")]
    [InlineData("举报人姓名")]
    [InlineData("备注（不公开）")]
    [InlineData("openid")]
    [InlineData("填表人")]
    public void A_column_counts_by_what_its_head_says(string head) => AssertFound($"-- input/a.csv --\nid,{head}\n1,欧阳晓静", "欧阳晓静");

    [Fact]
    public void A_table_that_is_broken_is_read_as_far_as_it_can_be() =>
        AssertFound("-- input/a.csv --\nid;contact;x\n1;\"李四海\n2;\"\";y", "李四海");

    [Fact]
    public void Canaries_stand_one_a_line_with_notes_between()
    {
        const string Canaries = "-- input/canaries.txt --\n# 编造的\n李四海\n\n  欧阳晓静  \n";

        AssertFound(Canaries, "李四海");
        AssertFound(Canaries, "欧阳晓静");
        AssertPasses(Canaries, "编造的");
    }

    [Theory]
    [InlineData("input/returns/示例安监所李某某/a.csv", "示例安监所李某某")]
    [InlineData("input/returns/2026-06/白塔沟上报.csv", "白塔沟上报")]
    [InlineData("input/returns/unit-0417-draft.csv", "unit-0417-draft")]
    [InlineData("input/returns/corrected.csv", "corrected.csv")]
    [InlineData("input/attempts/wechat-export-8842.csv", "wechat-export-8842")]
    public void Names_of_raw_files_and_folders_are_looked_for(string path, string value) => AssertFound($"-- {path} --\nform,unit\n", value);

    [Theory]
    [InlineData("input/returns/2026-06-05.csv", "2026-06-05")]
    [InlineData("input/returns/第一周.csv", "第一周")]
    [InlineData("input/returns/活动统计表/六月.csv", "活动统计表")]
    [InlineData("input/returns/construction.csv", "construction")]
    [InlineData("input/returns/hazardous-chemicals.csv", "hazardous-chemicals")]
    public void Names_that_only_say_when_or_what_sort_of_table_are_not(string path, string value) => AssertPasses($"-- {path} --\nform,unit\n", value);

    [Fact]
    public void The_public_name_of_a_unit_is_public_wherever_it_stands() =>
        AssertPasses("-- input/units.csv --\nid,name,parent,level,sector\nwhite,白塔街道,,street,\n-- input/returns/白塔街道/a.csv --\nform,unit\n", "白塔街道");

    [Fact]
    public void A_filed_form_gives_the_names_and_telephones_in_it()
    {
        var form = SampleSite.File("input/returns/a.docx", Encodings.Zip(("word/document.xml", Encodings.Text(
            "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>联系人：</w:t></w:r><w:r><w:t>李四海</w:t></w:r></w:p><w:p><w:r><w:t>电话：1540000</w:t></w:r><w:r><w:t>0001</w:t></w:r></w:p></w:document>"))));

        Assert.NotEmpty(Found([form], "李四海"));
        Assert.NotEmpty(Found([form], "154 0000 0001"));
    }

    [Fact]
    public void A_form_with_an_entity_bomb_or_cut_off_is_passed_over() =>
        Assert.Empty(Found(
            [
                SampleSite.File("input/returns/2026-06.docx", Encodings.Zip(("word/document.xml", Encodings.Text("<!DOCTYPE a [<!ENTITY b \"李四海\">]><a>&b;</a>")))),
                SampleSite.File("input/returns/2026-07.xlsx", "PK\u0003\u0004"),
            ],
            "李四海"));

    [Theory]
    [InlineData("12345热线")]
    [InlineData("12350举报投诉平台")]
    [InlineData("群众来电")]
    public void Ways_open_to_everybody_tell_nothing(string source) => AssertPasses($"-- input/a.csv --\nid,source\n1,{source}", source);

    [Fact]
    public void A_canary_as_long_as_a_book_is_reported_at_its_line_and_never_printed()
    {
        var read = PrivateInput.Read(SampleSite.Files($"-- input/canaries.txt --\n李四海\n{new string('王', 1001)}\n"));

        Assert.Equal(
            """
            input/canaries.txt:2:1: error canaries/too-long
              这一行有 1001 个字，最多 1000 个。
              每行只写一个要防止泄露的内容。
            """,
            Assert.Single(read.Diagnostics).ToString());
    }

    [Fact]
    public void A_canary_file_of_ten_megabytes_is_not_even_loaded()
    {
        var read = PrivateInput.Read([new("input/canaries.txt", 10 * 1024 * 1024, () => throw new InvalidOperationException("Loaded."))]);

        Assert.Equal("canaries/too-large", Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void A_canary_that_is_no_utf8_is_reported() =>
        Assert.Equal("input/canaries.txt:1:1: error canaries/not-utf8", PrivateInput.Read([SampleSite.File("input/canaries.txt", [0xC0, 0xEE, 0xCB, 0xC4])]).Diagnostics[0].ToString().Split('\n')[0]);

    private static void AssertFound(string input, string value) => Assert.NotEmpty(Found(SampleSite.Files(input), value));

    private static void AssertPasses(string input, string value) => Assert.Empty(Found(SampleSite.Files(input), value));

    private static Diagnostic[] Found(System.Collections.Immutable.ImmutableArray<SourceFile> input, string value) =>
        [.. LeakScanner.Create(PrivateInput.Read(input).Value, []).Find("a.js", Encoding.UTF8.GetBytes($"var a = \"{value}\";"))];
}
