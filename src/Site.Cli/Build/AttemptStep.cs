using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Content.Quizzes;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Attempts;

namespace Site.Cli.Build;

/// <summary>The way of quiz attempts: from <c>input/attempts/</c> to counts. Nothing is read, and no process started, where there are none to count.</summary>
internal static class AttemptStep
{
    /// <returns>The counted attempts; null where no table of them is asked for, or where they cannot be counted.</returns>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="input">All files of <c>input/</c>.</param>
    /// <param name="asOf">The day of the release to be made, or null to go over those that there are.</param>
    /// <param name="read">Gives the site, whose quizzes attempts may name.</param>
    /// <param name="worker">Runs the job.</param>
    public static async Task<Result<AttemptAnswer?>> CountAsync(
        string site, ImmutableArray<SourceFile> input, DateOnly? asOf, Func<Website> read, NodeWorker worker)
    {
        var plan = AttemptPlan.Find(input, () => [.. read().Of<QuizPage>().Select(quiz => new QuizName(quiz.Id, quiz.Title))], asOf);
        return plan.Value is null || plan.Diagnostics.HasErrors()
            ? new(null, plan.Diagnostics)
            : new(new(plan.Value, await AttemptCounting.CountAsync(site, plan.Value.Files, plan.Value.Question, worker)), plan.Diagnostics);
    }

    /// <returns>What is wrong with the published tables of attempts, where the attempts are at hand.</returns>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="input">All files of <c>input/</c>.</param>
    /// <param name="website">Its quizzes are those that attempts may name.</param>
    /// <param name="worker">Runs the job.</param>
    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(string site, ImmutableArray<SourceFile> input, Func<Website> website, NodeWorker worker)
    {
        if (AttemptFiles.Find(input).Value.IsEmpty)
        {
            return [];
        }

        var counted = await CountAsync(site, input, null, website, worker);
        return counted.Value is { } answer ? counted.Diagnostics.AddRange(answer.Check(input)) : counted.Diagnostics;
    }

    /// <returns>The site as of a day, whatever is wrong with it: a release asks for the names of quizzes alone.</returns>
    /// <param name="site">The site folder, absolute.</param>
    public static Website ReadSite(string site, DateOnly asOf) => SiteLoader.ReadContent(new(site, site, null, asOf, false, false, false)).Value;
}
