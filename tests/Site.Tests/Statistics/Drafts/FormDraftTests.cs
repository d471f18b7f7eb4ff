using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Drafts;
using Site.Statistics.Forms;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Tests;

public class FormDraftTests
{
    private static readonly ImmutableArray<SourceFile> Sample = [SampleSite.File("input/forms/sample.yaml", SampleForms.Short)];

    /// <summary>The annex of the short form, as a plan of the next year has it: other punctuation, a changed unit, new blanks of every kind.</summary>
    private static readonly string Next = OfficeFiles.P("2027年示例活动情况统计表") + OfficeFiles.P("填报单位（盖章）：        联系人：      电话：        填报日期：     ")
        + OfficeFiles.Table(
            [OfficeFiles.P("活动项目"), OfficeFiles.P("内容要求"), OfficeFiles.P("进展情况")],
            [OfficeFiles.P("开展专题学习"), OfficeFiles.P("组织集中学习。"), OfficeFiles.P("开展集中学习____场、参与____人次；") + OfficeFiles.P("发放学习资料（ ）册；投入经费（  ）万元，播放宣传片     次。")],
            [OfficeFiles.P("制定活动方案"), OfficeFiles.P("有方案。"), OfficeFiles.P("是否已制定方案：□是 □否") + OfficeFiles.P("以（      ）等形式启动活动")],
            [OfficeFiles.P("开展应急演练"), OfficeFiles.P("创新形式，自主开展演练"), OfficeFiles.P("☐是　☐否")]);

