using System.Diagnostics;
using System.Globalization;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Core.Sources;

namespace Site.Cli.Preview;

/// <summary>Builds the site of the preview again after each change. No failure of a build ends it.</summary>
internal sealed class PreviewBuilder
{
    private readonly BuildRequest request;
    private readonly SiteEnvironment environment;
    private readonly PreviewStateFeed feed;
    private readonly BuildSession session;

    /// <summary>Pages that were shown before the build to which they belong is done.</summary>
    private readonly Dictionary<string, byte[]> shown = new(StringComparer.Ordinal);

    private int number;

    /// <param name="request">The build; its output is the folder that is served.</param>
    /// <param name="environment">Shows the result of each build.</param>
    /// <param name="feed">Receives the state after each build.</param>
    private PreviewBuilder(BuildRequest request, SiteEnvironment environment, PreviewStateFeed feed)
    {
        (this.request, this.environment, this.feed) = (request, environment, feed);
        session = new(LookedAt, Show);
    }

    /// <summary>What identifies the build that is going on, or that comes next.</summary>
    private string Build => $"{Environment.ProcessId}-{number}";

    /// <inheritdoc cref="PreviewBuilder(BuildRequest, SiteEnvironment, PreviewStateFeed)"/>
    /// <param name="stop">Ends it.</param>
    public static Task RunAsync(BuildRequest request, SiteEnvironment environment, PreviewStateFeed feed, CancellationToken stop) => new PreviewBuilder(request, environment, feed).RunAsync(stop);

    private async Task RunAsync(CancellationToken stop)
    {
        for (Next(); !stop.IsCancellationRequested;)
        {
            using var watcher = new SourceWatcher(request.Site);
            var seen = SourceFingerprint.Of(request.Site);
            var clock = Stopwatch.StartNew();
            var state = await BuildAsync(feed.State);
            feed.Publish(state);
            Report(state, clock.Elapsed, environment.Terminal);
            Next();
            await watcher.WaitForChangeAsync(seen, ShowTexts, stop);
        }
    }

    private HashSet<string> LookedAt() =>
        feed.LookedAt.Select(path => PreviewAddress.Of(feed.State.BasePath, path, _ => true)).OfType<PreviewAddress.File>().Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

    /// <summary>Shows what is looked at, where only texts of pages may have changed; everything else waits for the build.</summary>
    /// <param name="changed">Absolute paths.</param>
    private void ShowTexts(IReadOnlyCollection<string> changed)
    {
        try
        {
            BuildPipeline.ShowTexts(request, environment, session, [.. changed.Where(path => !FileNames.IsLeftover(Path.GetFileName(path))).Select(path => Path.GetRelativePath(request.Site, path).Replace('\\', '/'))]);
        }
        catch (Exception failure) when (EnvironmentException.Covers(failure))
        {
            // The build that follows says it.
        }
    }

    private void Show(IReadOnlyDictionary<string, byte[]> pages)
    {
        if (!AreAsShown(pages))
        {
            Next();
        }

        foreach (var (path, page) in pages)
        {
            shown[path] = page;
        }

        feed.Publish(feed.State with { First = new(Build, pages.Where(page => FirstPages.IsComplete(page.Value, feed.State.BasePath, file => File.Exists(Path.Combine(request.Output, file)))).ToDictionary()) });
    }

    private bool AreAsShown(IEnumerable<KeyValuePair<string, byte[]>> pages) => pages.All(page => !shown.TryGetValue(page.Key, out var before) || before.AsSpan().SequenceEqual(page.Value));

    /// <summary>What is shown from now on is another site: open pages load it again.</summary>
    private void Next()
    {
        number++;
        shown.Clear();
    }

    private async Task<PreviewState> BuildAsync(PreviewState before)
    {
        try
        {
            var report = await Task.Run(() => BuildPipeline.BuildAsync(request, environment, session));
            if (report.ExitCode == 0 && !AreAsShown(shown.Keys.Where(path => File.Exists(Path.Combine(request.Output, path))).Select(path => KeyValuePair.Create(path, File.ReadAllBytes(Path.Combine(request.Output, path))))))
            {
                Next();
            }

            return before.After(Build, report);
        }
        catch (Exception failure) when (EnvironmentException.Covers(failure))
        {
            return before.After(Build, EnvironmentException.Describe(failure, environment));
        }
        catch (Exception error)
        {
            return before.After(Build, InternalError.Describe(error, environment));
        }
    }

    private static void Report(PreviewState state, TimeSpan time, Terminal terminal)
    {
        if (state.Failure is not null)
        {
            terminal.WriteErrorLine(state.Failure);
        }
        else if (state.Diagnostics.Length > 0)
        {
            terminal.WriteDiagnostics(state.Diagnostics);
        }

        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(!state.IsBroken ? "已更新" : state.Home is null ? "还没有可以预览的网站" : "没有更新，仍是上一次的网站")}（{time.TotalSeconds:F1} 秒）"));
    }
}
