using System.CommandLine;
using Site.Cli.Diff;
using Site.Cli.Infrastructure;

namespace Site.Cli.Commands;

/// <summary><c>site diff OLD NEW</c>: what changes for the public between two output folders, as Markdown for a pull request.</summary>
internal static class DiffCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var old = new Argument<string>("OLD") { Description = "The output folder of the site as it is published." };
        var now = new Argument<string>("NEW") { Description = "The output folder of the site as it would be." };
        var command = new Command("diff", "Tell what changes for the public between two output folders, as Markdown.") { old, now };
        command.SetAction((arguments, _) => Task.FromResult(Run(
            environment,
            PublishedFolder.Open(SiteOptions.FullPath("OLD", arguments.GetValue(old)!)),
            PublishedFolder.Open(SiteOptions.FullPath("NEW", arguments.GetValue(now)!)))));
        return command;
    }

    /// <returns>Always 0.</returns>
    private static int Run(SiteEnvironment environment, PublishedSite old, PublishedSite now)
    {
        environment.Terminal.WriteLine(ChangeReport.Write(PageChanges.Between(old, now), FigureChanges.Between(old, now), EntryChanges.Between(old, now)).TrimEnd('\n'));
        return 0;
    }
}
