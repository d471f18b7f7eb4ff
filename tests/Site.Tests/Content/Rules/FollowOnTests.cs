using Site.Content.Rules;
using Site.Core.Diagnostics;
using Site.Statistics.Series;

namespace Site.Tests;

/// <summary>One cause, one message: what cannot be read is not also said to be missing, or to be on a wrong day.</summary>
public sealed class FollowOnTests
{
    private const string Footer = "footer: {icp: 示ICP备00000000号-1, police: 示公网安备00000000000000号, siteCode: \"0000000000\", contact: 示例, correction: \"https://example.gov.cn/\"}\n";
    private const string Settings = "-- site.yaml --\ntitle: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n" + Footer;

    [Theory]
    [InlineData("-- content/events/consultation.md --\n---\nkind: 咨询日\nstart: 2026年6月16日\n---\n正文。", "front-matter/wrong-type")]
    [InlineData("-- content/events/consultation.md --\n---\nkind: 咨询日\nstart: 2026-06-31\n---\n正文。", "front-matter/out-of-range")]
    [InlineData("-- content/events/a.md --\n---\nkind: 咨询日\n---\n正文。", "front-matter/missing-field")]
    [InlineData("-- content/events/consultation.md --\n没有字段区。", "front-matter/missing")]
    [InlineData("-- content/campaigns/2024.md --\n---\nyear: 今年\nedition: 23\nslogan: 示例\nstart: 2024-06-01\nend: 2024-06-30\n---\n正文。", "front-matter/wrong-type")]
    [InlineData("-- content/campaigns/2024.md --\n---\nyear: 二〇二四\nedition: 23\nslogan: 示例\nstart: 6月1日\nend: 6月30日\n---\n正文。", "front-matter/wrong-type")]
    [InlineData("-- content/campaigns/2024.md --\n---\nyear: 2024\nedition: 二十三\nslogan: 示例\nstart: 2024-06-01\nend: 2024-06-30\n---\n正文。", "front-matter/wrong-type")]
    [InlineData("-- content/lectures/a.md --\n---\nseries: forum\nvideo: a.mp4\ncaptions: [a, b]\n---\n正文。", "front-matter/wrong-type")]
    public void A_field_that_cannot_be_read_has_no_second_message(string page, string code)
    {
        var site = SampleSite.Check(Settings + page);

        Assert.Contains(site.Diagnostics, found => found.Code == code);
        Assert.Empty(Found(site));
    }

    [Theory]
    [InlineData("title: [", "yaml/")]
    [InlineData("title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n  icp: 示\n", "yaml/")]
    [InlineData("title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\nfooter: 示ICP备00000000号-1\n", "site/wrong-type")]
    [InlineData("title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\nhotlines: 12350\n" + Footer, "site/wrong-type")]
    [InlineData("title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\nhotlines: [{number: [1], label: 示例}, {number: \"119\", label: 示例}]\n" + Footer, "site/wrong-type")]
    public void Settings_that_cannot_be_read_have_no_second_message(string settings, string code)
    {
        var site = SampleSite.Check($"-- site.yaml --\n{settings}");

        Assert.StartsWith(code, Assert.Single(site.Diagnostics).Code, StringComparison.Ordinal);
        Assert.Empty(Found(site));
    }

    [Theory]
    [InlineData("-- content/events/consultation.md --\n---\nkind: 咨询日\nstart: 2026-06-15\nend: 下午\n---\n正文。", "event/consultation-day-date")]
    [InlineData("-- content/campaigns/2024.md --\n---\nyear: 2024\nedition: 24\nslogan: [a]\nstart: 2024-06-01\nend: 2024-06-30\n---\n正文。", "campaign/wrong-edition")]
    [InlineData("-- content/lectures/a.md --\n---\nseries: 论坛\nvideo: a.mp4\n---\n正文。", "lecture/no-captions")]
    public void A_mistake_in_another_field_hides_nothing(string page, string code) =>
        Assert.Contains(Found(SampleSite.Check(Settings + page)), found => found.Code == code);

    [Fact]
    public void A_footer_that_is_not_there_is_asked_for_though_another_field_is_wrong() =>
        Assert.Equal(5, Found(SampleSite.Check("-- site.yaml --\ntitle: [a]\nurl: https://example.gov.cn/\norganiser: 示例\n")).Length);

    /// <summary>A site that may say that it is a sample is taken for one.</summary>
    [Theory]
    [InlineData("sample: true\ntitle: 某市\norganiser: 甲: 乙\nurl: https://example.gov.cn/\n")]
    [InlineData("title: [示例]\nurl: https://example.gov.cn/\norganiser: 某单位\n")]
    [InlineData("title: 某市\nsample: 是\nurl: https://example.gov.cn/\norganiser: 示例单位\n")]
    [InlineData("url: https://example.gov.cn/\norganiser: 示例单位\n")]
    [InlineData("title：示例\nurl: https://example.gov.cn/\norganiser: 示例\n")]
    public void Settings_that_cannot_be_read_do_not_make_samples_leftovers(string settings) =>
        Assert.DoesNotContain(SampleSite.Check($"-- site.yaml --\n{settings}\n-- content/guides/a.md --\n---\ntitle: 示例\nsource: 示例\nreviewer: 示例科室（示例）\nsample: true\n---\n示例街道。\n").Diagnostics, found => found.Code == "sample/left");

    [Theory]
    [InlineData("id，name，parent，level，sector\ncity，示例市，，city，\n", "units/unknown-column")]
    [InlineData("编号,name,parent,level,sector\ncity,示例市,,city,\n", "units/unknown-column")]
    [InlineData("id,name,parent,level,sector\ncity,\"示例市,,city,\n", "csv/quotes")]
    [InlineData("id,name,parent,level,sector\ncity,示例市,,city,\njia,示例甲区,nowhere,district,\n", "units/unknown-parent")]
    [InlineData("", "units/empty")]
    public void Units_that_cannot_be_read_make_no_area_unknown(string units, string code) =>
        Assert.Equal([code], Ledger.ReadFiles("2026-06-10", Ledger.File("input/units.csv", units), Ledger.File("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row()}\n{Ledger.Row("id=A-2", "area=jia")}\n"),
            Ledger.File("input/forms/sample.yaml", SampleForms.Short), Ledger.File("input/returns/a.csv", $"form,unit,as_of,indicator,value\nsample,jia-01,2026-06-09,sample.study.sessions,3\n")).Diagnostics.Distinct().Select(found => found.Code));

    [Fact]
    public void A_form_that_cannot_be_read_makes_no_indicator_unknown()
    {
        var input = StatisticsInput.Read(new([
            SampleSite.File("input/units.csv", Ledger.Units), SampleSite.File("input/forms/sample.yaml", "id: [\n"),
            SampleSite.File("input/tables.yaml", "tables:\n- id: a\n  title: 示例\n  dimensions: [area]\n  indicators: [sample.study.sessions]\n"),
            SampleSite.File("input/returns/a.csv", "form,unit,as_of,indicator,value\nsample,jia-01,2026-06-09,sample.study.sessions,3\n")]));

        Assert.Equal("input/forms/sample.yaml", Assert.Single(input.Diagnostics).Location.Path);
    }

    private static Diagnostic[] Found(Result<Site.Content.Websites.Website> site) =>
    [
        .. PageProblems.Find(site.Value), .. CampaignYears.Find(site.Value), .. FreeOpenDays.Find(site.Value),
        .. FooterEntries.Find(site.Value), .. ReportHotlines.Find(site.Value), .. ImpossibleDays.Find(site.Value),
    ];
}
