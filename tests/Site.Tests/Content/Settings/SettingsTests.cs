using Site.Content.Loading;
using Site.Content.Settings;
using Site.Core.Sources;

namespace Site.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Settings_say_what_the_site_is_called_and_what_stands_around_its_pages()
    {
        var settings = SampleSite.Read(
            """
            -- site.yaml --
            title: 示例市安全生产月
            url: https://example.gov.cn/safety
            organiser: 示例市安委办
            language: zh-CN
            menu:
              - {label: 指南, address: /guides/}
              - {label: 隐私, url: /privacy}
            hotlines:
              - {number: 12350, label: 举报}
            footer:
              icp: 示ICP备00000000号
              siteCode: "0000000000"
              correction: https://zfwzgl.www.gov.cn/
            areaMap: ["甲区 乙区", ". 丙区"]
            theme: Campaign
            sharePictures: none
            """).Settings;

        Assert.Equal("https://example.gov.cn/safety/", settings.Url.ToString());
        Assert.Equal([new MenuEntry("指南", "/guides/"), new MenuEntry("隐私", "/privacy/")], settings.Menu);
        Assert.Equal([new Hotline("12350", "举报")], settings.Hotlines);
        Assert.Equal(["甲区|乙区", ".|丙区"], settings.AreaMap.Select(row => string.Join('|', row)));
        Assert.Equal(new Footer { Icp = "示ICP备00000000号", SiteCode = "0000000000", Correction = "https://zfwzgl.www.gov.cn/" }, settings.Footer);
        Assert.Equal(("zh-CN", "Campaign", SharePictures.None), (settings.Language, settings.Theme, settings.SharePictures));
    }

    [Fact]
    public void Settings_that_are_left_out_have_values_that_suit_everywhere()
    {
        var settings = SampleSite.Read(
            """
            -- site.yaml --
            title: 示例市安全生产月
            url: https://example.gov.cn/
            organiser: 示例市安委办
            """).Settings;

        Assert.Equal(("zh-Hans", "Campaign", SharePictures.Auto), (settings.Language, settings.Theme, settings.SharePictures));
        Assert.Equal(Hotline.Nationwide, settings.Hotlines);
    }

    [Fact]
    public void A_site_without_settings_gets_an_example_to_paste()
    {
        Assert.Equal(
            """
            site.yaml:1:1: error site/missing
              没有找到站点的设置文件 site.yaml。
              在站点文件夹里新建 site.yaml，写上：{title: 示例市安全生产月, url: "https://example.gov.cn/", organiser: 示例市安委会办公室}
            """,
            string.Join('\n', WebsiteReader.Read(null, [], new(2025, 6, 10), drafts: false).Diagnostics));
    }

    [Theory]
    [InlineData("titel: 示例", "4:1: error site/unknown-field", "字段 “titel” 不存在。")]
    [InlineData("theme: [a]", "4:8: error site/wrong-type", "字段 “theme” 应当是一段文字，这里写的是一个列表。")]
    [InlineData("language: 中文", "4:11: error site/wrong-type", "字段 “language” 应当是一个语言代码，这里写的是 “中文”。")]
    [InlineData("sharePictures: some", "4:16: error site/unknown-word", "“some” 不是 sharePictures 可以用的词。")]
    [InlineData("menu: 指南", "4:7: error site/wrong-type", "字段 “menu” 应当是一个列表，这里写的是 “指南”。")]
    [InlineData("menu: [{label: 坏, address: 'javascript:alert(1)'}]", "4:28: error site/wrong-type", "字段 “menu.address” 应当是本站里的地址，这里写的是 “javascript:alert(1)”。")]
    [InlineData("hotlines: [{number: 拨打, label: 举报}]", "4:21: error site/wrong-type", "字段 “hotlines.number” 应当是一个电话号码，这里写的是 “拨打”。")]
    [InlineData("footer: {icpp: 号}", "4:10: error site/unknown-field", "字段 “footer.icpp” 不存在。")]
    [InlineData("areaMap: [甲区 乙区, 丙区 甲区]", "4:10: error site/wrong-type", "字段 “areaMap” 应当是每个地方写一次的图，这里写的是一个列表。")]
    [InlineData("areaMap: [一 二 三 四 五 六 七]", "4:10: error site/wrong-type", "字段 “areaMap” 应当是一行不超过 6 个地方的图，这里写的是一个列表。")]
    [InlineData("areaMap: {甲区: 1}", "4:10: error site/wrong-type", "字段 “areaMap” 应当是一个列表，这里写的是一组字段。")]
    [InlineData("footer: {correction: 'https://name:secret-12@example.gov.cn/'}", "4:22: error site/wrong-type", "字段 “footer.correction” 的网址里，“@” 前面的字不是网站的名字，真正的网站在 “@” 后面。")]
    [InlineData("title: 再来一次", "4:1: error site/duplicate-field", "字段 “title” 写了两次。")]
    public void A_mistake_in_the_settings_is_reported_at_its_place(string line, string place, string what)
    {
        var diagnostic = Assert.Single(SampleSite.Check(
            $"""
            -- site.yaml --
            title: 示例
            url: https://example.gov.cn/
            organiser: 示例
            {line}
            """).Diagnostics);

        Assert.Equal($"site.yaml:{place}", diagnostic.ToString().Split('\n')[0]);
        Assert.Equal(what, diagnostic.Message);
    }

    [Theory]
    [InlineData("example.gov.cn")]
    [InlineData("ftp://example.gov.cn/")]
    [InlineData("https://name@example.gov.cn/")]
    [InlineData("https://example.gov.cn/?a=1")]
    [InlineData("https://example.gov.cn/#a")]
    public void The_sites_address_is_absolute_and_plain(string url)
    {
        var diagnostic = Assert.Single(SampleSite.Check(
            $"""
            -- site.yaml --
            title: 示例
            url: "{url}"
            organiser: 示例
            """).Diagnostics);

        Assert.Equal("site.yaml:2:6: error site/wrong-type", diagnostic.ToString().Split('\n')[0]);
    }

    [Fact]
    public void Settings_of_more_than_256_KB_are_not_loaded()
    {
        var file = new SourceFile("site.yaml", 300 * 1024, () => throw new InvalidOperationException("It was loaded."));

        var diagnostic = Assert.Single(WebsiteReader.Read(file, [], new(2025, 6, 10), drafts: false).Diagnostics);

        Assert.Equal("文件有 300 KB，超过了 256 KB 的上限，没有读取。", diagnostic.Message);
    }
}
