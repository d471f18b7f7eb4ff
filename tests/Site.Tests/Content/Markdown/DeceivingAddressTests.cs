using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Links that lead elsewhere than a reader takes them to lead.</summary>
public class DeceivingAddressTests
{
    /// <summary>Addresses that look like others: letters of other scripts alone or among Latin ones, in Punycode, unseen signs, the name of an office where it is none.</summary>
    public static TheoryData<string> Deceiving { get; } =
    [
        "https://www.mem.gоv.cn/", "https://mеm.gov.cn/a", "https://www.ехаmрlе.com/", "https://аррӏе.com/", "https://gοv.cn/", "https://ɡov.cn/", "https://www.gov.ϲn/", "https://mem.gov․cn/",
        "https://xn--80ak6aa92e.com/", "https://www.xn--mem-0ra.gov.cn/", "https://xn--gv-fmc.cn/", "https://mem.gov.cn.example.com/", "https://www-mem-gov-cn.example.com/", "https://mem.govcn.com/", "https://govcn.example.com/", "https://www.govcn.example.com/",
        "https://mem.g\u200Bov.cn/", "https://\u200Bmem.gov.cn/", "https://mem.gov.cn/\u202Ea", "https://mem.gov.cn/\u2060a", "https://mem.gov.cn%E2%80%8B/", "https://ｍem.gov.cn/",
        "https://1249763847/", "https://0x4A7D2B63/a", "https://0112.0175.053.0143/", "http://74.125.11107/", "https://0x4a.0x7d.0x2b.0x63:8443/", "https://010.1.1.1./",
        "https://xn--extu8ah31brfhgw1a.xn--zfr164b.example.com/", "HTTPS://MЕM.GOV.CN/", "https://m%D0%B5m.gov.cn/", "https://mem.gov.cn⁄a.example.com/",
    ];

    public static TheoryData<string> Honest { get; } =
    [
        "https://www.mem.gov.cn/", "https://www.gov.cn/zhengce/", "https://flk.npc.gov.cn/detail2.html?id=ZmY4MDgx", "https://例.cn/路?a=1", "https://应急管理.政务/", "https://xn--fsqu00a.xn--0zwm56d/", "https://www.example.com:8443/a@b",
        "https://8.8.8.8/", "https://govcn.com/", "https://www.govcn.com/a", "https://203.0.113.5:8443/a", "https://12345.example.cn/", "https://a.example.cn/1.2", "https://政务.example.gov.cn/", "https://www.4399.example/",
        "https://news.example.cn/gov.cn/a", "http://www.12350.example/", "https://www.zj.gov.cn:80/", "https://example.cn/路/а.pdf",
    ];

    [Theory]
    [MemberData(nameof(Deceiving))]
    public void They_are_errors_in_links_in_running_text_and_in_brackets(string address)
    {
        Assert.Contains(ReadLink($"[部]({address})"), IsDeceiving);
        Assert.Contains(ReadLink($"[部][a]\n\n[a]: {address}"), IsDeceiving);
        Assert.Contains(ReadLink($"<{address}>"), IsDeceiving);
        Assert.Contains(Field($"source: 示例单位《通知》：{address}"), IsDeceiving);
        Assert.Contains(Field($"source: {{title: 示例, url: \"{address}\"}}"), IsDeceiving);
    }

