using System.Collections.Immutable;
using System.Text.Json;
using Site.Core.Diagnostics;
using Site.Privacy.Leaks;
using Site.Privacy.Values;
using Site.Rendering.Html;

namespace Site.Tests;

/// <summary>Private sentences and numbers are found however they are punctuated, split, shortened or changed a little.</summary>
public class LeakPhraseTests
{
    private const string Note = "其前员工来电称三号车间夜间无人值守还锁了后门";

    /// <summary>Every mark of GB/T 15834 and of ASCII.</summary>
    private static readonly string[] Marks =
    [
        "。", "？", "！", "，", "、", "；", "：", "“", "”", "‘", "’", "「", "」", "『", "』", "（", "）", "［", "］", "〔", "〕", "【", "】", "——", "……", "—", "～", "－", "·", "《", "》", "〈", "〉", "＿", "／", "﹏",
        .. Enumerable.Range(0x21, 0x5E).Select(c => (char)c).Where(c => !char.IsAsciiLetterOrDigit(c)).Select(c => c.ToString()),
    ];

    public static TheoryData<string> EveryMark { get; } = [.. Marks.Distinct()];

    [Theory]
    [MemberData(nameof(EveryMark))]
    public void A_mark_in_the_text_or_in_the_private_value_hides_nothing(string mark)
    {
        var marked = Note.Insert(8, mark);
        var canary = "夜锁" + mark + "闸门";

        Assert.NotEmpty(Find(Note, marked, SecretOrigin.Note));
        Assert.NotEmpty(Find(marked, Note, SecretOrigin.Note));
        Assert.NotEmpty(Find(marked, marked, SecretOrigin.Source));
        Assert.NotEmpty(Find(canary, canary, SecretOrigin.Canary));
        Assert.NotEmpty(Find("夜锁闸门", canary, SecretOrigin.Canary));
        Assert.NotEmpty(Find(canary, "夜锁闸门", SecretOrigin.Canary));
    }

    [Theory]
    [InlineData("<p>其前员工来电</p>\n<p>称三号车间夜间</p><p>无人值守</p>")]
    [InlineData("<ul><li>其前员工来电</li>\n<li>称三号车间夜间</li></ul>")]
    [InlineData("其前员工\r\n来电称三号\n车间夜间")]
    [InlineData("<td>其前员工来</td><td>电称三号</td><td>车间夜间</td>")]
    [InlineData("<b>其</b><i>前</i>员<span class=\"a-b\">工来电</span>称三号车间夜间")]
    [InlineData("<img alt=\"其前员工，来电称三号车间夜间\">")]
    [InlineData("其前员工&mdash;来电&#12290;称三号&quot;车间夜间")]
    public void A_sentence_that_is_split_is_found(string text) => Assert.NotEmpty(FindIn(Note, text, SecretOrigin.Note));

    [Fact]
    public void A_reading_over_a_word_hides_nothing()
    {
        var readings = new WordReadings([new("车间", "chē jiān"), new("闸门", "zhá mén")]);

        Assert.NotEmpty(FindIn(Note, readings.AddTo("<p>来电称三号车间夜间无人值守</p>"), SecretOrigin.Note));
        Assert.NotEmpty(FindIn("夜锁闸门", readings.AddTo("<p>有人夜锁闸门以后</p>"), SecretOrigin.Canary));
        Assert.NotEmpty(FindIn("示例闸门路一号院", readings.AddTo("<p>住在示例闸门路一号院里</p>"), SecretOrigin.Person));
    }

    [Theory]
    [InlineData("称三号车间夜间无人值守")]
    [InlineData("员工来电称三号车间夜间无")]
    [InlineData("夜间无人值守还锁了后门啊")]
    public void Twelve_characters_of_a_note_are_enough(string part) => Assert.NotEmpty(Find(Note, part, SecretOrigin.Note));

    [Theory]
    [InlineData("其前员工来电称四号车间夜间无人值守还锁了后门")]
    [InlineData("其前员工来电称三号厂间夜间无人")]
    [InlineData("其前员工来电称三号车间的夜间无人")]
    [InlineData("其前员工来电称三车间夜间无人")]
    public void One_character_changed_left_out_or_put_in_hides_nothing(string changed) => Assert.NotEmpty(Find(Note, changed, SecretOrigin.Note));

    [Theory]
    [InlineData("称三号车间夜间")]
    [InlineData("前员工")]
    [InlineData("其前任厂长来信说三号仓库白天有人值守")]
    public void Less_than_that_is_no_leak(string text) => Assert.Empty(Find(Note, text, SecretOrigin.Note));

    [Fact]
    public void A_sentence_in_data_is_found_with_its_escapes()
    {
        var text = Note.Insert(6, "“").Insert(10, "\n").Insert(14, "\"");

        Assert.NotEmpty(FindIn(Note, JsonSerializer.Serialize(text), SecretOrigin.Note, "data/a.json"));
        Assert.NotEmpty(FindIn(Note, $"<a href=\"?q={Uri.EscapeDataString(text)}\">", SecretOrigin.Note));
    }

