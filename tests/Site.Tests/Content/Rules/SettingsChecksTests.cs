using Site.Content.Rules;
using Site.Core.Diagnostics;

namespace Site.Tests;

public class SettingsChecksTests
{
    private const string Start = "-- site.yaml --\ntitle: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n";

    [Fact]
    public void The_nationwide_hotlines_are_enough() =>
        Assert.Empty(ReportHotlines.Find(SampleSite.Read(Start)));

    [Fact]
    public void Hotlines_that_people_need_and_that_are_missing_are_reported() =>
        Assert.Equal(
            """
            site.yaml:5:3: warning site/missing-hotline
              hotlines 里没有 96119（消防隐患举报），页面上就看不到它。
              在 hotlines 里加一行 “- {number: "96119", label: 消防隐患举报}”；整段不写，就用全国通用的五个号码。
            """,
            string.Join('\n', ReportHotlines.Find(SampleSite.Read(
                Start + """
                hotlines:
                  - {number: "12350", label: 举报}
                  - {number: "12345", label: 热线}
                  - {number: "119", label: 火警}
                  - {number: "120", label: 急救}
                """))));

    [Fact]
    public void A_whole_footer_is_no_diagnostic() =>
        Assert.Empty(FooterEntries.Find(SampleSite.Read(
            Start + """
            footer:
              icp: 示ICP备00000000号-1
              police: 示公网安备 00000000000000号
              siteCode: "0000000000"
              contact: 示例市安委办
              correction: https://example.gov.cn/
            """)));

    [Fact]
    public void Entries_that_a_government_site_must_carry_are_asked_for() =>
        Assert.Equal(
            """
            site.yaml:1:1: warning site/missing-footer-entry
              footer 里没有 icp：政府网站的页脚要有 ICP 备案号。
              写上 “icp: 示ICP备00000000号-1” 这样的一行。
            site.yaml:1:1: warning site/missing-footer-entry
              footer 里没有 police：政府网站的页脚要有公安机关备案号。
              写上 “police: 示公网安备00000000000000号” 这样的一行。
            site.yaml:1:1: warning site/missing-footer-entry
              footer 里没有 siteCode：政府网站的页脚要有网站标识码。
              写上 “siteCode: 0000000000” 这样的一行。
            site.yaml:1:1: warning site/missing-footer-entry
              footer 里没有 contact：政府网站的页脚要有联系方式。
              写上 “contact: 示例市安委办，地址和公开电话” 这样的一行。
            site.yaml:1:1: warning site/missing-footer-entry
              footer 里没有 correction：政府网站的页脚要有 “我为政府网站找错” 的网址。
              写上 “correction: https://example.gov.cn/” 这样的一行。
            """,
            string.Join('\n', FooterEntries.Find(SampleSite.Read(Start))));

    [Theory]
    [InlineData("icp", "ICP备案中", "ICP 备案号", "示ICP备00000000号-1")]
    [InlineData("icp", "示ICP备0000000号", "ICP 备案号", "示ICP备00000000号-1")]
    [InlineData("police", "公网安备00000000000000号", "公安机关备案号", "示公网安备00000000000000号")]
    [InlineData("siteCode", "00000", "网站标识码", "0000000000")]
    public void An_entry_in_another_form_than_it_is_issued_in_is_an_error(string name, string value, string label, string example)
    {
        var website = SampleSite.Read($"{Start}footer: {{{name}: \"{value}\"}}\n");

        var diagnostic = Assert.Single(FooterEntries.Find(website), diagnostic => diagnostic.Severity == Severity.Error);

        Assert.Equal(
            $"""
            site.yaml:4:{12 + name.Length}: error site/wrong-footer-entry
              footer 里的 {name} “{value}” 不像{(label[0] == 'I' ? " " : "")}{label}。
              照备案的写法抄：“{example}”。
            """,
            diagnostic.ToString());
    }

    [Fact]
    public void A_strict_build_takes_missing_footer_entries_as_errors_and_other_warnings_as_they_are()
    {
        Diagnostic[] diagnostics =
        [
            Diagnostic.Warning("site/missing-footer-entry", new("site.yaml"), "一", "二"),
            Diagnostic.Warning("page/long-title", new("content/guides/a.md"), "三", "四"),
        ];

        var strict = Checks.Strictly(diagnostics);

        Assert.Equal(
            """
            site.yaml:1:1: error site/missing-footer-entry
              一
              二
            content/guides/a.md:1:1: warning page/long-title
              三
              四
            """,
            string.Join('\n', strict));
    }

    [Fact]
    public void A_menu_entry_that_leads_to_no_page_is_reported() =>
        Assert.Equal(
            """
            site.yaml:6:26: error site/broken-menu-entry
              菜单 “指南” 指向的地址 /guide/ 不存在。
              是不是 “/guides/”？
            """,
            string.Join('\n', MenuLinks.Find(SampleSite.Read(
                Start + """
                menu:
                  - {label: 首页, address: /}
                  - {label: 指南, address: /guide/}
                  - {label: 燃气, address: /guides/gas/}
                -- content/guides/gas.md --
                ---
                title: 燃气
                ---
                """))));
}
