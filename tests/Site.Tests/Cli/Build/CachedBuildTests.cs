using System.Collections.Immutable;
using System.Text;
using FsCheck.Fluent;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Publishing;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Tests.Rendering.Pictures;

namespace Site.Tests;

/// <summary>A build that goes on from what an earlier one kept makes the site that a build from nothing makes, and believes nothing that it cannot prove.</summary>
public sealed class CachedBuildTests
{
    private static readonly string Sample = SiteFolder.AboutPage + "\n" +
        """
        -- content/pages/report.md --
        ---
        title: 我要举报
        summary: 示例
        source: 示例
        reviewer: 示例科室
        id: report
        ---
        打电话。
        -- content/guides/gas.md --
        ---
        title: 燃气泄漏怎么办
        summary: 示例
        source: 示例
        reviewer: 示例科室
        tags: [燃气, 用电]
        sectors: [fire]
        ---
        ## 先做什么

        关阀门，见[关于](../pages/about.md)和[测验](xref:quiz)。
        -- content/quizzes/quiz.md --
        ---
        title: 示例测验
        summary: 示例
        source: 示例
        reviewer: 示例科室
        tags: [燃气]
        topics: [消防]
        reviewBy: 2026-06-20
        ---
        ## 着火了打什么电话？ {#q-1 .single topic=消防 level=1}
        - [x] 119
            > 对。
        - [ ] 114
            > 错。

        --- 解析
        消防电话是119。
        -- content/events/talk.md --
        ---
        title: 公开课
        summary: 示例
        source: 示例
        reviewer: 示例科室
        tags: [燃气]
        start: 2026-06-12T09:00
        ---
        来听课，见[举报](xref:report)。
        -- content/events/past.md --
        ---
        title: 上个月的公开课
        summary: 示例
        source: 示例
        reviewer: 示例科室
        tags: [燃气]
        start: 2026-05-03T09:00
        ---
        来过的人不少。
        -- content/laws/work-safety-law.md --
        ---
        title: 安全生产法
        summary: 示例
        source: 示例
        reviewer: 示例科室
        id: 安全生产法
        name: 中华人民共和国安全生产法
        version: 2021-06-10
        articles: 119
        ---
        说明。
        -- content/guides/img/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="10" height="10"/></svg>
        -- content/search.yaml --
        synonyms:
          - [煤气, 燃气]
        -- input/canaries.txt --
        李四海
        """ + "\n" + string.Concat(Enumerable.Range(1, 12).Select(number => News(number, $"第{number}条新闻", $"2026-05-{number:00}", "燃气", "正文。")));

