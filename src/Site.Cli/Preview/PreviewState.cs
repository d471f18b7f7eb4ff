using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli;

/// <summary>What the preview has to show: the last good site, and what came of the newest build.</summary>
/// <param name="Build">Differs from build to build, and from one run of the preview to the next.</param>
/// <param name="Site">The build that made the site that is served; as <paramref name="Build"/>, where the newest one is good.</param>
/// <param name="Home">Address of that site's home page; null where no build was good yet.</param>
/// <param name="Problems">What the newest build found, sorted.</param>
/// <param name="Failure">How the world failed in it, in one line, or null.</param>
internal sealed record PreviewState(string Build, string Site, Uri? Home, ImmutableArray<Problem> Problems, string? Failure)
{
    /// <summary>Nothing was built yet.</summary>
    public static PreviewState Start { get; } = new("", "", null, [], null);

    /// <summary>Whether the newest build stands in the way of a new site.</summary>
    public bool IsBroken => Failure is not null || Problems.HasErrors();

    /// <summary>Where the site lies on its server, decoded: <c>/</c>, or <c>/safety/</c>.</summary>
    public string BasePath => Home is null ? "/" : Uri.UnescapeDataString(Home.AbsolutePath);

    /// <returns>The state after a build that ran to its end.</returns>
    public PreviewState After(string build, BuildReport report) => report.ExitCode == 0
        ? new(build, build, report.Home, report.Problems, null)
        : this with { Build = build, Problems = report.Problems, Failure = null };

    /// <returns>The state after a build that the world stopped.</returns>
    public PreviewState After(string build, string failure) => this with { Build = build, Problems = [], Failure = failure };
}
