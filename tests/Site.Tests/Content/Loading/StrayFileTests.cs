using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Site.Content.Loading;
using Site.Content.Rules;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Tests;

/// <summary>Files that lie in a folder and are not what their editors think.</summary>
public sealed class StrayFileTests
{
    [Theory]
    [InlineData("content/news/~$新页.docx")]
    [InlineData("content/news/2025/~$06-16-open-day.md")]
    [InlineData("content/guides/img/Thumbs.db")]
    [InlineData("content/guides/img/thumbs.db")]
    [InlineData("content/guides/img/ehthumbs_vista.db")]
    [InlineData("content/Desktop.ini")]
    [InlineData("content/guides/desktop.ini")]
    [InlineData("content/guides/.DS_Store")]
    [InlineData("content/__MACOSX/guides/a.jpg")]
    [InlineData("content/guides/~WRL0001.tmp")]
    [InlineData("content/guides/~DF1234.tmp")]
    [InlineData("content/guides/6F2B1A00.TMP")]
    [InlineData("content/guides/通知.docx.tmp")]
    [InlineData("content/guides/通知.md~")]
    [InlineData("content/guides/Picasa.ini")]
    [InlineData("content/guides/img/@eaDir/a.jpg")]
    [InlineData("content/#recycle/a.md")]
    public void What_Windows_and_Office_leave_behind_is_passed_over(string path)
    {
        var site = SampleSite.Check($"-- {path} --\n");

        Assert.Empty(site.Diagnostics);
        Assert.Empty(site.Value.Files);
        Assert.Empty(Checks.FindInFiles(SampleSite.Files($"-- {path} --\n"), site.Value));
    }

    [Theory]
    [InlineData("content/guides/thumbs.jpg", true)]
    [InlineData("content/guides/desktop.pdf", true)]
    [InlineData("content/guides/a~$.jpg", false)]
    public void What_only_looks_like_it_is_read(string path, bool isFile) =>
        Assert.Equal(isFile, SampleSite.Check($"-- {path} --\n").Value.Files.Length == 1);

    [Theory]
    [InlineData("content/news/06-16-test.md.txt", "06-16-test.md")]
    [InlineData("content/guides/燃气.md.txt", "燃气.md")]
    [InlineData("content/guides/a.md.docx", "a.md")]
    [InlineData("content/guides/a.md.doc", "a.md")]
    [InlineData("input/units.csv.txt", "units.csv")]
    [InlineData("input/policy.yaml.txt", "policy.yaml")]
    public void An_ending_that_an_editor_added_is_reported_with_the_right_name(string path, string better)
    {
        var found = Assert.Single(FileExtension.FindDoubled([path]));

        Assert.Equal((path, "file/double-ending"), (found.Location.Path, found.Code));
        Assert.Contains($"“{better}”", found.Help, StringComparison.Ordinal);
        Assert.Empty(FileEndings.Find(SampleSite.Check($"-- {path} --\n").Value));
    }

    [Theory]
    [InlineData("content/guides/燃气.markdown", "燃气.md")]
    [InlineData("content/news/2026/06-16-test.mdown", "06-16-test.md")]
    [InlineData("content/pages/a.mkd", "a.md")]
    public void Another_ending_of_Markdown_is_reported_with_the_right_one(string path, string better)
    {
        var found = Assert.Single(FileEndings.Find(SampleSite.Check($"-- {path} --\n").Value));

        Assert.Equal((path, "file/kind", $"把结尾改成 “.md”：{better}。"), (found.Location.Path, found.Code, found.Help));
    }

    [Theory]
    [InlineData("content/works/a.txt")]
    [InlineData("content/works/2.0.txt")]
    [InlineData("content/works/a.min.csv")]
    [InlineData("content/news/06-16-test.md")]
    public void A_single_ending_is_no_mistake(string path) => Assert.Empty(FileExtension.FindDoubled([path]));

