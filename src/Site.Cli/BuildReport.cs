using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli;

/// <summary>What came of a build.</summary>
/// <param name="Problems">All problems, sorted.</param>
/// <param name="Files">How many files were published; 0 where nothing was.</param>
internal sealed record BuildReport(ImmutableArray<Problem> Problems, int Files)
{
    /// <summary>Address of the home page of the site that was published, or null.</summary>
    public Uri? Home { get; init; }

    /// <summary>0 when the site was published, 1 when the content stopped it.</summary>
    public int ExitCode => Problems.HasErrors() ? 1 : 0;
}
