using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Content.Quizzes;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Attempts;

namespace Site.Cli.Build;

/// <summary>Quiz attempts: from <c>input/attempts/</c> to counts. Nothing is read, and DuckDB is not loaded, where there are none to count.</summary>
internal static class AttemptStep
{
    /// <returns>The counted attempts; null where no table of them is asked for, or where they cannot be counted.</returns>
    /// <param name="folder">The site folder.</param>
    /// <param name="input">All files of <c>input/</c>.</param>
    /// <param name="asOf">The day of the release to be made, or null to go over those that there are.</param>
    /// <param name="read">Gives the site, whose quizzes attempts may name.</param>
    /// <param name="environment">Shows how much is done.</param>
    public static async Task<Result<CountedAttempts?>> CountAsync(
        SourceFolder folder, ImmutableArray<SourceFile> input, DateOnly? asOf, Func<Website> read, SiteEnvironment environment)
    {
        var plan = AttemptPlan.Find(input, () => [.. read().Of<QuizPage>().Select(quiz => new QuizName(quiz.Id, quiz.Title))], asOf);
        return plan.Value is null || plan.Diagnostics.HasErrors()
            ? new(null, plan.Diagnostics)
            : new(new(plan.Value, await AttemptCounting.CountAsync(folder.Path, plan.Value.Files, plan.Value.Question, environment.Terminal)), plan.Diagnostics);
    }

    /// <returns>What is wrong with the published tables of attempts, where the attempts are at hand.</returns>
    /// <param name="folder">The site folder.</param>
    /// <param name="input">All files of <c>input/</c>.</param>
    /// <param name="website">Its quizzes are those that attempts may name.</param>
    /// <param name="environment">Shows how much is done.</param>
    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(
        SourceFolder folder, ImmutableArray<SourceFile> input, Func<Website> website, SiteEnvironment environment)
    {
        if (AttemptFiles.Find(input).Value.IsEmpty)
        {
            return [];
        }

        var counted = await CountAsync(folder, input, null, website, environment);
        return counted.Value is { } attempts ? counted.Diagnostics.AddRange(attempts.Check(input)) : counted.Diagnostics;
    }

    /// <returns>The site as of a day, whatever is wrong with it: a release asks for the names of quizzes alone.</returns>
    /// <param name="folder">The site folder.</param>
    public static Website ReadSite(SourceFolder folder, DateOnly asOf) => BuildPipeline.ReadContent(folder, asOf, withDrafts: false).Value;
}
