using Site.Content.Rules;

namespace Site.Tests;

public class FileChecksTests
{
    [Fact]
    public void Files_that_run_in_a_browser_or_on_a_computer_are_refused()
    {
        var help = "删掉它，或者换一种文件：文档 pdf、docx、xlsx、pptx、csv、txt、zip；音频、视频和字幕 mp3、m4a、wav、ogg、mp4、webm、vtt、srt；"
            + "图片 svg、png、jpg、jpeg、webp、gif。";

        Assert.Equal(
            $"""
            content/works/a.exe:1:1: error file/kind
              “.exe” 文件不能放在网站上。
              {help}
            content/works/a.html:1:1: error file/kind
              “.html” 文件不能放在网站上。
              {help}
            content/works/a.pdf.js:1:1: error file/kind
              “.js” 文件不能放在网站上。
              {help}
            content/works/poster:1:1: error file/kind
              这个文件没有结尾，看不出是什么文件。
              {help}
            """,
            string.Join('\n', FileEndings.Find(SampleSite.Read(
                """
                -- content/works/a.exe --
                -- content/works/a.html --
                -- content/works/a.pdf --
                -- content/works/a.pdf.js --
                -- content/works/poster --
                -- content/works/README.md --
                """))));
    }

    [Theory]
    [InlineData("film.mp4", 52_428_800, "")]
    [InlineData("film.mp4", 52_428_801, "error file/too-large\n  这个文件有 50.0 MB，网站上的文件最大 50 MB。\n  压缩它，或者分成几个文件。")]
    [InlineData("map.svg", 1_048_576, "")]
    [InlineData("map.svg", 1_048_577, "error file/too-large\n  这个图画文件有 1.0 MB，SVG 最大 1 MB。\n  在绘图软件里简化路径、去掉嵌入的位图，或者另存为 PNG。")]
    [InlineData("hall.jpg", 5_242_880, "")]
    [InlineData("hall.jpg", 6_291_456, "warning file/large-picture\n  这张图片有 6.0 MB。\n  缩小到长边 3200 像素以内，一般不到 2 MB。")]
    public void A_file_has_a_largest_size(string name, long length, string expected)
    {
        var website = FormatSamples.WithFiles("https://example.org/", [new($"content/works/{name}", length, () => [])]);

        var diagnostics = string.Join('\n', FileSizes.Find(website));

        Assert.Equal(expected.Length == 0 ? "" : $"content/works/{name}:1:1: {expected}", diagnostics);
    }

    [Fact]
    public void Downloads_and_recordings_that_are_not_there_are_reported() =>
        Assert.Equal(
            """
            content/lectures/a.md:3:8: error file/missing
              文件 “media/a.mp4” 不存在：没有 content/lectures/media/a.mp4。
              是不是 “media/a1.mp4”？
            content/lectures/a.md:5:11: error file/missing
              文件 “a.vtt” 不存在：没有 content/lectures/a.vtt。
              放上这个文件，或者改正路径。
            content/works/b.md:2:15: error file/missing
              文件 “fire-poster.pdf” 不存在：没有 content/works/fire-poster.pdf。
              是不是 “fire-posters.pdf”？
            """,
            string.Join('\n', MissingFiles.Find(SampleSite.Read(
                """
                -- content/lectures/a.md --
                ---
                series: forum
                video: media/a.mp4
                audio: https://example.com/a.mp3
                captions: a.vtt
                ---
                -- content/lectures/media/a1.mp4 --
                -- content/works/b.md --
                ---
                file: [b.pdf, fire-poster.pdf]
                ---
                -- content/works/b.pdf --
                -- content/works/fire-posters.pdf --
                """))));

    [Fact]
    public void Pictures_that_are_no_file_of_content_or_no_picture_are_reported() =>
        Assert.Equal(
            """
            content/guides/gas.md:8:1: error picture/missing
              图片 “img/valve1.png” 不存在：没有文件 content/guides/img/valve1.png。
              是不是 “img/valve.png”？
            content/guides/gas.md:10:1: error picture/outside
              图片 “../../a.png” 不在 content/ 里，或者不是相对路径。
              把图片放进 content/，写它相对于这一页的位置：img/poster.jpg。
            content/guides/gas.md:12:1: error picture/outside
              图片 “/guides/img/valve.png” 不在 content/ 里，或者不是相对路径。
              把图片放进 content/，写它相对于这一页的位置：img/poster.jpg。
            content/guides/gas.md:14:1: error picture/not-a-picture
              “a.pdf” 的结尾不是图片的结尾。
              可用的图片：.png、.jpg、.jpeg、.webp、.gif、.svg。
            content/guides/gas.md:3:8: error picture/missing
              图片 “none.svg” 不存在：没有文件 content/guides/none.svg。
              放上这张图片，或者改正路径。
            """,
            string.Join('\n', MissingPictures.Find(SampleSite.Read(
                """
                -- content/guides/gas.md --
                ---
                title: 燃气
                image: none.svg
                imageAlt: 阀门
                ---
                ![阀门](img/valve.png)

                ![阀门](img/valve1.png)

                ![阀门](../../a.png)

                ![阀门](/guides/img/valve.png)

                ![阀门](a.pdf)
                -- content/guides/img/valve.png --
                -- content/guides/a.pdf --
                """))));
}
