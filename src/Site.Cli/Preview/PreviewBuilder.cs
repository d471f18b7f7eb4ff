using System.Diagnostics;
using System.Globalization;
using Site.Cli.Build;
using Site.Cli.Infrastructure;

namespace Site.Cli.Preview;

/// <summary>Builds the site of the preview again after each change. No failure of a build ends it.</summary>
internal static class PreviewBuilder
{
    /// <param name="request">The build; its output is the folder that is served.</param>
    /// <param name="environment">Shows the result of each build.</param>
    /// <param name="feed">Receives the state after each build.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task RunAsync(BuildRequest request, SiteEnvironment environment, PreviewStateFeed feed, CancellationToken stop)
    {
        var build = "";
        var session = new BuildSession(
            () => feed.LookedAt.Select(path => PreviewAddress.Of(feed.State.BasePath, path, _ => true)).OfType<PreviewAddress.File>().Select(file => file.Path).ToHashSet(StringComparer.Ordinal),
            pages => feed.Publish(feed.State with { First = new(build, pages.Where(page => FirstPages.IsComplete(page.Value, feed.State.BasePath, file => File.Exists(Path.Combine(request.Output, file)))).ToDictionary()) }));
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            var seen = SourceFingerprint.Of(request.Site);
            var clock = Stopwatch.StartNew();
            build = $"{Environment.ProcessId}-{number}";
            var state = await BuildAsync(request, environment, session, feed.State, build);
            Report(state, clock.Elapsed, environment.Terminal);
            feed.Publish(state);
            await SourceWatcher.WaitForChangeAsync(request.Site, seen, stop);
        }
    }

    private static async Task<PreviewState> BuildAsync(BuildRequest request, SiteEnvironment environment, BuildSession session, PreviewState before, string build)
    {
        try
        {
            return before.After(build, await Task.Run(() => BuildPipeline.BuildAsync(request, environment, session)));
        }
        catch (Exception failure) when (EnvironmentException.Covers(failure))
        {
            return before.After(build, EnvironmentException.Describe(failure));
        }
        catch (Exception error)
        {
            return before.After(build, InternalError.Describe(error, environment));
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
