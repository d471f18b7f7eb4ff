using Spectre.Console;

namespace Site.Cli.Edges;

/// <summary>A bar on standard error for work that takes seconds; nothing where standard error is no terminal.</summary>
internal static class ProgressBar
{
    /// <returns>What the work gives.</returns>
    /// <param name="label">What is being done, in simplified Chinese.</param>
    /// <param name="work">Is given a function that it tells, from any thread, how much is done: 0 to 1.</param>
    public static async Task<T> RunAsync<T>(string label, Func<Action<double>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return await work(_ => { });
        }

        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(label);
                var result = await work(done => bar.Value = 100 * done);
                bar.Value = 100;
                return result;
            });
    }
}
