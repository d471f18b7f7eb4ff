using System.Text;
using Site.Content.Rules;
using Site.Core.Diagnostics;

namespace Site.Tests;

public class PrivateTextTests
{
    [Fact]
    public void A_mobile_in_a_news_text_is_reported_at_its_line_and_column_without_the_number() =>
        Assert.Equal(
            """
            content/news/2026/a.md:6:5: error private/phone
              这里像是一个手机号，不能公开。
              删去；是单位公开的联系方式，就在页面上声明：publicContacts: ["号码"]。
            """,
            Private(
                """
                -- content/news/2026/a.md --
                ---
                title: 活动
                ---
                活动在周三。

                报名请拨16900000008，额满为止。
                """));

    [Fact]
    public void An_identity_card_is_reported_and_cannot_be_declared() =>
        Assert.Contains("content/pages/a.md:5:3: error private/identity-card", Private(Page("证号319999190102030019", "319999190102030019")), StringComparison.Ordinal);

    [Theory]
    [InlineData("证号 319999 19010203 0019", "identity-card")]
    [InlineData("证号３１９９９９１９０１０２０３００１９", "identity-card")]
    [InlineData("169 0000 0008", "phone")]
    [InlineData("电话：（0755）5550102", "phone")]
    [InlineData("电话55550103", "phone")]
    [InlineData("手机号一六九零零零零零零零八", "phone")]
    [InlineData("请拨①⑥⑨00000008", "phone")]
    [InlineData("手机169​0000​0008", "phone")]
    [InlineData("捐到6222020000000000000", "bank-card")]
    [InlineData("写信到 someone@test.invalid", "email")]
    [InlineData("加微信：test_000001", "messenger")]
    [InlineData("QQ群：10000000", "messenger")]
    [InlineData("车牌浙L·D00001", "plate")]
    [InlineData("护照号E00000001", "passport")]
    public void Everything_private_that_is_told_by_its_form_is_found(string text, string kind) =>
        Assert.Matches($"^content/pages/a.md:5:[0-9]+: error private/{kind}\n[^\n]+\n[^\n]+$", Private(Page(text)));

    [Theory]
    [InlineData("加微信：test_000001", "微信号")]
    [InlineData("加V：test_000001", "微信号")]
    [InlineData("加 V test_000001", "微信号")]
    [InlineData("薇：test_000001", "微信号")]
    [InlineData("wxid_abc000001", "微信号")]
    [InlineData("QQ群：10000000", "QQ 号")]
    [InlineData("加扣扣10000000", "QQ 号")]
    [InlineData("钉钉号：test_000001", "钉钉号")]
    [InlineData("钉钉群号10000000", "钉钉号")]
    [InlineData("飞书号：test_000001", "飞书号")]
    [InlineData("抖音号：test_000001", "抖音号")]
    [InlineData("小红书号 10000000", "小红书号")]
    [InlineData("支付宝账号：test_000001", "支付宝账号")]
    [InlineData("Telegram：test_000001", "Telegram 账号")]
    [InlineData("WhatsApp: test_000001", "WhatsApp 账号")]
    [InlineData("QQ邮箱10000000", "QQ 邮箱")]
    [InlineData("163邮箱：test_000001", "网易邮箱")]
    public void An_account_is_called_what_it_is(string text, string name) =>
        Assert.Contains($"这里像是一个{name}，不能公开。", Private(Page(text)), StringComparison.Ordinal);

    [Fact]
    public void A_number_in_the_front_matter_is_found_at_its_column() =>
        Assert.StartsWith("content/pages/a.md:2:9: error private/phone", Private("-- content/pages/a.md --\n---\ntitle: 拨16900000008\n---\n正文。"), StringComparison.Ordinal);

    [Theory]
    [InlineData("预约电话：0580-5550199")]
    [InlineData("预约电话：(0580)5550199")]
    [InlineData("预约电话：5550199")]
    [InlineData("预约电话：０５８０－５５５０１９９")]
    [InlineData("邮箱：Office@test.invalid")]
    public void A_declared_contact_is_public_however_it_is_written(string text) =>
        Assert.Equal("", Private(Page(text, "0580-5550199", "office@test.invalid")));

