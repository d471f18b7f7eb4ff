using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Site.Cli.Build;
using Site.Core.Diagnostics;

namespace Site.Cli.Preview;

/// <summary>What the preview has to show: the last good site, and what came of the newest build.</summary>
/// <param name="Build">Differs from build to build, and from one run of the preview to the next.</param>
/// <param name="Site">The build that made the site that is served; as <paramref name="Build"/>, where the newest one is good.</param>
/// <param name="Home">Address of that site's home page; null where no build was good yet.</param>
/// <param name="Diagnostics">What the newest build found, sorted.</param>
/// <param name="Failure">How the world failed in it, in one line, or null.</param>
internal sealed record PreviewState(string Build, string Site, Uri? Home, ImmutableArray<Diagnostic> Diagnostics, string? Failure)
{
    /// <summary>Nothing was built yet.</summary>
    public static PreviewState Start { get; } = new("", "", null, [], null);

    /// <summary>Whether the newest build stands in the way of a new site.</summary>
    public bool IsBroken => Failure is not null || Diagnostics.HasErrors();

    /// <summary>Where the site lies on its server, decoded: <c>/</c>, or <c>/safety/</c>.</summary>
    public string BasePath => Home is null ? "/" : Uri.UnescapeDataString(Home.AbsolutePath);

    /// <returns>The state after a build that ran to its end.</returns>
    public PreviewState After(string build, BuildReport report) => report.ExitCode == 0
        ? new(build, build, report.Home, report.Diagnostics, null)
        : this with { Build = build, Diagnostics = report.Diagnostics, Failure = null };

    /// <returns>The state after a build that the world stopped.</returns>
    public PreviewState After(string build, string failure) => this with { Build = build, Diagnostics = [], Failure = failure };
}

/// <summary>Where the newest state of the preview hangs, for whoever waits for the next.</summary>
internal sealed class PreviewStateFeed
{
    private readonly Lock changing = new();
    private TaskCompletionSource changed = New();

    /// <summary>The newest state.</summary>
    public PreviewState State { get; private set; } = PreviewState.Start;

    /// <summary>Hangs up a new state.</summary>
    public void Publish(PreviewState state)
    {
        lock (changing)
        {
            State = state;
            changed.SetResult();
            changed = New();
        }
    }

    /// <returns>The newest state, as soon as it is another than <paramref name="seen"/>.</returns>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
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
/// What open pages are told: <c>{"site", "build", "failure", "errors", "warnings", "problems": [{where, code, what, cure}]}</c>, the errors alone,
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
}
