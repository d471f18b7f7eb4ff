using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Site.Cli.Build;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Cli.Preview;

/// <summary>The state of the preview: the last good site and the result of the newest build.</summary>
/// <param name="Build">Identifies the newest build; different for every build and every run of the preview.</param>
/// <param name="Site">Identifies the build whose site is served; equal to <paramref name="Build"/> where the newest build succeeded.</param>
/// <param name="Home">Address of that site's home page; null where no build has succeeded yet.</param>
/// <param name="Diagnostics">The diagnostics of the newest build, sorted.</param>
/// <param name="Failure">The failure of the environment that stopped the newest build, in one line, or null.</param>
internal sealed record PreviewState(string Build, string Site, Uri? Home, ImmutableArray<Diagnostic> Diagnostics, string? Failure)
{
    /// <summary>The state before the first build.</summary>
    public static PreviewState Start { get; } = new("", "", null, [], null);

    /// <summary>Pages of the build that is going on, which are shown before it is done; null where there are none.</summary>
    public FirstPages? First { get; init; }

    /// <summary>Whether the newest build failed.</summary>
    public bool IsBroken => Failure is not null || Diagnostics.HasErrors();

    /// <summary>Where the site lies on its server, decoded: <c>/</c>, or <c>/safety/</c>.</summary>
    public string BasePath => Home is null ? "/" : Uri.UnescapeDataString(Home.AbsolutePath);

    /// <returns>The state after a build that ran to its end.</returns>
    public PreviewState After(string build, BuildReport report) => report.ExitCode == 0
        ? new(build, build, report.Home, report.Diagnostics, null)
        : this with { Build = build, Diagnostics = report.Diagnostics, Failure = null };

    /// <returns>The state after a build that a failure of the environment stopped.</returns>
    public PreviewState After(string build, string failure) => this with { Build = build, Diagnostics = [], Failure = failure };
}

/// <summary>The pages that somebody was looking at when something was saved, made before all others.</summary>
/// <param name="Site">Identifies the build, as it will in <see cref="PreviewState.Site"/> when it is done.</param>
/// <param name="Pages">Bytes by path in the folder that is served.</param>
internal sealed partial record FirstPages(string Site, IReadOnlyDictionary<string, byte[]> Pages)
{
    /// <returns>Whether every style sheet, script and picture of a page is there already; else it has to wait for them.</returns>
    /// <param name="html">The page.</param>
    /// <param name="basePath">As in <see cref="PreviewState.BasePath"/>.</param>
    /// <param name="isFile">Whether there is such a file in the folder that is served.</param>
    public static bool IsComplete(byte[] html, string basePath, Func<string, bool> isFile) =>
        Files().Matches(Encoding.UTF8.GetString(html)).Select(match => Uri.UnescapeDataString(match.Groups["path"].Value))
            .Where(path => path.StartsWith(basePath, StringComparison.Ordinal)).All(path => isFile(path[basePath.Length..]));

    /// <summary>In <c>src</c>, <c>srcset</c> and the <c>href</c> of links to files.</summary>
    [GeneratedRegex("(?<=[\" ,])(?<path>/[^\"\\s,?#]+\\.(?:css|m?js|svg|png|jpg|webp|gif))(?=[\" ,])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Files();
}

/// <summary>Holds the newest state of the preview, and lets others wait for the next one.</summary>
internal sealed class PreviewStateFeed
{
    private readonly Lock changing = new();
    private TaskCompletionSource changed = New();

    /// <summary>The newest state.</summary>
    public PreviewState State { get; private set; } = PreviewState.Start;

    /// <summary>The pages that are open in a browser: their paths, decoded, from the root of the server.</summary>
    public ImmutableList<string> LookedAt { get; private set; } = [];

    /// <summary>Notes that somebody begins to look at a page.</summary>
    public void Open(string path)
    {
        lock (changing)
        {
            LookedAt = LookedAt.Add(path);
        }
    }

    /// <summary>Notes that somebody does not look at a page any more.</summary>
    public void Close(string path)
    {
        lock (changing)
        {
            LookedAt = LookedAt.Remove(path);
        }
    }

    /// <summary>Replaces the state and wakes everyone who waits.</summary>
    public void Publish(PreviewState state)
    {
        lock (changing)
        {
            State = state;
            changed.SetResult();
            changed = New();
        }
    }

    /// <returns>The newest state, as soon as it differs from <paramref name="seen"/>.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<PreviewState> NextAsync(PreviewState? seen, CancellationToken stop)
    {
        while (true)
        {
            Task change;
            lock (changing)
            {
                if (!ReferenceEquals(State, seen))
                {
                    return State;
                }

                change = changed.Task;
            }

            await change.WaitAsync(stop);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// The message to open pages: <c>{"site", "first": {"site", "pages": [path]}, "build", "failure", "errors", "warnings", "problems": [{where, code, what, cure}]}</c>, the errors alone,
/// and no more than <see cref="PreviewMarkup.MostDiagnostics"/> of them.
/// </summary>
internal static class PreviewMessage
{
    /// <returns>One line of JSON.</returns>
    public static string Write(PreviewState state)
    {
        var errors = state.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        return new JsonObject
        {
            ["site"] = state.Site,
            ["first"] = state.First is not { } first ? null : new JsonObject { ["site"] = first.Site, ["pages"] = new JsonArray([.. first.Pages.Keys.Select(path => (JsonNode)AddressOf(state, path))]) },
            ["build"] = state.Build,
            ["failure"] = state.Failure,
            ["errors"] = errors.Count,
            ["warnings"] = state.Diagnostics.Length - errors.Count,
            ["problems"] = new JsonArray([.. errors.Take(PreviewMarkup.MostDiagnostics).Select(diagnostic => new JsonObject
            {
                ["where"] = diagnostic.Location.ToString(),
                ["code"] = diagnostic.Code,
                ["what"] = diagnostic.Message,
                ["cure"] = diagnostic.Help,
            })]),
        }.ToJsonString();
    }

    private static string AddressOf(PreviewState state, string path) =>
        state.BasePath + (path.EndsWith("index.html", StringComparison.Ordinal) && (path.Length == "index.html".Length || path[^("index.html".Length + 1)] == '/') ? path[..^"index.html".Length] : path);
}
