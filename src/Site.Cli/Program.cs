using System.CommandLine;
using Site.Cli.Commands;
using Site.Cli.Infrastructure;

var root = new RootCommand("Makes the public website of a Safety Production Month campaign from Markdown.")
{
    BuildCommand.Create(),
    CheckCommand.Create(),
    ServeCommand.Create(),
    NewCommand.Create(),
    StatsCommand.Create(),
    SignCommand.Create(),
    CodeOwnersCommand.Create(),
    DiffCommand.Create(),
    QuizCommand.Create(),
};

try
{
    // A title may begin with @: it names no file of arguments.
    var arguments = root.Parse(args, new() { ResponseFileTokenReplacer = null });
    return arguments.Errors.Count > 0
        ? EnvironmentException.Report(UsageErrors.Describe(arguments))
        : await arguments.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (EnvironmentException.Covers(failure))
{
    return EnvironmentException.Report(EnvironmentException.Describe(failure));
}
catch (Exception mistake)
{
    Terminal.WriteErrorLine(InternalError.Describe(mistake));
    return 2;
}