    /// <summary>What an editor does, each with the number of a piece of news to do it to.</summary>
    private static readonly (string Name, Action<SiteFolder, int> Do)[] Edits =
    [
        ("text", (site, number) => Edit(site, number, text => text + $"再写一句，第{text.Length}次。\n")),
        ("title", (site, number) => Edit(site, number, text => text.Replace("title: ", "title: 新", StringComparison.Ordinal))),
        ("summary", (site, number) => Edit(site, number, text => text.Replace("summary: 示例", "summary: 新示例", StringComparison.Ordinal))),
        ("no summary, so that it is the first sentence", (site, number) => Edit(site, number, text => text.Replace("\nsummary: 示例", "\n# 示例", StringComparison.Ordinal))),
        ("title and tag of one word", (site, number) => Edit(site, number, text => System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(text, "title: .*", $"title: 同一个词{number % 3}"), @"tags: \[.*\]", $"tags: [同一个词{number % 3}]"))),
        ("title and unit of one word", (site, number) => Edit(site, number, text => System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(text, "title: .*", $"title: 同一家{number % 3}"), "unit: .*", $"unit: 同一家{number % 3}"))),
        ("title of a guide", (site, number) => Replace(site, "content/guides/gas.md", "title: ", "title: 新")),
        ("title of an event", (site, number) => Replace(site, "content/events/talk.md", "title: ", "title: 新")),
        ("date", (site, number) => Edit(site, number, text => text.Replace("date: 2026-05-", "date: 2026-04-", StringComparison.Ordinal))),
        ("tag", (site, number) => Edit(site, number, text => text.Replace("tags: [", "tags: [另一个, ", StringComparison.Ordinal).Replace("另一个, 另一个", "另一个", StringComparison.Ordinal))),
        ("link", (site, number) => Edit(site, number, text => text + "见[举报](xref:report)和[指南](../../guides/gas.md#先做什么)。\n")),
        ("id of a link's target", (site, number) => Replace(site, "content/guides/gas.md", "## 先做什么", "## 先做什么 {#a}\n\n## 先做什么")),
        ("heading that other pages link to", (site, number) => Replace(site, "content/guides/gas.md", "## 先做什么", number % 2 == 0 ? "## 再做什么" : "## 先做什么")),
        ("heading that is there twice", (site, number) => Edit(site, number, text => text + "\n## 小标题\n\n又是一段。\n")),
        ("first sentence", (site, number) => Edit(site, number, text => text.Replace("## 小标题\n\n正文。", $"## 小标题\n\n正文第{number}次改。", StringComparison.Ordinal))),
        ("heading as the title of its page", (site, number) => Edit(site, number, text => text.Replace("## 小标题", $"## 第{number}条新闻", StringComparison.Ordinal))),
        ("word in which residents ask", (site, number) => Edit(site, number, text => text.Contains("searchFor:", StringComparison.Ordinal) ? text : text.Replace("unit: ", $"searchFor: [怎么问{number}]\nunit: ", StringComparison.Ordinal))),
        ("question of a quiz", (site, number) => Replace(site, "content/quizzes/quiz.md", "打什么电话", $"要打什么电话{number}")),
        ("explanation of a question", (site, number) => Replace(site, "content/quizzes/quiz.md", "消防电话是119。", $"消防电话是119。第{number}次改。")),
        ("picture in a text", (site, number) => Edit(site, number, text => text + "\n![示例的图](../../guides/img/a.svg)\n")),
        ("footnote", (site, number) => Edit(site, number, text => text.Contains("[^a]", StringComparison.Ordinal) ? text : text + "\n见注[^a]。\n\n[^a]: 这是注。\n")),
        ("body of a guide", (site, number) => Replace(site, "content/guides/gas.md", "关阀门，", "关阀门，开窗，")),
        ("nothing", (_, _) => { }),
        ("draft", (site, number) => Edit(site, number, text => text.Replace("unit: ", "draft: true\nunit: ", StringComparison.Ordinal).Replace("draft: true\ndraft: true\n", "", StringComparison.Ordinal))),
        ("day from which a page is out", (site, number) => Edit(site, number, text => text.Contains("publish:", StringComparison.Ordinal) ? text : text.Replace("unit: ", "publish: 2026-06-20\nunit: ", StringComparison.Ordinal))),
        ("day on which a page goes", (site, number) => Edit(site, number, text => text.Contains("expire:", StringComparison.Ordinal) ? text : text.Replace("unit: ", "expire: 2026-06-21\nunit: ", StringComparison.Ordinal))),
        ("units", (site, number) => site.Write("input/units.csv", Ledger.Units + (number % 2 == 0 ? "\n" : ""))),
        ("deleted page", (site, number) => File.Delete(site.In(PathOf(number)))),
        ("new page", (site, number) => site.Write(PathOf(number + 20), News(number + 20, "后来的新闻", $"2026-05-{number:00}", "燃气", "正文。").Split(" --\n", 2)[1])),
        ("picture", (site, number) => Replace(site, "content/guides/img/a.svg", "width=\"10\"", $"width=\"{number + 10}\"")),
        ("drawing, seldom one that is not safe or says something private", (site, number) => site.Write("content/guides/img/b.svg",
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\">{number switch { 7 => "<script>a()</script>", 8 => "<title>李四海</title>", 9 => "<title>13912345678</title>", _ => $"<title>{number}</title>" }}</svg>\n")),
        ("photograph", (site, number) => site.Write("content/guides/img/p.png", PictureSamples.Encode(PictureSamples.Blank(20 + number, 30), "png"))),
        ("theme", (site, number) => LayTheme(site, "extra.css", number)),
        ("logo of the theme", (site, number) => LayTheme(site, "logo.svg", number)),
        ("foot of the theme", (site, number) => LayTheme(site, "footer.md", number)),
        ("settings", (site, number) => Replace(site, "site.yaml", "organiser: ", "organiser: 示例")),
        ("words of the search", (site, number) => site.Write("content/search.yaml", $"synonyms:\n  - [煤气, 燃气, 瓦斯{number}]\n")),
        ("list of terms", (site, number) => site.Write("content/terms.yaml", number % 2 == 0 ? "terms: []\n" : "terms:\n  - use: 新闻稿\n    not: [正文]\n    why: 示例\n")),
        ("private values", (site, number) => site.Write("input/canaries.txt", $"李四海\n王五{number}\n")),
        ("error, then its cure", (site, number) => Replace(site, "content/events/talk.md", "xref:report", "xref:about")),
        ("a strange file in the output", (site, number) => site.Write($"output/news/strange-{number}.html", "strange")),
        ("a changed file of the output", (site, number) => site.Write("output/index.html", "changed")),
        ("a missing folder of the output", (site, number) => Directory.Delete(site.In("output/guides"), recursive: true)),
    ];

    [Fact]
    public void Whatever_is_edited_a_build_that_goes_on_from_the_last_one_equals_one_from_nothing_byte_for_byte()
    {
        var days = new[] { "2026-06-10", "2026-06-10", "2026-06-10", "2026-06-25" };
        var edit = Gen.Choose(0, Edits.Length - 1).SelectMany(_ => Gen.Choose(1, 12), (which, number) => (Which: which, Number: number)).SelectMany(_ => Gen.Elements(days), (what, day) => (what.Which, what.Number, Day: day));
        Prop.ForAll(edit.NonEmptyListOf().Select(edits => edits.Take(12).ToArray()).ToArbitrary(), edits =>
        {
            using var site = new SiteFolder(Sample);
            using var cache = new SiteFolder("");
            site.Write("site.yaml", site.Read("site.yaml") + "sharePictures: none\n");
            AssertSame(site, cache, "2026-06-10", "the first build");
            foreach (var (which, number, day) in edits)
            {
                Edits[which].Do(site, number);
                AssertSame(site, cache, day, Edits[which].Name);
            }
        }).AssertHolds(runs: 8, endSize: 12);
    }

    [Fact]
    public async Task What_did_not_change_is_the_same_file_as_before_and_one_edit_writes_few()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        await BuildAsync(site, cache);
        var before = Stamps(site);
        Edit(site, 3, text => text + "再写一句。\n");

        await BuildAsync(site, cache);

        var after = Stamps(site);
        var written = after.Where(file => !before.TryGetValue(file.Key, out var stamp) || stamp != file.Value).Select(file => file.Key).ToList();
        Assert.Contains("news/2026/news-3/index.html", written);
        Assert.DoesNotContain("news/2026/news-4/index.html", written);
        Assert.InRange(written.Count, 1, 12);
    }

    [Theory]
    [InlineData("news/2026/news-5/left.html")]
    [InlineData("news/2026/left/index.html")]
    [InlineData("left.html")]
    public async Task What_somebody_put_into_the_published_site_goes_with_the_next_build_and_never_comes_back(string path)
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        await BuildAsync(site, cache);
        site.Write("output/" + path, "别人放的。");
        File.WriteAllText(site.In("output/news/2026/news-6/index.html"), "别人改的。");

        for (var time = 1; time <= 4; time++)
        {
            Edit(site, 3, text => text + "再写一句。\n");
            await BuildAsync(site, cache);

            Assert.Equal((time, false), (time, File.Exists(site.In("output/" + path))));
            site.AssertOutputIsWhole();
        }
    }

    [Theory]
    [InlineData("news", "2026/news-5/theirs.txt")]
    [InlineData("news/2026", "news-3/theirs.txt")]
    [InlineData("guides/gas", "theirs.txt")]
    public async Task Where_somebody_put_a_link_in_place_of_a_published_folder_the_link_goes_and_nothing_behind_it(string folder, string path)
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        using var theirs = new SiteFolder("");
        await BuildAsync(site, cache);
        theirs.Write(path, "他们的。");
        var before = theirs.Files();
        Directory.Delete(site.In("output/" + folder), recursive: true);
        Directory.CreateSymbolicLink(site.In("output/" + folder), theirs.Path);

        for (var time = 1; time <= 3; time++)
        {
            Edit(site, 3, text => text + "再写一句。\n");
            await BuildAsync(site, cache);

            Assert.Equal(before, theirs.Files());
            Assert.Null(new DirectoryInfo(site.In("output/" + folder)).LinkTarget);
            site.AssertOutputIsWhole();
        }
    }

    [Theory]
    [InlineData("见[注](../pages/about.md#fn:1)。", "见注[^a]。\n\n[^a]: 这是注。\n", "没有注。\n", true)]
    [InlineData("见[注](../pages/about.md#fn:1)。", "见注[^a]。\n\n[^a]: 这是注。\n", "还是见注[^a]。\n\n[^a]: 这是注。\n", false)]
    [InlineData("见[那里](../pages/about.md#甲)。", "## 甲\n\n正文。\n", "## 乙\n\n正文。\n", true)]
    [InlineData("见[那里](../pages/about.md#甲)。", "## 甲\n\n正文。\n", "## 甲\n\n别的正文。\n", false)]
    [InlineData("没有链接。", "正文。\n", "见[没有的](没有.md)。\n", true)]
    [InlineData("没有链接。", "正文。\n", "![没有的图](没有.png)\n", true)]
    public async Task A_link_that_leads_nowhere_since_a_text_was_changed_is_told_though_the_page_with_the_link_is_as_it_was(string link, string before, string after, bool isBroken)
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        Replace(site, "content/guides/gas.md", "关阀门，", $"关阀门，{link}");
        var page = site.Read("content/pages/about.md");
        site.Write("content/pages/about.md", page + "\n" + before);
        var first = await BuildAsync(site, cache);
        site.Write("content/pages/about.md", page + "\n" + after);

        var edited = await BuildAsync(site, cache);

        Assert.Equal((0, isBroken ? 1 : 0), (first.ExitCode, edited.ExitCode));
        AssertSame(site, cache, "2026-06-10", after);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_published_site_that_somebody_deleted_is_there_again_without_being_made_again(bool folderStays)
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        await BuildAsync(site, cache);
        var (before, published) = (Stamps(site), site.Files("output"));
        Directory.Delete(site.Output, recursive: true);
        if (folderStays)
        {
            Directory.CreateDirectory(site.Output);
        }

        var run = await BuildAsync(site, cache);

        var after = Stamps(site);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(published, site.Files("output"));
        Assert.Equal(before.Where(file => file.Key != "build.json").OrderBy(file => file.Key), after.Where(file => file.Key != "build.json").OrderBy(file => file.Key));
        Edit(site, 3, text => text + "再写一句。\n");
        AssertSame(site, cache, "2026-06-10", "an edit afterwards");
        Assert.Equal(after["index.html"], Stamps(site)["index.html"]);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task What_was_changed_before_the_published_site_was_deleted_is_made_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has stamps.");
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        await BuildAsync(site, cache);
        var (before, published) = (Stamps(site), site.Files("output"));
        var (rights, written) = (File.GetUnixFileMode(site.In("output/index.html")), File.GetLastWriteTimeUtc(site.In("output/404.html")));
        File.SetUnixFileMode(site.In("output/index.html"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllBytes(site.In("output/404.html"), new byte[new FileInfo(site.In("output/404.html")).Length]);
        File.SetLastWriteTimeUtc(site.In("output/404.html"), written);
        using var others = FreshFolder.Make(cache.In("others"));
        using (var output = FileStamps.Open(site.Output))
        {
            Assert.True(others.TryLink(output!, "sitemap.xml"));
        }

        Directory.Delete(site.Output, recursive: true);

        await BuildAsync(site, cache);

        var after = Stamps(site);
        Assert.Equal(published, site.Files("output"));
        Assert.Equal(rights, File.GetUnixFileMode(site.In("output/index.html")));
        Assert.Equal(["404.html", "build.json", "index.html", "sitemap.xml"], after.Where(file => before[file.Key] != file.Value).Select(file => file.Key).Order());
    }

    [Fact]
    public async Task A_cache_that_was_forged_damaged_or_brought_from_elsewhere_is_not_believed()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        await BuildAsync(site, cache);
        var record = Directory.GetFiles(cache.In("cache"), "site", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(record);
        var published = site.Files("output");
        foreach (var (what, forge) in new (string, Action)[]
        {
            ("a bit of the seal", () => File.WriteAllBytes(record, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)])),
            ("a bit of the record", () => File.WriteAllBytes(record, [.. bytes[..50], (byte)(bytes[50] ^ 1), .. bytes[51..]])),
            ("an empty record", () => File.WriteAllBytes(record, [])),
            ("an old record", () => File.WriteAllBytes(record, bytes)),
            ("another key", () => File.WriteAllBytes(cache.In("key/cache.key"), new byte[32])),
            ("a file of the mirror", () => File.WriteAllText(Path.Combine(Path.GetDirectoryName(record)!, "mirror", "index.html"), "forged")),
            ("a new folder in the mirror", () => Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(record)!, "mirror", "strange"))),
            ("a link in the mirror", () => File.CreateSymbolicLink(Path.Combine(Path.GetDirectoryName(record)!, "mirror", "guides", "link"), record)),
        })
        {
            forge();
            var run = await BuildAsync(site, cache);

            Assert.Equal((what, 0, "0 个错误，0 个警告"), (what, run.ExitCode, run.LastLine));
            Assert.Equal((what, ""), (what, string.Join(' ', published.Except(site.Files("output")).Concat(site.Files("output").Except(published)).Select(file => file.Key))));
        }
    }

    [Fact]
    public void Texts_of_pages_that_are_not_as_they_were_kept_are_read_from_the_pages_again()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        AssertSame(site, cache, "2026-06-10", "the first build");
        var pages = Directory.GetFiles(cache.In("cache"), "pages", SearchOption.AllDirectories).Single();
        var texts = Texts();
        foreach (var (what, forge) in new (string, Action)[]
        {
            ("other texts", () => File.WriteAllBytes(texts, [.. File.ReadAllBytes(texts).Select(one => (byte)(one ^ 1))])),
            ("half the texts", () => File.WriteAllBytes(texts, [.. File.ReadAllBytes(texts)[..100]])),
            ("no texts", () => File.Delete(texts)),
            ("forged pages", () => File.WriteAllBytes(pages, [.. File.ReadAllBytes(pages).Select((one, at) => at == 900 ? (byte)(one ^ 1) : one)])),
            ("no pages", () => File.Delete(pages)),
        })
        {
            texts = Texts();
            forge();

            // A new title draws every page again.
            Edit(site, 3, text => text.Replace("title: ", "title: 新", StringComparison.Ordinal));
            AssertSame(site, cache, "2026-06-10", what);
            Assert.True(new FileInfo(Texts()).Length > 100, what);
            AssertSame(site, cache, "2026-06-10", what + ", once more");
        }

        string Texts() => Directory.GetFiles(Path.GetDirectoryName(pages)!, "pages-texts-*").Single();
    }

    [Fact]
    public async Task Where_nothing_is_new_no_file_is_read_and_the_same_is_said()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        site.Write("content/guides/gas.md", site.Read("content/guides/gas.md") + "\n<b>粗</b>\n");
        var reads = 0;
        var environment = EnvironmentOf(cache) with { ReadFile = path => { Interlocked.Increment(ref reads); return File.ReadAllBytes(path); } };
        var first = await Build();
        Assert.Contains("markdown/raw-html", first.Error, StringComparison.Ordinal);
        Assert.True(reads > 10);
        foreach (var (what, change, isRead) in new (string, Action, bool)[]
        {
            ("nothing", () => { }, false),
            ("a time of change", () => File.SetLastWriteTimeUtc(site.In("content/pages/about.md"), DateTime.UtcNow.AddDays(-3)), true),
            ("nothing again", () => { }, false),
            ("a file of input", () => site.Write("input/canaries.txt", "李四海\n王小五示例\n"), true),
            ("a folder beside the others", () => Directory.CreateDirectory(site.In(".github")), true),
            ("a file in the output", () => site.Write("output/guides/strange.html", "strange"), true),
            ("nothing after that", () => { }, false),
            ("a file at the head of the output", () => site.Write("output/strange.html", "strange"), true),
            ("a changed file of the output", () => site.Write("output/guides/gas/index.html", "changed"), true),
            ("a report of somebody else", () => Flip(Directory.GetFiles(cache.In("cache"), "report", SearchOption.AllDirectories).Single()), true),
            ("another key", () => File.WriteAllBytes(cache.In("key/cache.key"), new byte[32]), true),
            ("nothing at last", () => { }, false),
        })
        {
            change();
            reads = 0;
            var again = await Build();

            Assert.Equal((what, isRead), (what, reads > 0));
            Assert.Equal((what, 0, first.Error, first.Output), (what, again.ExitCode, again.Error, again.Output));
            Assert.False(File.Exists(site.In("output/strange.html")) || File.Exists(site.In("output/guides/strange.html")), what);
            site.AssertOutputIsWhole();
        }

        foreach (var options in new[] { ["--as-of", "2026-06-11"], ["--as-of", "2026-06-11", "--url", "https://other.example.org/"], ["--as-of", "2026-06-11", "--no-search"], new[] { "--as-of", "2026-06-11", "--internal" } })
        {
            reads = 0;
            await Build(options);
            Assert.True(reads > 0, string.Join(' ', options));
        }

        Task<SiteRun> Build(params string[] options) => SiteProgram.RunAsync(environment, ["build", "--site", site.Path, .. options.Length > 0 ? options : ["--as-of", "2026-06-10"]]);

        static void Flip(string file) => File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Select((one, at) => at == 60 ? (byte)(one ^ 1) : one)]);
    }

    [Fact]
    public async Task What_was_written_a_moment_ago_is_read_again_since_its_stamp_tells_nothing_yet()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        foreach (var text in new[] { "甲。", "乙。", "丙。" })
        {
            site.Write("content/pages/about.md", SiteFolder.AboutPage.Split(" --\n", 2)[1].Replace("第一版。", text, StringComparison.Ordinal));
            Assert.Equal(0, (await SiteProgram.RunAsync(EnvironmentOf(cache) with { Now = () => DateTime.UtcNow.AddSeconds(-60) }, "build", "--site", site.Path, "--as-of", "2026-06-10")).ExitCode);
            Assert.Contains(text, site.Read("output/about/index.html"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_picture_that_somebody_put_into_the_cache_is_not_published()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        site.Write("content/guides/img/p.png", PictureSamples.Encode(PictureSamples.Blank(40, 30), "png"));
        await BuildAsync(site, cache, "--no-cache");
        var published = site.Files("output");
        var kept = new[] { "cache/pictures", "cache/share" }.SelectMany(folder => Directory.GetFiles(cache.In(folder), "*", SearchOption.AllDirectories)).ToList();
        Assert.True(kept.Count > 3);
        foreach (var forge in new Action<string>[]
        {
            file => File.WriteAllBytes(file, PictureSamples.Encode(PictureSamples.Blank(41, 30), "png")),
            file => File.WriteAllBytes(file, []),
            file => File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Select(one => (byte)(one ^ 1))]),
        })
        {
            kept.ForEach(forge);

            Assert.Equal(0, (await BuildAsync(site, cache, "--no-cache")).ExitCode);
            Assert.Equal(published, site.Files("output"));
        }

        foreach (var file in kept.Where(file => !file.EndsWith("entry.json", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        await BuildAsync(site, cache, "--no-cache");
        Assert.Equal(published, site.Files("output"));
    }

    [Fact]
    public async Task A_page_that_is_looked_at_is_shown_before_the_rest_is_made_unless_it_holds_something_private()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        var shown = new List<IReadOnlyDictionary<string, byte[]>>();
        var before = ImmutableSortedDictionary<string, string>.Empty;
        var session = new BuildSession(() => ["about/index.html", "none/index.html"], pages =>
        {
            shown.Add(pages);
            Assert.Equal(before, site.Files("output"));
        });
        var request = new BuildRequest(site.Path, site.Output, null, new(2026, 6, 10), false, true, false);
        foreach (var (text, isShown) in new[] { ("第一版。", true), ("第二版。", true), ("李四海说的。", false) })
        {
            before = site.Files("output");
            site.Write("content/pages/about.md", SiteFolder.AboutPage.Split(" --\n", 2)[1].Replace("第一版。", text, StringComparison.Ordinal));

            var report = await BuildPipeline.BuildAsync(request, EnvironmentOf(cache), session);

            Assert.Equal(isShown ? 0 : 1, report.ExitCode);
            Assert.Equal(isShown ? ["about/index.html"] : [], shown[^1].Keys);
            if (isShown)
            {
                Assert.Contains(text, Encoding.UTF8.GetString(shown[^1]["about/index.html"]), StringComparison.Ordinal);
                Assert.Equal(File.ReadAllBytes(site.In("output/about/index.html")), shown[^1]["about/index.html"]);
            }
        }

        Assert.Equal(3, shown.Count);
    }

    [Fact]
    public async Task A_new_text_is_shown_before_anything_is_built_and_nothing_else_is()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        var shown = new Queue<IReadOnlyDictionary<string, byte[]>>();
        var session = new BuildSession(() => ["about/index.html", "guides/gas/index.html"], shown.Enqueue);
        var request = new BuildRequest(site.Path, site.Output, null, new(2026, 6, 10), false, true, false);
        var about = SiteFolder.AboutPage.Split(" --\n", 2)[1];
        Show("第二版。", "content/pages/about.md");
        Assert.Empty(shown);
        Assert.Equal(0, (await BuildAsync()).ExitCode);

        Show("第三版，见[举报](report.md)。", "content/pages/about.md");
        var first = shown.Dequeue();
        Assert.Contains("第三版", Encoding.UTF8.GetString(first["about/index.html"]), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(site.In("output/guides/gas/index.html")), first["guides/gas/index.html"]);
        Assert.Equal(0, (await BuildAsync()).ExitCode);
        Assert.Equal(File.ReadAllBytes(site.In("output/about/index.html")), first["about/index.html"]);

        foreach (var (text, changed) in new (string, string[])[]
        {
            ("第四版。", ["content/pages/about.md", "content/guides/img/a.svg"]), ("第四版。", ["content/pages/none.md"]), ("第四版。", ["site.yaml"]), ("第四版。", []), ("13912345678", ["content/pages/about.md"]),
            ("<b>第四版</b>", ["content/pages/about.md"]), ("第四版。\n\n## 一节", ["content/pages/about.md"]), ("第四版。", ["content/pages"]),
        })
        {
            Show(text, changed);
            Assert.True(shown.Count == 0, text);
        }

        site.Write("content/pages/about.md", about.Replace("title: 关于", "title: 说明", StringComparison.Ordinal));
        BuildPipeline.ShowTexts(request, EnvironmentOf(cache), session, ["content/pages/about.md"]);
        File.Delete(site.In("content/pages/about.md"));
        BuildPipeline.ShowTexts(request, EnvironmentOf(cache), session, ["content/pages/about.md"]);
        File.CreateSymbolicLink(site.In("content/pages/about.md"), site.In("content/pages/report.md"));
        BuildPipeline.ShowTexts(request, EnvironmentOf(cache), session, ["content/pages/about.md"]);
        File.Delete(site.In("content/pages/about.md"));
        Assert.Empty(shown);
        Show("李四海说的。", "content/pages/about.md");
        Assert.DoesNotContain("about/index.html", shown.Dequeue().Keys);
        Assert.Equal(1, (await BuildAsync()).ExitCode);
        Show("第五版。", "content/pages/about.md");
        Assert.Empty(shown);

        // What was wrong before and stops nothing is no reason to wait.
        site.Write("content/pages/about.md", about.Replace("第一版。", "<b>粗</b>", StringComparison.Ordinal));
        Assert.Equal(0, (await BuildAsync()).ExitCode);
        Show("<b>更粗</b>，第六版。", "content/pages/about.md");
        Assert.Contains("第六版", Encoding.UTF8.GetString(shown.Dequeue()["about/index.html"]), StringComparison.Ordinal);

        void Show(string text, params string[] changed)
        {
            site.Write("content/pages/about.md", about.Replace("第一版。", text, StringComparison.Ordinal));
            BuildPipeline.ShowTexts(request, EnvironmentOf(cache), session, [.. changed]);
        }

        async Task<BuildReport> BuildAsync()
        {
            var report = await BuildPipeline.BuildAsync(request, EnvironmentOf(cache), session);
            shown.Clear();
            return report;
        }
    }

    [Fact]
    public async Task Without_the_cache_nothing_is_kept_and_what_was_kept_goes()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        await BuildAsync(site, cache);
        Assert.NotEmpty(Directory.GetDirectories(cache.In("cache/sites")));

        await BuildAsync(site, cache, "--no-cache");

        Assert.Empty(Directory.GetDirectories(cache.In("cache/sites")));
    }

    [Fact]
    public async Task What_is_kept_of_a_site_that_is_gone_goes()
    {
        using var site = new SiteFolder(Sample);
        using var gone = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        await BuildAsync(gone, cache);
        Directory.Delete(gone.Output, recursive: true);

        await BuildAsync(site, cache);

        Assert.Single(Directory.GetDirectories(cache.In("cache/sites")));
    }

    [Fact]
    public async Task Nothing_private_lies_in_the_cache()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        site.Write("input/units.csv", Ledger.Units);
        site.Write("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row("source=执法检查", "reporter=王小明示例", "note=家里人来电说的示例")}\n");
        site.Write("input/exposures/张大山示例.ods", "不是台账。");
        var run = await BuildAsync(site, cache);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("exposure/not-a-ledger", run.Error, StringComparison.Ordinal);
        Assert.Equal(run, await BuildAsync(site, cache));

        foreach (var file in Directory.GetFiles(cache.In("cache"), "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("张大山", text, StringComparison.Ordinal);
            Assert.DoesNotContain("李四海", text, StringComparison.Ordinal);
            Assert.DoesNotContain("王小明示例", text, StringComparison.Ordinal);
            Assert.DoesNotContain("家里人来电", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_said_of_a_file_of_input_is_repeated_too_and_its_name_lies_nowhere()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        site.Write("input/units.csv", Ledger.Units);
        site.Write("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row("source=执法检查")}\n");
        site.Write("input/exposures/张大山示例.ods", "不是台账。");
        var reads = 0;
        var environment = EnvironmentOf(cache) with { ReadFile = path => { Interlocked.Increment(ref reads); return File.ReadAllBytes(path); } };
        var (first, second) = (await Build(), await Build());
        Assert.Contains("input/exposures/张大山示例.ods", first.Error, StringComparison.Ordinal);
        Assert.Equal(first, second);
        reads = 0;
        Assert.Equal(first, await Build());
        Assert.Equal(0, reads);
        Assert.All(Directory.GetFiles(cache.In("cache"), "*", SearchOption.AllDirectories), file => Assert.DoesNotContain("张大山", File.ReadAllText(file), StringComparison.Ordinal));

        File.Move(site.In("input/exposures/张大山示例.ods"), site.In("input/exposures/李小河示例.ods"));
        Assert.Contains("input/exposures/李小河示例.ods", (await Build()).Error, StringComparison.Ordinal);
        Assert.True(reads > 0);

        Task<SiteRun> Build() => SiteProgram.RunAsync(environment, "build", "--site", site.Path, "--as-of", "2026-06-10");
    }

    [Theory]
    [InlineData("input/exposures/甲.csv", "第 3 行不对。", "改 input/units.csv。", true)]
    [InlineData("content/a.md", "见 input/exposures/甲.csv：第 3 行。", "", true)]
    [InlineData("input/exposures", "空的。", "放进 input/exposures、input/units.csv 都行。", true)]
    [InlineData("content/a.md", "没有 input/policy.yaml。", "", false)]
    [InlineData("input/exposures/甲.csv", "“甲”不对。", "", false)]
    [InlineData("content/a.md", "见 input/exposures/甲.csv2。", "", false)]
    [InlineData("content/a.md", "见 input/exposures/乙.csv。", "", false)]
    [InlineData("input/returns/某街道.xlsx", "读不出来。", "", false)]
    [InlineData("content/a.md", "\uFDD00\uFDD1", "", false)]
    public void Of_files_of_input_a_number_is_kept_and_where_more_than_a_path_is_said_nothing(string path, string message, string help, bool isKept)
    {
        var names = new InputNames(["input/exposures/甲.csv", "input/units.csv", "input/returns/某街道.xlsx"]);
        ImmutableArray<Diagnostic> said = [Diagnostic.Warning("a/b", new("content/b.md", 2, 3), "别的。", "没有。"), Diagnostic.Warning("a/b", new(path, 4, 5), message, help)];

        var hidden = names.Hide(said);

        Assert.Equal(isKept, hidden is not null);
        if (hidden is { } kept)
        {
            Assert.Equal(said, names.Show(kept));
            Assert.DoesNotContain("甲", string.Concat(kept), StringComparison.Ordinal);
            Assert.DoesNotContain("input", string.Concat(kept), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_path_that_the_last_build_said_is_not_said_any_more_once_its_name_is_private()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        site.Write("content/pages/慕容示例.md", "---\ntitle: 某一页\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n---\n<b>粗</b>\n");
        var first = await BuildAsync(site, cache);
        Edit(site, 3, text => text + "再写一句。\n");
        var edited = await BuildAsync(site, cache);
        site.Write("input/canaries.txt", "李四海\n慕容示例\n");

        var hidden = await BuildAsync(site, cache);

        Assert.Contains("content/pages/慕容示例.md", first.Error, StringComparison.Ordinal);
        Assert.Equal((0, first.Error), (edited.ExitCode, edited.Error));
        Assert.Contains("content/pages/■■.md", hidden.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("慕容示例", hidden.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_kept_is_read_again_with_the_paths_of_its_messages()
    {
        var report = new KeptReport("asked", Digest.Of("ground"u8), ["lcontent", "fsite.yaml"], Digest.Of("seen"u8), Digest.Of("manifest"u8), 7, "https://example.org/", new(Digest.Of("firm"u8), [Digest.Of("page"u8), Digest.Of("other page"u8)]));
        ImmutableArray<Diagnostic> said = [Diagnostic.Warning("a/b", new("content/甲.md", 2, 3), "一。", ""), Diagnostic.Error("a/c", new("content/甲.md"), "二。", "三。"), Diagnostic.Warning("a/b", new("site.yaml", 1, 1), "四。", "五。")];

        var (read, messages) = KeptReport.Read(report.Write(said))!.Value;

        Assert.Equal((report.Asked, report.Ground, report.Seen, report.Manifest, report.Files, report.Home), (read.Asked, read.Ground, read.Seen, read.Manifest, read.Files, read.Home));
        Assert.Equal(report.Questions, read.Questions);
        Assert.Equal(report.Texts.Firm, read.Texts.Firm);
        Assert.Equal(report.Texts.Pages, read.Texts.Pages);
        Assert.Equal(said, messages.Read());
        Assert.Equal(["content/甲.md", "site.yaml"], messages.Paths().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("top.html")]
    [InlineData("news")]
    [InlineData("news/index.html")]
    [InlineData("news/2026/index.html")]
    [InlineData("news/2026/a/index.html")]
    [InlineData("news/2026/b/index.html")]
    [InlineData("news/2026/b")]
    [InlineData("news/2026/a/strange/index.html")]
    [InlineData("other/2026/a/index.html")]
    [InlineData("link/2026/a/index.html")]
    [InlineData("news/2026/a/link")]
    [InlineData("top.html/2026/a")]
    public void A_stamp_that_is_asked_for_beside_another_is_the_one_that_its_whole_path_has(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has stamps.");
        using var site = new SiteFolder("");
        foreach (var file in new[] { "top.html", "news/index.html", "news/2026/index.html", "news/2026/a/index.html", "news/2026/b/index.html" })
        {
            site.Write("root/" + file, file);
        }

        Directory.CreateSymbolicLink(site.In("root/link"), site.In("root/news"));
        File.CreateSymbolicLink(site.In("root/news/2026/a/link"), site.In("root/top.html"));
        using var root = FileStamps.Open(site.In("root"))!;
        using var stamps = new NearbyStamps(root);

        foreach (var before in new[] { "top.html", "news/2026/a/index.html", "none/2026/a/index.html", path })
        {
            _ = stamps.Of(before);

            Assert.Equal(FileStamps.Of(root, path), stamps.Of(path));
        }
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_the_site_is_built_all_the_same()
    {
        using var site = new SiteFolder(Sample);
        using var others = new SiteFolder("");
        site.Write("content/guides/img/p.png", PictureSamples.Encode(PictureSamples.Blank(40, 30), "png"));
        string[] texts = [site.Read(PathOf(3)), site.Read(PathOf(3)) + "再写一句。\n"];
        var clean = new List<(string Error, ImmutableSortedDictionary<string, string> Files)>();
        foreach (var text in texts)
        {
            site.Write(PathOf(3), text);
            var run = await BuildAsync(site, others, "--no-cache");
            Assert.Equal(0, run.ExitCode);
            clean.Add((run.Error, site.Files("output")));
        }

        foreach (var taken in new[] { "cache", "cache/sites", "cache/share", "cache/pictures", "key", "key/cache.key" })
        {
            using var cache = new SiteFolder("");
            cache.Write(taken, "");
            Directory.Delete(site.Output, recursive: true);
            foreach (var (at, text) in texts.Index())
            {
                site.Write(PathOf(3), text);
                var run = await BuildAsync(site, cache);

                Assert.Equal((taken, at, 0, clean[at].Error), (taken, at, run.ExitCode, run.Error));
                Assert.Equal(clean[at].Files, site.Files("output"));
                site.AssertOutputIsWhole();
            }
        }
    }

    [Fact]
    public async Task Whatever_becomes_of_files_that_are_kept_the_site_is_the_same()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        var (texts, sites) = (new[] { site.Read(PathOf(3)), site.Read(PathOf(3)).Replace("title: ", "title: 新", StringComparison.Ordinal) + "再写一句。\n" }, new List<ImmutableSortedDictionary<string, string>>());
        foreach (var text in texts)
        {
            site.Write(PathOf(3), text);
            AssertSame(site, cache, "2026-06-10", "before");
            sites.Add(site.Files("output"));
        }

        var root = Path.GetDirectoryName(Directory.GetFiles(cache.In("cache"), "pages", SearchOption.AllDirectories).Single())!;
        var damages = new (string What, Action<string> Do)[]
        {
            ("cut", file => File.WriteAllBytes(file, File.ReadAllBytes(file)[..(int)(new FileInfo(file).Length / 2)])),
            ("without its end", file => File.WriteAllBytes(file, File.ReadAllBytes(file)[..^Math.Min(1, (int)new FileInfo(file).Length)])),
            ("longer", file => File.AppendAllText(file, "x")),
            ("empty", file => File.WriteAllBytes(file, [])),
            ("other bytes", file => File.WriteAllBytes(file, [.. File.ReadAllBytes(file).Select(one => (byte)(one ^ 0x55))])),
            ("another file", file => File.WriteAllBytes(file, File.ReadAllBytes(Path.Combine(root, "clean")))),
            ("a link", file => { File.Move(file, file + ".moved", overwrite: true); File.CreateSymbolicLink(file, file + ".moved"); }),
            ("a link to nothing", file => { File.Delete(file); File.CreateSymbolicLink(file, file + ".none"); }),
            ("a folder", file => { File.Delete(file); Directory.CreateDirectory(file); File.WriteAllText(Path.Combine(file, "a"), "a"); }),
            ("gone", File.Delete),
        };
        var builds = 0;
        foreach (var (what, damage) in damages)
        {
            Kept().ForEach(damage);
            await AssertSameAfterAsync($"all: {what}");
        }

        foreach (var (at, name) in Kept().Index())
        {
            var (what, damage) = damages[at % damages.Length];
            damage(name);
            await AssertSameAfterAsync($"{name}: {what}");
        }

        async Task AssertSameAfterAsync(string what)
        {
            site.Write(PathOf(3), texts[builds % 2]);
            Assert.Equal((what, 0), (what, (await BuildAsync(site, cache)).ExitCode));
            Assert.Equal(sites[builds++ % 2], site.Files("output"));
        }

        // Whole again: the last build has kept what it could.
        List<string> Kept() => !Directory.Exists(root) ? [] : [.. Directory.GetFiles(root).Where(file => !file.EndsWith(".moved", StringComparison.Ordinal) && new FileInfo(file).LinkTarget is null).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_poster_is_drawn_once_for_all_builds_and_none_is_kept_with_anything_private_in_it()
    {
        using var site = new SiteFolder(Sample);
        using var cache = new SiteFolder("");
        Assert.Equal(0, (await BuildAsync(site, cache, "--no-cache")).ExitCode);
        var kept = Posters();
        var (made, first) = (site.Files("output"), Assert.Single(kept));
        Assert.Equal(0, (await BuildAsync(site, cache, "--no-cache")).ExitCode);
        Assert.Equal(made, site.Files("output"));
        Assert.Equal(kept, Posters());

        File.WriteAllText(first.Key, "不是海报。");
        Assert.Equal(0, (await BuildAsync(site, cache, "--no-cache")).ExitCode);
        Assert.Equal(made, site.Files("output"));
        Assert.Equal(first.Key, Assert.Single(Posters()).Key);

        site.Write("input/canaries.txt", "李四海\n");
        site.Write("content/guides/gas.md", File.ReadAllText(site.In("content/guides/gas.md")).Replace("燃气泄漏怎么办", "燃气泄漏找李四海", StringComparison.Ordinal));
        Assert.Contains("leak/private-value", (await BuildAsync(site, cache, "--no-cache")).Error, StringComparison.Ordinal);
        Assert.Equal(first.Key, Assert.Single(Posters()).Key);

        Dictionary<string, DateTime> Posters() => Directory.GetFiles(cache.In("cache/share"), "*.pdf").ToDictionary(path => path, File.GetLastWriteTimeUtc);
    }

    private static void AssertSame(SiteFolder site, SiteFolder cache, string day, string what)
    {
        var before = site.Files("output");
        var cached = BuildAsync(site, cache, "--as-of", day).GetAwaiter().GetResult();
        var clean = SiteProgram.RunAsync(EnvironmentOf(cache) with { CacheFolder = cache.In("other"), KeyFolder = cache.In("other-key") }, "build", "--site", site.Path, "--output", site.In("clean"), "--no-cache", "--as-of", day).GetAwaiter().GetResult();

        Assert.Equal((what, clean.ExitCode, clean.Error), (what, cached.ExitCode, cached.Error));
        if (cached.ExitCode == 0)
        {
            Assert.Equal(site.Files("clean"), site.Files("output"));
            site.AssertOutputIsWhole();
        }
        else
        {
            Assert.Equal(before, site.Files("output"));
        }
    }

    private static Task<SiteRun> BuildAsync(SiteFolder site, SiteFolder cache, params string[] more) =>
        SiteProgram.RunAsync(EnvironmentOf(cache), ["build", "--site", site.Path, .. more.Contains("--as-of") ? more : [.. more, "--as-of", "2026-06-10"]]);

    /// <remarks>The program is known by the ids of its assemblies, which are hashes of what stands in them.</remarks>
    [Fact]
    public void A_program_with_other_packages_is_another_one()
    {
        using var packages = typeof(BuildPipeline).Assembly.GetManifestResourceStream("packages.lock.json")!;

        var built = new StreamReader(packages).ReadToEnd();

        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "src", "Site.Cli", "packages.lock.json")), built);
        Assert.All(["Markdig", "AngleSharp", "SixLabors.ImageSharp", "YamlDotNet"], package => Assert.Contains($"\"{package}\": {{", built, StringComparison.Ordinal));
    }

    /// <summary>A cache of its own; and files have been at rest for a while, though the test has just written them.</summary>
    private static SiteEnvironment EnvironmentOf(SiteFolder cache) =>
        SiteProgram.Environment with { CacheFolder = cache.In("cache"), KeyFolder = cache.In("key"), Now = () => DateTime.UtcNow.AddSeconds(10), Today = () => new(2026, 6, 10) };

    private static Dictionary<string, (long Inode, long Changed)> Stamps(SiteFolder site) => site.Files("output").Keys.ToDictionary(
        path => path, path => FileStamps.Of(site.In($"output/{path}")) is { } stamp ? (stamp.Inode, stamp.Modified) : default, StringComparer.Ordinal);

    private static string PathOf(int number) => $"content/news/2026/news-{number}.md";

    private static string News(int number, string title, string date, string tag, string body) =>
        $"-- {PathOf(number)} --\n---\ntitle: {title}\ndate: {date}\nsummary: 示例{number}\nsource: 示例\nreviewer: 示例科室\ntags: [{tag}]\nunit: 示例街道办事处\n---\n## 小标题\n\n{body}\n";

    private static void Edit(SiteFolder site, int number, Func<string, string> edit)
    {
        if (File.Exists(site.In(PathOf(number))))
        {
            site.Write(PathOf(number), edit(site.Read(PathOf(number))));
        }
    }

    /// <summary>Lays a theme over the program's where there is none yet, and changes a file of it.</summary>
    private static void LayTheme(SiteFolder site, string changed, int number)
    {
        if (!site.Read("site.yaml").Contains("theme:", StringComparison.Ordinal))
        {
            site.Write("site.yaml", site.Read("site.yaml") + "theme: city\n");
            site.Write("themes/city/theme.yaml", "logo: logo.svg\ncss: extra.css\nfooter: footer.md\n");
            foreach (var file in new[] { "extra.css", "logo.svg", "footer.md" })
            {
                Write(file, 0);
            }
        }

        Write(changed, number);

        void Write(string file, int value) => site.Write("themes/city/" + file, file switch
        {
            "extra.css" => $".plate {{ width: {value}px; }}\n",
            "logo.svg" => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{value + 40}\" height=\"40\"><path d=\"M0 0h40v40z\"/></svg>\n",
            _ => $"示例市信息中心（示例）{value}。看[关于](xref:about)。\n",
        });
    }

    private static void Replace(SiteFolder site, string path, string old, string by) => site.Write(path, site.Read(path).Replace(old, by, StringComparison.Ordinal));
}
