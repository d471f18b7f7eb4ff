using System.CommandLine;
using Site.Cli.Edges;
using Site.Disclosure;
using Site.Model;

namespace Site.Cli;

/// <summary><c>site stats audit [NAME] [--site DIR]</c>: attacks everything ever published; lists what each withheld figure can be.</summary>
internal static class StatsAuditCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "The release whose figures are listed. Default: all. All are attacked.", Arity = ArgumentArity.ZeroOrOne };
        var site = SiteOptions.Site();
        var command = new Command("audit", "Attack everything ever published, with the returns if they are there, and say what each withheld figure can be.") { name, site };
        command.SetAction((arguments, _) => RunAsync(SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(name)));
        return command;
    }

    /// <returns>0 when nothing gives way, 1 when anything does or a file is wrong.</returns>
    private static async Task<int> RunAsync(string site, string? name)
    {
        var input = SourceFolder.List(site, "input");
        var report = ReleaseAudit.Find(input.Value, name);
        foreach (var line in report.Lines)
        {
            Terminal.Say(line);
        }

        using var worker = new NodeWorker();
        var attempts = await AttemptLine.CheckAsync(site, input.Value, () => AttemptLine.ReadSite(site, Clock.Today()), worker);
        var problems = input.Problems.Concat(report.Problems).Concat(attempts).Sorted();
        Terminal.Print(problems);
        return problems.HasErrors() ? 1 : 0;
    }
}