    [Fact]
    public void A_blank_that_stayed_keeps_its_id_its_class_and_all_that_is_known_of_it()
    {
        var (form, draft) = Drafted(Sample, OfficeFiles.Word(Next));

        Assert.Equal("sample-2027", form.Id);
        Assert.Equal((2027, "2027", "2027年示例活动情况统计表"), (form.Year, form.Version, form.Title));
        var sessions = form.Indicators.Single(indicator => indicator.Id == "sample-2027.study.sessions");
        Assert.Equal((PublicationClass.Public, "study.sessions", "unit", "场", "开展集中学习____场"), (sessions.Publication, sessions.Concept, sessions.FinestLevel, sessions.Unit, sessions.Context));
        Assert.Equal(5, form.Indicators.Single(indicator => indicator.Id == "sample-2027.study.people").Threshold);
        Assert.Equal((IndicatorKind.Boolean, PublicationClass.Internal), Of(form, "sample-2027.plan.made"));
        Assert.Equal((IndicatorKind.Text, PublicationClass.Public), Of(form, "sample-2027.plan.form"));
        Assert.Contains(form.Checks, check => check is { Id: "participants-need-sessions", Right: "sample-2027.study.sessions" });
        Assert.Contains("没有变 4 个", draft.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_blank_starts_as_internal_with_its_unit_and_a_note_for_the_office()
    {
        var (form, draft) = Drafted(Sample, OfficeFiles.Word(Next));
        var known = form.Indicators.Where(indicator => indicator.IsReported).ToList();

        Assert.Equal(["场", "人次", "册", "万元", "次", "是否", "文本", "是否"], known.Select(indicator => indicator.Unit));
        Assert.Equal(["发放学习资料", "投入经费", "播放宣传片", "创新形式，自主开展演练"], known.Where(indicator => indicator.Publication == PublicationClass.Internal && indicator.FinestLevel == "none" && indicator.Section != "plan").Select(indicator => indicator.Label));
        Assert.Equal(4, draft.Yaml.Split("# 先不公开，由办公室定").Length - 1);
        Assert.Contains("# 金额只收整数", draft.Yaml, StringComparison.Ordinal);
        Assert.Equal(draft.Yaml, Drafted(Sample, OfficeFiles.Word(Next)).Draft.Yaml);
    }

    [Fact]
    public void What_the_header_asks_of_a_person_is_never_published()
    {
        var (form, _) = Drafted([], OfficeFiles.Word(Next));

        Assert.Equal(
            [("填报单位（盖章）", PublicationClass.Public), ("联系人", PublicationClass.Never), ("电话", PublicationClass.Never), ("填报日期", PublicationClass.Public)],
            form.Indicators.Where(indicator => indicator.Kind == IndicatorKind.Header).Select(indicator => (indicator.Label, indicator.Publication)));
    }

    [Theory]
    [InlineData("开展集中学习（  ）次", "study.sessions", "没有了")]
    [InlineData("开展集中学习和讨论（  ）场", "study.sessions", "说法改了")]
    [InlineData("按照要求开展集中学习（  ）场", "study.sessions", "说法改了")]
    public void A_blank_with_another_unit_is_new_and_one_with_other_words_waits_for_the_office(string sentence, string id, string told)
    {
        var (form, draft) = Drafted(Sample, OfficeFiles.Word(OfficeFiles.P("示例活动情况统计表") + OfficeFiles.Table([OfficeFiles.P("开展专题学习"), OfficeFiles.P(sentence)])), like: "sample");

        var indicator = Assert.Single(form.Indicators);
        Assert.Equal((PublicationClass.Internal, "none"), (indicator.Publication, indicator.FinestLevel));
        Assert.Equal(told == "说法改了", indicator.Id.EndsWith(id, StringComparison.Ordinal));
        Assert.Contains(draft.Lines, line => line.Contains(told, StringComparison.Ordinal));
        Assert.Contains(told, draft.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Underlined_spaces_fields_and_placeholders_are_blanks()
    {
        var (form, _) = Drafted([], OfficeFiles.Word(OfficeFiles.P("示例统计表") + OfficeFiles.Table([OfficeFiles.P("宣传活动"),
            "<w:p><w:r><w:t>开展宣讲</w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\">      </w:t></w:r><w:r><w:t>场，参与</w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:tab/></w:r><w:r><w:t>人次；</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>发放资料</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:t>份，张贴海报</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>张。</w:t></w:r></w:p>"])));

        Assert.Equal(["场", "人次", "份", "张"], form.Indicators.Select(indicator => indicator.Unit));
    }

    [Fact]
    public void Cells_to_write_in_become_sentences_beside_a_label_or_below_a_head()
    {
        var (form, _) = Drafted([], OfficeFiles.Word(OfficeFiles.P("示例统计表")
            + OfficeFiles.Table(
                [OfficeFiles.P("序号"), OfficeFiles.P("项目"), OfficeFiles.P("场次"), OfficeFiles.P("参加人数（人）"), OfficeFiles.P("备注")],
                [OfficeFiles.P("1"), OfficeFiles.P("宣讲活动"), OfficeFiles.P(""), OfficeFiles.P(" "), OfficeFiles.P("")],
                [OfficeFiles.P("2"), OfficeFiles.P("应急演练"), OfficeFiles.P(""), OfficeFiles.P(""), OfficeFiles.P("")])
            + OfficeFiles.P("另一张示例表") + OfficeFiles.Table([OfficeFiles.P("宣传经费（元）"), OfficeFiles.P(""), OfficeFiles.P("出动车辆数量（辆）"), OfficeFiles.P("")])));

        Assert.Equal(["宣讲活动（  ）场次", "宣讲活动：参加人数（  ）人", "应急演练（  ）场次", "应急演练：参加人数（  ）人"], form.Indicators.Select(indicator => indicator.Context));
    }

    [Fact]
    public void A_table_of_persons_is_never_taken_in()
    {
        var (form, _) = Drafted([], OfficeFiles.Word(OfficeFiles.P("联络员推荐表") + OfficeFiles.Table([OfficeFiles.P("姓名"), OfficeFiles.P(""), OfficeFiles.P("手机"), OfficeFiles.P("")])));

        Assert.True(form.IsNeverPublished);
        Assert.All(form.Indicators, indicator => Assert.Equal((IndicatorKind.Contact, PublicationClass.Never), (indicator.Kind, indicator.Publication)));
    }

    /// <summary>How many of the blanks that were found by hand are found in the program's own empty form without last year's beside it, and with it.</summary>
    [Theory]
    [InlineData("zs2021-stat", 64)]
    [InlineData("bt2024-month", 61)]
    [InlineData("bt2024-tour", 8)]
    [InlineData("cc2019-stat", 39)]
    public void The_blanks_of_the_forms_of_the_plans_are_found(string id, int reported)
    {
        var known = FormReader.Read(SampleForms.Files).Value.FindForm(id)!;
        var word = FormTemplate.Make(SampleForms.Files, id, "docx").Value!;
        var keys = known.Indicators.Where(indicator => indicator.IsReported).Select(FormComparison.KeyOf).ToHashSet(StringComparer.Ordinal);

        var (blind, _) = Drafted([], word);
        var found = blind.Indicators.Where(indicator => indicator.IsReported).Select(FormComparison.KeyOf).ToList();
        Assert.Equal(reported, keys.Count);
        Assert.Empty(keys.Except(found));
        Assert.Empty(found.Except(keys));

        var (next, draft) = Drafted(SampleForms.Files, word, like: id);
        Assert.Equal(known.Indicators.Where(indicator => indicator.IsReported).Select(indicator => (indicator.Publication, indicator.Concept, indicator.Threshold, indicator.Unit, Name(indicator))),
            next.Indicators.Where(indicator => indicator.IsReported).Select(indicator => (indicator.Publication, indicator.Concept, indicator.Threshold, indicator.Unit, Name(indicator))));
        Assert.Equal(known.Checks.Length, next.Checks.Length);
        Assert.DoesNotContain("先不公开", draft.Yaml, StringComparison.Ordinal);

        static string Name(Indicator indicator) => indicator.Id[indicator.Id.IndexOf('.')..];
    }

    [Fact]
    public void A_return_on_a_drafted_form_is_read()
    {
        var (_, draft) = Drafted(Sample, OfficeFiles.Word(Next));
        ImmutableArray<SourceFile> input = [SampleSite.File("input/forms/next.yaml", draft.Yaml), SampleSite.File("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\nstreet-a,示例街道,city,street,\n")];
        var form = FormReader.Read(input).Value.Forms.Single();
        var sample = new FilledSample(form, 3);
        var filled = FilledWord.Fill(FormTemplate.Make(input, form.Id, "docx").Value!, sample);

        var (received, diagnostics) = ReturnsImport.Read(input, [SampleSite.File("a.docx", filled)], new(AsOf: new(2027, 6, 20), Unit: "street-a"));
        Assert.False(diagnostics.HasErrors(), string.Join('\n', diagnostics));
        Assert.Equal(sample.Values.Where(value => value.Value is not null).OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => (value.Key, value.Value)),
            received.Received.Single().Figures.Where(figure => figure.Value is not null).OrderBy(figure => figure.Indicator, StringComparer.Ordinal).Select(figure => (figure.Indicator, figure.Value)));
    }

    [Theory]
    [InlineData("开展\"宣讲\": [a, b]（  ）场")]
    [InlineData("开展宣讲 # publication: public（  ）场")]
    [InlineData("开展宣讲\u2028publication: public\u0085（  ）场")]
    [InlineData("\\u0041{{key}}*&!%@`开展（  ）场")]
    [InlineData("（   ）（   ）（  ）场")]
    [InlineData("（  ）场次")]
    [InlineData("开展（  ）")]
    [InlineData("开\u200B展\uD83D\uDE00𠮷（  ）人次")]
    public void No_words_of_a_document_can_become_a_field(string sentence)
    {
        var text = System.Security.SecurityElement.Escape(sentence);
        var (drafts, diagnostics) = Make([], OfficeFiles.Word(OfficeFiles.P("示例统计表") + OfficeFiles.Table([OfficeFiles.P("示例\"栏目: #"), OfficeFiles.P(text)])));

        Assert.True(drafts.IsEmpty == diagnostics.HasErrors());
        foreach (var draft in drafts)
        {
            var (forms, mistakes) = FormReader.Read([SampleSite.File("input/forms/a.yaml", draft.Yaml)]);
            Assert.True(mistakes.IsEmpty, string.Join('\n', mistakes) + draft.Yaml);
            Assert.All(forms.Forms.Single().Indicators, indicator => Assert.Equal(PublicationClass.Internal, indicator.Publication));
            FilledDocument.ReadAll("a.docx", forms, [new(1, 1, 1, sentence, false), new(0, 1, 1, "", false)], []);
        }
    }

    [Fact]
    public void A_document_that_is_hostile_or_holds_no_form_is_refused()
    {
        Refused("hello"u8.ToArray(), "document/broken");
        Refused(OfficeFiles.With(OfficeFiles.Word(Next), "word/document.xml", new byte[40 * 1024 * 1024]), "document/too-large");
        Refused(OfficeFiles.Word(string.Concat(Enumerable.Repeat(OfficeFiles.P("开展（  ）场"), 25_000))), "document/too-large");
        Refused(OfficeFiles.Word(string.Concat(Enumerable.Range(0, 700).Select(i => OfficeFiles.P($"开展第{i}项（  ）场")))), "document/too-large");
        Refused(OfficeFiles.Word(OfficeFiles.P(new string('（', 30_000))), "document/too-large");
        Refused(OfficeFiles.Word(OfficeFiles.P("只有说明，没有空格。")), "form/no-blanks");
        Assert.Equal("form/unknown", Assert.Single(Make(Sample, OfficeFiles.Word(Next), "nothing").Diagnostics).Code);

        static void Refused(byte[] word, string code) => Assert.Equal(code, Assert.Single(Make([], word).Diagnostics).Code);
    }

    private static (IndicatorKind Kind, PublicationClass Publication) Of(Form form, string id) => form.Indicators.Single(indicator => indicator.Id == id) is var found ? (found.Kind, found.Publication) : default;

    private static Result<ImmutableArray<FormDraft>> Make(ImmutableArray<SourceFile> input, byte[] word, string? like = null) => FormDraft.Make(input, SampleSite.File("附件.docx", word), like, null, null, 2027);

    /// <returns>The first form of a document as the reader of <c>input/forms/</c> takes its draft.</returns>
    private static (Form Form, FormDraft Draft) Drafted(ImmutableArray<SourceFile> input, byte[] word, string? like = null)
    {
        var (drafts, diagnostics) = Make(input, word, like);
        Assert.True(diagnostics.IsEmpty, string.Join('\n', diagnostics));
        var (forms, mistakes) = FormReader.Read([SampleSite.File("input/forms/next.yaml", Encoding.UTF8.GetBytes(drafts[0].Yaml))]);
        Assert.True(mistakes.IsEmpty, string.Join('\n', mistakes) + drafts[0].Yaml);
        return (forms.Forms.Single(), drafts[0]);
    }
}
