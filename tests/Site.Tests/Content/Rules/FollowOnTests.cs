using Site.Content.Rules;
using Site.Core.Diagnostics;

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

    private static Diagnostic[] Found(Result<Site.Content.Websites.Website> site) =>
    [
        .. PageProblems.Find(site.Value), .. CampaignYears.Find(site.Value), .. FreeOpenDays.Find(site.Value),
        .. FooterEntries.Find(site.Value), .. ReportHotlines.Find(site.Value), .. ImpossibleDays.Find(site.Value),
    ];
}
