using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Site.BrowserTests.Browsing))]

namespace Site.BrowserTests;

/// <summary>What all tests share: one Chromium, the site of this repository, built and served once, and small sites, each built once.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private IPlaywright? playwright;
    private BuiltSite? site;
    private readonly ConcurrentDictionary<(string Text, Uri? Url), Lazy<Task<BuiltSite>>> smallSites = [];
    private readonly ConcurrentDictionary<(BuiltSite Site, Reader Reader), ConcurrentBag<Visit>> shelves = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<TemplateLook>>> looks = [];

    /// <summary>One Chromium for all tests; each visit has a profile of its own in it.</summary>
    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>The site at the root of its host.</summary>
    internal BuiltSite Site => site!;

    public async ValueTask InitializeAsync()
    {
        // A browser may take its time where many tests run at once; who finds what is wanted does not wait.
        Assertions.SetDefaultExpectTimeout(30_000);
        var chromium = Programs.Find(["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"], "chromium-headless-shell", "fonts-noto-cjk");
        site = await BuiltSite.BuildAsync(Repository.Folder);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                // A page that leads to one of the same site hands its frame and its drawing surface on: new ones for each page take a quarter of the time. The first is Playwright's own, which this line stands for.
                "--enable-features=CDPScreenshotNewSurface,RenderDocument:level/crashed-frame",
                // No script runs here for so long that it would pay to compile it a third and a fourth time, least of all axe, which comes anew with each page: two fifths of its time went there.
                "--js-flags=--no-opt,--no-maglev",
            ],
        });
    }

    /// <summary>A small site that tests share: none of them changes its files.</summary>
    /// <param name="text">As in <see cref="SmallSite"/>.</param>
    internal Task<BuiltSite> SmallSiteAsync(string text, Uri? url = null) =>
        smallSites.GetOrAdd((text, url), site => new(() => SmallSite.BuildAsync(site.Text, site.Url))).Value;

    /// <summary>Begins a visit to the site at the root of its host.</summary>
    internal Task<Visit> VisitAsync(Reader? reader = null) => Visit.BeginAsync(Browser, Site, reader ?? new());

    /// <summary>Opens a page of the site at the root of its host with a fresh browser profile; a search is waited for.</summary>
    /// <param name="path">From the site's root: <c>/guides/</c>; a query may follow.</param>
    internal async Task<Visit> OpenAsync(string path, Reader? reader = null) => await GoAsync(await VisitAsync(reader), path, reader);

    /// <summary>Opens a page to look at it, and to leave nothing behind: others have looked at pages with the same browser profile.</summary>
    /// <param name="path">From the site's root: <c>/guides/</c>; a query may follow.</param>
    internal Task<Visit> LookAsync(string path, Reader? reader = null) => LookAsync(Site, path, reader);

    /// <summary>The same on another site.</summary>
    internal async Task<Visit> LookAsync(BuiltSite at, string path, Reader? reader = null) =>
        await GoAsync(await Visit.TakeAsync(shelves.GetOrAdd((at, reader ?? new()), _ => []), Browser, at, reader ?? new()), path, reader);

    /// <summary>What is seen of a template's page; asked once for all tests.</summary>
    internal Task<TemplateLook> LookAtTemplateAsync(string template) =>
        looks.GetOrAdd(template, name => new(() => TemplateLook.AtAsync(this, Templates.Page(name)))).Value;

    private static async Task<Visit> GoAsync(Visit visit, string path, Reader? reader)
    {
        await visit.GoAsync(path);
        if (path.Contains("?q=", StringComparison.Ordinal) && reader?.HasScript != false)
        {
            await Assertions.Expect(visit.Page.Locator("[data-results][data-shown]")).ToBeVisibleAsync();
        }

        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await (Browser?.DisposeAsync() ?? default);
        playwright?.Dispose();
        foreach (var small in smallSites.Values)
        {
            await (await small.Value).DisposeAsync();
        }

        await (site?.DisposeAsync() ?? default);
    }
}
