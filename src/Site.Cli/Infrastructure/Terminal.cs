using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Diagnostics;
using Spectre.Console;

namespace Site.Cli.Infrastructure;

/// <summary>Standard output and standard error, in UTF-8.</summary>
internal static class Terminal
{
    /// <summary>Writes a line of a result to standard output.</summary>
    public static void WriteLine(string line) => Write(Console.OpenStandardOutput(), line + "\n");

    /// <summary>Writes a line to standard error.</summary>
    public static void WriteErrorLine(string line) => Write(Console.OpenStandardError(), Printable(line) + "\n");

    /// <summary>Writes a report of several lines, each with its end, to standard error.</summary>
    public static void WriteError(string lines) => Write(Console.OpenStandardError(), Printable(lines));

    /// <summary>Writes every diagnostic and the count of both severities to standard error.</summary>
    public static void WriteDiagnostics(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            text.Append(Printable(diagnostic.ToString())).Append("\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{errors} 个错误，{diagnostics.Length - errors} 个警告\n");
        Write(Console.OpenStandardError(), text.ToString());
    }

    /// <summary>Control characters of a hostile text must not reach a terminal.</summary>
    private static string Printable(string text) =>
        string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                span[i] = char.IsControl(source[i]) && source[i] != '\n' ? '\uFFFD' : source[i];
            }
        });

    private static void Write(Stream stream, string text)
    {
        using (stream)
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}

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
