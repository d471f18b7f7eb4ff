using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Content.Quizzes;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Statistics.Attempts;
using Site.Statistics.Inputs;

namespace Site.Cli.Build;

/// <summary>The step that counts quiz attempts in <c>input/attempts/</c>. Where there are no files of attempts, nothing is read and DuckDB is not loaded.</summary>
internal static class AttemptStep
{
    /// <returns>The quizzes of a site, which attempts may name.</returns>
    public static ImmutableArray<QuizName> QuizzesOf(Website website) => [.. website.Of<QuizPage>().Select(quiz => new QuizName(quiz.Id, quiz.Title))];

    /// <summary>Reads the quizzes of the site as of a day, whatever is wrong with the site.</summary>
    /// <returns>The quizzes; none, without reading the site, where there are no files of attempts.</returns>
    public static ImmutableArray<QuizName> ReadQuizzes(SourceFolder folder, InputFiles input, DateOnly asOf) =>
        AttemptFiles.Find(input.All).Value.IsEmpty ? [] : QuizzesOf(BuildPipeline.ReadContent(folder, asOf, withDrafts: false).Value);

    /// <returns>The counted attempts; null where no table of them is asked for, or where they cannot be counted.</returns>
    /// <param name="folder">The site folder.</param>
    /// <param name="input">The files of <c>input/</c>.</param>
    /// <param name="asOf">The day of the release to be made, or null to check the releases that there are.</param>
    /// <param name="quizzes">The quizzes that attempts may name.</param>
    /// <param name="environment">Shows the progress.</param>
    public static async Task<Result<CountedAttempts?>> CountAsync(
        SourceFolder folder, InputFiles input, DateOnly? asOf, ImmutableArray<QuizName> quizzes, SiteEnvironment environment)
    {
        var plan = AttemptPlan.Find(input, quizzes, asOf);
        return plan.Value is null || plan.Diagnostics.HasErrors()
            ? new(null, plan.Diagnostics)
            : new(new(plan.Value, await AttemptCounting.CountAsync(folder.Path, plan.Value.Files, plan.Value.Question, environment.Terminal)), plan.Diagnostics);
    }

    /// <returns>What is wrong with the published tables of attempts, where the attempts are at hand.</returns>
    /// <param name="folder">The site folder.</param>
    /// <param name="input">The files of <c>input/</c>.</param>
    /// <param name="quizzes">The quizzes that attempts may name.</param>
    /// <param name="environment">Shows the progress.</param>
    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(
        SourceFolder folder, InputFiles input, ImmutableArray<QuizName> quizzes, SiteEnvironment environment)
    {
        if (AttemptFiles.Find(input.All).Value.IsEmpty)
        {
            return [];
        }

        var counted = await CountAsync(folder, input, null, quizzes, environment);
        return counted.Value is { } attempts ? counted.Diagnostics.AddRange(attempts.Check(input)) : counted.Diagnostics;
    }
}
