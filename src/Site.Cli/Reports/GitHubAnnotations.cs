using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli;

/// <summary>Problems as workflow commands that GitHub shows at their lines in a pull request.</summary>
/// <remarks>
/// GitHub Docs, "Workflow commands for GitHub Actions", setting an error or warning message. In the message <c>%</c>, CR and LF are
/// escaped; in a property also <c>:</c> and <c>,</c> (actions/toolkit, command.ts).
/// </remarks>
internal static class GitHubAnnotations
{
    public static string Write(ImmutableArray<Problem> problems) => string.Concat(problems.Select(problem =>
        $"::{(problem.Severity == Severity.Error ? "error" : "warning")} file={Property(problem.Where.Path)},line={problem.Where.Line}"
        + $",col={problem.Where.Column},title={Property(problem.Code)}::{Message($"{problem.What}\n{problem.Cure}")}\n"));

    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
