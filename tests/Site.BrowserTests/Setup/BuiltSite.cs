using Site.Cli.Build;
using Site.Cli.Infrastructure;

namespace Site.BrowserTests;

/// <summary>A site, built into a folder of its own and served until it is disposed of.</summary>
internal sealed class BuiltSite : IAsyncDisposable
{
    private readonly SiteServer server;
    private readonly bool ownsFolder;

    private BuiltSite(SiteServer server, string folder, bool ownsFolder) => (this.server, Folder, this.ownsFolder) = (server, folder, ownsFolder);

    /// <summary>Where the built files lie, absolute.</summary>
    public string Folder { get; }

    /// <summary>The day on which sites are built.</summary>
    public static readonly DateOnly AsOf = new(2026, 6, 10);

    /// <summary>Address of the home page on this machine, with a slash at its end.</summary>
    public Uri Root => server.Root;

    /// <summary>Every page, sorted: <c>/</c>, <c>/404.html</c>, <c>/guides/</c> and so on, without the site's own path.</summary>
    public IEnumerable<string> Pages => Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
        .Select(file => "/" + Path.GetRelativePath(Folder, file).Replace('\\', '/'))
        .Select(path => path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path)
        .Order(StringComparer.Ordinal);

    /// <summary>Builds a site as of <see cref="AsOf"/>, search index included.</summary>
    /// <param name="site">Folder with site.yaml and content/.</param>
    /// <param name="url">Address to build for in place of the one in site.yaml, or null; its path is where the site is served.</param>
    public static async Task<BuiltSite> BuildAsync(string site, Uri? url = null)
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("site-").FullName, "output");
        var report = await BuildPipeline.BuildAsync(new(site, folder, url, AsOf, WithDrafts: false, WithSearch: true, IsStrict: false), SiteEnvironment.OfProcess());
        Assert.True(report.ExitCode == 0, string.Join('\n', report.Diagnostics));
        return new(await SiteServer.StartAsync(folder, url?.AbsolutePath ?? "/", _ => Hindrance.DelayAsync()), folder, ownsFolder: true);
    }

    /// <summary>Serves the same files once more from an address of its own, for who wants to take the host away.</summary>
    /// <param name="before">What is waited for before a path is answered; nothing unless given.</param>
    public async Task<BuiltSite> ServeAgainAsync(Func<string, Task>? before = null) => new(await SiteServer.StartAsync(Folder, Root.AbsolutePath, before ?? (_ => Hindrance.DelayAsync())), Folder, ownsFolder: false);

    /// <summary>The address on this machine of a page or file named from the site's root: <c>/guides/</c>.</summary>
    public string Address(string path) => new Uri(Root, path.TrimStart('/')).AbsoluteUri;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
        }
    }
}
