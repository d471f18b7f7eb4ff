using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Site.Cli.Diff;
using Site.Core.Text;

namespace Site.Tests;

/// <summary><c>site review</c>: what a reviewer gets to read and to look at.</summary>
public sealed partial class ReviewTests : IDisposable
{
    private static readonly string[] Addresses = ["href", "src", "poster", "action", "data"];

    /// <summary>A site below a path, with a Chinese name, a picture and a download; news that has to be signed.</summary>
    private const string Before =
        """
        -- site.yaml --
        title: 示例市安全生产月
        url: https://example.gov.cn/aqyj/
        organiser: 示例市安委办
        -- content/pages/about.md --
        ---
        title: 关于
        summary: 示例
        source: 示例
        reviewer: 示例科室
        ---
        第一版。
        -- content/guides/gas.md --
        ---
        title: 燃气泄漏怎么办
        summary: 关阀开窗
        source: 示例
        reviewer: 示例科室
        ---
        1. 关阀。 ![拧紧瓶阀](img/valve.svg)

        见[关于](../pages/about.md)和[指南](开放日.md#先做什么)。
        -- content/guides/开放日.md --
        ---
        title: 开放日
        summary: 示例
        source: 示例
        reviewer: 示例科室
        ---
        ## 先做什么

        到[广场](https://example.gov.cn/elsewhere)去。
        -- content/guides/img/valve.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>
        -- input/policy.yaml --
        signOff: {laws: [科室审核]}
        """;

    private const string Law = "---\ntitle: 示例规定\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\nname: 示例规定\nversion: 2021-06-10\narticles: 9\n---\n第一条。\n";

    private readonly SiteFolder old = new(Before);
    private readonly SiteFolder now = new(Before);

