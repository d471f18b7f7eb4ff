using System.Collections.Immutable;
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
            var arguments = Create(environment, typed.Count > 0 ? typed[0] : null).Parse(typed, new() { ResponseFileTokenReplacer = null });
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

    /// <returns>The program with the command that is typed, or with all of them where none is or it is another word: to make them all takes as long as to read fifty pages.</returns>
    private static RootCommand Create(SiteEnvironment environment, string? typed)
    {
        var root = new RootCommand("Makes the public website of a Safety Production Month campaign from Markdown.");
        var isKnown = Commands.Any(command => command.Name == typed);
        foreach (var (name, create) in Commands)
        {
            if (!isKnown || name == typed)
            {
                root.Add(create(environment));
            }
        }

        return root;
    }

    /// <summary>Every command by the word that is typed, so that one is made without the others; a test holds it to be the command's own name.</summary>
    internal static readonly ImmutableArray<(string Name, Func<SiteEnvironment, Command> Create)> Commands =
    [
        ("build", BuildCommand.Create),
        ("check", CheckCommand.Create),
        ("serve", ServeCommand.Create),
        ("edit", EditCommand.Create),
        ("accept", AcceptCommand.Create),
        ("init", InitCommand.Create),
        ("new", NewCommand.Create),
        ("pack", PackCommand.Create),
        ("stats", StatsCommand.Create),
        ("office", environment => OfficeCommand.Create(environment, RunAsync)),
        ("sign", SignCommand.Create),
        ("codeowners", CodeOwnersCommand.Create),
        ("schema", SchemaCommand.Create),
        ("diff", DiffCommand.Create),
        ("review", ReviewCommand.Create),
        ("quiz", QuizCommand.Create),
    ];

    private static int Fail(SiteEnvironment environment, string message)
    {
        environment.Terminal.WriteErrorLine(message.ReplaceLineEndings(" "));
        return 2;
    }
}