    [Theory]
    [InlineData("https://mem.gov.cn@evil.example/")]
    [InlineData("https://mem.gov.cn%40evil.example/")]
    [InlineData("https://mem.gov.cn:80@evil.example/a")]
    public void A_name_before_the_host_is_an_error_in_the_text_of_a_source_too(string address)
    {
        Assert.Contains(Field($"source: \"{address}\""), problem => problem.Severity == Severity.Error);
        Assert.Contains(Field($"source: 示例单位《通知》：{address}"), problem => problem.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("https://mem一gov.cn/")]
    [InlineData("https://exampIe丨a.com/")]
    [InlineData("https://应急管理部.政务.example.com/")]
    public void Chinese_hosts_that_look_like_others_are_errors_in_links(string address)
    {
        Assert.Contains(ReadLink($"[部]({address})"), IsDeceiving);
        Assert.Contains(Field($"source: {{title: 示例, url: \"{address}\"}}"), IsDeceiving);
    }

    [Theory]
    [InlineData("https://www.mem.gоv.cn/a")]
    [InlineData("https://mеm.gov.cn")]
    [InlineData("https://\u200Bmem.gov.cn/")]
    [InlineData("https://mem.gov.cn.example.com")]
    public void An_address_that_stands_as_it_is_in_a_sentence_counts_too(string address) => Assert.Contains(ReadLink($"见{address}，谢谢。"), IsDeceiving);

    [Theory]
    [MemberData(nameof(Honest))]
    public void Other_addresses_pass(string address)
    {
        Assert.Empty(ReadLink($"[部]({address})"));
        Assert.DoesNotContain(Field($"source: 示例单位《通知》：{address}"), IsDeceiving);
        Assert.DoesNotContain(Field($"source: {{title: 示例, url: \"{address}\"}}"), IsDeceiving);
    }

    [Theory]
    [InlineData("https://mem.gov.cn@example.com/")]
    [InlineData("https://mem.gov.cn%40example.com/")]
    [InlineData("https://user:word@example.com/")]
    [InlineData("//mem.gov.cn@example.com/")]
    public void A_name_before_the_host_is_no_host(string address) => Assert.Contains(ReadLink($"[部]({address})"), diagnostic => diagnostic.Severity == Severity.Error);

    [Theory]
    [InlineData("[www.mem.gov.cn](https://www.example.com/)")]
    [InlineData("[https://www.mem.gov.cn/a](https://www.example.com/a)")]
    [InlineData("[应急管理部 mem.gov.cn](https://mem.example.cn/)")]
    [InlineData("[mеm.gov.cn](https://www.mem.gov.cn/)")]
    [InlineData("[a@example.cn](mailto:b@example.cn)")]
    [InlineData("[12350](tel:057155550101)")]
    [InlineData("[www．mem．gov．cn](https://example.com/)")]
    [InlineData("[ｗｗｗ。mem。gov。cn](https://example.com/)")]
    [InlineData("[www.mem&#x2060;.gov.cn](https://example.com/)")]
    [InlineData("[www.12350.mobi](https://example.com/)")]
    [InlineData("[应急管理部.政务](https://example.com/)")]
    [InlineData("[中国.cn](https://例.cn/)")]
    [InlineData("[请看官网。www.mem.gov.cn](https://example.com/)")]
    [InlineData("[**mem.gov.cn**](https://mem.gov.cn.cdn.example.net/)")]
    [InlineData("[www . mem . gov . cn](https://example.com/)")]
    [InlineData("[mem .gov .cn](https://example.com/)")]
    [InlineData("[www. mem. gov. cn](https://example.com/)")]
    [InlineData("[www 。mem 。gov 。cn](https://example.com/)")]
    [InlineData("[ASP.NET.example.com](https://example.org/)")]
    [InlineData("[v1.mem.gov.cn](https://example.com/)")]
    [InlineData("[1.2.mem.gov.cn](https://example.com/)")]
    public void Words_that_show_another_address_are_errors(string text) =>
        Assert.Contains(ReadLink(text), diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Code is "link/shows-other-address" or "link/deceiving-address");

    [Theory]
    [InlineData("[www.mem.gov.cn](https://mem.gov.cn/a)")]
    [InlineData("[mem.gov.cn](https://www.mem.gov.cn/gk/)")]
    [InlineData("[gov.cn](https://www.gov.cn/)")]
    [InlineData("[ｗｗｗ．mem．gov．cn](https://www.mem.gov.cn/)")]
    [InlineData("[应急管理部.政务](https://应急管理部.政务/)")]
    [InlineData("[见应急管理部.政务](https://xn--extu8ah31brfhgw1a.xn--zfr164b/)")]
    [InlineData("[中国.cn](https://www.xn--fiqs8s.cn/)")]
    [InlineData("[做好工作。政务公开](https://www.mem.gov.cn/)")]
    [InlineData("[见本站。mem.gov.cn](https://www.mem.gov.cn/)")]
    [InlineData("[应急管理部](https://www.mem.gov.cn/)")]
    [InlineData("[下载 plan.docx](https://www.example.com/plan.docx)")]
    [InlineData("[a@example.cn](mailto:a@example.cn?subject=x)")]
    [InlineData("[拨打12350](tel:12350)")]
    [InlineData("[0571-55550101](tel:+8657155550101)")]
    [InlineData("[ASP.NET](https://dotnet.example.com/)")]
    [InlineData("[Windows 10 .NET 运行库](https://dotnet.example.com/)")]
    [InlineData("[下载v1.0.cn版](https://example.com/)")]
    [InlineData("[V2.com](https://example.com/)")]
    [InlineData("[12306 . cn](https://www.12306.cn/)")]
    public void Words_that_show_the_same_address_or_none_pass(string text) => Assert.DoesNotContain(ReadLink(text), diagnostic => diagnostic.Code == "link/shows-other-address");

    [Fact]
    public void The_message_names_the_letter_and_the_cure()
    {
        var diagnostic = Assert.Single(ReadLink("看\n[部](https://www.mem.gоv.cn/)"));

        Assert.Equal("a.md:2:1: error link/deceiving-address", diagnostic.ToString().Split('\n')[0]);
        Assert.Equal("链接“https://www.mem.gоv.cn/”的主机名里有 “о”（U+043E），看着像别的字，会把读者带到别的网站。", diagnostic.Message);
        Assert.Equal("请照那个网站自己公布的网址，把主机名重新打一遍。", diagnostic.Help);
    }

    private static bool IsDeceiving(Diagnostic diagnostic) => diagnostic is { Severity: Severity.Error, Code: "link/deceiving-address" or "link/unsafe-address" or "file/control-character" };

    private static ImmutableArray<Diagnostic> ReadLink(string text) => MarkdownText.Read(text).Diagnostics;

    private static ImmutableArray<Diagnostic> Field(string field) =>
        SampleSite.Check($"-- content/news/2026/a.md --\n---\ntitle: 甲\ndate: 2026-06-01\nsummary: 示例\nreviewer: 示例科\n{field}\n---\n正文。").Diagnostics;
}
