
namespace Site.Tests;

public class MoodleXmlTests
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public void A_question_with_a_picture_hints_and_tags_is_read()
    {
        var read = BankSample.Read("moodle-xml", $$"""
            <?xml version="1.0" encoding="UTF-8"?>
            <quiz>
              <question type="category"><category><text>$course$/top/消防</text></category></question>
              <question type="multichoice">
                <name><text>标志</text></name>
                <questiontext format="html">
                  <text><![CDATA[<p>标志是什么<b>意思</b>？</p><p><img src="@@PLUGINFILE@@/Sign%201.png" alt="绿色的门" width="10"></p>]]></text>
                  <file name="Sign 1.png" path="/" encoding="base64">{{Pixel}}</file>
                </questiontext>
                <generalfeedback format="html"><text><![CDATA[<p>见 <a href="https://example.gov.cn/guides/exit/">指南</a>。</p>]]></text></generalfeedback>
                <defaultgrade>2.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber>sign-1</idnumber>
                <single>true</single><shuffleanswers>true</shuffleanswers>
                <answer fraction="100" format="html"><text>安全&lt;br&gt;出口</text><feedback format="html"><text>对</text></feedback></answer>
                <answer fraction="0" format="html"><text>厕所</text></answer>
                <hint format="html"><text>看颜色</text></hint><hint format="html"><text>再看</text></hint>
                <tags><tag><text>主题：逃生</text></tag><tag><text>2024</text></tag></tags>
              </question>
            </quiz>
            """);

        Assert.Equal(
            """
            ## 标志是什么意思？ {#sign-1 .single topic="逃生"}

            ![绿色的门](img/bank-01.png)

            > 提示：看颜色

            - [x] 安全出口
                > 对
            - [ ] 厕所

            --- 解析
            见 [指南](/guides/exit/)。
            """,
            BankSample.Markdown(read));
        Assert.Equal("消防", read.Value.Title);
        Assert.Equal(Convert.FromBase64String(Pixel), Assert.Single(read.Value.Pictures).Bytes.ToArray());
        Assert.Equal(
            """
            4: 分值2没有带过来：本站每题一分。
            4: 标签“2024”没有带过来。
            4: 选项的几段并成了一行。
            4: 2条提示只留了第一条。
            4: 题目里的粗体、链接等样式没有带过来，只留了文字。
            """,
            string.Join('\n', BankSample.Changes(read).Split('\n').Where(line => !line.Contains("题名")).Order().OrderBy(line => line.Contains("粗体")).ThenBy(line => line.Contains("2条"))));
    }

    [Theory]
    [InlineData("truefalse", "<answer fraction='0'><text>true</text></answer><answer fraction='100'><text>false</text></answer>", "- [ ] 正确\n- [x] 错误")]
    [InlineData("shortanswer", "<usecase>0</usecase><answer fraction='100'><text>灭火器</text></answer><answer fraction='100'><text>灭火筒</text></answer>", "[[灭火器]]{alt=\"灭火筒\"}")]
    [InlineData("numerical", "<answer fraction='100'><text>8</text><tolerance>1</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>米</unit_name></unit></units>", "[[8]]{tolerance=1 unit=\"米\"}")]
    [InlineData("matching", "<subquestion format='html'><text>红</text><answer><text>禁止</text></answer></subquestion><subquestion><text>黄</text><answer><text>警告</text></answer></subquestion>", "- 红 :: 禁止\n- 黄 :: 警告")]
    [InlineData("ordering", "<answer fraction='2.0'><text>二</text></answer><answer fraction='1.0'><text>一</text></answer>", "1. 一\n2. 二")]
    [InlineData("multichoice", "<single>false</single><answer fraction='50'><text>甲</text></answer><answer fraction='50'><text>乙</text></answer><answer fraction='-100'><text>丙</text></answer>", "- [x] 甲\n- [x] 乙\n- [ ] 丙")]
    public void Every_type_that_we_have_is_read(string type, string answers, string expected)
    {
        Assert.Contains(expected, BankSample.Markdown("moodle-xml", Quiz(type, "问_____？", answers)));
    }

    [Fact]
    public void Blanks_in_the_middle_of_a_text_are_read()
    {
        Assert.Equal(
            "## 先[[通风]]，再[[检测]]{alt=\"测气\"}。 {#bank-01 .blank}",
            BankSample.Markdown("moodle-xml", Quiz("cloze", "先{1:SHORTANSWER:=通风}，再{1:SA:%100%检测#好~=测气~%50%闻}。", "")).Split("\n\n")[0]);
    }

    [Theory]
    [InlineData("essay", "1: 没有带过来：这是问答题，答案要人来评。")]
    [InlineData("ddwtos", "1: 没有带过来：本站没有“ddwtos”这种题型。")]
    [InlineData("description", "1: 没有带过来：这是一段说明，不是题目（问）。")]
    [InlineData("cloze", "1: 没有带过来：完形填空题里没有找到空。")]
    public void Types_that_we_have_not_are_told(string type, string change)
    {
        Assert.Equal(change, BankSample.Changes("moodle-xml", Quiz(type, "问", "")));
        Assert.Equal("1:7 bank/nothing-carried", BankSample.Diagnostics("moodle-xml", Quiz(type, "问", "")));
    }

    [Theory]
    [InlineData("<quiz><question>", "1:17 bank/broken-xml")]
    [InlineData("<html></html>", "1:1 bank/not-moodle-xml")]
    [InlineData("<!DOCTYPE quiz [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><quiz>&a;</quiz>", "1:1 bank/document-type")]
    [InlineData("<quiz></quiz>", "1:1 bank/no-question")]
    [InlineData("", "1:1 bank/broken-xml")]
    public void What_is_no_such_file_is_refused_where_it_goes_wrong(string xml, string diagnostic)
    {
        var found = BankSample.Diagnostics("moodle-xml", xml);

        Assert.Equal(diagnostic.Split(' ')[1], found.Split(' ')[1]);
        Assert.StartsWith("1:", found);
    }

    [Fact]
    public void A_bomb_of_entities_and_a_tower_of_elements_are_refused_before_they_grow()
    {
        const string bomb = "<!DOCTYPE quiz [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><quiz>&b;</quiz>";

        Assert.Contains("bank/document-type", BankSample.Diagnostics("moodle-xml", bomb));
        Assert.Contains("bank/too-deep", BankSample.Diagnostics("moodle-xml", string.Concat(Enumerable.Repeat("<quiz>", 100_000))));
    }

    [Fact]
    public void A_question_whose_options_are_pictures_that_cannot_be_carried_is_told_and_left_out()
    {
        const string answers = "<answer fraction='100' format='html'><text>&lt;svg&gt;&lt;/svg&gt;</text></answer><answer fraction='0' format='html'><text>甲</text></answer>";
        var read = BankSample.Read("moodle-xml", Quiz("multichoice", "问", answers).Replace("</quiz>", "<question type='truefalse'><questiontext><text>对</text></questiontext><answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer></question></quiz>", StringComparison.Ordinal));

        Assert.Equal("## 对 {#bank-01 .judge}\n- [x] 正确\n- [ ] 错误", BankSample.Markdown(read));
        Assert.Contains("没有带过来：有选项只是一张图片", BankSample.Changes(read));
    }

    private static string Quiz(string type, string text, string answers) =>
        $"<quiz><question type='{type}'><name><text></text></name><questiontext format='html'><text>{text}</text></questiontext>{answers}</question></quiz>";

    [Theory]
    [InlineData("<questiontext format=\"html\"><text><![CDATA[看图<img src=\"@@PLUGINFILE@@/a%20b.png?time=1\" alt=\"红圈\">]]></text><file name=\"a b.png\" path=\"/\" encoding=\"base64\">{0}</file></questiontext>")]
    [InlineData("<questiontext format=\"html\"><text>&lt;p&gt;看图&lt;IMG alt='红圈' src='@@PLUGINFILE@@/红圈.png'/&gt;&lt;/p&gt;</text><file name=\"红圈.png\" encoding=\"base64\">\n{0}\n</file></questiontext>")]
    [InlineData("<questiontext format=\"html\"><text><![CDATA[看图<img src=\"data:image/png;base64,{0}\" alt=\"红圈\">]]></text></questiontext>")]
    [InlineData("<questiontext format=\"html\"><text><![CDATA[看图<img src=\"@@PLUGINFILE@@/sub/a.png\" alt=\"红圈\">]]></text><file name=\"a.png\" path=\"/sub/\" encoding=\"base64\">{0}</file></questiontext>")]
    [InlineData("<questiontext format=\"markdown\"><text>看图![红圈](@@PLUGINFILE@@/a.png)</text><file name=\"a.png\" path=\"/\" encoding=\"base64\">{0}</file></questiontext>")]
    public void A_picture_comes_in_each_form_that_Moodle_writes(string text)
    {
        var read = BankSample.Read("moodle-xml", Judge(text.Replace("{0}", Pixel, StringComparison.Ordinal)));

        Assert.Empty(read.Diagnostics);
        Assert.Equal(Convert.FromBase64String(Pixel), Assert.Single(read.Value.Pictures).Bytes.ToArray());
        Assert.Matches(@"!\[红圈\]\(img/[^)]+\.png\)", BankSample.Markdown(read));
    }

    [Theory]
    [InlineData("<questiontext format=\"html\"><text>看图</text></questiontext><image>a.png</image><image_base64>{0}</image_base64>", true)]
    [InlineData("<questiontext format=\"html\"><text>看图</text></questiontext><image>a.png</image><image_base64>####</image_base64>", false)]
    [InlineData("<questiontext format=\"html\"><text><![CDATA[看图<img src=\"@@PLUGINFILE@@/a.png\" alt=\"红圈\">]]></text><file name=\"a.png\" encoding=\"base64\">####</file></questiontext>", false)]
    [InlineData("<questiontext format=\"html\"><text><![CDATA[看图<img src=\"@@PLUGINFILE@@/a.png\" alt=\"红圈\">]]></text><file name=\"a.png\" encoding=\"base64\"></file></questiontext>", false)]
    public void An_old_picture_is_kept_and_one_that_cannot_be_decoded_is_an_error(string text, bool isKept)
    {
        var read = BankSample.Read("moodle-xml", Judge(text.Replace("{0}", Pixel, StringComparison.Ordinal)));

        Assert.Equal(isKept ? 1 : 0, read.Value.Pictures.Length);
        Assert.Equal(isKept ? [] : ["bank/unreadable-picture"], read.Diagnostics.Select(found => found.Code));
    }

    private static string Judge(string text) =>
        $"<quiz><question type=\"truefalse\"><name><text>看图</text></name>{text}<answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>false</text></answer></question></quiz>";
}
