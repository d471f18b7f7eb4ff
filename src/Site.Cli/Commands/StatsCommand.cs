using Site.Statistics.Inputs;
using System.Collections.Immutable;
using System.CommandLine;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Office;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Office.Imports;
using Site.Statistics.Releases;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Cli.Commands;

/// <summary><c>site stats …</c>: the campaign statistics, from empty forms to releases.</summary>
internal static class StatsCommand
{
    public static Command Create(SiteEnvironment environment) => new("stats", "Forms, returns and releases of the campaign statistics.")
    {
        StatsTemplateCommand.Create(environment),
        StatsImportCommand.Create(environment),
        StatsReleaseCommand.Create(environment),
        StatsAuditCommand.Create(environment),
    };
}

/// <summary><c>site stats template FORM [--format xlsx|docx|csv] FILE</c>: writes an empty form for a unit to fill in.</summary>
internal static class StatsTemplateCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var form = new Argument<string>("FORM") { Description = "Id of a form of input/forms." };
        var file = new Argument<string>("FILE") { Description = "The file to write; never over another." };
        var format = new Option<string?>("--format") { Description = $"One of {string.Join(", ", FormTemplate.Formats)}. Default: the ending of FILE." };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && SiteOptions.Unknown("--format", token.Value, FormTemplate.Formats) is { } mistake)
            {
                result.AddError(mistake);
            }
        });
        var site = SiteOptions.Site();
        var command = new Command("template", "Write writes an empty form for a unit to fill in. No file is ever overwritten.") { form, file, format, site };
        command.SetAction((arguments, _) => Task.FromResult(Run(
            environment,
            SiteOptions.Folder(arguments.GetValue(site)!),
            arguments.GetValue(form)!,
            arguments.GetValue(format) ?? Format(arguments.GetValue(file)!),
            arguments.GetValue(file)!)));
        return command;
    }

    /// <returns>0 when the file was written, 1 when there is no such form.</returns>
    private static int Run(SiteEnvironment environment, string site, string form, string format, string file)
    {
        var folder = new SourceFolder(site, environment);
        var input = folder.List("input");
        var (bytes, diagnostics) = FormTemplate.Make(input.Value, form, format);
        if (bytes is null)
        {
            environment.Terminal.WriteDiagnostics(diagnostics);
            return 1;
        }

        NewFile.Write(SiteOptions.FullPath("FILE", file), bytes);
        environment.Terminal.WriteLine(file);
        environment.Terminal.WriteErrorLine("这是空表：发给各单位填写，收回后用 site stats import 导入。");
        return 0;
    }

    private static string Format(string file) => Path.GetExtension(file).TrimStart('.').ToLowerInvariant() is var ending && FormTemplate.Formats.Contains(ending)
        ? ending
        : throw new EnvironmentException($"看不出要写成什么格式：文件名以 {string.Join("、", FormTemplate.Formats.Select(known => "." + known))} 结尾，或者加上 --format。");
}

/// <summary><c>site stats import FILE… [--as-of DATE] [--unit UNIT] [--correction] [--preview] [--problems]</c>: filled-in forms into <c>input/returns/</c>, all or none.</summary>
internal static class StatsImportCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var files = new Argument<string[]>("FILE") { Description = "Filled-in forms (.docx, .xlsx, .et, .wps, .csv; .doc and .xls where LibreOffice is installed), long tables (.csv), or folders of these.", Arity = ArgumentArity.OneOrMore };
        var asOf = SiteOptions.Day("--as-of", "The day up to which the figures count, as YYYY-MM-DD. Default: the day on each form.");
        var unit = new Option<string?>("--unit") { Description = "Id of the unit that filled them in. Default: the unit on each form." };
        var correction = new Option<bool>("--correction") { Description = "They correct returns that are there already." };
        var preview = new Option<bool>("--preview") { Description = "Say what each file would change, and write nothing." };
        var problems = new Option<bool>("--problems") { Description = "Write a workbook with the cells marked for each file that has to go back, into office in the site folder." };
        var site = SiteOptions.Site();
        var command = new Command("import", "Read filled-in forms into input/returns: all of them, or nothing is written. Persons and telephones are dropped on arrival.")
        {
            files, asOf, unit, correction, preview, problems, site,
        };
        command.SetAction((arguments, _) => Task.FromResult(Run(
            environment,
            SiteOptions.Folder(arguments.GetValue(site)!),
            arguments.GetValue(files)!,
            new(arguments.GetValue(asOf), arguments.GetValue(unit), arguments.GetValue(correction)),
            arguments.GetValue(preview),
            arguments.GetValue(problems))));
        return command;
    }

    /// <returns>0 when all were imported, or could be; 1 when any was wrong and nothing was imported.</returns>
    private static int Run(SiteEnvironment environment, string site, string[] files, ImportSettings settings, bool isPreview, bool writesProblems)
    {
        var folder = new SourceFolder(site, environment);
        var input = folder.List("input");
        var given = CommandLineFiles.Find(files, environment);
        ImmutableArray<SourceFile> converted = [.. given.Value.Select(file => OldFormats.Convert(file, environment))];
        var (received, diagnostics) = ReturnsImport.Read(input.Value, converted, settings with { Days = BuildPipeline.ReadReturnDays(folder, environment.Today()) });
        ImmutableArray<Diagnostic> all = OfficeFolder.ForReaders([.. input.Diagnostics.Concat(given.Diagnostics).Concat(diagnostics).Sorted()], environment, [.. given.Value.Select(sent => sent.Path)]);
        if (isPreview)
        {
            foreach (var line in ImportPreview.Lines(received, withFigures: string.IsNullOrEmpty(environment.Variable("CI"))))
            {
                environment.Terminal.WriteLine(line);
            }
        }

        if (writesProblems && ProblemWorkbook.Make(received) is { IsEmpty: false } workbooks)
        {
            OfficeFolder.Write(site, null, "退回", workbooks, environment);
        }

        if (isPreview || all.HasErrors() || received.File is not { } file)
        {
            Remember(site, received, isPreview, wasWritten: false, environment);
            environment.Terminal.WriteDiagnostics(all);
            return all.HasErrors() || received.File is null ? 1 : 0;
        }

        SiteFile.Write(site, file.Path, file.Load());
        Remember(site, received, isPreview, wasWritten: true, environment);
        if (!all.IsEmpty)
        {
            environment.Terminal.WriteDiagnostics(all);
        }

        environment.Terminal.WriteLine(SiteFile.DisplayPath(site, file.Path));
        environment.Terminal.WriteErrorLine($"已导入 {received.Returns} 份报表（{received.Units} 个单位{(received.Corrections > 0 ? $"，其中更正 {received.Corrections} 份" : "")}）："
            + $"填报 {received.Reported} 个数，{received.NotReported} 个空格没有填报；已丢弃 {received.Dropped} 项个人信息。");
        return 0;
    }

    /// <summary>Keeps on this machine which returns came in and which were refused: reminders tell both.</summary>
    private static void Remember(string site, ReceivedReturns received, bool isPreview, bool wasWritten, SiteEnvironment environment)
    {
        if (!isPreview && ImportRecord.Add(ImportMemory.Read(site, environment), received, wasWritten, environment.Today()) is { } journal)
        {
            ImportMemory.Write(site, journal, environment);
        }
    }
}

