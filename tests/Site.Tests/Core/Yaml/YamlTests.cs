using Site.Core.Diagnostics;
using Site.Core.Yaml;

namespace Site.Tests;

public sealed class YamlTests
{
    [Fact]
    public void A_bomb_of_aliases_is_refused_at_its_first_anchor()
    {
        Assert.Equal(
            """
            content/guides/a.md:2:4: error yaml/alias
              这里用 “&” 做了一个可以引用的标记，本站不接受 YAML 的引用。
              删掉 “&” 和它后面的名字；以 “&” 开头的文字请加引号。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                title: *c
                ---
                正文。
                """));
    }

    [Theory]
    [InlineData("title: 安全生产月 #话题", "2:14 yaml/comment")]
    [InlineData("title: 甲  #话题#", "2:11 yaml/comment")]
    [InlineData("tags:\n  - 消防\n  - 用电 #用火", "4:8 yaml/comment")]
    [InlineData("source: {name: 示例\n  单位 #科室\n}", "3:6 yaml/comment")]
    [InlineData("title: 甲 # 这是注释", "")]
    [InlineData("title: 甲 ## 注释", "")]
    [InlineData("title: \"安全生产月 #话题\"", "")]
    [InlineData("title: 1#楼和C#", "")]
    [InlineData("#title: 甲\nsummary: 乙", "")]
    [InlineData("summary: |\n  第一行 #话题\n  第二行", "")]
    public void A_comment_that_cuts_a_value_is_reported_unless_it_looks_like_one(string yaml, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        Assert.NotNull(YamlReader.Read(yaml, 2, "a.md", diagnostics));

        Assert.Equal(expected, string.Join(", ", diagnostics.Select(found => $"{found.Location.Line}:{found.Location.Column} {found.Code}")));
    }

    [Theory]
    [InlineData("title: *标题", "2:8: error yaml/alias")]
    [InlineData("<<: {title: 示例}", "2:1: error yaml/alias")]
    [InlineData("title: !!python/object 示例", "2:8: error yaml/tag")]
    [InlineData("? [a, b]\n: c", "2:3: error yaml/key")]
    [InlineData("- title", "2:1: error yaml/not-fields")]
    [InlineData("只有一句话", "2:1: error yaml/not-fields")]
    [InlineData("title: a\n...\ntitle: b", "4:1: error yaml/documents")]
    [InlineData("tags: [[[[[[[[x]]]]]]]]", "2:13: error yaml/too-deep")]
    public void What_staff_do_not_need_is_refused_at_its_place(string yaml, string diagnostic)
    {
        Assert.StartsWith($"content/guides/a.md:{diagnostic}\n", SampleSite.Diagnostics($"-- content/guides/a.md --\n---\n{yaml}\n---\n"));
    }

    [Theory]
    [InlineData("title: 示例：一\nsource： 示例", "3:1", "这一行用了全角冒号 “：”，看不出哪里是字段的名字。")]
    [InlineData("title: 通知: 开放日", "2:10", "这一行有第二个冒号，看不出哪里是字段的名字。")]
    [InlineData("title: \"没有写完", "2:8", "这里的引号只有开头，没有结尾。")]
    [InlineData("tags: [消防, 燃气", "3:1", "括号里的列表或字段没有写完整。")]
    [InlineData("title: 示例\n\tsource: 示例", "3:1", "这里用制表符（Tab）缩进，YAML 只认空格。")]
    [InlineData("title: @示例", "2:8", "内容不能以这个符号开头。")]
    [InlineData("title: \"\\q\"", "2:8", "双引号里的 “\\” 后面跟了不认识的字符。")]
    [InlineData("tags: [消防\nsource: 示例", "2:7", "括号里的列表或字段没有写完整。")]
    [InlineData("tags: ]", "2:7", "这里缺少内容，或者多了一个括号或逗号。")]
    [InlineData("title: \"通知\"全文", "2:12", "引号或括号结束了，后面却还有文字。")]
    [InlineData("title:示例\nsource: 示例", "2:1", "这一行的冒号后面没有空格。")]
    [InlineData("title：示例\nsource: 示例", "2:1", "这一行用了全角冒号 “：”，看不出哪里是字段的名字。")]
    [InlineData("title：示例\n# 网址\n# 要写全\nsource: 示例", "2:1", "这一行用了全角冒号 “：”，看不出哪里是字段的名字。")]
    [InlineData("# 名称：写全\ntitle：示例\n\n# 网址\nsource: 示例", "3:1", "这一行用了全角冒号 “：”，看不出哪里是字段的名字。")]
    [InlineData("source: 示例\nfooter:\n  icp：示例\n  # 公安\n  police: 示例", "4:1", "这一行用了全角冒号 “：”，看不出哪里是字段的名字。")]
    [InlineData("title:示例\n# 网址\nsource: 示例", "2:1", "这一行的冒号后面没有空格。")]
    [InlineData("title：示例 # 名称: 写全\nsource: 示例", "2:1", "这一行用了全角冒号 “：”，看不出哪里是字段的名字。")]
    [InlineData("footer:\n  icp:示例 # 备案号\n  police: 示例", "3:1", "这一行的冒号后面没有空格。")]
    [InlineData("a: 1\ntitle 示例 # 名称：\nsource: 示例", "3:1", "这一行没有写成 “字段: 内容”。")]
    [InlineData("title: 示例 # 名称\nsource：示例", "3:1", "这一行用了全角冒号 “：”，看不出哪里是字段的名字。")]
    [InlineData("title 示例\n# 网址：\nsource: 示例", "2:1", "这一行没有写成 “字段: 内容”。")]
    [InlineData("# 名称\n title: 示例\nsource: 示例", "3:1", "这一行前面多了空格，和下面的字段对不齐。")]
    [InlineData("title 示例\n\nsource: 示例", "2:1", "这一行没有写成 “字段: 内容”。")]
    [InlineData("  title: 示例\nsource: 示例", "2:1", "这一行前面多了空格，和下面的字段对不齐。")]
    [InlineData("tags: - 消防", "2:7", "“- ” 前面还有别的内容。")]
    [InlineData("title: 示例\n没有冒号", "3:1", "这一行没有写成 “字段: 内容”。")]
    [InlineData("title: !<:> 示例", "2:1", "内容不能以 “!” 开头。")]
    public void Mistakes_of_syntax_are_explained_in_Chinese(string yaml, string place, string what)
    {
        var diagnostic = Assert.Single(SampleSite.Check($"-- content/guides/a.md --\n---\n{yaml}\n---\n").Diagnostics);

        Assert.Equal("yaml/syntax", diagnostic.Code);
        Assert.Equal($"content/guides/a.md:{place}", diagnostic.Location.ToString());
        Assert.Equal(what, diagnostic.Message);
    }

    [Fact]
    public void Fields_of_more_than_64_thousand_characters_are_not_parsed()
    {
        var diagnostics = SampleSite.Diagnostics($"-- content/guides/a.md --\n---\ntitle: {new string('长', 70_000)}\n---\n");

        Assert.StartsWith("content/guides/a.md:2:1: error yaml/too-large\n  字段区有 70008 个字符，超过了 65536 个的上限。", diagnostics);
    }

    [Fact]
    public void A_list_of_more_than_a_thousand_items_is_refused()
    {
        var diagnostics = SampleSite.Diagnostics($"-- content/guides/a.md --\n---\ntags: [{string.Join(",", Enumerable.Repeat("a", 1001))}]\n---\n");

        Assert.StartsWith("content/guides/a.md:2:2008: error yaml/too-large\n  这里的项目超过了 1000 个。", diagnostics);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('?')]
    [InlineData('-')]
    [InlineData('"')]
    public void Sixty_thousand_opening_characters_end_in_a_diagnostic_and_not_in_a_hang(char opening)
    {
        var text = string.Concat(Enumerable.Repeat($"{opening} ", 30_000));

        Assert.NotEqual("", SampleSite.Diagnostics($"-- content/guides/a.md --\n---\n{text}\n---\n"));
    }

    [Fact]
    public void An_escape_cannot_bring_hidden_characters_in()
    {
        Assert.Equal(
            """
            content/guides/a.md:2:8: error front-matter/control-character
              字段 “title” 里有一个看不见的字符 U+202E。
              删掉它；如果看不到，就把这一行重新打一遍。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: "示\u202e例"
                source: 示例
                reviewer: 示例
                ---
                正文。
                """));
    }

    [Fact]
    public void An_escape_cannot_bring_half_a_character_in()
    {
        var diagnostics = SampleSite.Diagnostics("-- content/guides/a.md --\n---\ntitle: \"\\ud83d\"\nsource: 示例\nreviewer: 示例\n---\n");

        Assert.StartsWith("content/guides/a.md:2:8: error ", diagnostics);
    }
}
