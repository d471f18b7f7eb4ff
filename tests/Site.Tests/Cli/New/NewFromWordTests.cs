using System.Text;
using Site.Content.Editing;
using Site.Tests.Rendering.Pictures;

namespace Site.Tests;

public sealed class NewFromWordTests : IDisposable
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";

    private readonly SiteFolder site = new(SiteFolder.AboutPage);

    [Fact]
    public async Task A_word_file_becomes_a_draft_with_its_title_headings_lists_tables_links_and_pictures()
    {
        var run = await NewAsync(Document(
            """
            <w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>示例广场开放日</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>时间</w:t></w:r></w:p>
            <w:p><w:r><w:t>６月１６日，</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>上午</w:t></w:r><w:del><w:r><w:delText>下午</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起来的</w:t></w:r><w:hyperlink r:id="rLink"><w:r><w:t>通知</w:t></w:r></w:hyperlink></w:p>
            <w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>步骤</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>丙</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>场次</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>示例街道</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="居民在看体验车"/><a:blip r:embed="rPicture"/></wp:inline></w:drawing></w:r></w:p>
            <w:p><w:r><w:drawing><wp:inline><wp:docPr id="2" name="图片 2" descr="图片 2"/><a:blip r:embed="rPicture"/></wp:inline></w:drawing></w:r></w:p>
            """));

        Assert.Equal(0, run.ExitCode);
        var path = Assert.Single(site.Files("content/news").Keys, name => name.EndsWith(".md", StringComparison.Ordinal));
        var text = site.Read($"content/news/{path}");
        Assert.Contains("title: \"示例广场开放日\"\n", text, StringComparison.Ordinal);
        Assert.Contains("draft: true", text, StringComparison.Ordinal);
        var picture = $"img/{System.IO.Path.GetFileNameWithoutExtension(path)[6..]}-1.jpg";
        Assert.Equal(
            $"""
            ## 时间

            6月16日，**上午**[通知](https://www.mem.gov.cn/a?id=1)

            ### 步骤

            1. 甲
            2. 乙
            - 丙

            | 单位 | 场次 |
            | --- | --- |
            | 示例街道 | 3 |

            ![居民在看体验车]({picture})

            ![]({picture})

            """.ReplaceLineEndings("\n"), text[PageParts.Of(text).BodyStart..]);
        Assert.True(File.Exists(site.In($"content/news/{System.IO.Path.GetDirectoryName(path)}/{picture}")));
        Assert.Contains("全角数字", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_short_paragraph_is_the_title_where_no_style_says_so()
    {
        await NewAsync(Document("<w:p><w:r><w:t>关于开放日</w:t></w:r></w:p><w:p><w:r><w:t>正文。</w:t></w:r></w:p>"));

        Assert.Contains(site.Files("content/news").Keys, name => site.Read($"content/news/{name}").Contains("title: \"关于开放日\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_file_dropped_into_a_text_gives_its_words_and_pictures()
    {
        await using var editor = await Editor.StartAsync(site);

        var answer = System.Text.Json.Nodes.JsonNode.Parse(await (await editor.PostFileAsync("insert-word?path=content/pages/about.md&name=a.docx", Document(
            "<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr><w:r><w:t>题目</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:docPr descr=\"现场\"/><a:blip r:embed=\"rPicture\"/></w:drawing></w:r></w:p>"))).Content.ReadAsByteArrayAsync())!;

        Assert.Equal("## 题目\n\n![现场](img/about-1.jpg)", (string)answer["markdown"]!);
        Assert.True(File.Exists(site.In("content/pages/img/about-1.jpg")));
    }

    [Fact]
    public async Task What_is_no_word_file_or_hostile_is_refused_and_nothing_is_written()
    {
        var before = site.Files();
        (await NewAsync([0xD0, 0xCF, 0x11, 0xE0])).AssertEnvironmentFailed("旧格式");
        (await NewAsync("no zip"u8.ToArray())).AssertEnvironmentFailed("不是 .docx");
        (await NewAsync(OfficeFiles.With(Document(""), "word/vbaProject.bin", [1]))).AssertEnvironmentFailed("宏");
        (await NewAsync(OfficeFiles.With(Document(""), "word/document.xml", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")))).AssertEnvironmentFailed("DTD");
        (await NewAsync(OfficeFiles.With(Document(""), "word/document.xml", new byte[50 * 1024 * 1024]))).AssertEnvironmentFailed("超过");
        (await SiteProgram.RunAsync("new", "news", "--from", "missing.docx", "--site", site.Path)).AssertEnvironmentFailed("找不到");
        (await SiteProgram.RunAsync("new", "news", "--site", site.Path)).AssertEnvironmentFailed("少写了 TITLE");
        (await NewAsync(Document(""), "quiz")).AssertEnvironmentFailed("site quiz import");
        Assert.Equal(before, site.Files());
    }

    public void Dispose() => site.Dispose();

    private async Task<SiteRun> NewAsync(byte[] document, string kind = "news")
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(site.Path)!, "稿子.docx");
        await File.WriteAllBytesAsync(path, document);
        return await SiteProgram.RunAsync("new", kind, "--from", path, "--site", site.Path);
    }

    private static byte[] Document(string body)
    {
        using var picture = PictureSamples.Blank(400, 300);
        return OfficeFiles.Pack(new()
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8.ToArray(),
            ["word/document.xml"] = Encoding.UTF8.GetBytes($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"),
            ["word/styles.xml"] = Encoding.UTF8.GetBytes($"<w:styles {Namespaces}><w:style w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style><w:style w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"),
            ["word/numbering.xml"] = Encoding.UTF8.GetBytes(
                $"<w:numbering {Namespaces}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"),
            ["word/_rels/document.xml.rels"] = Encoding.UTF8.GetBytes(
                "<Relationships><Relationship Id=\"rLink\" Target=\"https://www.mem.gov.cn/a?id=1&amp;utm_source=x\" TargetMode=\"External\"/><Relationship Id=\"rPicture\" Target=\"media/image1.jpeg\"/></Relationships>"),
            ["word/media/image1.jpeg"] = PictureSamples.Encode(picture, "jpg"),
        });
    }
}
