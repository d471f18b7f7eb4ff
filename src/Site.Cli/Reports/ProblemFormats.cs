using System.Collections.Immutable;

namespace Site.Cli;

/// <summary>Every way to write down problems; the first is the usual one.</summary>
internal static class ProblemFormats
{
    public static ImmutableArray<ProblemFormat> All { get; } =
    [
        new("text", true, problems => string.Join("\n\n", problems)),
        new("github", false, GitHubAnnotations.Write),
        new("sarif", false, SarifLog.Write),
        new("json", false, ProblemsAsJson.Write),
    ];
}