/// <summary><c>site stats release NAME [--as-of DATE] [--title TITLE] [--site DIR] [--internal]</c>: makes, protects, audits and publishes a release to <c>input/releases/</c>, or writes nothing.</summary>
internal static class StatsReleaseCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the release, which stands in addresses: 2026-06-28." };
        var asOf = SiteOptions.AsOf(environment);
        asOf.Description = "Returns up to this day count, as YYYY-MM-DD. Default: today in China.";
        var title = new Option<string?>("--title") { Description = "Title of the release. Default: 活动统计 with the day." };
        var site = SiteOptions.Site();
        var isInternal = SiteOptions.Internal();
        var command = new Command("release", "Make the tables of input/tables.yaml, protect them together with all that was published, and freeze them in input/releases.")
        {
            name, asOf, title, site, isInternal,
        };
        command.SetAction((arguments, _) => RunAsync(
            environment, SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(name)!, arguments.GetValue(asOf), arguments.GetValue(title), arguments.GetValue(isInternal)));
        return command;
    }

    /// <returns>0 when the release was written, 1 when anything was wrong and nothing was written.</returns>
    private static async Task<int> RunAsync(SiteEnvironment environment, string site, string name, DateOnly asOf, string? title, bool isInternal)
    {
        var folder = new SourceFolder(site, environment);
        var input = folder.List("input");
        var files = new InputFiles(input.Value);
        var attempts = await AttemptStep.CountAsync(folder, files, asOf, AttemptStep.ReadQuizzes(folder, files, asOf), environment);
        var made = attempts.Diagnostics.HasErrors() ? new([], [], []) : ReleaseMaker.Make(files, name, asOf, title, attempts.Value);
        var all = input.Diagnostics.Concat(attempts.Diagnostics).Concat(made.Diagnostics).Sorted();
        var diagnostics = isInternal ? all : all.ForOutside(environment.IsOnCi ? all.ReturnedFiles() : []);
        environment.Terminal.WriteDiagnostics(diagnostics);
        if (diagnostics.HasErrors())
        {
            return 1;
        }

        NewFolder.Write(site, $"input/releases/{name}", made.Files);
        foreach (var line in made.Lines.Concat(made.Files.Select(file => SiteFile.DisplayPath(site, file.Path))))
        {
            environment.Terminal.WriteLine(line);
        }

        return 0;
    }
}

/// <summary><c>site stats audit [NAME] [--site DIR] [--internal]</c>: attacks everything ever published, and lists the interval of each withheld figure.</summary>
internal static class StatsAuditCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var name = new Argument<string?>("NAME") { Description = "The release whose figures are listed. Default: all. All are attacked.", Arity = ArgumentArity.ZeroOrOne };
        var site = SiteOptions.Site();
        var isInternal = SiteOptions.Internal();
        var command = new Command("audit", "Attack everything ever published, with the returns if they are there, and say what each withheld figure can be.") { name, site, isInternal };
        command.SetAction((arguments, _) => RunAsync(environment, SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(name), arguments.GetValue(isInternal)));
        return command;
    }

    /// <returns>0 when no withheld figure can be derived, 1 when one can or a file is wrong.</returns>
    private static async Task<int> RunAsync(SiteEnvironment environment, string site, string? name, bool isInternal)
    {
        var folder = new SourceFolder(site, environment);
        var input = folder.List("input");
        var files = new InputFiles(input.Value);
        var report = ReleaseAudit.Find(files, name);
        foreach (var line in report.Lines)
        {
            environment.Terminal.WriteLine(line);
        }

        var attempts = await AttemptStep.CheckAsync(folder, files, AttemptStep.ReadQuizzes(folder, files, environment.Today()), environment);
        var all = input.Diagnostics.Concat(report.Diagnostics).Concat(attempts).Sorted();
        var diagnostics = isInternal ? all : all.ForOutside(environment.IsOnCi ? all.ReturnedFiles() : []);
        environment.Terminal.WriteDiagnostics(diagnostics);
        return diagnostics.HasErrors() ? 1 : 0;
    }
}