    [Fact]
    public void A_contact_that_one_page_declares_is_not_public_on_another() =>
        Assert.StartsWith("content/pages/b.md:4:3: error private/phone", Private(Page("电话0580-5550199", "0580-5550199") + "\n-- content/pages/b.md --\n---\ntitle: 二\n---\n电话0580-5550199"), StringComparison.Ordinal);

    [Fact]
    public void The_telephone_of_a_hall_that_for_an_event_hotlines_and_the_footer_are_public_on_every_page() =>
        Assert.Equal("", Private(
            """
            -- site.yaml --
            title: 示例市安全生产月
            url: https://example.gov.cn/
            organiser: 示例市安委办
            hotlines:
              - {number: "0580-5550101", label: 值班}
            footer:
              contact: 宣教科，电话 0580-5550102
            -- content/halls/a.md --
            ---
            title: 馆
            class: I
            area: 甲区
            phone: 0580-5550103
            ---
            电话 0580-5550103。
            -- content/events/a.md --
            ---
            title: 活动
            start: 2025-06-16
            registration: 拨打0580-5550104报名
            ---
            正文。
            -- content/news/a.md --
            ---
            title: 新闻
            date: 2025-06-01
            ---
            值班0580-5550101，科里0580-5550102，馆里0580-5550103，报名0580-5550104。
            """));

    [Theory]
    [InlineData("拨打12350、96119、12345，2026年6月16日9:30，2026-06-16 至 2026-06-30")]
    [InlineData("[来源](https://www.example.org/t20240616_15912345678.html)")]
    [InlineData("[来源](https://www.example.org/@name/1)")]
    [InlineData("总投资15912345678元")]
    [InlineData("统一社会信用代码91330900MA2A000000")]
    [InlineData("关注微信公众号“示例应急”")]
    [InlineData("GB/T 33000-2016、AQ 3013-2008、〔2022〕34号")]
    [InlineData("第一百一十九条，二〇二一年六月十日")]
    public void Hotlines_dates_addresses_money_and_public_accounts_are_not_private(string text) =>
        Assert.Equal("", Private(Page(text)));

    [Theory]
    [InlineData("content/guides/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<text>值班16900000008</text></svg>", "2:9")]
    [InlineData("content/lectures/a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\n我的电话是16900000008\n", "4:6")]
    [InlineData("content/works/a.txt", "字幕\r\n联系人 16900000008", "2:5")]
    [InlineData("content/README.md", "找16900000008", "1:2")]
    public void A_number_in_a_file_beside_the_pages_is_found_at_its_line(string path, string text, string place) =>
        Assert.StartsWith($"{path}:{place}: error private/phone", OfFile(path, text, ""), StringComparison.Ordinal);

    [Fact]
    public void A_number_in_a_file_is_public_where_a_page_declares_it() =>
        Assert.Equal("", OfFile("content/works/a.txt", "电话 0580-5550199", Page("正文。", "0580-5550199")));

    [Fact]
    public void The_path_of_a_drawing_is_no_telephone() =>
        Assert.Equal("", OfFile("content/guides/a.svg", "<svg viewBox=\"0 0 1380 2000\"><path d=\"M138 2000 3000 L 159.1234 5678 M5 4h1v1h-1z\"/></svg>", ""));

    private static string Page(string body, params string[] contacts) =>
        $"-- content/pages/a.md --\n---\ntitle: 页\n{(contacts.Length == 0 ? "" : $"publicContacts: [{string.Join(", ", contacts.Select(contact => $"\"{contact}\""))}]")}\n---\n{body}";

    private static string Private(string site) => Text(Checks.FindInContent(SampleSite.Read(site)));

    private static string OfFile(string path, string text, string site)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Text(Checks.FindInFiles([new(path, bytes.Length, () => bytes)], SampleSite.Read(site)));
    }

    private static string Text(IEnumerable<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Where(diagnostic => diagnostic.Code.StartsWith("private/", StringComparison.Ordinal)));
}
