using Site.Statistics.Forms;

namespace Site.Tests;

public class FormReaderTests
{
    [Fact]
    public void The_forms_of_the_campaign_plans_stand_in_the_repository_with_every_blank()
    {
        var (registry, diagnostics) = FormReader.Read(SampleForms.Files);

        Assert.Empty(diagnostics);
        Assert.Equal(
            [("bt2024-month", 65, false), ("bt2024-tour", 12, false), ("cc2019-contact", 11, true), ("cc2019-stat", 40, false), ("zs2021-contact", 2, true), ("zs2021-stat", 68, false)],
            registry.Forms.Select(form => (form.Id, form.Indicators.Length, form.IsNeverPublished)));
        Assert.Equal((146, 12, 15, 25), (Of(PublicationClass.Public), Of(PublicationClass.Controlled), Of(PublicationClass.Internal), Of(PublicationClass.Never)));

        int Of(PublicationClass publication) => registry.Forms.SelectMany(form => form.Indicators).Count(indicator => indicator.Publication == publication);
    }

    [Fact]
    public void A_form_in_traditional_characters_keeps_its_words_and_has_simplified_ones_for_pages()
    {
        var screenings = FormReader.Read(SampleForms.Files).Value.FindIndicator("zs2021-stat.study.screenings")!;

        Assert.Equal(("組織集中學習觀看", "组织集中学习观看"), (screenings.PrintedLabel, screenings.Label));
        Assert.Equal(("場", "场", "(\u00A0\u00A0)", "組織集中學習觀看(\u00A0\u00A0)場"), (screenings.PrintedUnit, screenings.Unit, screenings.Blank, screenings.Context));
    }

    [Fact]
    public void What_counts_the_same_in_several_forms_has_the_same_concept_and_unit_there()
    {
        var registry = FormReader.Read(SampleForms.Files).Value;

        Assert.True(Compare("zs2021-stat.study.screenings", "bt2024-month.study.screenings"));
        Assert.False(Compare("zs2021-stat.study.center-sessions", "bt2024-month.study.seminars"));
        Assert.False(Compare("bt2024-month.consult.enquirers", "cc2019-stat.consult.onsite-enquiries"));
        Assert.False(Compare("bt2024-month.study.screenings", "bt2024-month.study.seminars"));

        bool Compare(string one, string other) => Of(one).Concept is not null && Of(one) == Of(other);

        (string? Concept, string Unit) Of(string id) => registry.FindIndicator(id) is { } found ? (found.Concept, found.Unit) : throw new InvalidOperationException(id);
    }

    [Fact]
    public void Next_years_form_is_one_more_file()
    {
        var next = SampleForms.Short.Replace("sample", "sample2027").Replace("year: 2026", "year: 2027");

        var (registry, diagnostics) = FormReader.Read([.. SampleForms.Files, SampleSite.File("input/forms/sample2027.yaml", next)]);

        Assert.Empty(diagnostics);
        Assert.Equal(2027, registry.FindForm("sample2027")!.Year);
        Assert.Equal("人次", registry.FindIndicator("sample2027.study.people")!.Unit);
    }

    [Theory]
    [InlineData("version: \"1\"", "versions: \"1\"", "input/forms/sample.yaml:2:1: error form/unknown-field", "字段 “versions” 不存在。")]
    [InlineData("version: \"1\"", "", "input/forms/sample.yaml:1:1: error form/missing-field", "缺少字段 “version”。")]
    [InlineData("due: [\"06-25\"]", "due: [\"6月\"]", "input/forms/sample.yaml:5:6: error form/wrong-due", "上报时间要写成“月-日”。")]
    [InlineData("kind: text", "kind: words", "input/forms/sample.yaml:39:61: error form/unknown-value", "字段 “kind” 的内容不在可选的范围内。")]
    [InlineData("id: sample.study.people", "id: other.study.people", "input/forms/sample.yaml:26:13: error form/wrong-id", "指标的 id 要由表格、栏目和自己的名字组成。")]
    [InlineData("id: sample.study.people", "id: sample.study.sessions", "input/forms/sample.yaml:26:9: error form/duplicate-indicator", "指标 “sample.study.sessions” 在第 16 行已经有了。")]
    [InlineData("[[sample.study.people, sample.study.sessions]]", "[[sample.study.people, sample.study.talks]]", "input/forms/sample.yaml:41:81: error form/unknown-indicator", "表格 “sample” 里没有指标 “sample.study.talks”。")]
    [InlineData("blank: \"（    ）\"", "blank: \"___\"", "input/forms/sample.yaml:39:109: error form/blank-not-in-context", "context 里找不到 blank 写的空格。")]
    [InlineData("id: sample.study.people", "short: 一个太长太长太长太长的名称\n        id: sample.study.people", "input/forms/sample.yaml:26:16: error form/long-short", "短名称超过了 12 个字，手机上放不下。")]
    [InlineData("title: 示例活动情况统计表", "title: &a 示例", "input/forms/sample.yaml:3:8: error yaml/alias", "YAML 的引用")]
    [InlineData("year: 2026", "year: [2026", "error yaml/syntax", "写法不合 YAML 的规则。")]
    public void A_mistake_in_a_form_is_reported_where_it_is(string right, string wrong, string where, string says)
    {
        var (registry, diagnostics) = FormReader.Read([SampleSite.File("input/forms/sample.yaml", SampleForms.Short.Replace(right, wrong))]);

        Assert.Empty(registry.Forms);
        Assert.Contains(diagnostics, diagnostic => $"{diagnostic}".Contains(where) && $"{diagnostic}".Contains(says));
    }

    [Fact]
    public void A_short_name_is_for_readers_and_the_label_stays_as_the_form_has_it()
    {
        var registry = FormReader.Read([SampleSite.File("input/forms/sample.yaml", SampleForms.Short.Replace("id: sample.study.people", "short: 人次\n        id: sample.study.people"))]).Value;

        Assert.Equal("人次", registry.FindIndicator("sample.study.people")!.Short);
        Assert.Null(registry.FindIndicator("sample.study.sessions")!.Short);
        Assert.NotEqual("人次", registry.FindIndicator("sample.study.people")!.Label);
    }

    [Fact]
    public void Two_forms_with_one_id_are_reported_with_both_places()
    {
        var (_, diagnostics) = FormReader.Read([SampleSite.File("input/forms/a.yaml", SampleForms.Short), SampleSite.File("input/forms/b.yaml", SampleForms.Short)]);

        Assert.Equal("input/forms/b.yaml:1:1: error form/duplicate-id\n  表格 “sample” 在 input/forms/a.yaml 里已经有了。\n  新一年的表格要用新的 id，例如在后面写上年份；改动旧表格就直接改原来的文件。", $"{Assert.Single(diagnostics)}");
    }
}
