using System.Text;

namespace Site.Tests;

public class LeakTests
{
    private const string Sample =
        """
        -- content/pages/about.md --
        ---
        title: 关于
        summary: 示例
        source: 示例
        reviewer: 示例科室
        ---
        第一版。
        -- content/works/a.md --
        ---
        title: 海报
        summary: 示例
        source: 示例
        reviewer: 示例科室
        file: a.docx
        ---
        说明。
        -- input/canaries.txt --
        李四海
        15400000001
        """;

    private static readonly byte[] Document = Encodings.Zip(("[Content_Types].xml", Encodings.Text("<Types/>")), ("word/document.xml", Encodings.Text("<w:t>正文</w:t>")));

    [Theory]
    [InlineData("请找李四海。", "content/pages/about.md:7:3: error leak/private-value")]
    [InlineData("请找李 四&#x6D77;。", "content/pages/about.md:7:3: error leak/private-value")]
    [InlineData("请找李**四**海。", "output/pages/")]
    [InlineData("编号 `5p2O5Zub5rW3`", "content/pages/about.md:7:5: error leak/private-value")]
    [InlineData("[链接](https://example.org/%E6%9D%8E%E5%9B%9B%E6%B5%B7/)", "content/pages/about.md:7:26: error leak/private-value")]
    public async Task A_private_value_that_gets_into_a_page_stops_the_build_at_its_place(string text, string place)
    {
        using var site = new SiteFolder(Sample.Replace("第一版。", text, StringComparison.Ordinal));
        site.Write("content/works/a.docx", Document);

        var run = await BuildAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("leak/private-value", run.Error, StringComparison.Ordinal);
        Assert.Contains(place.StartsWith("output", StringComparison.Ordinal) ? "about" : place, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("李四海", run.Error + run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.Output));
    }

