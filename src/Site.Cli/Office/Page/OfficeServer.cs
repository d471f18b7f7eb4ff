using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Site.Cli.Infrastructure;
using Site.Cli.Local;
using Site.Core.Sources;

namespace Site.Cli.Office.Page;

/// <summary>Runs a command of the program as it would be typed.</summary>
/// <param name="typed">The arguments without the name of the program.</param>
/// <param name="environment">Takes what it says.</param>
/// <returns>Its exit code.</returns>
internal delegate Task<int> RunCommand(IReadOnlyList<string> typed, SiteEnvironment environment);

/// <summary><c>site office</c>: the office's page, for this machine alone. Figures and names of units are on it and in no log.</summary>
internal static class OfficeServer
{
    /// <summary>What stands in the page's own files of the editor, which both pages use.</summary>
    private static readonly FrozenSet<string> Shared = FrozenSet.ToFrozenSet(["editor.css", "dom.js", "ask.js"], StringComparer.Ordinal);

    /// <param name="port">1 to 65535, or 0 for a free one.</param>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="run">Runs the commands behind the buttons.</param>
    /// <exception cref="EnvironmentException">Another program listens on the port, or the folder is no site.</exception>
    public static Task<LocalServer> StartAsync(int port, string site, RunCommand run, SiteEnvironment environment, CancellationToken stop)
    {
        if (!File.Exists(Path.Combine(site, "site.yaml")) && !Directory.Exists(Path.Combine(site, "input")))
        {
            throw new EnvironmentException($"{site} 里没有 site.yaml，也没有 input 文件夹：请在网站的文件夹里运行，或者加上 --site。");
        }

        var door = new LocalDoor("办公室的网页", "site office", port == 0 ? LocalServer.FreePort() : port, viewPort: null);
        var desk = new OfficeDesk(site, run, environment);
        var requests = new LocalRequests(door, OfficeQuestions.All(desk), http => SendAsync(http, door, site), environment, stop);
        return LocalServer.StartAsync(door, OfficeDesk.LargestFile, requests.AnswerAsync, stop);
    }

    private static async Task SendAsync(HttpContext http, LocalDoor door, string site)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/files/", StringComparison.Ordinal))
        {
            await SendPaperAsync(http, site, path["/files/".Length..]);
            return;
        }

        if (path == "/favicon.ico")
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var name = path == "/" ? "office.html" : path.StartsWith("/assets/", StringComparison.Ordinal) ? path["/assets/".Length..] : "";
        await using var asset = Assembly.GetExecutingAssembly().GetManifestResourceStream((Shared.Contains(name) ? "edit/" : "office/") + name);
        if (asset is null)
        {
            await LocalRequests.RefuseAsync(http, StatusCodes.Status404NotFound, "没有这个网页。");
            return;
        }

        using var bytes = new MemoryStream();
        await asset.CopyToAsync(bytes);
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        await LocalServer.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of(name),
            name == "office.html" ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.ToArray()).Replace("{{key}}", door.PageKey, StringComparison.Ordinal)) : bytes.ToArray());
    }

    /// <summary>A paper of the office folder, to be saved: never shown as a page of ours.</summary>
    private static async Task SendPaperAsync(HttpContext http, string site, string path)
    {
        if (OfficePapers.Find(site, path) is not { } file)
        {
            await LocalRequests.RefuseAsync(http, StatusCodes.Status404NotFound, "没有这个文件，可能刚刚被删除或者改名。请刷新页面。");
            return;
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        await LocalServer.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of(file.Name), await File.ReadAllBytesAsync(file.FullName, http.RequestAborted));
    }
}

/// <summary>The papers in the office's folder of a site.</summary>
internal static class OfficePapers
{
    private const int Most = 2000;

    /// <summary>Larger ones are opened from the folder.</summary>
    private const long Largest = 64 * 1024 * 1024;

    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };

    /// <returns>Paths from the office's folder, with forward slashes, sorted; what is reached through a link is left out.</returns>
    public static ImmutableArray<string> List(string site)
    {
        var folder = new DirectoryInfo(Path.Combine(site, OfficeFolder.Name));
        return folder is { Exists: true, LinkTarget: null }
            ? [.. folder.EnumerateFiles("*", All).Where(file => file.Length <= Largest && !FileNames.IsLeftover(file.Name)).Take(Most)
                .Select(file => Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <returns>A file of the list; null for every other path.</returns>
    public static FileInfo? Find(string site, string path) =>
        List(site).Contains(path) ? new FileInfo(Path.Combine(site, OfficeFolder.Name, path)) : null;
}
