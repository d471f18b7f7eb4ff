namespace Site.Tests;

public sealed class LocalAddressTests
{
    private const string Start = "-- content/guides/a.md --\n---\ntitle: 示例\nreviewer: 示例\nsource: ";

    [Theory]
    [InlineData("http://127.0.0.1:5080/about/")]
    [InlineData("http://localhost:5080/")]
    [InlineData("http://192.168.1.5/oa")]
    [InlineData("http://10.20.30.40:8080/index.jsp")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://172.31.255.1/")]
    [InlineData("http://169.254.1.1/")]
    [InlineData("http://oa/notice")]
    [InlineData("http://files.yjj.local/a.pdf")]
    [InlineData("http://oa.intra/notice")]
    [InlineData("https://mail.yjj.corp/")]
    [InlineData("http://nas.home/a.doc")]
    public void An_address_that_readers_cannot_open_is_a_warning_in_text_and_source(string address)
    {
        Assert.Equal(
            $"""
            content/guides/a.md:4:9: warning link/local-address
              “{address}” 是本机、预览或单位内网的地址，读者打不开。
              换成公众能打开的网址；本站的页面写相对路径，像 ../pages/about.md；没有就去掉。
            content/guides/a.md:6:4: warning link/local-address
              “{address}” 是本机、预览或单位内网的地址，读者打不开。
              换成公众能打开的网址；本站的页面写相对路径，像 ../pages/about.md；没有就去掉。
            """,
            SampleSite.Diagnostics($"{Start}示例通知：{address}\n---\n请看：[通知]({address})。"));
    }

    [Theory]
    [InlineData("https://www.mem.gov.cn/")]
    [InlineData("http://172.32.0.1/")]
    [InlineData("http://193.168.1.5/")]
    [InlineData("https://localhost.example.gov.cn/")]
    [InlineData("https://应急.中国/")]
    public void A_public_address_is_fine(string address) =>
        Assert.Equal("", SampleSite.Diagnostics($"{Start}示例\n---\n见[通知]({address})。"));

    [Fact]
    public void Code_is_no_link() =>
        Assert.Equal("", SampleSite.Diagnostics($"{Start}示例\n---\n打开 `http://127.0.0.1:5080/` 预览。"));
}
