using System.CommandLine;
using Site.Cli.Edges;
using Site.Disclosure;
using Site.Model;

namespace Site.Cli;

/// <summary><c>site stats release NAME [--as-of DATE] [--title TITLE] [--site DIR]</c>: makes, protects, audits and freezes a release, or writes nothing.</summary>
internal static class StatsReleaseCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the release, which stands in addresses: 2026-06-28." };
        var asOf = SiteOptions.AsOf();
        asOf.Description = "Returns up to this day count, as YYYY-MM-DD. Default: today in China.";
        var title = new Option<string?>("--title") { Description = "Title of the release. Default: 活动统计 with the day." };
        var site = SiteOptions.Site();
        var command = new Command("release", "Make the tables of input/tables.yaml, protect them together with all that was published, and freeze them in input/releases.")
        {
            name, asOf, title, site,
        };
        command.SetAction((arguments, _) => RunAsync(
            SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(name)!, arguments.GetValue(asOf), arguments.GetValue(title)));
        return command;
    }

    /// <returns>0 when the release was frozen, 1 when anything was wrong and nothing was written.</returns>
    private static async Task<int> RunAsync(string site, string name, DateOnly asOf, string? title)
    {
        var input = SourceFolder.List(site, "input");
        using var worker = new NodeWorker();
        var attempts = await AttemptLine.CountAsync(site, input.Value, asOf, () => AttemptLine.ReadSite(site, asOf), worker);
        var made = attempts.Problems.HasErrors() ? new([], [], []) : ReleaseMaker.Make(input.Value, name, asOf, title, attempts.Value);
        var problems = input.Problems.Concat(attempts.Problems).Concat(made.Problems).Sorted();
        Terminal.Print(problems);
        if (problems.HasErrors())
        {
            return 1;
        }

        NewFolder.Write(site, $"input/releases/{name}", made.Files);
        foreach (var line in made.Lines.Concat(made.Files.Select(file => SiteFile.Seen(site, file.Path))))
        {
            Terminal.Say(line);
        }

        return 0;
    }
}