    [Theory]
    [InlineData("夜锁闸门")]
    [InlineData("欧阳示例")]
    [InlineData("暗号甲乙")]
    public void A_canary_of_four_characters_is_found_in_running_text(string canary) =>
        Assert.NotEmpty(Find(canary, $"据说那里有{canary}这回事", SecretOrigin.Canary));

    [Theory]
    [InlineData("15400000001")]
    [InlineData("154，0000，0001")]
    [InlineData("一五四零零零零零零零一")]
    [InlineData("幺五四〇〇〇〇〇〇〇幺")]
    [InlineData("壹伍肆零零零零零零零壹")]
    [InlineData("１５４００００ ０００１")]
    [InlineData("<td>154</td>\n<td>0000</td>\n<td>0001</td>")]
    [InlineData("<span>1</span><span>5</span><span>4</span><span>0</span><span>0</span><span>0</span><span>0</span><span>0</span><span>0</span><span>0</span><span>1</span>")]
    [InlineData("154a0000b0001")]
    [InlineData("1x5x4x0x0x0x0x0x0x0x1")]
    [InlineData("154转0000转0001")]
    [InlineData("一五4零零00零零零1")]
    public void A_private_number_is_found_however_its_digits_are_written(string text) =>
        Assert.NotEmpty(FindIn("15400000001", $"<div>{text}</div>", SecretOrigin.Person, "a.js"));

    [Theory]
    [InlineData("154000000012")]
    [InlineData("9154000000019")]
    [InlineData("154人参加，其中00人缺席，又有0000，再有一")]
    public void Another_number_is_no_leak(string text) => Assert.Empty(FindIn("15400000001", $"<p>{text}</p>", SecretOrigin.Person, "a.js"));

    [Theory]
    [InlineData("⽰例⻢路夜锁闸⻔", "示例马路夜锁闸门")]
    [InlineData("⾼⾦⽣", "高金生")]
    public void Radicals_that_a_program_copied_in_place_of_characters_hide_nothing(string text, string canary) => Assert.NotEmpty(Find(canary, text, SecretOrigin.Canary));

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.txt")]
    public void A_text_in_the_encoding_of_Chinese_offices_hides_nothing(string path)
    {
        var bytes = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes($"名称,说明\n甲,有人夜锁闸门\n乙,{Note}\n");
        var gate = LeakScanner.Create(PrivateValues.Of([new SecretText("夜锁闸门", SecretOrigin.Canary), new SecretText(Note, SecretOrigin.Note)]), []);

        Assert.Equal([2, 3], gate.Find(path, bytes).Select(found => found.Location.Line));
        Assert.Equal("leak/private-value", Assert.Single(gate.Find("a.zip", Encodings.Zip((path, bytes))).Select(found => found.Code).Distinct()));
        Assert.Empty(LeakScanner.Create(PrivateValues.Of([new SecretText("夜锁闸口", SecretOrigin.Canary)]), []).Find(path, bytes));
    }

    [Theory]
    [InlineData("a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n其前员工来电\n\n00:02.000 --> 00:04.000\n称三号车间夜间\n")]
    [InlineData("a.srt", "1\r\n00:00:00,000 --> 00:00:02,000\r\n有人夜锁\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\n闸门\r\n")]
    public void A_sentence_that_goes_on_in_the_next_caption_is_found(string path, string text)
    {
        var gate = LeakScanner.Create(PrivateValues.Of([new SecretText("夜锁闸门", SecretOrigin.Canary), new SecretText(Note, SecretOrigin.Note)]), []);

        Assert.Equal(4, Assert.Single(gate.Find(path, Encodings.Text(text))).Location.Line - (path == "a.srt" ? -1 : 0));
    }

    [Theory]
    [InlineData("桃李，四海为家")]
    [InlineData("桃李。四海")]
    public void A_name_does_not_reach_across_clauses(string text) => Assert.Empty(Find("李四海", text, SecretOrigin.Person));

    [Fact]
    public void What_a_note_repeats_of_the_public_cells_of_its_row_is_no_secret()
    {
        var note = "仓库里给叉车充电没有分隔，门卫老周透露每周三凌晨卸货";
        var gate = LeakScanner.Create(PrivateValues.Of([new SecretText(note, SecretOrigin.Note, "示例仓储\n仓库里给叉车充电，没有分隔。")]), []);

        Assert.Empty(gate.Find("a/index.html", Encodings.Text("<p>仓库里给叉车充电，没有分隔。</p>")));
        Assert.NotEmpty(gate.Find("a/index.html", Encodings.Text("<p>门卫老周透露，每周三凌晨卸货</p>")));
    }

    private static ImmutableArray<Diagnostic> Find(string written, string text, SecretOrigin origin) =>
        FindIn(written, $"<p>本周消息：{System.Net.WebUtility.HtmlEncode(text)}，请知悉。</p>", origin);

    private static ImmutableArray<Diagnostic> FindIn(string written, string text, SecretOrigin origin, string path = "a/index.html") =>
        LeakScanner.Create(PrivateValues.Of([new SecretText(written, origin)]), []).Find(path, Encodings.Text(text));
}
