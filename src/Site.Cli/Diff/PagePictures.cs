using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Cli.Publishing;

namespace Site.Cli.Diff;

/// <summary>
/// Pictures of changed pages before and after, side by side and as wide as a phone, drawn by the browser of this machine. Pages are drawn from disk and without any script:
/// what a stranger wrote runs nothing here.
/// </summary>
internal static class PagePictures
{
    /// <summary>How many pages are drawn: what changes more is looked at in the preview.</summary>
    public const int Most = 20;

    /// <summary>Names the browser where it is not among the usual ones.</summary>
    private const string Variable = "SITE_BROWSER";

    private const int Width = 360;
    private const int Height = 2400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly ImmutableArray<string> Programs =
        OperatingSystem.IsWindows() ? ["chrome.exe", "msedge.exe"] : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    /// <summary>Writes a picture for each page that was added, changed or removed, up to <see cref="Most"/>, and a list of them.</summary>
    /// <param name="folder">Absolute; it is empty or does not exist yet.</param>
    /// <returns>How many pictures were written.</returns>
    /// <exception cref="EnvironmentException">There is no browser, it draws nothing, or something is in the folder.</exception>
    public static int Write(SiteEnvironment environment, PublishedSite old, PublishedSite now, PageChanges changes, string folder)
    {
        var browser = Find(environment) ?? throw new EnvironmentException($"找不到浏览器，没有画截图：装好 Chromium 或者 Chrome，再运行一次；装在别处的，在环境变量 {Variable} 里写它的路径。");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new EnvironmentException($"{folder} 里已经有文件，没有写截图；请换一个空的文件夹。");
        }

        Directory.CreateDirectory(folder);
        var work = Directory.CreateTempSubdirectory("site-pictures-").FullName;
        try
        {
            Lay(old, Path.Combine(work, "old"));
            Lay(now, Path.Combine(work, "now"));
            var list = new StringBuilder("# 改动的页面：左边是改前，右边是改后（手机的宽度，只画最上面一截）\n\n");
            var number = 0;
            foreach (var (page, before, after) in Pages(changes).Take(Most))
            {
                number++;
                var name = string.Create(CultureInfo.InvariantCulture, $"{number:00}.png");
                var frame = Path.Combine(work, "frame.html");
                File.WriteAllText(frame, Frame(page, before, after));
                Draw(browser, work, new Uri(frame), Path.Combine(folder, name));
                list.Append(CultureInfo.InvariantCulture, $"- {name}：{MarkdownText.Plain(page.Title)}（{MarkdownText.Plain(page.Address)}）\n");
            }

            File.WriteAllText(Path.Combine(folder, "README.md"), list.ToString());
            return number;
        }
        finally
        {
            FolderSwap.TryDelete(work);
        }
    }

    private static IEnumerable<(PageChange Page, bool Before, bool After)> Pages(PageChanges changes) =>
    [
        .. changes.Changed.Select(page => (page, true, true)),
        .. changes.Added.Select(page => (page, false, true)),
        .. changes.Removed.Select(page => (page, true, false)),
    ];

    private static void Lay(PublishedSite site, string folder)
    {
        foreach (var (path, bytes) in OfflineSite.Files(site, isMarked: false))
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }
    }

    private static string Frame(PageChange page, bool before, bool after)
    {
        var inner = string.Join('/', (page.Address[1..] + "index.html").Split('/').Select(Uri.EscapeDataString));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html><html lang="zh-Hans"><meta charset="utf-8"><style>body{margin:0;display:flex;gap:16px;background:#888}section{width:{{Width}}px}
            p{margin:0;padding:4px 8px;font:16px sans-serif;background:#1f2421;color:#fff}iframe{display:block;border:0;width:{{Width}}px;height:{{Height}}px;background:#fff}</style>
            {{Half("改前", before ? "old/" + inner : null)}}{{Half("改后", after ? "now/" + inner : null)}}
            """);
    }

    private static string Half(string title, string? page) =>
        $"<section><p>{title}{(page is null ? "：没有这一页" : "")}</p>{(page is null ? "" : $"<iframe src=\"{WebUtility.HtmlEncode(page)}\"></iframe>")}</section>";

    /// <returns>Absolute path of a browser, or null.</returns>
    private static string? Find(SiteEnvironment environment) =>
        environment.Variable(Variable) is { Length: > 0 } named ? File.Exists(named) ? Path.GetFullPath(named) : null
        : (environment.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified)
            .SelectMany(place => Programs.Select(name => Path.Combine(place, name))).FirstOrDefault(File.Exists);

    private static void Draw(string browser, string work, Uri page, string picture)
    {
        var start = new ProcessStartInfo(browser,
        [
            "--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync", "--force-device-scale-factor=1",
            string.Create(CultureInfo.InvariantCulture, $"--window-size={(2 * Width) + 16},{Height + 30}"), $"--user-data-dir={Path.Combine(work, "profile")}", $"--screenshot={picture}",
            // As root, in the container of a runner, the browser's own sandbox does not start.
            .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
            page.AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        _ = said.Wait(TimeSpan.FromSeconds(5));
        if (!File.Exists(picture))
        {
            throw new EnvironmentException($"{browser} 没有画出截图。");
        }
    }
}
