using System.Collections.Concurrent;

namespace Site.BrowserTests;

/// <summary>A reader's visit; it notes everything that goes wrong.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>What Playwright says in the console of a page that may have no service worker.</summary>
    private const string NoServiceWorker = "Service Worker registration blocked by Playwright";

    private const string AllInSight =
        "() => !document.querySelector('meta[http-equiv=refresh i]') && !document.getAnimations().some(({ animationName }) => animationName === 'wait')";

    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<string> requests = [];
    private readonly ConcurrentDictionary<IRequest, string> underWay = [];
    private readonly BuiltSite site;
    private readonly Reader reader;
    private ConcurrentBag<Visit>? shelf;

    private Visit(IPage page, BuiltSite site, Reader reader)
    {
        (Page, this.site, this.reader) = (page, site, reader);
        page.Console += (_, message) =>
        {
            // A page without an icon, as one that only leads on, has the browser ask the host for /favicon.ico by itself.
            if (message.Type is "error" or "warning" && !message.Location.Contains("/favicon.ico:", StringComparison.Ordinal) && message.Text != NoServiceWorker)
            {
                complaints.Enqueue($"{page.Url}: {message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) => Note(request);
        page.RequestFinished += (_, request) => underWay.TryRemove(new(request, request.Url));
        page.RequestFailed += (_, request) =>
        {
            underWay.TryRemove(new(request, request.Url));
            // What a page still loads when the reader goes on is given up: that is no fault of it.
            if (request.Failure != "net::ERR_ABORTED")
            {
                complaints.Enqueue($"{page.Url}: {request.Url} was not loaded: {request.Failure}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings, uncaught exceptions, breaches of the content security policy, requests that failed or left the site.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Addresses of all requests so far, in their order.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Begins a visit with a fresh browser profile.</summary>
    public static async Task<Visit> BeginAsync(IBrowser browser, BuiltSite site, Reader reader)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = reader.Width, Height = reader.Height },
            ColorScheme = reader.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = reader.HasForcedColors ? ForcedColors.Active : ForcedColors.None,
            JavaScriptEnabled = reader.HasScript,
            ServiceWorkers = reader.HasServiceWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = reader.IsLarge
                ? $$"""{"origins":[{"origin":"{{site.Root.GetLeftPart(UriPartial.Authority)}}","localStorage":[{"name":"large-type","value":"1"}]}]}"""
                : null,
        });
        return new(await context.OpenPageAsync(), site, reader);
    }

    /// <summary>Opens a page, and waits until readers see all of it.</summary>
    /// <remarks>
    /// What may move when a script comes is kept back until it has come, for three seconds at most. A page that has just been loaded may still hold what is in sight for hidden:
    /// asking for its animations has the browser look again.
    /// </remarks>
    /// <param name="path">From the site's root: <c>/guides/</c>; a query may follow.</param>
    public async Task<IResponse> GoAsync(string path)
    {
        var answer = (await Page.GotoAsync(site.Address(path)))!;
        if (reader.HasScript)
        {
            await Page.UntilAsync(AllInSight);
        }

        return answer;
    }

    /// <summary>Waits until the page has asked for nothing for half a second and has what it asked for.</summary>
    /// <remarks>Playwright's own wait for an idle network was seen not to end in two minutes, so an answer of which nothing is told is given up after a quarter of a minute.</remarks>
    public async Task WaitUntilQuietAsync()
    {
        var (asked, halves) = (-1, 0);
        while (requests.Count != asked || (!underWay.IsEmpty && halves < 30))
        {
            (asked, halves) = (requests.Count, requests.Count == asked ? halves + 1 : 0);
            await Page.WaitForTimeoutAsync(500);
        }
    }

    /// <summary>Fails, and tells all complaints, if there is one.</summary>
    public void AssertFlawless() => Assert.True(complaints.IsEmpty, string.Join('\n', complaints));

    /// <summary>Takes a visit that waits on a shelf, or begins one; when it is disposed of, it is put there for the next.</summary>
    /// <remarks>A new browser profile costs three times what a page costs. So who only looks at a page takes one in which others have looked at pages before.</remarks>
    public static async Task<Visit> TakeAsync(ConcurrentBag<Visit> shelf, IBrowser browser, BuiltSite site, Reader reader)
    {
        if (!shelf.TryTake(out var visit))
        {
            visit = await BeginAsync(browser, site, reader);
            visit.shelf = shelf;
        }

        visit.complaints.Clear();
        visit.requests.Clear();
        visit.underWay.Clear();
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (shelf is null)
        {
            await Page.Context.DisposeAsync();
            return;
        }

        if ((Page.ViewportSize?.Width, Page.ViewportSize?.Height) != (reader.Width, reader.Height))
        {
            await Page.ResizeAsync(reader.Width, reader.Height);
        }

        shelf.Add(this);
    }

    private void Note(IRequest request)
    {
        requests.Enqueue(request.Url);
        underWay[request] = request.Url;
        if (!request.Url.StartsWith(site.Root.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
        {
            complaints.Enqueue($"{Page.Url}: {request.Url} lies outside the site");
        }
    }

    /// <summary>
    /// Waits until the browser has written down the service worker of the page, so that the next page is served by it: a worker that is active already is not found by a page
    /// that is loaded within the next milliseconds. Another window shows when that is over.
    /// </summary>
    public async Task WaitUntilServedAsync()
    {
        var other = await Page.Context.NewPageAsync();
        do
        {
            await other.GotoAsync(Page.Url);
        }
        while (!await other.EvaluateAsync<bool>("() => navigator.serviceWorker.controller !== null"));
        await other.CloseAsync();
    }
}
