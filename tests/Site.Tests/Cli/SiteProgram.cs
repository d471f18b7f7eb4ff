using System.Diagnostics;
using System.Reflection;
using System.Text;
using Site.Cli.Commands;
using Site.Cli.Infrastructure;

namespace Site.Tests;

/// <summary>What a run of the program came to.</summary>
/// <param name="ExitCode">0, 1 or 2.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record SiteRun(int ExitCode, string Output, string Error)
{
    /// <summary>The last line of standard error.</summary>
    public string LastLine => Error.TrimEnd('\n').Split('\n')[^1];

    /// <summary>Fails unless the program ended with exit code 2 and one line on standard error, without a stack trace.</summary>
    public void AssertEnvironmentFailed(string says)
    {
        Assert.Equal(2, ExitCode);
        Assert.Contains(says, Error, StringComparison.Ordinal);
        Assert.Equal(1, Error.Count(c => c == '\n'));
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
    }
}

/// <summary>Runs the program: in this process, or, where a test is about processes, in one of its own.</summary>
internal static class SiteProgram
{
    /// <summary>The program, as <c>dotnet</c> takes it.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(
        typeof(SiteProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "SiteProgram").Value!);

    /// <summary>The environment of this process, on an office's machine whatever the tests run on.</summary>
    public static SiteEnvironment Environment { get; } = SiteEnvironment.OfProcess() with
    {
        MemoryFolder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "site-test-memory"),
        Variable = name => name == "CI" ? null : System.Environment.GetEnvironmentVariable(name),
    };

    /// <summary>Runs it to its end in this process.</summary>
    public static Task<SiteRun> RunAsync(params string[] arguments) => RunAsync(Environment, arguments);

    /// <summary>Runs it to its end in this process and another environment; what it writes is kept.</summary>
    public static async Task<SiteRun> RunAsync(SiteEnvironment environment, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var code = await SiteCommand.RunAsync(arguments, environment with { Terminal = new(output, error, isInteractive: false) });
        return new(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Runs it to its end in a process of its own.</summary>
    /// <param name="environment">Environment variables besides those of this process.</param>
    public static Task<SiteRun> RunProcessAsync(Dictionary<string, string> environment, params string[] arguments) =>
        FinishAsync(Start("dotnet", [Path, .. arguments], environment));

    /// <summary>Runs a shell script, in which <c>"$SITE"</c> is the program for <c>dotnet</c>.</summary>
    public static Task<SiteRun> RunShellAsync(string script) => FinishAsync(Start("sh", ["-c", script], new() { ["SITE"] = Path }));

    /// <summary>Starts a process of the program and goes on.</summary>
    public static Process Start(params string[] arguments) => Start("dotnet", [Path, .. arguments], []);

    private static Process Start(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<SiteRun> FinishAsync(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
            return new(process.ExitCode, await output, await error);
        }
    }
}
