using System.CommandLine;
using Site.Cli.Infrastructure;

namespace Site.Cli.Commands;

/// <summary>The program itself: <c>site COMMAND …</c>.</summary>
internal static class SiteCommand
{
    /// <summary>Runs a command as typed. No exception leaves it: what goes wrong is said in one line on standard error.</summary>
    /// <param name="typed">The arguments without the name of the program.</param>
    /// <param name="environment">The world outside that the command reads and writes.</param>
    /// <returns>Exit code: 0 done, 1 the content is wrong, 2 the command is typed wrong, the environment failed, or the program has an error.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> typed, SiteEnvironment environment)
    {
        try
        {
            // A title may begin with @: it names no file of arguments.
            var arguments = Create(environment).Parse(typed, new() { ResponseFileTokenReplacer = null });
            return arguments.Errors.Count > 0
                ? Fail(environment, UsageErrors.Describe(arguments))
                : await arguments.InvokeAsync(new()
                {
                    EnableDefaultExceptionHandler = false,
                    Output = environment.Terminal.OutputWriter(),
                    Error = environment.Terminal.ErrorWriter(),
                });
        }
        catch (Exception failure) when (EnvironmentException.Covers(failure))
        {
            return Fail(environment, EnvironmentException.Describe(failure, environment));
        }
        catch (Exception error)
        {
            environment.Terminal.WriteErrorLine(InternalError.Describe(error, environment));
            return 2;
        }
    }

    private static RootCommand Create(SiteEnvironment environment) => new("Makes the public website of a Safety Production Month campaign from Markdown.")
    {
        BuildCommand.Create(environment),
        CheckCommand.Create(environment),
        ServeCommand.Create(environment),
        EditCommand.Create(environment),
        AcceptCommand.Create(environment),
        InitCommand.Create(environment),
        NewCommand.Create(environment),
        PackCommand.Create(environment),
        StatsCommand.Create(environment),
        OfficeCommand.Create(environment, RunAsync),
        SignCommand.Create(environment),
        CodeOwnersCommand.Create(environment),
        SchemaCommand.Create(environment),
        DiffCommand.Create(environment),
        ReviewCommand.Create(environment),
        QuizCommand.Create(environment),
    };

    private static int Fail(SiteEnvironment environment, string message)
    {
        environment.Terminal.WriteErrorLine(message.ReplaceLineEndings(" "));
        return 2;
    }
}