    [Theory]
    [InlineData("word/document.xml", "Word 文档（.docx）", "Word 或 WPS")]
    [InlineData("xl/workbook.xml", "Excel 表格（.xlsx）", "Excel 或 WPS")]
    public void An_Office_file_renamed_to_a_page_is_called_what_it_is(string part, string name, string program)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part);
        }

        var found = Assert.Single(Read(bytes.ToArray()));

        Assert.Equal("content/guides/a.md:1:1: error file/not-text", found.ToString().Split('\n')[0]);
        Assert.Equal($"这个文件的结尾是 “.md”，内容却是 {name}：改结尾不会把它变成文字文件。", found.Message);
        Assert.Equal($"把结尾改回原来的，用 {program} 打开，复制里面的文字，粘贴到用记事本新建的 “.md” 文件里。", found.Help);
    }

    [Theory]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0\0", "旧格式的 Word")]
    [InlineData("{\\rtf1\\ansi", "RTF 文档")]
    [InlineData("%PDF-1.7", "PDF 文件")]
    [InlineData("\u0089PNG\r\n", "图片")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "图片")]
    [InlineData("PK\u0003\u0004", "Word、Excel 或压缩文件")]
    [InlineData("RIFF\u0024\0\0\0WEBPVP8 ", "图片、音频或视频")]
    [InlineData("\0\0\0\u0018ftypmp42", "图片、音频或视频")]
    [InlineData("BM6\0\0\0\0\0\0\0", "图片、音频或视频")]
    [InlineData("Rar!\u001a\u0007\0", "压缩包")]
    [InlineData("7z\u00bc\u00af\u0027\u001c", "压缩包")]
    [InlineData("\u001f\u008b\u0008\0", "压缩包")]
    [InlineData("<!DOCTYPE HTML>\n<title>\u00b0\u00b2</title>", "网页")]
    [InlineData("<html xmlns:w=\"urn\">", "网页")]
    [InlineData("<?xml version=\"1.0\"?><w:wordDocument/>", "网页")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related\n", "网页")]
    [InlineData("-\0-\0-\0\n\0", "UTF-16 编码")]
    [InlineData("\0-\0-\0-\0\n", "UTF-16 编码")]
    [InlineData("\u00ff\u00fe-\0-\0-\0", "UTF-16 编码")]
    [InlineData("\u00fe\u00ff\0-\0-\0-", "UTF-16 编码")]
    public void So_is_any_other_file_that_is_no_text(string bytes, string name)
    {
        var found = Assert.Single(Read(Encoding.Latin1.GetBytes(bytes)));

        Assert.Equal("file/not-text", found.Code);
        Assert.Contains(name, found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("以 UTF-8 编码保存", found.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\ntitle: \u00b0\u00b2\u00c8\u00ab\n---\n", 2, 8)]
    [InlineData("\u00c9\u00fa\u00b2\u00fa\n", 1, 1)]
    [InlineData("---\n---\nGas \u00b5\u00e7\n", 3, 5)]
    public void Text_in_the_encoding_of_an_old_Notepad_is_called_that(string bytes, int line, int column)
    {
        var found = Assert.Single(Read(Encoding.Latin1.GetBytes(bytes)));

        Assert.Equal(("file/not-utf8", new Location("content/guides/a.md", line, column)), (found.Code, found.Location));
        Assert.Contains("多半是 GBK 编码", found.Message, StringComparison.Ordinal);
        Assert.Contains("记事本", found.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("img/IMG_2034.JPG", "img/IMG_2034.JPG", "img_2034.jpg")]
    [InlineData("img/IMG_2034.JPG", "img/img_2034.jpg", "img_2034.jpg")]
    [InlineData("img/照片 (1).jpg", "<img/照片 (1).jpg>", "照片-1.jpg")]
    [InlineData("img/照片 (1).jpg", "img/照片%20(1).jpg", "照片-1.jpg")]
    [InlineData("img/微信图片_20260616 (2).png", "img/微信图片_20260616-2.png", "微信图片_20260616-2.png")]
    [InlineData("图 片/a.png", "<图 片/a.png>", "图-片")]
    public void A_picture_with_a_refused_name_is_not_missing_too(string file, string written, string better)
    {
        var (website, diagnostics) = SampleSite.Check($"-- content/guides/a.md --\n---\ntitle: 示例\nsource: 示例\nreviewer: 示例\n---\n正文。\n\n![图]({written})\n\n[看图]({written})\n-- content/guides/{file} --\n");

        Assert.Contains($"改名为 “{better}”", Assert.Single(diagnostics).Help, StringComparison.Ordinal);
        Assert.Empty(MissingPictures.Find(website));
        Assert.Empty(BrokenLinks.Find(website));
    }

    [Theory]
    [InlineData("图１.png", "改名为 “图1.png”：")]
    [InlineData("ＩＭＧ＿２.png", "改名为 “img_2.png”：")]
    [InlineData("通知(1).md", "多半是复制出来的一份：多余的就删掉；要留下，改名为 “通知-1.md”：")]
    [InlineData("通知 - 副本.md", "多半是复制出来的一份：多余的就删掉；要留下，改名为 “通知-副本.md”：")]
    [InlineData("通知 - 副本 (2).md", "多半是复制出来的一份：多余的就删掉；要留下，改名为 “通知-副本-2.md”：")]
    [InlineData("notice - Copy.md", "多半是复制出来的一份：多余的就删掉；要留下，改名为 “notice-copy.md”：")]
    [InlineData("照片 (1).jpg", "改名为 “照片-1.jpg”：")]
    [InlineData("燃气..md", "改名为 “燃气.md”：")]
    public void A_refused_name_comes_with_the_one_to_take(string name, string help) =>
        Assert.StartsWith(help, Assert.Single(SampleSite.Check($"-- content/guides/{name} --\n").Diagnostics).Help, StringComparison.Ordinal);

    [Theory]
    [InlineData("c.heic")]
    [InlineData("c.bmp")]
    [InlineData("c.tif")]
    public void A_picture_of_a_kind_that_browsers_do_not_show_is_told_once_where_it_lies(string file)
    {
        var website = SampleSite.Check($"-- content/guides/a.md --\n---\ntitle: 示例\nsource: 示例\nreviewer: 示例\n---\n![图](img/{file})\n-- content/guides/img/{file} --\n").Value;

        Assert.Empty(MissingPictures.Find(website));
        Assert.Equal("用看图的软件打开，另存为 .jpg 或 .png，再换上。", Assert.Single(FileEndings.Find(website)).Help);
    }

    [Theory]
    [InlineData("a.txt", "第一行\r\n第二行\r\n", "第一行\n第二行\n")]
    [InlineData("a.csv", "甲,乙\r\n1,2", "甲,乙\n1,2")]
    [InlineData("a.srt", "1\r\n", "1\n")]
    [InlineData("a.txt", "第一行\r第二行", "第一行\r第二行")]
    public void A_text_is_the_same_however_its_lines_end(string name, string written, string published)
    {
        var file = Assert.Single(WebsiteReader.Read(SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n"), [SampleSite.File("content/works/" + name, written)], new(2025, 6, 10), false).Value.Files);

        Assert.Equal(published, Encoding.UTF8.GetString(file.Load()));
        Assert.Equal(Encoding.UTF8.GetByteCount(published), file.Length);
    }

    [Fact]
    public void A_picture_that_is_nowhere_is_still_missing()
    {
        var website = SampleSite.Check("-- content/guides/a.md --\n---\ntitle: 示例\n---\n![图](img/b.jpg)\n-- content/guides/img/IMG_2034.JPG --\n").Value;

        Assert.Equal("picture/missing", Assert.Single(MissingPictures.Find(website)).Code);
    }

    [Theory]
    [InlineData("content/news/2025/11-30-con.md")]
    [InlineData("content/news/2025/06-16-nul.md")]
    [InlineData("content/news/2025/06-16-com1.md")]
    public void A_page_whose_address_Windows_cannot_make_is_reported(string path)
    {
        var found = Assert.Single(SampleSite.Check($"-- {path} --\n---\ntitle: 示例\ndate: 2025-06-01\nsource: 示例\nreviewer: 示例\n---\n正文。\n").Diagnostics);

        Assert.Equal((path, "file/name"), (found.Location.Path, found.Code));
    }

    [Theory]
    [InlineData("tags: [con]", "front-matter/tag")]
    [InlineData("tags: [AUX]", "front-matter/tag")]
    [InlineData("tags: [燃气, lpt1]", "front-matter/tag")]
    [InlineData("tags: [nul.x]", "front-matter/tag")]
    [InlineData("redirectFrom: /prn/", "front-matter/wrong-type")]
    [InlineData("redirectFrom: /old/con/", "front-matter/wrong-type")]
    public void So_are_tags_and_old_addresses(string field, string code) =>
        Assert.Equal(code, Assert.Single(SampleSite.Check($"-- content/guides/a.md --\n---\ntitle: 示例\nsource: 示例\nreviewer: 示例\n{field}\n---\n正文。\n").Diagnostics).Code);

    [Theory]
    [InlineData("tags: [console, 控制, com, lpt, auxiliary]")]
    [InlineData("redirectFrom: /contact/")]
    public void Words_that_only_begin_like_a_device_are_fine(string field) =>
        Assert.Empty(SampleSite.Check($"-- content/guides/a.md --\n---\ntitle: 示例\nsource: 示例\nreviewer: 示例\n{field}\n---\n正文。\n").Diagnostics);

    private static ImmutableArray<Diagnostic> Read(byte[] bytes) =>
        WebsiteReader.Read(SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n"), [SampleSite.File("content/guides/a.md", bytes)], new(2025, 6, 10), false).Diagnostics;
}
