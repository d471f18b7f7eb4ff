using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Site.Content.Loading;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Types;
using Site.Core.Sources;

namespace Site.Tests;

/// <summary>Pages that are kept from build to build come back as they were read.</summary>
public sealed class PageCodecTests
{
    [Fact]
    public void Every_page_of_this_site_comes_back_as_it_was()
    {
        var pages = OwnSite.Read().Pages;
        foreach (var page in pages)
        {
            var bytes = PageCodec.Write(page);
            var again = PageCodec.Read<Page>(bytes, new());

            Assert.Equal(page.GetType(), again.GetType());
            Assert.Same(page.Type, again.Type);
            Assert.Equal((page.Path, page.Title, page.Address, page.Order), (again.Path, again.Title, again.Address, again.Order));
            Assert.Equal(page.Body.Utf8.ToArray(), again.Body.Utf8.ToArray());
            Assert.Equal(page.Locations["title"], again.Locations["title"]);
            Assert.Equal<Heading>(page.Headings, again.Headings);
            Assert.Equal(bytes, PageCodec.Write(again));
        }

        Assert.Equal(ContentTypes.All.Select(type => type.Name).Order(StringComparer.Ordinal), pages.Select(page => page.Type.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_types_of_pages_are_known() => Assert.Equal(
        typeof(Page).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Page))).OrderBy(type => type.FullName, StringComparer.Ordinal),
        ContentTypes.All.Select(type => type.PageType).OrderBy(type => type.FullName, StringComparer.Ordinal));

    [Fact]
    public void Records_with_cases_within_them_have_no_others_and_none_that_is_no_end()
    {
        var types = typeof(Page).Assembly.GetTypes();
        foreach (var type in types.Where(type => type.IsAbstract && type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Any(other => other.IsSubclassOf(type))))
        {
            Assert.All(types.Where(other => other.IsSubclassOf(type)), other => Assert.True(other.DeclaringType == type && !other.IsAbstract, $"{other} belongs within {type}, and must be no base of others."));
        }
    }

    [Fact]
    public void What_whoever_reads_knows_without_the_bytes_is_not_among_them()
    {
        var page = OwnSite.Read().Pages.First(page => page.Headings.Length > 0);
        var bytes = PageCodec.Write(page, page.Path);
        var moved = PageCodec.Read<Page>(bytes, new(), "content/guides/elsewhere.md");

        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(page.Path)));
        Assert.Equal(("content/guides/elsewhere.md", "content/guides/elsewhere.md"), (moved.Path, moved.Locations["title"].Path));
        Assert.Equal(page.Path, PageCodec.Read<Page>(bytes, new(), page.Path).Path);
        Assert.Equal<Heading>(page.Headings, moved.Headings);
    }

    [Fact]
    public void What_was_one_object_is_one_again()
    {
        var scenario = new Scenario(new("content/quizzes/a.md", 3), "s", "题干", new(new byte[] { 65 }, []));
        ImmutableArray<Scenario?> read = PageCodec.Read<ImmutableArray<Scenario?>>(PageCodec.Write(ImmutableArray.Create<Scenario?>(scenario, scenario, null, scenario with { })), new());

        Assert.Same(read[0], read[1]);
        Assert.Null(read[2]);
        Assert.NotSame(read[0], read[3]);
        Assert.Equal("题干", read[3]!.Title);
    }

    [Fact]
    public void A_page_is_parsed_again_only_where_its_bytes_have_changed()
    {
        var reads = 0;
        var memory = ReadFrom("第一版。", null, PageMemory.None);
        Assert.Equal(1, reads);

        // No stamp: the bytes are looked at, and are the same.
        memory = Read("第一版。", new(1, 2, 3, 4, 5), memory);
        Assert.Equal(2, reads);

        // The same stamp: they are not looked at.
        memory = Read("没有人看到。", new(1, 2, 3, 4, 5), memory);
        Assert.Equal(2, reads);
        Assert.Equal("第一版。", memory.Summary);

        Assert.Equal("第二版。", Read("第二版。", new(1, 2, 3, 4, 6), memory).Summary);

        (PageMemory Memory, string Summary) Read(string text, FileStamp? stamp, (PageMemory Memory, string Summary) before) => ReadFrom(text, stamp, before.Memory);

        (PageMemory Memory, string Summary) ReadFrom(string text, FileStamp? stamp, PageMemory before)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes($"---\ntitle: 关于\nsource: 示例\nreviewer: 示例科室\n---\n{text}\n");
            var file = new SourceFile("content/pages/about.md", bytes.Length, () => { reads++; return bytes; }) { Stamp = stamp };
            var (read, now) = WebsiteReader.Read(SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n"), [file], new(2026, 6, 10), false, null, before);
            Assert.NotNull(read.Value.Digests);
            return (now, read.Value.Pages.Single().Summary);
        }
    }

    [Fact]
    public void A_page_with_an_error_or_anything_private_in_it_is_not_kept_and_warnings_are_kept_with_it()
    {
        var site = SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n");
        const string Fields = "---\ntitle: 关于\nsource: 示例\nreviewer: 示例科室\n---\n";
        ImmutableArray<SourceFile> files =
        [
            SampleSite.File("content/pages/a.md", Fields + "好的。\n"), SampleSite.File("content/pages/b.md", Fields + "电话13900001234。\n"),
            SampleSite.File("content/pages/c.md", Fields + "<b>粗</b>。\n"), SampleSite.File("content/pages/d.md", Fields + "![](a.png)\n"),
        ];
        var (first, memory) = WebsiteReader.Read(site, files, new(2026, 6, 10), false, null, PageMemory.None);
        Assert.Equal(["content/pages/a.md", "content/pages/c.md"], memory.Kept.Select(page => page.Path).Order(StringComparer.Ordinal));

        // As another process reads it.
        var kept = new PageMemory(memory.Kept.Select(page => new KnownPage(page.Path, page.Stamp, page.Source, page.Page, page.Inside, page.Text) { Reader = page.Reader, Outward = page.Outward, Skeleton = page.Skeleton, Inward = page.Inward }));
        var (again, _) = WebsiteReader.Read(site, files, new(2026, 6, 10), false, null, kept);
        Assert.Contains(first.Diagnostics, diagnostic => diagnostic is { Code: "markdown/raw-html", Location.Path: "content/pages/c.md" });
        Assert.Equal(first.Diagnostics, again.Diagnostics);
    }

    [Fact]
    public void A_packed_body_reads_as_it_was_written()
    {
        foreach (var page in OwnSite.Read().Pages)
        {
            var packed = page.Body.Packed();
            Assert.Equal(page.Body.Utf8.ToArray(), packed.Utf8.ToArray());
            Assert.Equal(page.Body.IsEmpty, packed.IsEmpty);
            Assert.Equal(packed, packed.Packed());

            var bytes = PageCodec.Write(packed);
            Assert.Equal(page.Body.Utf8.ToArray(), PageCodec.Read<HtmlFragment>(bytes, new()).Utf8.ToArray());
            Assert.Equal(page.Body.Utf8.ToArray(), packed.WithoutBytes().WithBytes(LateBytes.Of(packed.Bytes)).Utf8.ToArray());
            Assert.True(page.Body.Utf8.Length < 1000 || bytes.Length < PageCodec.Write(page.Body).Length);
        }
    }
}