    [Theory]
    [InlineData("title: 李四海的话")]
    [InlineData("title: 请拨15400000001")]
    public async Task A_picture_with_a_private_title_is_not_kept(string title)
    {
        using var site = new SiteFolder(Sample);
        site.Write("content/works/a.docx", Document);
        var environment = SiteProgram.Environment with { CacheFolder = site.In("../cache"), KeyFolder = site.In("../key") };
        await SiteProgram.RunAsync(environment, "build", "--site", site.Path, "--as-of", "2026-06-10", "--no-search");
        var before = Directory.GetFiles(site.In("../cache/share"));
        site.Write("content/pages/about.md", site.Read("content/pages/about.md").Replace("title: 关于", title, StringComparison.Ordinal));

        var run = await SiteProgram.RunAsync(environment, "build", "--site", site.Path, "--as-of", "2026-06-10", "--no-search");

        Assert.Equal(1, run.ExitCode);
        Assert.NotEmpty(before);
        Assert.Equal(before.Order(StringComparer.Ordinal), Directory.GetFiles(site.In("../cache/share")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("前文<b title=\"李四海\">粗</b>")]
    [InlineData("<!-- 李四海 -->")]
    [InlineData("<div data-tel=\"15400000001\">\n文字\n</div>")]
    [InlineData("[链接](没有这个文件-李四海.pdf)")]
    [InlineData("![李四海](李四海.png)")]
    public async Task A_private_value_is_not_printed_by_the_message_that_reports_what_it_stands_in(string text)
    {
        using var site = new SiteFolder(Sample.Replace("第一版。", text, StringComparison.Ordinal));
        site.Write("content/works/a.docx", Document);

        var run = await BuildAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("李四海", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("15400000001", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[链接](/15400000002/)")]
    [InlineData("[链接](../15400000002/a.md)")]
    [InlineData("[链接](a_15400000002.md)")]
    [InlineData("![图](img/15400000002.png)")]
    [InlineData("[链接](a.md#15400000002)")]
    public async Task A_telephone_in_an_address_is_not_printed_either(string text)
    {
        using var site = new SiteFolder(Sample.Replace("第一版。", text, StringComparison.Ordinal));
        site.Write("content/works/a.docx", Document);

        var run = await BuildAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content/pages/about.md:7:1: error ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("15400000002", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("李四海说的", "李四海")]
    [InlineData("编号 `5p2O5Zub5rW3`", "5p2O5Zub5rW3")]
    public async Task A_page_with_a_private_value_is_not_kept_for_the_next_build(string text, string value)
    {
        using var site = new SiteFolder(Sample);
        site.Write("content/works/a.docx", Document);
        var environment = SiteProgram.Environment with { CacheFolder = site.In("../cache"), KeyFolder = site.In("../key") };
        await SiteProgram.RunAsync(environment, "build", "--site", site.Path, "--as-of", "2026-06-10", "--no-search");
        site.Write("content/pages/about.md", site.Read("content/pages/about.md").Replace("第一版。", text, StringComparison.Ordinal));

        foreach (var other in new[] { "", "[不通](没有.md)\n" })
        {
            site.Write("content/pages/other.md", $"---\ntitle: 别的\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n---\n正文。{other}");
            var run = await SiteProgram.RunAsync(environment, "build", "--site", site.Path, "--as-of", "2026-06-10", "--no-search");

            Assert.Equal(1, run.ExitCode);
            Assert.DoesNotContain(Directory.GetFiles(site.In("../cache"), "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("site.yaml", "title: 示例市安全生产月", "title: 示例市安全生产月李四海", "site.yaml:1:16")]
    [InlineData("site.yaml", "contact: 示例市应急管理局宣教科（示例）", "contact: 找李四海", "site.yaml:8:13")]
    [InlineData("site.yaml", "url: https://example.gov.cn/", "url: https://example.gov.cn/\ntheme: own", "themes/own/footer.md:1:3")]
    public async Task What_many_pages_show_is_told_once_where_it_is_written(string path, string written, string text, string place)
    {
        using var site = new SiteFolder(Sample);
        site.Write("content/works/a.docx", Document);
        site.Write(path, site.Read(path).Replace(written, text, StringComparison.Ordinal));
        site.Write("themes/own/theme.yaml", "footer: footer.md\n");
        site.Write("themes/own/footer.md", "页脚李四海\n");

        var run = await BuildAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{place}: error leak/private-value", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("output/", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("李四海", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_value_inside_a_document_for_download_stops_the_build_and_the_last_good_site_stays()
    {
        using var site = new SiteFolder(Sample);
        site.Write("content/works/a.docx", Document);
        var first = await BuildAsync(site);
        var before = site.Files("output");
        site.Write("content/works/a.docx", Encodings.Zip(("[Content_Types].xml", Encodings.Text("<Types/>")), ("word/document.xml", Encodings.Text("<w:t>李四</w:t><w:t>海</w:t>"))));

        var second = await BuildAsync(site);

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("content/works/a.docx:1:1: error leak/private-value\n  这里有一个来自 input 的非公开内容：input/canaries.txt 里的一行（在其中的 word/document.xml）。", second.Error, StringComparison.Ordinal);
        Assert.Equal(before, site.Files("output"));
    }

    [Fact]
    public async Task A_private_value_in_the_notes_of_a_picture_is_found_although_they_are_not_published()
    {
        using var site = new SiteFolder(Sample);
        site.Write("content/works/a.docx", Document);
        site.Write("content/pages/img/a.png", Encodings.Png("tEXt", Encoding.UTF8.GetBytes("Author\0李四海")));

        var run = await BuildAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content/pages/img/a.png:1:1: error leak/private-value", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/media/李四海.txt")]
    [InlineData("李四海/a.txt")]
    [InlineData("word/15400000001.xml")]
    public async Task A_part_of_a_document_that_is_named_after_somebody_is_not_named(string part)
    {
        using var site = new SiteFolder(Sample);
        site.Write("content/works/a.docx", Encodings.Zip(("[Content_Types].xml", Encodings.Text("<Types/>")), ("word/document.xml", Encodings.Text("<w:t>正文</w:t>")), (part, Encodings.Text("李四海 15400000001"))));

        var run = await BuildAsync(site);

        Assert.Contains("content/works/a.docx:1:1: error leak/private-value", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("李四海", run.Error + run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("15400000001", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_named_after_somebody_is_not_named_by_what_is_found_in_its_finished_file()
    {
        using var site = new SiteFolder(Sample + "\n-- content/pages/李四海.md --\n---\ntitle: 甲\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n---\n请找李**四**海。\n");
        site.Write("content/works/a.docx", Document);

        var run = await BuildAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("李四海", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_finds_the_same_leak_and_writes_nothing()
    {
        using var site = new SiteFolder(Sample.Replace("第一版。", "请找李四海。", StringComparison.Ordinal));
        site.Write("content/works/a.docx", Document);
        var before = site.Files();

        var run = await SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2026-06-10", "--format", "github");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("::error file=content/pages/about.md,line=7,col=3", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task Nothing_of_input_reaches_the_output_by_name()
    {
        using var site = new SiteFolder(Sample);
        site.Write("content/works/a.docx", Document);

        var run = await BuildAsync(site);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(site.Files("output").Keys, path => path.Contains("input", StringComparison.Ordinal) || path.Contains("canar", StringComparison.Ordinal));
    }

    private static Task<SiteRun> BuildAsync(SiteFolder site) =>
        SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10", "--no-search");
}
