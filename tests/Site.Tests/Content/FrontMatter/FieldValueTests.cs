using Site.Content.FrontMatter;

namespace Site.Tests;

public sealed class FieldValueTests
{
    [Theory]
    [InlineData("2024-02-30", "out-of-range", "字段 “updated” 写的是 2024-02-30：2024年2月只有29天。", "核对后改正。")]
    [InlineData("2023-02-29", "out-of-range", "字段 “updated” 写的是 2023-02-29：2023年2月只有28天。", "核对后改正。")]
    [InlineData("2024-13-01", "out-of-range", "字段 “updated” 写的是 2024-13-01：一年没有13月。", "核对后改正。")]
    [InlineData("0024-06-16", "out-of-range", "字段 “updated” 的年份应当在 1900 到 2100 之间，这里写的是 24。", "核对后改正。")]
    [InlineData("2024-6-16", "wrong-type", "字段 “updated” 应当是日期，这里写的是 “2024-6-16”。", "写成 2025-06-16 这样的形式：四位年、两位月、两位日。")]
    [InlineData("下周", "wrong-type", "字段 “updated” 应当是日期，这里写的是 “下周”。", "写成 2025-06-16 这样的形式：四位年、两位月、两位日。")]
    [InlineData("[2024-06-16]", "wrong-type", "字段 “updated” 应当是日期，这里写的是一个列表。", "写成 2025-06-16 这样的形式：四位年、两位月、两位日。")]
    public void A_day_that_is_none_is_reported_with_the_reason(string value, string code, string what, string cure)
    {
        Assert.Equal(
            $"""
            content/guides/a.md:5:10: error front-matter/{code}
              {what}
              {cure}
            """,
            SampleSite.Diagnostics(
                $"""
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                updated: {value}
                ---
                正文。
                """));
    }

    [Theory]
    [InlineData("order: 一", "8", "字段 “order” 应当是整数，这里写的是 “一”。")]
    [InlineData("order: 1.5", "8", "字段 “order” 应当是整数，这里写的是 “1.5”。")]
    [InlineData("order: 0x10", "8", "字段 “order” 应当是整数，这里写的是 “0x10”。")]
    [InlineData("order: 99999999999999999999", "8", "字段 “order” 应当是整数，这里写的是 “99999999999999999999”。")]
    [InlineData("draft: yes", "8", "字段 “draft” 应当是 true（是）或者 false（否），这里写的是 “yes”。")]
    [InlineData("summary: [一, 二]", "10", "字段 “summary” 应当是一段文字，这里写的是一个列表。")]
    [InlineData("summary: {a: b}", "10", "字段 “summary” 应当是一段文字，这里写的是一组字段。")]
    [InlineData("checklist: 关阀", "12", "字段 “checklist” 应当是一个列表，这里写的是 “关阀”。")]
    [InlineData("tags: 消防，燃气", "7", "字段 “tags” 应当是一个列表，这里写的是 “消防，燃气”。")]
    [InlineData("redirectFrom: old/", "15", "字段 “redirectFrom” 应当是本站里的地址，这里写的是 “old/”。")]
    [InlineData("redirectFrom: //example.org/", "15", "字段 “redirectFrom” 应当是本站里的地址，这里写的是 “//example.org/”。")]
    [InlineData("redirectFrom: /a/../b/", "15", "字段 “redirectFrom” 应当是本站里的地址，这里写的是 “/a/../b/”。")]
    [InlineData("redirectFrom: https://example.org/", "15", "字段 “redirectFrom” 应当是本站里的地址，这里写的是 “https://example.org/”。")]
    [InlineData("id: 两个 词", "5", "字段 “id” 应当是一个简短的编号，这里写的是 “两个 词”。")]
    public void A_value_of_the_wrong_type_is_reported_where_it_begins(string line, string column, string what)
    {
        var diagnostic = Assert.Single(SampleSite.Check(
            $"""
            -- content/guides/a.md --
            ---
            title: 示例
            source: 示例
            reviewer: 示例
            {line}
            ---
            正文。
            """).Diagnostics);

        Assert.Equal("front-matter/wrong-type", diagnostic.Code);
        Assert.Equal($"content/guides/a.md:5:{column}", diagnostic.Location.ToString());
        Assert.Equal(what, diagnostic.Message);
    }