    [Fact]
    public async Task The_report_tells_what_changes_what_is_wrong_by_file_and_which_sign_offs_are_missing()
    {
        now.Write("content/pages/about.md", now.Read("content/pages/about.md").Replace("第一版。", "第二版。\n\n##没有空格\n", StringComparison.Ordinal));
        now.Write("content/laws/rule.md", Law);

        var run = await ReviewAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("**内容没有错误，还缺 1 项签核。**", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"## 还缺的签核\n\n- content/laws/rule\\\.md：.*科室审核", run.Output);
        Assert.Matches(@"### content/pages/about\\\.md\n\n- 第 9 行第 1 列，提醒：.*（markdown/leftover\\-heading）", run.Output);
        Assert.Matches(@"## 新增的页面\n\n(- .*\n)*- 示例规定（/laws/rule/）", run.Output);
        Assert.Matches(@"## 内容有改动的页面\n\n(- .*\n)*- 关于（/about/）", run.Output);
        Assert.Contains("没有变化。", (await ReviewAsync(old, old)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_moved_without_a_word_is_told()
    {
        const string Event = "---\ntitle: 练习\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\nstart: 2099-06-20 09:00\nend: 2099-06-20 11:30\nplace: 示例广场\n---\n来练习。\n";
        old.Write("content/events/drill.md", Event);
        now.Write("content/events/drill.md", Event.Replace("示例广场", "示例体育馆", StringComparison.Ordinal));

        Assert.Matches(@"### content/events/drill\\\.md\n\n- 第 6 行第 8 列，提醒：.*（event/changed\\-unsaid）", (await ReviewAsync()).Output);
    }

    [Theory]
    [InlineData("第二版。[没有的页](none.md)", "1 个错误", true)]
    [InlineData("打张师傅的手机13800138000。", "有不能公开的内容", false)]
    public async Task Mistakes_do_not_keep_a_page_from_being_seen_but_what_is_private_is_shown_to_nobody(string text, string says, bool isShown)
    {
        now.Write("content/pages/about.md", now.Read("content/pages/about.md").Replace("第一版。", text, StringComparison.Ordinal));

        var run = await ReviewAsync(old, now, "--preview", now.In("preview.zip"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
        Assert.Equal(isShown, File.Exists(now.In("preview.zip")));
    }

    [Fact]
    public async Task A_preview_opens_from_disk_each_page_says_that_it_is_not_published_and_each_address_in_it_is_there()
    {
        now.Write("content/guides/new.md", old.Read("content/guides/gas.md"));
        now.Write("content/laws/rule.md", Law);
        await ReviewAsync(old, now, "--preview", now.In("preview.zip"));
        using var zip = ZipFile.OpenRead(now.In("preview.zip"));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, Text, StringComparer.Ordinal);

        Assert.Contains("网站/guides/new/index.html", files[OfflineSite.Start].Replace("%E7%BD%91%E7%AB%99", "网站", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("网站/guides/开放日/index.html", files.Keys);
        Assert.Contains("网站/laws/rule/index.html", files.Keys);
        Assert.DoesNotContain(files.Keys, path => path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith("_headers", StringComparison.Ordinal) || path.Contains("..", StringComparison.Ordinal));
        var pages = files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 20);
        var parser = new HtmlParser();
        Findings.AssertNone(pages.SelectMany(page => Wrong(page.Key, parser.ParseDocument(page.Value), files)));
        Findings.AssertNone(files.Where(file => file.Key.EndsWith(".css", StringComparison.Ordinal)).SelectMany(file => StyleAddress().Matches(file.Value)
            .Select(address => address.Groups["address"].Value).Where(address => !address.StartsWith("data:", StringComparison.Ordinal) && !files.ContainsKey(Resolve(file.Key, address)))
            .Select(address => $"{file.Key} shows {address}, which is not there.")));
    }

    [Fact]
    public async Task The_same_change_gives_the_same_preview_and_no_file_is_written_over()
    {
        await ReviewAsync(old, now, "--preview", now.In("a.zip"));
        await ReviewAsync(old, now, "--preview", now.In("b.zip"));

        Assert.Equal(File.ReadAllBytes(now.In("a.zip")), File.ReadAllBytes(now.In("b.zip")));
        var again = await ReviewAsync(old, now, "--preview", now.In("a.zip"));
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("已经有了", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_the_pictures_are_refused_after_the_report()
    {
        var environment = SiteProgram.Environment with { Variable = name => name == "PATH" ? now.Path : null };

        var run = await SiteProgram.RunAsync(environment, "review", old.Path, "--site", now.Path, "--as-of", "2026-06-10", "--pictures", now.In("pictures"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("# 审核", run.Output, StringComparison.Ordinal);
        Assert.Contains("找不到浏览器", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(now.In("pictures")));
    }

    [Theory]
    [InlineData("<a href=\"/other/\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"../../../etc/passwd\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"/aqyj/%2e%2e/secret\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"#x\">x</a>", "<a href=\"#x\">x</a>")]
    [InlineData("<a href=\"https://example.org/\">x</a>", "<a href=\"https://example.org/\">x</a>")]
    [InlineData("<a href=\"/aqyj/a/?q=1#x\">x</a>", "<a href=\"../a/index.html#x\">x</a>")]
    [InlineData("<img srcset=\"/aqyj/p.webp 320w, /aqyj/p.webp 640w\">", "<img srcset=\"../p.webp 320w, ../p.webp 640w\">")]
    [InlineData("<svg><use href=\"/aqyj/s.svg#one\"></use></svg>", "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs><symbol id=\"drawing-one\"><path/></symbol></defs></svg><svg><use href=\"#drawing-one\"></use></svg>")]
    [InlineData("<script src=\"/aqyj/x.js\"></script><noscript><p>y</p></noscript>", "<p>y</p>")]
    [InlineData("<p>a href=\"/aqyj/a/\" b</p>", "<p>a href=\"/aqyj/a/\" b</p>")]
    public void Addresses_become_relative_and_none_leads_out_of_the_site(string body, string written)
    {
        var page = new OfflinePage("/aqyj/", path => path is "a/index.html" or "p.webp" or "s.svg", _ => "<svg><symbol id=\"one\"><path/></symbol></svg>");

        var (html, _) = page.Write("b/index.html", $"<html><head></head><body>{body}</body></html>", null, "");

        Assert.Equal(written, html[(html.IndexOf("<body>", StringComparison.Ordinal) + 6)..html.IndexOf("</body>", StringComparison.Ordinal)]);
    }

    public void Dispose()
    {
        old.Dispose();
        now.Dispose();
    }

    private static IEnumerable<string> Wrong(string path, AngleSharp.Html.Dom.IHtmlDocument page, Dictionary<string, string> files)
    {
        if (page.Body?.FirstElementChild is not { ClassName: "preview-mark" } mark || !mark.TextContent.Contains("预览·未发布", StringComparison.Ordinal))
        {
            yield return $"{path} does not say that it is not published.";
        }

        if (page.QuerySelector("meta[name=robots]")?.GetAttribute("content")?.Contains("noindex", StringComparison.Ordinal) != true || page.QuerySelector("script") is not null)
        {
            yield return $"{path} has a script, or may be indexed.";
        }

        foreach (var element in page.All)
        {
            var addresses = Addresses.Select(element.GetAttribute).Concat((element.GetAttribute("srcset") ?? "").Split(", ").Select(part => part.Split(' ')[0]));
            foreach (var address in addresses.OfType<string>().Where(address => address.Length > 0 && !Elsewhere().IsMatch(address)))
            {
                var file = Resolve(path, address.Split('#')[0]);
                if (address.StartsWith('#') ? address.Length > 1 && page.GetElementById(Uri.UnescapeDataString(address[1..])) is null : !files.ContainsKey(file))
                {
                    yield return $"{path} leads to {address}, which is not there.";
                }
            }
        }
    }

    private static string Resolve(string path, string address) =>
        Uri.UnescapeDataString(new Uri(new Uri("file:///" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString))), address).AbsolutePath)[1..];

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private Task<SiteRun> ReviewAsync() => ReviewAsync(old, now);

    private static Task<SiteRun> ReviewAsync(SiteFolder before, SiteFolder after, params string[] more) =>
        SiteProgram.RunAsync(["review", before.Path, "--site", after.Path, "--as-of", "2026-06-10", .. more]);

    [GeneratedRegex("^(https?|tel|mailto|sms|data):", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("""url\(\s*["']?(?<address>[^"')]+)["']?\s*\)""", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex StyleAddress();
}
