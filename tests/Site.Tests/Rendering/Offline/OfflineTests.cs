using System.Buffers;
using System.Text;
using System.Text.Json;
using Site.Core.Sources;
using Site.Rendering.Offline;
using Site.Rendering.Pictures;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.Tests;

/// <summary>What devices keep for use without network, and how they install the site.</summary>
public sealed class OfflineTests
{
    private const string Sample =
        """
        -- content/guides/b-fire.md --
        ---
        title: 着火了怎么办
        order: 2
        easy: [{step: 1, say: 快走。}]
        ---
        1. 走。
        -- content/guides/a-gas.md --
        ---
        title: 漏气了怎么办
        order: 1
        ---
        1. 关。
        -- content/pages/report.md --
        ---
        title: 打电话
        id: report
        ---
        打119。
        -- content/news/2025/06-01-visit.md --
        ---
        title: 新闻
        date: 2025-06-01
        ---
        正文。
        -- content/quizzes/small.md --
        ---
        title: 测验
        ---
        ## 甲？ {#only .single}
        - [x] 一
        - [ ] 二

        --- 解析
        因为。
        """;

    [Fact]
    public void Styles_and_scripts_come_first_then_home_and_the_numbers_to_call_then_guides_then_quizzes()
    {
        var files = RenderedSite.FilesOf(SampleSite.Read(Sample));

        var pages = files.Where(file => file.OfflineRank is not null).OrderBy(file => file.OfflineRank).Select(file => file.Path).SkipWhile(path => path.StartsWith("assets/", StringComparison.Ordinal));

        Assert.Equal(
            ["offline/index.html", "index.html", "report/index.html", "guides/index.html", "guides/a-gas/index.html", "guides/b-fire/index.html", "guides/b-fire/easy/index.html", "quizzes/index.html", "quizzes/small/index.html"],
            pages);
        Assert.Contains(files, file => file.Path == "offline.js" && file.OfflineRank is null);
        Assert.DoesNotContain(files, file => file.Path.EndsWith("/offline.js", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_gives_addresses_by_rank_with_bytes_and_hash()
    {
        var list = ListOf(File("guides/煤气/index.html", 2, 700), File("index.html", 1, 300), File("assets/site.1a2b.css", 0, 20));

        Assert.Equal(["assets/site.1a2b.css", "", "guides/%E7%85%A4%E6%B0%94/"], list.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("address").GetString()));
        Assert.Equal(1020, list.GetProperty("bytes").GetInt64());
        Assert.Equal(0, list.GetProperty("left").GetInt32());
        Assert.Matches("^[0-9a-f]{16}$", list.GetProperty("files")[0].GetProperty("hash").GetString()!);
    }

    [Fact]
    public void The_version_changes_with_each_file_and_with_nothing_else()
    {
        var before = ListOf(File("index.html", 0, 300), File("a/index.html", 1, 10)).GetProperty("version").GetString();

        Assert.Equal(before, ListOf(File("a/index.html", 1, 10), File("index.html", 0, 300)).GetProperty("version").GetString());
        Assert.NotEqual(before, ListOf(File("index.html", 0, 300), File("a/index.html", 1, 11)).GetProperty("version").GetString());
        Assert.NotEqual(before, ListOf(File("index.html", 0, 300)).GetProperty("version").GetString());
    }

    [Fact]
    public void A_site_of_a_hundred_thousand_pages_is_kept_as_far_as_it_helps_most()
    {
        var many = ListOf([.. Enumerable.Range(0, 100_000).Select(number => File($"guides/{number}/index.html", number, 1000))]);
        var large = ListOf([.. Enumerable.Range(0, 10).Select(number => File($"guides/{number}/index.html", number, 5_000_000))]);

        Assert.Equal((1000, 99_000, "guides/999/"), (many.GetProperty("files").GetArrayLength(), many.GetProperty("left").GetInt32(), many.GetProperty("files")[999].GetProperty("address").GetString()));
        Assert.Equal((2, 8), (large.GetProperty("files").GetArrayLength(), large.GetProperty("left").GetInt32()));
    }

    [Fact]
    public void Where_nothing_is_to_be_kept_there_is_no_list() => Assert.Equal("", FormatSamples.Written(output => Assert.False(OfflineList.Write(output, []))));

    [Theory]
    [InlineData("https://example.gov.cn/")]
    [InlineData("https://example.gov.cn/aqyj/")]
    public void The_manifest_names_the_site_and_holds_below_any_path(string url)
    {
        var files = RenderedSite.Of(SampleSite.Read($"-- site.yaml --\ntitle: 示例市安全生产月\nurl: {url}\norganiser: 示例市安委办\n{Sample}"));

        using var manifest = JsonDocument.Parse(files["manifest.webmanifest"]);
        var root = manifest.RootElement;
        Assert.Equal(["示例市安全生产月", "示例市安全生产月", "zh-Hans", "./", "./", "standalone", "#1f2421", "#fcfcfa"],
            new[] { "name", "short_name", "lang", "start_url", "scope", "display", "theme_color", "background_color" }.Select(name => root.GetProperty(name).GetString()));
        Assert.Equal(["icons/192.png 192x192 any", "icons/512.png 512x512 any", "icons/maskable-512.png 512x512 maskable"],
            root.GetProperty("icons").EnumerateArray().Select(icon => $"{icon.GetProperty("src")} {icon.GetProperty("sizes")} {icon.GetProperty("purpose")}"));
        Assert.Equal(["guides/", "quizzes/"], root.GetProperty("shortcuts").EnumerateArray().Select(shortcut => shortcut.GetProperty("url").GetString()));
        Assert.Contains($"<link rel=\"manifest\" href=\"{new Uri(url).AbsolutePath}manifest.webmanifest\">", files["index.html"], StringComparison.Ordinal);
        Assert.Contains($"data-worker=\"{new Uri(url).AbsolutePath}offline.js\"", files["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Icons_are_pictures_of_their_size_and_a_mask_leaves_the_mark_whole()
    {
        var files = RenderedSite.FilesOf(SampleSite.Read(Sample)).ToDictionary(file => file.Path);

        foreach (var (path, size) in new[] { ("icons/192.png", 192), ("icons/512.png", 512), ("icons/maskable-512.png", 512) })
        {
            var bytes = new ArrayBufferWriter<byte>();
            files[path].Write(bytes);
            using var icon = Image.Load<Rgba32>(bytes.WrittenSpan);
            var paper = icon[0, 0];
            Assert.Equal((size, size), (icon.Width, icon.Height));
            var radius = path.Contains("maskable", StringComparison.Ordinal) ? size * 0.4 : size;
            var drawn = 0;
            for (var y = 0; y < size; y++)
            {
                for (var x = 0; x < size; x++)
                {
                    drawn += icon[x, y] == paper ? 0 : 1;
                    Assert.True(icon[x, y] == paper || Math.Sqrt(Math.Pow(x - (size / 2.0), 2) + Math.Pow(y - (size / 2.0), 2)) <= radius, $"{path} {x} {y}");
                }
            }

            Assert.InRange(drawn, size * size / 8, size * size / 2);
        }
    }

    [Fact]
    public void A_logo_in_pixels_is_the_icon_and_one_in_lines_is_not()
    {
        using var logo = new Image<Rgba32>(40, 20, new Rgba32(0x8C, 0x1D, 0x18));
        using var png = new MemoryStream();
        logo.SaveAsPng(png);

        using var drawn = Image.Load<Rgba32>(AppIcon.Draw(Logo("logo.png", png.ToArray()), Site.Content.Themes.Color.White, 192, false));
        var lines = AppIcon.Draw(Logo("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray()), Site.Content.Themes.Color.White, 192, false);

        Assert.Equal((new Rgba32(0x8C, 0x1D, 0x18), new Rgba32(255, 255, 255)), (drawn[96, 96], drawn[96, 20]));
        Assert.Equal(AppIcon.Draw(null, Site.Content.Themes.Color.White, 192, false), lines);

        static ResponsivePicture Logo(string name, byte[] bytes) => new(40, 20, null, new(name, 40, () => bytes), []);
    }

    /// <summary>After a wanted change of the signs: <c>UPDATE_GOLDEN=1</c> writes the icons that lie in the program anew.</summary>
    [Theory, InlineData("192.png", 192, false), InlineData("512.png", 512, false), InlineData("maskable-512.png", 512, true)]
    public void Icons_that_lie_in_the_program_are_the_signs_as_they_are_drawn(string name, int size, bool isMaskable)
    {
        var path = Path.Combine(Repository.Root, "src", "Site.Rendering", "Offline", "Icons", name);
        var drawn = AppIcon.DrawSigns(Site.Content.Themes.Palette.Light["paper"], size, isMaskable);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            System.IO.File.WriteAllBytes(path, drawn);
        }

        Assert.Equal(System.IO.File.ReadAllBytes(path), drawn);
        Assert.Equal(drawn, AppIcon.Draw(null, Site.Content.Themes.Palette.Light["paper"], size, isMaskable));
        Assert.NotEqual(drawn, AppIcon.Draw(null, Site.Content.Themes.Color.White, size, isMaskable));
    }

    private static RankedFile File(string path, int rank, long length) => new(path, rank, length, Digest.Of(Encoding.UTF8.GetBytes($"{path} {length}")));

    private static JsonElement ListOf(params RankedFile[] files)
    {
        using var json = JsonDocument.Parse(FormatSamples.Written(output => Assert.True(OfflineList.Write(output, files))));
        return json.RootElement.Clone();
    }
}
