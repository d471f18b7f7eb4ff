using Site.Content.Rules;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Tests;

public class OutputChecksTests
{
    [Fact]
    public void Files_with_names_of_their_own_are_no_diagnostic() =>
        Assert.Equal("", Diagnostics("index.html", "guides/index.html", "guides/煤气/index.html", "guides.html", "404.html"));

    [Fact]
    public void Two_files_of_one_name_are_reported() =>
        Assert.Equal(
            """
            output/guides/gas/index.html:1:1: error output/duplicate-address
              有两个来源要写同一个文件 “guides/gas/index.html”。
              给其中一个页面、文件或标签改名，或删去多余的 redirectFrom。
            """,
            Diagnostics("guides/gas/index.html", "index.html", "guides/gas/index.html"));

    [Fact]
    public void Two_names_that_differ_only_in_capitals_are_one_file_on_some_disks() =>
        Assert.Equal(
            """
            output/tags/diy/index.html:1:1: error output/duplicate-address
              “tags/DIY/index.html” 和 “tags/diy/index.html” 只有大小写不同，在有些磁盘上是同一个文件。
              给其中一个页面、文件或标签改名，或删去多余的 redirectFrom。
            """,
            Diagnostics("tags/DIY/index.html", "tags/diy/index.html"));

    [Fact]
    public void A_file_cannot_be_a_folder_too() =>
        Assert.Equal(
            """
            output/works/poster.pdf/index.html:1:1: error output/duplicate-address
              “works/poster.pdf” 既是一个文件，又是 “works/poster.pdf/index.html” 所在的文件夹。
              给其中一个的来源文件改名。
            """,
            Diagnostics("works/poster.pdf/index.html", "works/poster.pdf"));

    [Theory]
    [InlineData("../index.html", "../index.html")]
    [InlineData("guides/../../index.html", "guides/../../index.html")]
    [InlineData("guides/./index.html", "guides/./index.html")]
    [InlineData("guides//index.html", "guides//index.html")]
    [InlineData("/index.html", "/index.html")]
    [InlineData("", "")]
    [InlineData("guides\\index.html", "guides\\index.html")]
    [InlineData("tags/a\nb/index.html", "tags/a\uFFFDb/index.html")]
    public void A_path_that_could_climb_out_or_hide_something_is_reported(string path, string shown) =>
        Assert.Equal(
            $"""
            output/{shown}:1:1: error output/unsafe-path
              输出路径 “{shown}” 里有空的、只有点的或带不可见字符的一段。
              改正产生这个地址的文件名、标签或 redirectFrom。
            """,
            Diagnostics(path));

    [Fact]
    public void Half_of_a_character_is_no_name() =>
        Assert.StartsWith("output/tags/a\uFFFD/index.html:1:1: error output/unsafe-path\n", Diagnostics("tags/a\ud83e/index.html"), StringComparison.Ordinal);

    [Fact]
    public void A_name_may_have_255_bytes_and_no_more()
    {
        var most = new string('安', 85);

        Assert.Equal("", Diagnostics($"tags/{most}/index.html"));
        Assert.Equal(
            $"""
            output/tags/{most}a/index.html:1:1: error output/path-too-long
              地址中的 “{most[..80]}…” 有 256 个字节，磁盘上的名称最多 255 个字节（一个汉字 3 个字节）。
              把产生这个地址的文件名或标签改短。
            """,
            Diagnostics($"tags/{most}a/index.html"));
    }

    private static string Diagnostics(params string[] paths) =>
        string.Join('\n', Checks.FindInOutput([.. paths.Select(path => new OutputFile(path, _ => { }))]).Sorted());
}
