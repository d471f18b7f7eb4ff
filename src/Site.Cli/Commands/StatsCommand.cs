using System.CommandLine;
using System.Text;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Office;
using Site.Cli.Reports;
using Site.Core.Diagnostics;
using Site.Office;
using Site.Office.Imports;
using Site.Statistics.Drafts;
using Site.Statistics.Inputs;
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
        StatsFormCommand.Create(environment),
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
        var command = new Command("template", "Write an empty form for a unit to fill in. No file is ever overwritten.") { form, file, format, site };
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
            Discretion.Say(environment, site, diagnostics);
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

/// <summary><c>site stats form DOCX [--like FORM] [--id ID] [--year YEAR] [--output DIR]</c>: drafts the YAML of next year's form from a Word annex.</summary>
internal static class StatsFormCommand
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    public static Command Create(SiteEnvironment environment)
    {
        var word = new Argument<string>("DOCX") { Description = "A Word file with the empty form; the rest of the plan may stand in it." };
        var like = new Option<string?>("--like") { Description = "Id of last year's form. Default: the one that is most like it." };
        var id = new Option<string?>("--id") { Description = "Id of the new form. Default: last year's with the year in it." };
        id.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !FormDraft.IsId(token.Value))
            {
                result.AddError("--id 只能用小写字母、数字和连字符，写成 bt2027-month 这样。");
            }
        });
        var year = new Option<int?>("--year")
        {
            Description = "Its year. Default: the one that the document names.",
            CustomParser = argument =>
            {
                if (int.TryParse(argument.Tokens is [var token] ? token.Value : "", System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= FirstYear and <= LastYear)
                {
                    return number;
                }

                argument.AddError($"--year 要写成 {FirstYear} 到 {LastYear} 之间的年份。");
                return null;
            },
        };
        var (output, site) = (OfficeOptions.Output(), SiteOptions.Site());
        var command = new Command("form", "Draft the YAML of next year's form from a Word annex, beside last year's. What is new in it starts as internal.") { word, like, id, year, output, site };
        command.SetAction((arguments, _) => Task.FromResult(Run(
            environment, SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(word)!, arguments.GetValue(like), arguments.GetValue(id), arguments.GetValue(year), arguments.GetValue(output))));
        return command;
    }

    /// <returns>0 when the drafts were written, 1 when there is nothing to draft.</returns>
    private static int Run(SiteEnvironment environment, string site, string word, string? like, string? id, int? year, string? output)
    {
        var input = new SourceFolder(site, environment).List("input");
        var file = OldFormats.Convert(CommandLineFiles.Open(word, environment), environment);
        var (drafts, diagnostics) = FormDraft.Make(input.Value, file, like, id, year, environment.Today().Year);
        if (drafts.IsEmpty)
        {
            Discretion.Say(environment, site, diagnostics);
            return 1;
        }

        foreach (var line in drafts.SelectMany(draft => draft.Lines))
        {
            environment.Terminal.WriteLine(line);
        }

        OfficeFolder.Write(site, OfficeOptions.Folder(output), "表格", [.. drafts.Select(draft => new OfficeFile($"{draft.Id}.yaml", Encoding.UTF8.GetBytes(draft.Yaml)))], environment, isNew: true);
        environment.Terminal.WriteErrorLine("这是草稿：逐项看过、定好新的空格谁能看以后，放进 input/forms/，再用 site stats template 生成空表。");
        return 0;
    }
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
        var given = CommandLineFiles.Find(files, environment);
        var look = ReturnsDesk.Look(site, given.Value, settings, environment);
        look = look with { Diagnostics = look.Diagnostics.AddRange(given.Diagnostics) };
        var all = OfficeFolder.ForReaders(look.Diagnostics.Sorted(), environment, [.. given.Value.Select(sent => sent.Path)]);
        if (isPreview)
        {
            foreach (var line in ImportPreview.Lines(look.Received, withFigures: !environment.IsOnCi))
            {
                environment.Terminal.WriteLine(line);
            }
        }

        if (writesProblems && ProblemWorkbook.Make(look.Received) is { IsEmpty: false } workbooks)
        {
            OfficeFolder.Write(site, null, "退回", workbooks, environment);
        }

        if (isPreview || ReturnsDesk.Write(site, look, environment) is not { } written)
        {
            Discretion.Say(environment, site, all);
            return all.HasErrors() || look.Received.File is null ? 1 : 0;
        }

        if (!all.IsEmpty)
        {
            Discretion.Say(environment, site, all);
        }

        environment.Terminal.WriteLine(SiteFile.DisplayPath(site, written));
        environment.Terminal.WriteErrorLine(ReturnsDesk.Describe(look.Received));
        return 0;
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
        Discretion.Say(environment, site, diagnostics);
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
        Discretion.Say(environment, site, diagnostics);
        return diagnostics.HasErrors() ? 1 : 0;
    }
}
