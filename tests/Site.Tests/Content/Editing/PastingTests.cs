using Site.Content.Editing.Pasting;

namespace Site.Tests;

public class PastingTests
{
    /// <summary>As Word 2019 puts it on the clipboard, shortened: comments, styles, a list whose signs are to be ignored, a bookmark, a tracked deletion.</summary>
    private const string Word =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
        <head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:""; font-family:等线} --></style></head>
        <body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
        <h1><a name="_Toc1"></a><span lang=EN-US>一</span>、活动安排<span lang=EN-US><o:p></o:p></span></h1>
        <p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:等线'>６月１６日，</span><b style='mso-bidi-font-weight:normal'><span>示例街道</span></b><span>组织&nbsp;１２０&nbsp;人</span><del>删去的</del><span>参加演练。</span></p>
        <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
        <h2>注意事项</h2>
        <p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>关好燃气阀</p>
        <p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span></span><![endif]>打开门窗</p>
        <p class=MsoListParagraph style='margin-left:39.0pt;mso-list:l1 level2 lfo2'><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span>不开电灯</p>
        <table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal><b>时间</b></p></td><td><p class=MsoNormal>地点</p></td></tr>
        <tr><td><p class=MsoNormal>上午</p></td><td><p class=MsoNormal>示例广场 | 东侧</p></td></tr></table>
        <!--EndFragment--></body></html>
        """;

    /// <summary>As an article of WeChat is copied from a browser, shortened.</summary>
    private const string WeChat =
        """
        <div class="rich_media_content" id="js_content" style="visibility: visible;"><section data-role="outer" label="Powered by 135editor.com" style="font-size:16px;">
        <section style="text-align:center;"><img class="rich_pages" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg" data-w="1080"></section>
        <section style="display: inline-block;"><p style="margin:0"><strong><span style="font-size:18px;">燃气泄漏怎么办</span></strong></p></section>
        <p style="text-indent:2em;"><span style="letter-spacing:1.5px;">　　先关阀，再开窗，到屋外打电话。​‎</span></p><p><br></p><p><br></p>
        <p><span>详见</span><a href="https://mp.weixin.qq.com/s?__biz=MzA3&amp;mid=22&amp;idx=1&amp;sn=ab&amp;chksm=8a&amp;scene=27#wechat_redirect" data-linktype="2">上一篇</a>和<a href="https://example.gov.cn/a?utm_source=wechat&amp;id=5">通知</a></p>
        <ul class="list-paddingleft-1"><li><p>不点火</p></li><li><p>不开灯</p></li></ul>
        <script>alert(1)</script><iframe src="https://evil.example/"></iframe><p style="display:none">看不见</p>
        </section></div>
        """;

    private const string Excel =
        """
        <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {padding:0px;}</style></head><body><table border=0 cellpadding=0 width=216 style='border-collapse:collapse'>
        <!--StartFragment--><col width=72 span=3><tr height=19><td height=19 class=xl65 width=72>单位</td><td class=xl65>场次</td><td class=xl65>人次</td></tr>
        <tr><td>示例一街道</td><td align=right x:num>３</td><td align=right>1,200</td></tr>
        <tr><td rowspan=2>示例二街道</td><td align=right>2</td><td>&nbsp;</td></tr><tr><td colspan=2>未开展</td></tr><!--EndFragment--></table></body></html>
        """;

    [Fact]
    public void Word_gives_headings_lists_tables_and_bold_and_nothing_of_its_own()
    {
        var pasted = PastedHtml.Read(Word);

        Assert.Equal(
            """
            ## 一、活动安排

            6月16日，**示例街道**组织 120 人参加演练。

            ### 注意事项

            1. 关好燃气阀
            2. 打开门窗
               - 不开电灯

            | **时间** | 地点 |
            | --- | --- |
            | 上午 | 示例广场 \| 东侧 |
            """.ReplaceLineEndings("\n"), pasted.Markdown);
        Assert.Contains("6 个全角数字、字母换成了半角", pasted.Notes);
        Assert.Contains("2 个不换行的空格换成了普通空格", pasted.Notes);
        Assert.Contains("删线里的文字没有带（1 处）", pasted.Notes);
    }

    [Fact]
    public void WeChat_gives_its_words_links_without_followers_and_says_what_did_not_come()
    {
        var pasted = PastedHtml.Read(WeChat);

        Assert.Equal(
            """
            **燃气泄漏怎么办**

            先关阀，再开窗，到屋外打电话。

            详见[上一篇](https://mp.weixin.qq.com/s?__biz=MzA3&mid=22&idx=1&sn=ab)和[通知](https://example.gov.cn/a?id=5)

            - 不点火
            - 不开灯
            """.ReplaceLineEndings("\n"), pasted.Markdown);
        Assert.Contains("1 张图片没有带过来：请另存成文件，再拖进来", pasted.Notes);
        Assert.Contains("2 个链接去掉了跟踪参数", pasted.Notes);
        Assert.Contains("删去了 2 个看不见的零宽字符", pasted.Notes);
    }

    [Theory]
    [InlineData("甲\u061C乙\u202E丙\u2066丁", "甲乙丙丁", 3)]
    [InlineData("零\u200D宽\u2062字\u180E\u3164", "零宽字", 4)]
    [InlineData("一家\U0001F468\u200D\U0001F469\u200D\U0001F467在", "一家\U0001F468\u200D\U0001F469\u200D\U0001F467在", 0)]
    public void Marks_that_nobody_sees_go_and_joiners_of_emoji_stay(string text, string markdown, int gone)
    {
        Assert.Equal(markdown, PastedText.Read(text).Markdown);
        Assert.Equal(gone == 0 ? [] : [$"删去了 {gone} 个看不见的零宽字符"], PastedHtml.Read($"<p>{text}</p>").Notes);
    }

    [Fact]
    public void What_is_too_long_is_not_taken_by_half()
    {
        Assert.Equal(("", 1), (PastedText.Read(new('示', 1_000_001)).Markdown, PastedText.Read(new('示', 1_000_001)).Notes.Count));
        Assert.Equal(1_000_000, PastedText.Read(new('示', 1_000_000)).Markdown.Length);
    }

    [Fact]
    public void Excel_gives_a_table_its_merged_cells_apart()
    {
        var pasted = PastedHtml.Read(Excel);

        Assert.Equal(
            """
            | 单位 | 场次 | 人次 |
            | --- | --- | --- |
            | 示例一街道 | 3 | 1,200 |
            | 示例二街道 | 2 |  |
            |  | 未开展 |  |
            """.ReplaceLineEndings("\n"), pasted.Markdown);
        Assert.Contains("合并的单元格拆开了，请看看对不对", pasted.Notes);
    }

    [Theory]
    [InlineData("<h3>甲</h3><p>乙</p><h5>丙</h5>", "## 甲\n\n乙\n\n### 丙")]
    [InlineData("<p class='x' style='mso-outline-level:1'>甲</p><p>乙</p>", "## 甲\n\n乙")]
    [InlineData("<ol start=3><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>", "3. 甲\n   - 乙\n4. 丙")]
    [InlineData("<p>甲<br>乙</p>", "甲\n\n乙")]
    [InlineData("<p>甲<b> </b>乙<b>丙 </b>丁</p>", "甲 乙**丙** 丁")]
    [InlineData("<p><b>甲</b><b>乙</b></p>", "**甲乙**")]
    [InlineData("<b style='font-weight:normal'><p>甲</p></b>", "甲")]
    [InlineData("<p><span style='font-weight:700'>甲</span></p>", "**甲**")]
    [InlineData("<b><p>甲</p><p>乙</p></b>", "**甲**\n\n**乙**")]
    [InlineData("<blockquote><p>甲</p><p>乙</p></blockquote><p>丙</p>", "> 甲\n>\n> 乙\n\n丙")]
    [InlineData("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", "甲\n\n乙")]
    [InlineData("<table><tr><td>甲<br>乙</td><td>丙</td></tr></table>", "| 甲 乙 | 丙 |\n| --- | --- |")]
    [InlineData("<p>1. 甲 # *乙* _丙_ [丁](戊) &lt;b&gt; `己`</p>", "1\\. 甲 # \\*乙\\* \\_丙\\_ \\[丁\\](戊) \\<b\\> \\`己\\`")]
    [InlineData("<p># 甲</p>", "\\# 甲")]
    [InlineData("<p>安全生产\n月活动</p>", "安全生产月活动")]
    [InlineData("<p>他说\"先关阀\"。</p>", "他说“先关阀”。")]
    [InlineData("<p>开展”安全生产月“活动</p>", "开展“安全生产月”活动")]
    [InlineData("<p>“甲”和”乙“</p>", "“甲”和”乙“")]
    [InlineData("<p><a href='https://link.zhihu.com/?target=https%3A//example.gov.cn/a'>甲</a></p>", "[甲](https://example.gov.cn/a)")]
    [InlineData("<p><a href='#_Toc12'>甲</a><a href='javascript:alert(1)'>乙</a><a href='data:text/html,x'>丙</a><a href='file:///c:/a.doc'>丁</a></p>", "甲乙丙丁")]
    [InlineData("<p><a href='https://user:pass@example.gov.cn/'>甲</a></p>", "甲")]
    [InlineData("<p><a href='https://example.gov.cn/a)b(c'>甲</a></p>", "[甲](https://example.gov.cn/a%29b%28c)")]
    [InlineData("<p onclick='x()'>甲<img src=x onerror=alert(1)><svg onload=alert(1)></svg></p>", "甲")]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "\\<script\\>alert(1)\\</script\\>")]
    [InlineData("", "")]
    public void Each_thing_becomes_its_Markdown(string html, string markdown) => Assert.Equal(markdown, PastedHtml.Read(html).Markdown);

    [Theory]
    [InlineData("甲\t乙\n1\t2\n", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("甲\t\"一行\n两行\"\n１\t\"说\"\"好\"\"\"\n", "| 甲 | 一行 两行 |\n| --- | --- |\n| 1 | 说“好” |")]
    [InlineData("## 已经是 Markdown\n\n- **甲**\n", "## 已经是 Markdown\n\n- **甲**\n")]
    [InlineData("　　第一段​\r\n　　第二\u00AD段", "第一段\n第二段")]
    public void Plain_text_stays_as_it_is_but_for_cells_and_what_nobody_sees(string text, string markdown) => Assert.Equal(markdown, PastedText.Read(text).Markdown);

    [Fact]
    public void What_is_too_much_or_nested_without_end_is_refused_or_flattened()
    {
        Assert.Equal("", PastedHtml.Read(string.Concat(Enumerable.Repeat("<b>", 50_000))).Markdown);
        Assert.Equal("", PastedHtml.Read(new string('甲', 5_000_000)).Markdown);
        Assert.Equal("", PastedHtml.Read(string.Concat(Enumerable.Repeat("<ul><li>", 5_000)) + "甲").Markdown);
        Assert.Equal("甲", PastedHtml.Read($"{string.Concat(Enumerable.Repeat("<div>", 1_500))}甲").Markdown);
        Assert.Equal("甲", PastedHtml.Read(string.Concat(Enumerable.Repeat("<table><tr><td>", 1_000)) + "甲").Markdown);
        Assert.Equal(10_000, PastedHtml.Read(string.Concat(Enumerable.Repeat("<p>甲", 10_000))).Markdown.Split("\n\n").Length);
    }
}
