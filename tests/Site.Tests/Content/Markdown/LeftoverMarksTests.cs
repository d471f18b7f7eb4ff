using Site.Content.Quizzes;
using Site.Core.Diagnostics;

namespace Site.Tests;

public class LeftoverMarksTests
{
    [Theory]
    [InlineData("前面**未闭合", "1:3 markdown/leftover-emphasis")]
    [InlineData("重要 ** 里侧有空格 **", "1:4 markdown/leftover-emphasis")]
    [InlineData("> 引用里**半个", "1:6 markdown/leftover-emphasis")]
    [InlineData("- 列表里\n- 第二项***半个", "2:6 markdown/leftover-emphasis")]
    [InlineData("这是＊＊重点＊＊内容", "1:3 markdown/leftover-emphasis")]
    [InlineData("这是__重点__内容", "1:3 markdown/leftover-emphasis")]
    [InlineData("~~删去~~", "1:1 markdown/leftover-emphasis")]
    [InlineData("要==高亮==", "1:2 markdown/leftover-emphasis")]
    [InlineData("写`半个", "1:2 markdown/unclosed-code")]
    [InlineData("写｀代码｀", "1:2 markdown/unclosed-code")]
    [InlineData("甲\n\n```yaml\na: 1\n\n## 乙", "3:1 markdown/unclosed-code")]
    [InlineData("甲。\n##标题", "2:1 markdown/leftover-heading")]
    [InlineData("###标题", "1:1 markdown/leftover-heading")]
    [InlineData("#标题", "1:1 markdown/leftover-heading")]
    [InlineData("＃＃ 标题", "1:1 markdown/leftover-heading")]
    [InlineData("＃ 标题", "1:1 markdown/leftover-heading")]
    [InlineData("##　标题", "1:1 markdown/leftover-heading")]
    [InlineData("　　## 标题", "1:3 markdown/leftover-indent")]
    [InlineData("　　- 甲", "1:3 markdown/leftover-indent")]
    [InlineData("[链接](../pages/about.md）", "1:1 markdown/leftover-link")]
    [InlineData("见[链接]（../pages/about.md）。", "1:2 markdown/leftover-link")]
    [InlineData("见【链接】(../pages/about.md)。", "1:2 markdown/leftover-link")]
    [InlineData("［链接］（../pages/about.md）", "1:1 markdown/leftover-link")]
    [InlineData("[链接](https://example.com）", "1:1 markdown/leftover-link")]
    [InlineData("[链接]（https://example.com）", "1:1 markdown/leftover-link")]
    [InlineData("[链接](a.md “标题”)", "1:1 markdown/leftover-link")]
    [InlineData("[链接] (../pages/about.md)", "1:1 markdown/leftover-link")]
    [InlineData("[没定义][2]", "1:1 markdown/leftover-link")]
    [InlineData("甲[没定义][乙丙]。", "1:2 markdown/leftover-link")]
    [InlineData("[甲][1]\n\n[1]：https://example.com", "1:1 markdown/leftover-link, 3:1 markdown/leftover-link")]
    [InlineData("见 https：//example.com/a", "1:3 markdown/leftover-link")]
    [InlineData("![图](img/照片 1.jpg)", "1:1 markdown/leftover-link")]
    [InlineData("![图]（img/a.jpg）", "1:1 markdown/leftover-link")]
    [InlineData("！[图](img/a.jpg)", "1:2 markdown/leftover-link")]
    [InlineData("|甲|乙|\n|：--|--：|\n|1|2|", "1:1 markdown/leftover-table")]
    [InlineData("| 甲 | 乙 |\n| 1 | 2 |", "1:1 markdown/leftover-table")]
    [InlineData("｜甲｜乙｜\n｜---｜---｜", "1:1 markdown/leftover-table")]
    [InlineData("甲\t乙\n1\t2", "1:1 markdown/tabs")]
    [InlineData("> [！WARNING]\n> 小心", "1:3 markdown/leftover-sign")]
    [InlineData("> 【!警告】小心", "1:3 markdown/leftover-sign")]
    [InlineData("> [!WARNING】\n> 小心", "1:3 markdown/leftover-sign")]
    [InlineData("[!WARNING]\n小心", "1:1 markdown/leftover-sign")]
    [InlineData("＞ [!WARNING]", "1:1 markdown/leftover-sign")]
    [InlineData("＞ 引用", "1:1 markdown/leftover-quote")]
    [InlineData("- [ ]没空格", "1:3 markdown/leftover-task")]
    [InlineData("- [x]没空格", "1:3 markdown/leftover-task")]
    [InlineData("- 【 】全角", "1:3 markdown/leftover-task")]
    [InlineData("- [√] 勾", "1:3 markdown/leftover-task")]
    [InlineData("- [] 空", "1:3 markdown/leftover-task")]
    [InlineData("见(关于)[../pages/about.md]", "1:2 markdown/leftover-link")]
    [InlineData("- [ x ] 甲\n- 〔 〕 乙", "1:3 markdown/leftover-task, 2:3 markdown/leftover-task")]
    [InlineData("-[ ] 没空格\n-[x] 乙", "1:1 markdown/leftover-task")]
    [InlineData("[ ] 没有减号", "1:1 markdown/leftover-task")]
    [InlineData("甲 | 乙\n：-- | --：\n1 | 2", "2:1 markdown/leftover-table")]
    [InlineData("甲\t乙\t丙", "1:1 markdown/tabs")]
    [InlineData("要求：\n1、甲\n2、乙", "2:1 markdown/leftover-list")]
    [InlineData("　　1、甲\n　　2、乙", "1:3 markdown/leftover-list")]
    [InlineData("（一）甲\n（二）乙", "1:1 markdown/leftover-list")]
    [InlineData("1.甲\n2.乙", "1:1 markdown/leftover-list")]
    [InlineData("①甲\n②乙", "1:1 markdown/leftover-list")]
    [InlineData("十、甲\n十一、乙", "1:1 markdown/leftover-list")]
    [InlineData("-甲\n-乙", "1:1 markdown/leftover-list")]
    [InlineData("•甲\n•乙", "1:1 markdown/leftover-list")]
    [InlineData("步骤：\n2. 甲\n3. 乙", "2:1 markdown/leftover-list")]
    [InlineData("甲&nbsp乙", "1:2 markdown/leftover-entity")]
    [InlineData("甲＆nbsp；乙", "1:2 markdown/leftover-entity")]
    [InlineData("甲&amp;ldquo;乙", "1:2 markdown/leftover-entity")]
    [InlineData("[bookmark: _Toc1234567]第一章", "1:1 markdown/word-leftover")]
    [InlineData("见错误！未找到引用源。", "1:2 markdown/word-leftover")]
    [InlineData("::: warning\n小心\n:::", "1:1 markdown/other-dialect")]
    [InlineData("!!! note", "1:1 markdown/other-dialect")]
    [InlineData("[TOC]", "1:1 markdown/other-dialect")]
    [InlineData("甲：\n\n    这一段前面有四个空格。", "3:5 markdown/indented-text")]
    [InlineData("甲。\n\n\t制表符开头的一段。", "3:2 markdown/indented-text")]
    [InlineData("签发单位：示例街道\n---", "1:1 markdown/underlined-heading")]
    [InlineData("甲\n\n第一行\n第二行\n-----", "3:1 markdown/underlined-heading")]
    [InlineData("甲\u00A0乙", "1:2 markdown/hidden-character")]
    [InlineData("甲\u00AD乙和丙\u200B丁", "1:2 markdown/hidden-character, 1:6 markdown/hidden-character")]
    [InlineData("## 标题\u200B", "1:6 markdown/hidden-character")]
    public void A_mark_that_did_not_take_is_reported_where_it_stands(string text, string expected) => Assert.Equal(expected, Codes(text));

