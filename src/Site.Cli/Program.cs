using System.CommandLine;
using Site.Cli;

var root = new RootCommand("Makes the public website of a Safety Production Month campaign from Markdown.")
{
    BuildCommand.Create(),
    CheckCommand.Create(),
};

try
{
    return root.Parse(args) is { Errors.Count: > 0 } wrong
        ? WorldFailure.Say(string.Join(" ", wrong.Errors.Select(error => error.Message)))
        : await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (WorldFailure.Is(failure))
{
    return WorldFailure.Say(failure.Message);
}
