using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Site.Cli.Build;
using Site.Cli.Editing;
using Site.Tests.Rendering.Pictures;

namespace Site.Tests;

public class LookMemoryTests
{
    private const string Page = "content/pages/about.md";

    private static readonly DateOnly Today = new(2026, 6, 10);

    [Fact]
    public async Task A_look_says_the_same_with_a_memory_as_without_one_whatever_changes()
    {
        using var site = Site();
        var memory = new LookMemory();
        var text = site.Read(Page);
        (string What, Action Change, string Unsaved)[] steps =
        [
            ("nothing", () => { }, text),
            ("nothing again", () => { }, text),
            ("a sentence", () => { }, text + "\n改了一句。\n"),
            ("a mistake", () => { }, text + "\n##小标题\n[断了](nowhere.md)\n"),
            ("the title", () => { }, text.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal)),
            ("a heading to which another page links", () => { }, text.Replace("## 一节", "## 另一节", StringComparison.Ordinal)),
            ("another page", () => Write(site, "content/pages/other.md", site.Read("content/pages/other.md") + "\n##也错了\n"), text),
            ("a law gets fewer articles", () => Write(site, "content/laws/fire.md", site.Read("content/laws/fire.md").Replace("articles: 74", "articles: 3", StringComparison.Ordinal)), text),
            ("an entry cites another article", () => Write(site, "input/exposures/2026.csv", site.Read("input/exposures/2026.csv").Replace("#16", "#99", StringComparison.Ordinal)), text),
            ("a picture is no picture any more", () => Write(site, "content/pages/img/a.png", "kein Bild"), text),
            ("a drawing runs a script", () => Write(site, "content/pages/img/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><script>alert(1)</script></svg>"), text),
            ("a file goes", () => File.Delete(site.In("content/pages/other.md")), text),
            ("the settings", () => Write(site, "site.yaml", site.Read("site.yaml").Replace("title: ", "title: 新", StringComparison.Ordinal)), text),
            ("a policy", () => Write(site, "input/policy.yaml", "unknown: 1\n"), text),
            ("all as it was", () => File.Delete(site.In("input/policy.yaml")), text),
        ];

        foreach (var (what, change, unsaved) in steps)
        {
            change();
            var with = await LookAsync(site, unsaved, memory);
            var without = await LookAsync(site, unsaved, null);

            Assert.True(with.Diagnostics.SequenceEqual(without.Diagnostics), $"{what}:\n{string.Join('\n', with.Diagnostics)}\n—\n{string.Join('\n', without.Diagnostics)}");
            Assert.Equal(without.IsDrawn, with.IsDrawn);
            if (with.IsDrawn && with.AddressOf(Page) is not null)
            {
                Assert.Equal(without.Make("about/index.html"), with.Make("about/index.html"));
            }
        }
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        using var site = Site();
        var memory = new LookMemory();
        var read = new ConcurrentBag<string>();
        await LookAsync(site, site.Read(Page), memory, read);
        Assert.Contains("a.png", read);

        read.Clear();
        await LookAsync(site, site.Read(Page) + "\n改了一句。\n", memory, read);
        // Of pages that may still change without another stamp the bytes are compared.
        Assert.All(read, name => Assert.EndsWith(".md", name, StringComparison.Ordinal));

        Write(site, "content/pages/other.md", site.Read("content/pages/other.md") + "\n又改了。\n");
        await LookAsync(site, site.Read(Page), memory, read);
        Assert.Contains("other.md", read);
        Assert.All(read, name => Assert.EndsWith(".md", name, StringComparison.Ordinal));
    }

    [Fact]
    public void What_two_looks_did_not_ask_for_is_forgotten()
    {
        var recollection = new Recollection<string, object>();
        var first = recollection.Of("a", _ => new());
        recollection.Next();
        Assert.Same(first, recollection.Of("a", _ => new()));
        recollection.Next();
        recollection.Next();
        Assert.NotSame(first, recollection.Of("a", _ => new()));
    }

    private static SiteFolder Site()
    {
        var site = new SiteFolder(SiteFolder.AboutPage);
        Write(site, "site.yaml", site.Read("site.yaml"));
        Write(site, Page, site.Read(Page) + "\n\n![示例图](img/a.png)\n\n![示例图](img/b.svg)\n\n## 一节\n\n正文。\n");
        Write(site, "content/pages/other.md", "---\ntitle: 另一页\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n---\n见[一节](about.md#一节)。\n");
        Write(site, "content/pages/img/a.png", PictureSamples.Encode(PictureSamples.Blank(40, 30), "png"));
        Write(site, "content/pages/img/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>");
        Write(site, "content/laws/fire.md", "---\ntitle: 消防法\nname: 中华人民共和国消防法\nid: 消防法\nversion: 2021-04-29\narticles: 74\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n---\n示例。\n");
        Write(site, "input/exposures/2026.csv",
            "id,published,kind,enterprise,credit_code,area,sector,place,hazard,legal_basis,decision,deadline,status,status_on,source,reporter,contact,note\n"
            + "E-1,2026-06-01,hazard,示例公司,,全市,fire,示例路,通道堵塞,消防法(2021)#16,责令改正,2026-07-01,open,2026-06-01,,,,\n");
        return site;
    }

    /// <summary>Written an hour ago: what is newer may change again without another time.</summary>
    private static void Write(SiteFolder site, string path, string text) => Write(site, path, Encoding.UTF8.GetBytes(text));

    private static void Write(SiteFolder site, string path, byte[] bytes)
    {
        site.Write(path, bytes);
        File.SetLastWriteTimeUtc(site.In(path), DateTime.UtcNow.AddHours(-1));
    }

    private static async Task<SiteView> LookAsync(SiteFolder site, string text, LookMemory? memory, ConcurrentBag<string>? read = null)
    {
        var environment = read is null ? SiteProgram.Environment : SiteProgram.Environment with { ReadFile = path => { read.Add(Path.GetFileName(path)); return File.ReadAllBytes(path); } };
        var request = new BuildRequest(site.Path, "", null, Today, WithDrafts: true, WithSearch: false, IsStrict: false) { Unsaved = ImmutableDictionary<string, byte[]>.Empty.Add(Page, Encoding.UTF8.GetBytes(text)) };
        return new(await BuildPipeline.LookAsync(request, environment, memory));
    }
}
