using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Editing;
using Site.Content.Loading;
using Site.Content.Rules;
using Site.Content.Types;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>What clerks get wrong in their first weeks: each is told at its line, in words that they know, and mended by a button where one answer is likely.</summary>
public partial class MistakesTests
{
    private const string Path = "content/news/2026/06-08-gas-check.md";

    private static readonly DateOnly Today = new(2026, 6, 10);

    /// <summary>A piece of news with which nothing is wrong; front matter from line 1 to 10, the text from line 11.</summary>
    private const string Good =
        """
        ---
        title: 示例街道开展燃气检查
        date: 2026-06-08
        summary: 示例街道为居民检查软管。
        source: 示例街道办事处
        reviewer: 示例市应急管理局宣教科
        tags: [燃气, 入户检查]
        sectors: [urban-operation]
        audiences: [community, family]
        ---
        示例街道为一百户居民检查燃气软管。

        后来的一段。

        """;

    private const string Yes = "有按钮", No = "自己改";

    /// <summary>What was meant, what is written in its place, the code, the line, whether a button mends it.</summary>
    public static TheoryData<string, string, string, int, string> Texts => new()
    {
        // The fields: punctuation of the Chinese input method.
        { "title: 示例街道开展燃气检查", "title：示例街道开展燃气检查", "yaml/syntax", 2, Yes },
        { "date: 2026-06-08", "date：2026-06-08", "yaml/syntax", 3, Yes },
        { "tags: [燃气, 入户检查]", "tags：[燃气, 入户检查]", "yaml/syntax", 7, Yes },
        { "title: 示例街道开展燃气检查", "title:示例街道开展燃气检查", "yaml/syntax", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: 燃气检查: 示例街道", "yaml/syntax", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: \"示例街道\"开展燃气检查", "yaml/syntax", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: \"示例街道开展燃气检查", "yaml/syntax", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: *示例街道*开展检查", "yaml/alias", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: @示例街道开展检查", "yaml/syntax", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: 示例街道 #安全生产月", "yaml/comment", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: 示例**街道**开展检查", "front-matter/markup", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: 示例街道\u200B开展检查", "front-matter/hidden-character", 2, Yes },
        { "title: 示例街道开展燃气检查", "title: 示例\u00A0街道开展检查", "front-matter/hidden-character", 2, Yes },
        { "title: 示例街道开展燃气检查", "\ttitle: 示例街道开展燃气检查", "yaml/syntax", 2, Yes },
        { "summary: 示例街道为居民检查软管。", "  summary: 示例街道为居民检查软管。", "yaml/syntax", 4, Yes },
        { "tags: [燃气, 入户检查]", "tags: [燃气, 入户检查", "yaml/syntax", 7, Yes },
        { "tags: [燃气, 入户检查]", "tags: 【燃气，入户检查】", "front-matter/wrong-type", 7, Yes },
        { "tags: [燃气, 入户检查]", "tags: 燃气、入户检查", "front-matter/wrong-type", 7, Yes },
        { "tags: [燃气, 入户检查]", "tags: [燃气，入户检查]", "front-matter/tag", 7, Yes },
        { "tags: [燃气, 入户检查]", "tags: [“燃气”, 入户检查]", "front-matter/tag", 7, Yes },
        { "tags: [燃气, 入户检查]", "tags: [燃气, 燃气]", "front-matter/repeated-word", 7, Yes },

        { "tags: [燃气, 入户检查]", "tags: 燃气 入户检查", "front-matter/tag-space", 7, Yes },
        { "tags: [燃气, 入户检查]", "tags:\n  燃气\n  入户检查", "front-matter/tag-space", 8, Yes },
        { "tags: [燃气, 入户检查]", "tags: [安全, 燃气 入户检查]", "front-matter/tag-space", 7, Yes },
        { "summary: 示例街道为居民检查软管。", "summary: “示例街道为居民检查软管。”", "front-matter/quoted-value", 4, Yes },
        { "source: 示例街道办事处", "source: ‘示例街道办事处’", "front-matter/quoted-value", 5, Yes },
        { "reviewer: 示例市应急管理局宣教科", "reviewer:  “示例市应急管理局宣教科” ", "front-matter/quoted-value", 6, Yes },
        { "source: 示例街道办事处", "source: https：//www.mem.gov.cn/a", "front-matter/wide-address", 5, Yes },
        { "source: 示例街道办事处", "source:\n  - 示例街道办事处\n  - 应急管理部 http:／／www.mem.gov.cn/a", "front-matter/wide-address", 7, Yes },
        { "title: 示例街道开展燃气检查", "title: 示例街道<br>开展燃气检查", "front-matter/markup", 2, Yes },
        { "summary: 示例街道为居民检查软管。", "summary: 示例街道为<b>居民</b>检查软管。", "front-matter/markup", 4, Yes },

        // The fields: names and values.
        { "title: 示例街道开展燃气检查", "标题: 示例街道开展燃气检查", "front-matter/unknown-field", 2, Yes },
        { "summary: 示例街道为居民检查软管。", "sumary: 示例街道为居民检查软管。", "front-matter/unknown-field", 4, Yes },
        { "reviewer: 示例市应急管理局宣教科", "Reviewer: 示例市应急管理局宣教科", "front-matter/unknown-field", 6, Yes },
        { "reviewer: 示例市应急管理局宣教科\n", "", "front-matter/missing-field", 1, No },
        { "reviewer: 示例市应急管理局宣教科", "reviewer:", "front-matter/empty-field", 6, No },
        { "date: 2026-06-08", "date: 2026-06-08\nunit:", "front-matter/empty-field", 4, Yes },
        { "source: 示例街道办事处", "source: 示例街道办事处\nsource: 示例街道办事处", "front-matter/duplicate-field", 6, Yes },
        { "date: 2026-06-08", "date: 6月8日", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026年6月8日", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026/6/8", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026.06.08", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026-6-8", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: ２０２６-０６-０８", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: “2026-06-08”", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 下周二", "front-matter/wrong-type", 3, No },
        { "date: 2026-06-08", "date: 2026-06-31", "front-matter/out-of-range", 3, No },
        { "date: 2026-06-08", "date: 2027-06-08", "page/future-date", 3, No },
        { "sectors: [urban-operation]", "sectors: [城市运行]", "front-matter/unknown-word", 8, Yes },
        { "sectors: [urban-operation]", "sectors: [urban-operations]", "front-matter/unknown-word", 8, Yes },
        { "date: 2026-06-08", "date: 2026-06-08\norder: 第3", "front-matter/wrong-type", 4, No },
        { "date: 2026-06-08", "date: 2026-06-08\ndraft: 是", "front-matter/wrong-type", 4, Yes },
        { "date: 2026-06-08", "date: 2026-06-08\nimage: img/a.jpg", "picture/no-alt", 4, No },

        { "date: 2026-06-08", "date: 2025-06-08", "page/date-unlike-path", 3, No },
        { "date: 2026-06-08", "date: 2026-08-06", "page/date-unlike-path", 3, No },
        { "date: 2026-06-08", "date: 二〇二六年六月八日", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 六月八号", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 今天", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026-06-08。", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026、06、08", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026 06 08", "front-matter/wrong-type", 3, Yes },
        { "tags: [燃气, 入户检查]", "tags: #燃气 #入户检查", "front-matter/empty-field", 7, Yes },
        { "tags: [燃气, 入户检查]", "tags: （燃气，入户检查）", "front-matter/wrong-type", 7, Yes },
        { "tags: [燃气, 入户检查]", "tags:\n-燃气\n-入户检查", "yaml/syntax", 9, No },
        { "date: 2026-06-08", "date: 2026年6月8号", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 20260608", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026－06－08", "front-matter/wrong-type", 3, Yes },
        { "date: 2026-06-08", "date: 2026-06-08\nexpire: 2026-05-08", "front-matter/out-of-range", 4, No },

        // The fences.
        { "---\ntitle", "---\n---\ntitle", "front-matter/doubled-fence", 2, Yes },
        { "---\ntitle", "---\n\n---\n\ntitle", "front-matter/doubled-fence", 3, Yes },
        { "family]\n---\n", "family]\n---\n---\n", "markdown/leading-rule", 11, Yes },
        { "family]\n---\n", "family]\n\n---\n\n---\n", "markdown/leading-rule", 13, Yes },
        { "---\ntitle", "title", "front-matter/missing", 1, Yes },
        { "---\ntitle", "\n---\ntitle", "front-matter/missing", 1, Yes },
        { "---\ntitle", "———\ntitle", "front-matter/missing", 1, Yes },
        { "family]\n---\n", "family]\n\n", "front-matter/unterminated", 1, Yes },
        { "family]\n---\n", "family]\n--\n", "front-matter/unterminated", 1, Yes },

        // The text.
        { "后来的一段。", "##下一步", "markdown/leftover-heading", 13, Yes },
        { "后来的一段。", "＃＃ 下一步", "markdown/leftover-heading", 13, Yes },
        { "后来的一段。", "# 下一步", "markdown/level-one-heading", 13, Yes },
        { "后来的一段。", "＊＊要紧的话＊＊", "markdown/leftover-emphasis", 13, Yes },
        { "后来的一段。", "这是** 要紧 **的话", "markdown/leftover-emphasis", 13, Yes },
        { "后来的一段。", "看[通知](https://www.mem.gov.cn/a）", "markdown/leftover-link", 13, Yes },
        { "后来的一段。", "看【通知】(06-08-gas-check.md)", "markdown/leftover-link", 13, Yes },
        { "后来的一段。", "网址是https：//www.mem.gov.cn/a", "markdown/leftover-link", 13, Yes },
        { "后来的一段。", "![检查现场](img/检查 现场.jpg)", "markdown/leftover-link", 13, No },
        { "后来的一段。", "![](img/check.jpg)", "picture/no-alt", 13, No },
        { "后来的一段。", "![检查现场](img/none.jpg)", "picture/missing", 13, No },
        { "后来的一段。", "单位\t场次\t人次\n示例一街道\t3\t120", "markdown/tabs", 13, Yes },
        { "后来的一段。", "｜单位｜场次｜\n｜示例一街道｜3｜", "markdown/leftover-table", 13, Yes },
        { "后来的一段。", "> [！WARNING]\n> 先关阀。", "markdown/leftover-sign", 13, Yes },
        { "后来的一段。", "> [!WARNING] 先关阀。", "markdown/sign-not-alone", 13, Yes },
        { "后来的一段。", "1、先关阀\n2、再开窗", "markdown/leftover-list", 13, Yes },
        { "后来的一段。", "　　## 下一步", "markdown/leftover-indent", 13, Yes },
        { "后来的一段。", "    先关阀，再开窗，最后到屋外打电话。", "markdown/indented-text", 13, Yes },
        { "后来的一段。", "先关阀&nbsp再开窗", "markdown/leftover-entity", 13, Yes },
        { "后来的一段。", "先关阀<br>再开窗", "markdown/raw-html", 13, Yes },
        { "后来的一段。", "[bookmark: _GoBack]先关阀", "markdown/word-leftover", 13, Yes },
        { "后来的一段。", "先关\u00AD阀", "markdown/hidden-character", 13, Yes },
        { "后来的一段。", "- 【 】关好阀门", "markdown/leftover-task", 13, Yes },
        { "后来的一段。", "[TOC]", "markdown/other-dialect", 13, Yes },
        { "后来的一段。", "看[指南](../../guides/none.md)", "link/broken", 13, No },
        { "后来的一段。", "看[官网](www.mem.gov.cn)", "link/broken", 13, Yes },
        { "后来的一段。", "看[官网](mem.gov.cn/xw/a.shtml)", "link/broken", 13, Yes },
        { "后来的一段。", "看[官网](http：//www.mem.gov.cn/a)", "link/broken", 13, Yes },
        { "后来的一段。", "{{标题}}办得好。", "draft/note-left", 13, No },
        { "后来的一段。", "X月X日，示例街道检查。", "draft/note-left", 13, No },
        { "后来的一段。", "[图片]", "draft/note-left", 13, No },
        { "后来的一段。", "看[检查](..\\2026\\06-08-gas-check.md)", "link/unsafe-address", 13, Yes },
        { "后来的一段。", "![检查现场](D:\\照片\\check.jpg)", "link/unsafe-address", 13, No },
        { "后来的一段。", "![检查现场](file:///D:/check.jpg)", "link/unsafe-address", 13, No },
        { "后来的一段。", "看[](https://www.mem.gov.cn/a)。", "link/no-text", 13, No },
        { "后来的一段。", "看 https:/www.mem.gov.cn/a", "markdown/leftover-link", 13, Yes },
        { "后来的一段。", "看 http//www.mem.gov.cn/a", "markdown/leftover-link", 13, Yes },
        { "后来的一段。", "看 ｈｔｔｐ：／／ｗｗｗ.mem.gov.cn/a", "markdown/leftover-link", 13, Yes },
        { "后来的一段。", "####### 下一步", "markdown/leftover-heading", 13, Yes },
        { "后来的一段。", "> [WARNING]\n> 先关阀。", "markdown/leftover-sign", 13, Yes },
        { "后来的一段。", "看〔通知〕(06-08-gas-check.md)", "markdown/leftover-link", 13, Yes },
        { "后来的一段。", "【注意】（见后）看【通知】(06-08-gas-check.md)", "markdown/leftover-link", 13, Yes },
        { "后来的一段。", "》 先关阀。", "markdown/leftover-quote", 13, Yes },
        { "后来的一段。", "————————", "markdown/leftover-rule", 13, Yes },
        { "后来的一段。", "先关阀。\n－－－", "markdown/leftover-rule", 14, Yes },
        { "后来的一段。", "···\n先关阀\n···", "markdown/unclosed-code", 13, Yes },
        { "后来的一段。", "时间：6月16日\n地点：示例广场", "markdown/joined-lines", 13, Yes },
        { "后来的一段。", "请来：\n**时间**：6月16日\n**地点**：示例广场", "markdown/joined-lines", 14, Yes },
        { "后来的一段。", "9:00 签到\n9:30 讲座\n10:30 参观", "markdown/joined-lines", 13, Yes },
        { "后来的一段。", "示例街道办事处\n2026年6月8日", "markdown/joined-lines", 13, Yes },
        { "后来的一段。", "一氧化碳和CO~2~浓度", "markdown/leftover-emphasis", 13, Yes },
        { "后来的一段。", "每m^3^不超过", "markdown/leftover-emphasis", 13, Yes },
        { "后来的一段。", "要＝＝先关阀＝＝", "markdown/leftover-emphasis", 13, Yes },
        { "后来的一段。", "先关阀\\n再开窗", "markdown/leftover-entity", 13, Yes },
        { "后来的一段。", "A. 先关阀\nB. 再开窗", "markdown/leftover-list", 13, Yes },
        { "后来的一段。", "1。先关阀\n2。再开窗", "markdown/leftover-list", 13, Yes },
        { "后来的一段。", "⑴先关阀\n⑵再开窗", "markdown/leftover-list", 13, Yes },
        { "后来的一段。", "Ⅰ、先关阀\nⅡ、再开窗", "markdown/leftover-list", 13, Yes },
        { "后来的一段。", "## 下一步 {＃next}", "markdown/attribute-dropped", 13, Yes },
        { "后来的一段。", "[注意]: 先关阀", "markdown/unused-address", 13, No },
        { "后来的一段。", "详见../06-08-gas-check.md", "markdown/leftover-link", 13, No },
        { "后来的一段。", "－ 先关阀\n－ 再开窗", "markdown/leftover-list", 13, Yes },
        { "后来的一段。", "—先关阀\n—再开窗", "markdown/leftover-list", 13, Yes },
        { "后来的一段。", "＋先关阀\n＋再开窗", "markdown/leftover-list", 13, Yes },
        { "后来的一段。", "待补充", "draft/note-left", 13, No },
        { "后来的一段。", "参加的有一百人（待核实）。", "draft/note-left", 13, No },
        { "后来的一段。", "【此处插照片】", "draft/note-left", 13, No },
        { "后来的一段。", "TODO", "draft/note-left", 13, No },
        { "后来的一段。", "联系人的手机是13800138000。", "private/phone", 13, No },
        { "示例街道为一百户居民检查燃气软管。", "先写最要紧的：什么时候，在哪里，谁，做了什么，结果怎样。", "draft/prompt-left", 11, No },
        { "date: 2026-06-08", "date: 2026-06-08\nunit: 请写供稿单位", "draft/prompt-left", 4, No },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Each_mistake_in_a_text_is_told_at_its_line_and_a_button_mends_it(string meant, string written, string code, int line, string button)
    {
        Assert.Equal([], Errors(Good));
        var text = Good.Replace(meant, written, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);

        var found = Find(text);
        var diagnostic = found.FirstOrDefault(one => one.Code == code);

        Assert.True(diagnostic is not null, $"Silent, or another code:\n{string.Join('\n', found)}");
        Assert.Equal(new(Path, line), diagnostic.Location with { Column = 1 });
        AssertForClerks(diagnostic);
        var cure = Cures.Find(diagnostic, text, NewsPage.Definition, Today) as Cure.Change;
        Assert.Equal(button == Yes, cure is not null);
        if (cure is not null)
        {
            var mended = TextEdit.Apply(text, cure.Edits);
            Assert.DoesNotContain(Find(mended), one => one.Code == code);
            Assert.True(!Errors(mended).Except(Errors(text)).Any(), $"{mended}\n{string.Join('\n', Find(mended))}");
        }
    }

    /// <summary>Files as a whole: the path, the bytes, the code, whether a button mends it.</summary>
    public static TheoryData<string, string, string, string> Files => new()
    {
        { "content/news/2026/06-08-a b.md", "", "file/name", Yes },
        { "content/news/2026/06-08-Gas.md", "", "file/name", Yes },
        { "content/news/2026/img/微信图片_2026 (1).jpg", "", "file/name", Yes },
        { "content/news/2026/img/IMG_1234.JPG", "", "file/name", Yes },
        { "content/news/2026/06-08-gas.md.txt", "", "file/double-ending", Yes },
        { "content/news/2026/06-08-gas.md.docx", "", "file/double-ending", No },
        { "content/news/2026/06-08-gas.markdown", "", "file/kind", Yes },
        { "content/06-08-gas.md", "", "file/folder", No },
        { "content/xinwen/06-08-gas.md", "", "file/folder", No },
        { Path, "gbk", "file/not-utf8", Yes },
        { Path, "utf-16", "file/not-text", Yes },
        { Path, "docx", "file/not-text", No },
    };

    [Theory, MemberData(nameof(Files))]
    public void Each_mistake_in_a_file_is_told_at_the_file_and_a_button_mends_it(string path, string kind, string code, string button)
    {
        byte[] bytes = kind switch
        {
            "gbk" => [.. "---\ntitle: "u8, 0xB0, 0xB2, 0xC8, 0xAB, .. "\n---\n"u8],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good)],
            "docx" => OfficeFiles.Word(OfficeFiles.P("甲")),
            _ => Encoding.UTF8.GetBytes(Good),
        };
        var diagnostic = Assert.Single(Find(new SourceFile(path, bytes.Length, () => bytes)), one => one.Code == code);

        Assert.Equal(path, diagnostic.Location.Path);
        AssertForClerks(diagnostic);
        var cure = Cures.OfBytes(diagnostic, bytes);
        Assert.Equal(button == Yes, cure is not null);
        switch (cure)
        {
            case Cure.Rename { Name: var name }:
                Assert.DoesNotContain(Find(new SourceFile(path[..(path.LastIndexOf('/') + 1)] + name, bytes.Length, () => bytes)), one => one.Code == code);
                break;
            case Cure.Recode { Text: var text }:
                Assert.DoesNotContain(Find(text), one => one.Code == code);
                Assert.Contains("title: ", text, StringComparison.Ordinal);
                break;
        }
    }

    [Fact]
    public void Same_title_twice_is_told() =>
        Assert.Contains(Read([SampleSite.File(Path, Good), SampleSite.File("content/news/2026/06-08-again.md", Good)]), one => one.Code == "page/same-title");

    [Theory]
    [InlineData("title: 示例街道开展燃气检查", "title: “平安相伴”")]
    [InlineData("summary: 示例街道为居民检查软管。", "summary: \"“示例街道”\"")]
    [InlineData("summary: 示例街道为居民检查软管。", "summary: “软管”和“阀门”")]
    [InlineData("tags: [燃气, 入户检查]", "tags: [AI 安全, 消防 119, 5G 应用]")]
    [InlineData("source: 示例街道办事处", "source: 示例街道办事处，https://www.mem.gov.cn/a")]
    [InlineData("title: 示例街道开展燃气检查", "title: 气温 <5 度时的燃气检查")]
    [InlineData("后来的一段。", "应急物资待补充的，报街道。TODO 清单另发。")]
    [InlineData("后来的一段。", "——摘自示例街道的通知")]
    [InlineData("后来的一段。", "看[![检查现场](https://www.mem.gov.cn/a.png)](https://www.mem.gov.cn/a)。")]
    [InlineData("后来的一段。", "> [!WARNING]\n> 先关阀。")]
    [InlineData("后来的一段。", "路径是 a//b，协议有 http 和 https 两种。")]
    [InlineData("后来的一段。", "后来的一段。\n\n---\n\n再一段。")]
    public void What_only_looks_like_a_mistake_is_not_told(string meant, string written)
    {
        var told = Find(Good.Replace(meant, written, StringComparison.Ordinal)).Select(one => one.Code).Except(["link/outside", "picture/outside", "picture/other-origin"]);

        Assert.Empty(told);
    }

    [Fact]
    public void They_are_a_hundred_and_more() => Assert.True(Texts.Count + Files.Count > 100);

    /// <summary>Whole Chinese sentences, and no word of programmers but those that stand in the files themselves.</summary>
    private static void AssertForClerks(Diagnostic diagnostic)
    {
        Assert.Matches("[。？]$", diagnostic.Message);
        Assert.Matches("[。？：]$", diagnostic.Help.TrimEnd('”', '、'));
        Assert.DoesNotMatch(ProgrammersWords(), diagnostic.Message + diagnostic.Help);
    }

    private static ImmutableArray<Diagnostic> Find(string text) => Find(SampleSite.File(Path, text));

    private static ImmutableArray<Diagnostic> Find(SourceFile file) => [.. Read([file]).Where(one => one.Location.Path == file.Path)];

    private static IEnumerable<string> Errors(string text) => Find(text).Where(one => one.Severity == Severity.Error).Select(one => one.Code).Distinct();

    private static ImmutableArray<Diagnostic> Read(ImmutableArray<SourceFile> files)
    {
        var read = WebsiteReader.Read(SampleSite.File("site.yaml", "title: 示例市安全生产月\nurl: https://example.gov.cn/\norganiser: 示例市安委办\n"), files, Today, true);
        return read.Diagnostics.Concat(Checks.FindInContent(read.Value)).Concat(Checks.FindInFiles(files, read.Value)).Sorted();
    }

    [GeneratedRegex("(?i)exception|null|token|parse|scalar|mapping|offset|regex|byte\\b", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex ProgrammersWords();
}