    [Fact]
    public void Tags_in_one_text_are_shown_as_the_list_they_should_be()
    {
        var diagnostic = Assert.Single(SampleSite.Check(
            """
            -- content/guides/a.md --
            ---
            title: 示例
            source: 示例
            reviewer: 示例
            tags: 消防、燃气, 用电
            ---
            正文。
            """).Diagnostics);

        Assert.Equal("放进方括号，用半角逗号隔开：[消防, 燃气, 用电]。", diagnostic.Help);
    }

    [Fact]
    public void A_word_outside_its_vocabulary_is_reported_with_all_that_are_in_it()
    {
        Assert.Equal(
            """
            content/guides/a.md:5:23: error front-matter/unknown-word
              “comunity” 不是 audiences 可以用的词。
              是不是 “community”？可用：enterprise（企业）、rural（农村）、community（社区）、school（学校）、family（家庭）。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                audiences: [ family,  comunity ]
                ---
                正文。
                """));
    }

    [Fact]
    public void A_label_in_place_of_an_id_is_answered_with_the_id()
    {
        Assert.Equal(
            """
            content/guides/a.md:5:12: error front-matter/unknown-word
              “家庭” 是给读者看的名称，audiences 里要写它的代号。
              改成 “family”。可用：enterprise（企业）、rural（农村）、community（社区）、school（学校）、family（家庭）。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                audiences: 家庭
                ---
                正文。
                """));
    }

    [Theory]
    [InlineData("../秘密")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("50%")]
    [InlineData("<b>")]
    public void A_tag_that_cannot_stand_in_an_address_is_reported(string tag)
    {
        var diagnostic = Assert.Single(SampleSite.Check(
            $"""
            -- content/guides/a.md --
            ---
            title: 示例
            source: 示例
            reviewer: 示例
            tags: [消防, "{tag}"]
            ---
            正文。
            """).Diagnostics);

        Assert.Equal("content/guides/a.md:5:12: error front-matter/tag", diagnostic.ToString().Split('\n')[0]);
        Assert.Equal($"“{tag}” 不能用作标签：标签会写进网址。", diagnostic.Message);
    }

    [Theory]
    [InlineData("/img/a.png", "front-matter/wrong-type")]
    [InlineData("img\\a.png", "front-matter/wrong-type")]
    [InlineData("https://example.org/a.png", "front-matter/wrong-type")]
    [InlineData("file:///etc/passwd", "front-matter/wrong-type")]
    [InlineData("../../site.yaml", "path/outside")]
    [InlineData("img/../../../input/units.csv", "path/outside")]
    public void A_picture_comes_from_a_file_inside_content(string path, string code)
    {
        var diagnostic = Assert.Single(SampleSite.Check(
            $"""
            -- content/guides/a.md --
            ---
            title: 示例
            source: 示例
            reviewer: 示例
            image: {path}
            imageAlt: 示例
            ---
            正文。
            """).Diagnostics);

        Assert.Equal($"content/guides/a.md:5:8: error {code}", diagnostic.ToString().Split('\n')[0]);
    }

    [Theory]
    [InlineData("imageAlt: 一只阀门", "imageAlt")]
    [InlineData("imageCredit: 示例街道办事处 摄", "imageCredit")]
    public void Words_about_a_picture_need_the_picture(string line, string name)
    {
        Assert.Equal(
            $"""
            content/guides/a.md:5:{name.Length + 3}: error front-matter/missing-field
              写了 “{name}”，却没有 “image”。
              加上一行 “image: 图片的相对路径”，或者删掉 “{name}”。
            """,
            SampleSite.Diagnostics(
                $"""
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                {line}
                ---
                正文。
                """));
    }

    [Fact]
    public void Sources_are_texts_or_titles_with_addresses_and_an_address_in_a_text_is_taken_out()
    {
        var page = SampleSite.Read(
            """
            -- content/guides/a.md --
            ---
            title: 示例
            source:
              - "《示例办法》第三条"
              - "人民日报《示例》（2024年5月31日），转载：https://example.org/a?x_id=1"
              - "见（https://example.org/b），第2条"
              - https://example.org/c
              - {title: 示例条例, url: "https://example.org/d"}
              - "javascript:alert(1)"
            ---
            正文。
            """).Pages.Single();

        Assert.Equal(
            [
                new Source("《示例办法》第三条"),
                new Source("人民日报《示例》（2024年5月31日），转载", "https://example.org/a?x_id=1"),
                new Source("见，第2条", "https://example.org/b"),
                new Source("https://example.org/c", "https://example.org/c"),
                new Source("示例条例", "https://example.org/d"),
                new Source("javascript:alert(1)"),
            ],
            page.Sources);
    }
}