    [Theory]
    [InlineData("**加粗**、*斜体*、`**代码**`、\\*\\*转义\\*\\*、5*3*2、2**3、138****1234、张**，男")]
    [InlineData("姓名____，电话________；snake__case__name；~5米，3~5米；a==b")]
    [InlineData("```\n##标题 **未闭合 [甲][2] | a | b |\n1、甲\n2、乙\n```")]
    [InlineData("`[链接](a b.md）` 和 `> [！WARNING]`、`- [ ]x`、`&nbsp`、`＃＃`")]
    [InlineData("\\##标题\n\n\\[甲][2]\n\n\\| a | b |")]
    [InlineData("#安全生产月# 开始了")]
    [InlineData("用#开头；1#楼、3＃楼；C#；#1 机组")]
    [InlineData("【通知】（见附件）。GB 2894 [现行]（2025 版）。〔2024〕15 号。【来源】（https://www.example.com）")]
    [InlineData("研究表明[1][2]，数组 a[0][1]。")]
    [InlineData("注意！[链接](../pages/about.md)")]
    [InlineData("|x| 表示绝对值，甲|乙\n\n|a| + |b|")]
    [InlineData("| 甲 | 乙 |\n| :-- | --: |\n| `a \\| b` | 2 \\| 3 |")]
    [InlineData("> [!WARNING]\n> 小心")]
    [InlineData("> 引用\n\n【！】不要慌。")]
    [InlineData("- [ ] 甲\n- [x] 乙\n- [1] 文献\n- [链接](a.md)")]
    [InlineData("1、甲\n\n2、乙")]
    [InlineData("1、甲  \n2、乙")]
    [InlineData("1. 甲\n2. 乙\n\n- 甲\n- 乙")]
    [InlineData("增长\n1.5米，\n2.5米")]
    [InlineData("2025 年\n2026 年")]
    [InlineData("　　首行缩进的一段。\n第二行。")]
    [InlineData("甲&nbsp;乙 &copy; AT&T，a&amp;b，？a=1&lt=2")]
    [InlineData("甲：\n\n    var x = 1; // 说明")]
    [InlineData("甲\n\n---\n\n乙")]
    [InlineData("👨‍👩‍👧 一家人")]
    [InlineData("温度＞5℃")]
    public void What_took_and_code_and_escapes_and_ordinary_signs_are_left_alone(string text) => Assert.Equal("", Codes(text));

