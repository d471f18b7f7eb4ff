using System.CommandLine;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Reports;

namespace Site.Cli.Commands;

/// <summary><c>site check [--site DIR] [--as-of DATE] [--strict] [--format text|github|sarif|json] [--internal]</c>: reports everything that is wrong, and writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var site = SiteOptions.Site();
        var asOf = SiteOptions.AsOf(environment);
        var drafts = SiteOptions.Drafts();
        var strict = SiteOptions.Strict();
        var isInternal = SiteOptions.Internal();
        var format = new Option<string>("--format")
        {
            Description = "How to say it: for people, as GitHub annotations, as SARIF 2.1.0 or as JSON.",
            DefaultValueFactory = _ => DiagnosticFormats.All[0].Name,
        };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && SiteOptions.Unknown("--format", token.Value, DiagnosticFormats.All.Select(known => known.Name)) is { } mistake)
            {
                result.AddError(mistake);
            }
        });
        var command = new Command("check", "Say everything that is wrong with the site, and write nothing.") { site, asOf, drafts, strict, format, isInternal };
        command.SetAction((arguments, _) => RunAsync(
            environment,
            new(SiteOptions.Folder(arguments.GetValue(site)!), "", null, arguments.GetValue(asOf), arguments.GetValue(drafts), false, arguments.GetValue(strict)) { IsInternal = arguments.GetValue(isInternal), Today = environment.Today() },
            DiagnosticFormats.All.Single(known => known.Name == arguments.GetValue(format))));
        return command;
    }

    /// <returns>0 when the site can be published, 1 when something stops it.</returns>
    private static async Task<int> RunAsync(SiteEnvironment environment, BuildRequest request, DiagnosticFormat format)
    {
        var report = await BuildPipeline.CheckAsync(request, environment);
        if (format.IsForPeople)
        {
            environment.Terminal.WriteDiagnostics(report.Diagnostics);
        }
        else
        {
            environment.Terminal.WriteLine(format.Write(report.Diagnostics).TrimEnd('\n'));
        }

        return report.ExitCode;
    }
}
