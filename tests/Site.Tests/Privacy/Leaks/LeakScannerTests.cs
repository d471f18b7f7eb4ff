using Site.Privacy.Values;
using System.Text;
using Site.Privacy.Leaks;

namespace Site.Tests;

public class LeakScannerTests
{
    private static readonly string[] Values =
        ["李四海", "欧阳晓静", "买买提·艾合买提江", "刘 帅", "15400000001", "0580-5550102", "zhang.san@test.invalid", "示例街道-returns-2026", "其前员工来电称三号车间夜间无人值守", "wxid_test000000demo1"];

    private static readonly LeakScanner Gate = LeakScanner.Create(PrivateValues.Of(Values), ["0580-5550199"]);

    public static TheoryData<string, string> Planted { get; } =
        [.. from value in Values from encoding in Encodings.All select new TheoryDataRow<string, string>(value, encoding.Name)];

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_private_value_is_found_in_every_encoding_and_never_repeated(string value, string encoding)
    {
        var bytes = Encodings.All.Single(known => known.Name == encoding).Encode(value);

        var diagnostics = Gate.Find("data/list.js", bytes);

        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, diagnostic => Assert.Equal("leak/private-value", diagnostic.Code));
        Assert.DoesNotContain(value, string.Concat(diagnostics), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>请联系李四海。</p>")]
    [InlineData("<img alt=\"李四海在现场\">")]
    [InlineData("<p>李<b>四</b>海</p>")]
    [InlineData("<p>李<a href=\"https://example.gov.cn/@\">四</a>海</p>")]
    [InlineData("<p>李四<!-- @ -->海</p>")]
    [InlineData("{\"by\":\"李四海\"}")]
    [InlineData("<a href=\"/u/5p2O5Zub5rW3/\">")]
    [InlineData("<text x=\"1\">李 四 海</text>")]
    public void A_name_is_found_in_text_attributes_data_and_drawings(string text) =>
        Assert.Equal("leak/private-value", Assert.Single(Gate.Find("a/index.html", Encodings.Text(text.Replace("@", new('x', 1_500), StringComparison.Ordinal)))).Code);

    [Fact]
    public void The_ends_of_two_blocks_make_no_name_however_few_words_stand_between() =>
        Assert.Empty(Gate.Find("a/index.html", Encodings.Text($"<p>李四</p><svg class=\"{new string('x', 150)}\"></svg><div id=\"{new string('x', 100)}\"></div><p>海</p>")));

    [Theory]
    [InlineData("<a href=\"/u/@\">李四</a> <a href=\"/v/@\">海边</a>")]
    [InlineData("<a href=\"/u/@\">李四</a><a href=\"/v/@\">海边</a>")]
    public void Nor_do_the_ends_of_two_links_with_long_addresses(string text) =>
        Assert.Empty(Gate.Find("a/index.html", Encodings.Text(text.Replace("@", new('x', 190), StringComparison.Ordinal))));

    [Fact]
    public void The_message_says_where_and_never_what() =>
        Assert.Equal(
            """
            output/news/index.html:2:4: error leak/private-value
              这里有一个来自 input 的非公开内容：姓名、电话、邮箱或账号（第 22 字节）。
              从它的来源里删去；公开的电话要先在设置或页面里声明。
            """,
            Assert.Single(Gate.Find("news/index.html", "<p>第一行文字\n<p>李四海</p>"u8)).ToString());

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nDESCRIPTION:请找李\r\n 四海\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nDESCRIPTION:电话15400\r\n 000001\r\nEND:VCALENDAR\r\n")]
    public void A_calendar_is_unfolded_first(string calendar) =>
        Assert.NotEmpty(Gate.Find("events.ics", Encodings.Text(calendar)));

    [Fact]
    public void A_calendar_folded_inside_a_character_is_unfolded_too()
    {
        var name = Encoding.UTF8.GetBytes("请找李四海");

        Assert.NotEmpty(Gate.Find("events.ics", [.. name[..8], .. "\r\n "u8, .. name[8..]]));
    }

    [Theory]
    [InlineData("<p>拨打16900000008</p>", "leak/phone")]
    [InlineData("<a href=\"tel:16900000008\">拨打</a>", "leak/phone")]
    [InlineData("<p>169 0000 0008</p>", "leak/phone")]
    [InlineData("<p>169-0000-0008</p>", "leak/phone")]
    [InlineData("<p>１６９００００ 0008</p>", "leak/phone")]
    [InlineData("<p>169<b>0000</b>0008</p>", "leak/phone")]
    [InlineData("<p>169&nbsp;0000&nbsp;0008</p>", "leak/phone")]
    [InlineData("<p>&#49;&#54;9&#48;0000008</p>", "leak/phone")]
    [InlineData("<p>电话：(0755)5550102</p>", "leak/phone")]
    [InlineData("<p>值班室电话：<span>55550103</span></p>", "leak/phone")]
    [InlineData("<p>手机号一六九零零零零零零零八</p>", "leak/phone")]
    [InlineData("<p>319999190102030019</p>", "leak/identity-card")]
    [InlineData("<p>44999919050607018X</p>", "leak/identity-card")]
    [InlineData("<p>319999 19010203 0019</p>", "leak/identity-card")]
    [InlineData("<td>身份证号</td><td>319999010203001</td>", "leak/identity-card")]
    [InlineData("{\"id\":\"\\u0033199991901020300\\u00319\"}", "leak/identity-card")]
    [InlineData("MTY5MDAwMDAwMDg=", "leak/phone")]
    public void A_telephone_or_identity_card_of_anybody_is_found_in_text(string text, string code) =>
        Assert.Equal(code, Gate.Find("index.html", Encodings.Text(text)).Select(diagnostic => diagnostic.Code).Distinct().Single());

    [Theory]
    [InlineData("<p>预约电话：0580-5550199</p>")]
    [InlineData("<a href=\"tel:+865805550199\">0580-5550199</a>")]
    [InlineData("<p>拨打12350、96119、12345、119</p>")]
    [InlineData("<p>热线400-820-0119</p>")]
    public void A_declared_number_and_hotlines_are_public(string text) =>
        Assert.Empty(Gate.Find("index.html", Encodings.Text(text)));

    [Fact]
    public void A_number_in_a_script_is_not_a_telephone_but_a_private_value_is()
    {
        Assert.Empty(Gate.Find("assets/site.0a1b2c.js", "var n=16900000008;"u8));
        Assert.NotEmpty(Gate.Find("assets/site.0a1b2c.js", "var n=15400000001;"u8));
    }

    [Theory]
    [InlineData("张三丰、李四海", "李四海")]
    [InlineData("张三丰  李四海，55550103。", "李四海")]
    [InlineData("李四海15400000001", "15400000001")]
    [InlineData("李四海 15400000001", "李四海")]
    [InlineData("举报人李四海称三号车间夜间无人", "李四海")]
    [InlineData("来电号码154-0000-0001，未留姓名", "154 0000 0001")]
    [InlineData("示例街道-李四海", "李四海")]
    public void Each_name_and_number_of_a_list_or_a_note_is_looked_for(string value, string planted) =>
        Assert.NotEmpty(LeakScanner.Create(PrivateValues.Of([value]), []).Find("a.js", Encodings.Text($"// {planted}")));

    [Fact]
    public void A_private_number_that_is_declared_public_is_public() =>
        Assert.Empty(LeakScanner.Create(PrivateValues.Of(["0580-5550199"]), ["(0580) 5550199"]).Find("index.html", "<p>0580-5550199</p>"u8));

    [Fact]
    public void An_everyday_word_that_is_also_a_name_counts_only_by_itself()
    {
        var gate = LeakScanner.Create(PrivateValues.Of(["高峰"]), []);

        Assert.Empty(gate.Find("index.html", "<p>早高峰期间出行</p>"u8));
        Assert.NotEmpty(gate.Find("index.html", "<td>高峰</td>"u8));
    }

    [Fact]
    public void Words_that_tell_nothing_are_passed_over() =>
        Assert.Empty(LeakScanner.Create(PrivateValues.Of(["", "无", "群众", "匿名", "12345", "20260616", "李", "街道", "a"]), []).Find("index.html", "<p>群众匿名拨打12345，街道受理，无</p>"u8));

    [Fact]
    public void Digits_that_are_no_number_on_one_page_are_looked_at_again_where_other_words_stand_around_them()
    {
        var gate = LeakScanner.Create(PrivateValues.None, []);
        var shell = $"<p>{new string('安', 100)}</p>";

        foreach (var (text, count) in ((string, int)[])[("容积15400000001立方米", 0), ("电话15400000001", 1), ("容积15400000001立方米", 0), ("手机15400000001立", 1)])
        {
            Assert.Equal(count, gate.Find("a/index.html", Encoding.UTF8.GetBytes(shell + text + shell)).Length);
        }
    }

    [Fact]
    public void Every_symbol_of_a_sentence_is_its_own_symbol() =>
        Assert.All(Enumerable.Range(0, 0x10000).Select(c => PhraseSymbols.Of((char)c)), symbol => Assert.Equal(symbol, PhraseSymbols.Of(symbol)));
}