    [Fact]
    public void Tabs_from_a_spreadsheet_come_with_the_table_that_was_meant()
    {
        var diagnostic = Assert.Single(MarkdownText.Read("名称\t电话\n火警\t119").Diagnostics);

        Assert.Equal("改成表格，一行一行写：“| 名称 | 电话 |”“| --- | --- |”“| 火警 | 119 |”。", diagnostic.Help);
    }

    [Theory]
    [InlineData("[链接](../pages/about.md）", "这个链接没有生效：括号、感叹号或引号是全角的。")]
    [InlineData("![图](img/照片 1.jpg)", "这个图片没有生效：地址“img/照片 1.jpg”里有空格。")]
    [InlineData("[《指南》：上](a b.md)", "这个链接没有生效：地址“a b.md”里有空格。")]
    [InlineData("![图](现场 照片.jpg \"标题\")", "这个图片没有生效：地址“现场 照片.jpg”里有空格。")]
    [InlineData("[链接](a.md ‘标题’)", "这个链接没有生效：括号、感叹号或引号是全角的。")]
    [InlineData("[链接] (a.md)", "这个链接没有生效：方括号和圆括号之间有空格。")]
    public void A_link_that_failed_is_told_why(string text, string message) => Assert.Equal(message, Assert.Single(MarkdownText.Read(text).Diagnostics).Message);

    [Theory]
    [InlineData("- 电压 {U=220V}", "电压 {U=220V}")]
    [InlineData("电流 {I=5A}", "电流 {I=5A}")]
    [InlineData("| 甲 |\n| --- |\n| 功率 {P=UI} |", "功率 {P=UI}")]
    [InlineData("**电压**{U=220V}", "{U=220V}")]
    public void Formulas_in_braces_stay(string text, string shown) => Assert.Contains(shown, MarkdownText.Html(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("- 甲 {.note}", "1:5 markdown/attribute-dropped")]
    [InlineData("- 甲 {#id}", "1:5 markdown/attribute-dropped")]
    [InlineData("![图](a.jpg){width=50%}", "1:12 markdown/attribute-dropped")]
    [InlineData("文字![图](a.jpg){.wide}和别的", "1:14 markdown/attribute-dropped")]
    [InlineData("甲 {width=50%}", "1:3 markdown/attribute-dropped")]
    public void Attributes_that_have_no_effect_are_reported(string text, string expected) => Assert.Equal(expected, Codes(text));

    [Fact]
    public void A_choice_of_a_quiz_keeps_its_formula()
    {
        var quiz = QuizReader.Read("quiz.md", "## 安全电压？ {#a .single topic=用电}\n\n- [x] 安全电压 {U=36V}\n- [ ] 家用电压 {U=220V}\n\n--- 解析\n因为。\n", 1, ["用电"]);

        Assert.Empty(quiz.Body.Diagnostics);
        Assert.Contains("{U=36V}", MarkdownText.Show(((Answer.Single)quiz.Questions[0].Answer).Choices[0].Text), StringComparison.Ordinal);
    }

    [Fact]
    public void An_escaped_bar_in_code_is_a_bar_in_tables_alone()
    {
        Assert.Contains("<td><code>x | y</code></td>", MarkdownText.Html("| 甲 |\n| --- |\n| `x \\| y` |"), StringComparison.Ordinal);
        Assert.Contains("<code>x \\| y</code>", MarkdownText.Html("`x \\| y`"), StringComparison.Ordinal);
    }

    private static string Codes(string text) =>
        string.Join(", ", MarkdownText.Read(text).Diagnostics.Sorted().Select(diagnostic => $"{diagnostic.Location.Line}:{diagnostic.Location.Column} {diagnostic.Code}"));
}
