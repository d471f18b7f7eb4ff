using Site.Content.Types;

namespace Site.Tests;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("content/guides/Gas-Leak.md", "名称 “Gas-Leak.md” 里有大写字母 “G”。", "改名为 “gas-leak.md”：")]
    [InlineData("content/guides/gas leak.md", "名称 “gas leak.md” 里有空格。", "改名为 “gas-leak.md”：")]
    [InlineData("content/guides/cafe\u0301.md", "名称 “cafe\u0301.md” 里有附加符号 U+0301。", "改名为 “cafe.md”：")]
    [InlineData("content/guides/café.md", "名称 “café.md” 里有不能用的字符 “é”（U+00E9）。", "改名为 “caf.md”：")]
    [InlineData("content/guides/\uF90A.md", "名称 “\uF90A.md” 里有兼容汉字 “\uF90A”（U+F90A），它和通用的写法编码不同。", "换一个名称：")]
    [InlineData("content/guides/灭火🔥.md", "名称 “灭火🔥.md” 里有不能用的字符 “🔥”（U+1F525）。", "改名为 “灭火.md”：")]
    [InlineData("content/guides/con.md", "名称 “con.md” 是 Windows 保留的设备名。", "换一个名称：")]
    [InlineData("content/guides/lpt1/a.md", "名称 “lpt1” 是 Windows 保留的设备名。", "换一个名称：")]
    [InlineData("content/guides/img./a.png", "名称 “img.” 不能以 “.” 结尾。", "改名为 “img”：")]
    [InlineData("content/guides/-a.md", "名称 “-a.md” 不能以 “-” 开头。", "改名为 “a.md”：")]
    [InlineData("content/guides/../../x.md", "名称 “..” 不能用作文件名。", "换一个名称：")]
    [InlineData("content/guides/photo.JPG", "名称 “photo.JPG” 里有大写字母 “J”。", "改名为 “photo.jpg”：")]
    public void A_name_that_could_clash_or_mislead_is_reported_with_a_better_one(string path, string message, string help)
    {
        var diagnostic = Assert.Single(SampleSite.Check($"-- {path} --\n").Diagnostics);

        Assert.Equal($"{path}:1:1: error file/name", diagnostic.ToString().Split('\n')[0]);
        Assert.Equal(message, diagnostic.Message);
        Assert.Equal($"{help}文件名只用小写字母、数字、“-”、“_” 和汉字。", diagnostic.Help);
    }

    [Fact]
    public void A_line_break_in_a_name_cannot_write_a_line_of_its_own_into_the_messages()
    {
        var diagnostic = Assert.Single(SampleSite.Check("-- content/guides/a\n::error::x.md --\n").Diagnostics);

        Assert.Equal("content/guides/a\uFFFD::error::x.md:1:1: error file/name", diagnostic.ToString().Split('\n')[0]);
        Assert.Equal("名称 “a\uFFFD::error::x.md” 里有看不见或认不出的字符 U+000A。", diagnostic.Message);
    }

    [Fact]
    public void Chinese_names_are_fine_also_rare_ones()
    {
        var website = SampleSite.Read(
            """
            -- content/guides/燃气泄漏.md --
            ---
            title: 示例
            ---
            正文。
            -- content/guides/㐀〇.md --
            ---
            title: 示例
            ---
            正文。
            """);

        Assert.Equal(["/guides/㐀〇/", "/guides/燃气泄漏/"], website.Pages.Select(page => page.Address));
    }

    [Fact]
    public void A_file_in_no_known_folder_is_told_the_known_ones()
    {
        var help = $"移到这些文件夹之一：{string.Join("、", ContentTypes.All.Select(type => $"{type.Folder}（{type.Label}）"))}。";

        Assert.StartsWith("移到这些文件夹之一：campaigns（安全生产月）、news（新闻）、bulletins（工作简报）、guides（指南）、", help);

        Assert.Equal(
            $"""
            content/a.md:1:1: error file/folder
              这个文件不在任何一类内容的文件夹里。
              {help}
            content/guide/a.md:1:1: error file/folder
              这个文件不在任何一类内容的文件夹里。
              {help}
            """,
            SampleSite.Diagnostics(
                """
                -- content/guide/a.md --
                -- content/a.md --
                """));
    }

    [Fact]
    public void A_path_that_some_disk_could_not_hold_is_reported() =>
        Assert.Contains(
            ".md:1:1: error file/name\n  这个路径超过了 600 个字节（约 200 个汉字）。\n  少套几层文件夹，或者把名称改短。",
            SampleSite.Diagnostics($"-- content/guides/{string.Concat(Enumerable.Repeat("folder/", 90))}a.md --"), StringComparison.Ordinal);

    [Fact]
    public void Notes_to_staff_and_hidden_files_are_no_content()
    {
        var website = SampleSite.Read(
            """
            -- content/README.md --
            -- content/guides/README.md --
            -- content/guides/.gitkeep --
            -- content/guides/img/oil.svg --
            """);

        Assert.Empty(website.Pages);
        Assert.Equal("content/guides/img/oil.svg", Assert.Single(website.Files).Path);
    }
}
