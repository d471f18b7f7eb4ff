using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Site.Cli.Edges;
using Site.Disclosure;
using Site.Model;

namespace Site.Cli;

/// <summary><c>site stats import FILE… [--as-of DATE] [--unit UNIT] [--correction]</c>: filled-in forms into <c>input/returns/</c>, all or none.</summary>
internal static class StatsImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Filled-in forms (.docx, .xlsx, .csv), long tables (.csv), or folders of these.", Arity = ArgumentArity.OneOrMore };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The day up to which the figures count, as YYYY-MM-DD. Default: the day on each form.",
            CustomParser = argument =>
            {
                if (DateOnly.TryParseExact(argument.Tokens is [var token] ? token.Value : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return day;
                }

                argument.AddError("--as-of 要写成 2026-06-16 这样的日期。");
                return null;
            },
        };
        var unit = new Option<string?>("--unit") { Description = "Id of the unit that filled them in. Default: the unit on each form." };
        var correction = new Option<bool>("--correction") { Description = "They correct returns that are there already." };
        var site = SiteOptions.Site();
        var command = new Command("import", "Read filled-in forms into input/returns: all of them, or nothing is written. Persons and telephones are dropped on arrival.")
        {
            files, asOf, unit, correction, site,
        };
        command.SetAction((arguments, _) => Task.FromResult(Run(
            SiteOptions.Folder(arguments.GetValue(site)!),
            arguments.GetValue(files)!,
            new(arguments.GetValue(asOf), arguments.GetValue(unit), arguments.GetValue(correction)))));
        return command;
    }

    /// <returns>0 when all were imported, 1 when any was wrong and nothing was written.</returns>
    private static int Run(string site, string[] files, ImportSettings settings)
    {
        var input = SourceFolder.List(site, "input");
        var given = GivenFiles.Find(files);
        var (received, problems) = ReturnsImport.Read(input.Value, given.Value, settings);
        ImmutableArray<Problem> all = [.. input.Problems, .. given.Problems, .. problems];
        if (all.HasErrors() || received.File is not { } file)
        {
            Terminal.Print(all.Sorted());
            return 1;
        }

        SiteFile.WriteWhole(site, file.Path, file.Load());
        Terminal.Say(SiteFile.Seen(site, file.Path));
        Terminal.Error($"已导入 {received.Returns} 份报表（{received.Units} 个单位{(received.Corrections > 0 ? $"，其中更正 {received.Corrections} 份" : "")}）："
            + $"填报 {received.Reported} 个数，{received.NotReported} 个空格没有填报；已丢弃 {received.Dropped} 项个人信息。");
        return 0;
    }
}
