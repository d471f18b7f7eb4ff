using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Site.Cli.Infrastructure;
using Site.Cli.Office;
using Site.Cli.Office.Page;
using Site.Cli.Reports;
using Site.Office.Bulletins;
using Site.Office.Duties;
using Site.Office.Plans;
using Site.Office.Reminders;
using Site.Office.Reports;
using Site.Office.Summaries;
using Site.Statistics.Inputs;

namespace Site.Cli.Commands;

/// <summary><c>site office …</c>: the office's month; alone, its page. All of it stays on the office's own machine.</summary>
internal static class OfficeCommand
{
    public static Command Create(SiteEnvironment environment, RunCommand run)
    {
        var command = new Command("office", "What is due, who is late, summaries, report and bulletin: for the office alone, nothing of it is published. Without more words it opens the page for all of it.")
        {
            OfficeOpenCommand.Create(environment, run),
            OfficeDueCommand.Create(environment),
            OfficeReceivedCommand.Create(environment),
            OfficeCalendarCommand.Create(environment),
            OfficeRemindCommand.Create(environment),
            OfficeSummaryCommand.Create(environment),
            OfficeReportCommand.Create(environment),
            OfficeBulletinCommand.Create(environment),
            OfficePlanCommand.Create(environment),
            OfficeReleasedCommand.Create(environment),
        };
        return OfficeOpenCommand.WithAction(command, environment, run);
    }
}

/// <summary><c>site office [open] [--site DIR] [--port 0]</c>: the office's page in the browser, on this machine alone.</summary>
internal static class OfficeOpenCommand
{
    public static Command Create(SiteEnvironment environment, RunCommand run) =>
        WithAction(new Command("open", "Open the page for all of it, on this machine alone."), environment, run);

    /// <returns>The command, which opens the page where nothing else is asked.</returns>
    public static Command WithAction(Command command, SiteEnvironment environment, RunCommand run)
    {
        var (site, port) = (SiteOptions.Site(), ServeCommand.Port(0));
        command.Add(site);
        command.Add(port);
        foreach (var subcommand in command.Subcommands)
        {
            subcommand.Validators.Add(result =>
            {
                if (result.Parent is CommandResult office && (office.GetResult(site) is { Implicit: false } || office.GetResult(port) is { Implicit: false }))
                {
                    result.AddError("--site 和 --port 写在子命令的后面，如 site office due --site 文件夹。");
                }
            });
        }

        command.SetAction(async (arguments, stop) =>
        {
            await using var server = await OfficeServer.StartAsync(arguments.GetValue(port), SiteOptions.Folder(arguments.GetValue(site)!), run, environment, stop);
            environment.WarnOfTemporaryMemory();
            environment.Terminal.WriteLine($"办公室的网页：{server.Address}（只在这台电脑上能打开；按 Ctrl+C 结束）");
            await server.RunAsync(Task.Delay(Timeout.Infinite, stop), stop);
            return 0;
        });
        return command;
    }
}

/// <summary>Options that the commands of the office share.</summary>
internal static class OfficeOptions
{
    public static Option<string?> Output() => new("--output") { Description = "The folder to write to. Default: office in the site folder." };

    public static Option<BuildDay> AsOf(SiteEnvironment environment)
    {
        var option = SiteOptions.AsOf(environment);
        option.Description = "The day of which the state is asked, as YYYY-MM-DD. Default: today in China.";
        return option;
    }

    /// <returns>The absolute path of the folder to write to; null for the usual one.</returns>
    public static string? Folder(string? output) => output is null ? null : SiteOptions.FullPath("--output", output);
}

/// <summary><c>site office due [--as-of DATE]</c>.</summary>
internal static class OfficeDueCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var (asOf, site) = (OfficeOptions.AsOf(environment), SiteOptions.Site());
        var command = new Command("due", "List what is due, late and early, by input/duties.yaml.") { asOf, site };
        command.SetAction((arguments, _) =>
        {
            var input = OfficeFolder.Read(SiteOptions.Folder(arguments.GetValue(site)!), environment);
            foreach (var line in input is null ? [] : DueReport.Lines(input, arguments.GetValue(asOf)))
            {
                environment.Terminal.WriteLine(line);
            }

            return Task.FromResult(input is null ? 1 : 0);
        });
        return command;
    }
}

/// <summary><c>site office received DUTY UNIT… [--due DATE] [--on DATE]</c>.</summary>
internal static class OfficeReceivedCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var duty = new Argument<string>("DUTY") { Description = "Id of a duty of input/duties.yaml that is handed in on no form." };
        var units = new Argument<string[]>("UNIT") { Description = "Ids or names of units.", Arity = ArgumentArity.OneOrMore };
        var due = SiteOptions.Day("--due", "The day by which it was due. Default: the day nearest to the day on which it came in.");
        var on = SiteOptions.Day("--on", "The day on which it came in. Default: today in China.");
        var site = SiteOptions.Site();
        var command = new Command("received", "Note in input/received.csv that units handed in what is no form.") { duty, units, due, on, site };
        command.SetAction((arguments, _) =>
        {
            var folder = SiteOptions.Folder(arguments.GetValue(site)!);
            if (OfficeFolder.Read(folder, environment) is not { } input)
            {
                return Task.FromResult(1);
            }

            var before = new SourceFolder(folder, environment).Find("input/received.csv")?.Load();
            var (made, diagnostics) = ReceivedNote.Make(input, before, arguments.GetValue(duty)!, [.. arguments.GetValue(units)!], arguments.GetValue(due), arguments.GetValue(on) ?? environment.Today());
            if (made is null)
            {
                Discretion.Say(environment, folder, diagnostics);
                return Task.FromResult(1);
            }

            SiteFile.Replace(folder, made.Name, made.Bytes);
            environment.Terminal.WriteLine(SiteFile.DisplayPath(folder, made.Name));
            return Task.FromResult(0);
        });
        return command;
    }
}

/// <summary><c>site office calendar [--output DIR]</c>.</summary>
internal static class OfficeCalendarCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var (output, site) = (OfficeOptions.Output(), SiteOptions.Site());
        var command = new Command("calendar", "Write a calendar (.ics) of duties for each unit, and one for the office.") { output, site };
        command.SetAction((arguments, _) =>
        {
            var folder = SiteOptions.Folder(arguments.GetValue(site)!);
            if (OfficeFolder.Read(folder, environment) is not { } input)
            {
                return Task.FromResult(1);
            }

            OfficeFolder.Write(folder, OfficeOptions.Folder(arguments.GetValue(output)), "日历", DutyCalendars.Make(input), environment);
            return Task.FromResult(0);
        });
        return command;
    }
}

/// <summary><c>site office remind [--as-of DATE] [--output DIR]</c>.</summary>
internal static class OfficeRemindCommand
{
    /// <summary>Folders of texts that are written anew each time, so that nobody is reminded who is no longer late.</summary>
    private static readonly ImmutableArray<string> Texts = ["各单位", "补正"];

    public static Command Create(SiteEnvironment environment)
    {
        var (asOf, output, site) = (OfficeOptions.AsOf(environment), OfficeOptions.Output(), SiteOptions.Site());
        var command = new Command("remind", "Say who has not handed in what, with what changed since the day before, and write the table and the texts to send.") { asOf, output, site };
        command.SetAction((arguments, _) =>
        {
            var folder = SiteOptions.Folder(arguments.GetValue(site)!);
            if (OfficeFolder.Read(folder, environment) is not { } input)
            {
                return Task.FromResult(1);
            }

            var reminder = Reminder.Make(input, arguments.GetValue(asOf));
            foreach (var line in reminder.Lines().Append(""))
            {
                environment.Terminal.WriteLine(line);
            }

            OfficeFolder.Write(folder, OfficeOptions.Folder(arguments.GetValue(output)), "催报", reminder.Files(), environment, texts: Texts);
            return Task.FromResult(0);
        });
        return command;
    }
}

/// <summary><c>site office summary FORM [--as-of DATE] [--format docx|xlsx|csv] [--output DIR]</c>.</summary>
internal static class OfficeSummaryCommand
{
    private static readonly string[] Usual = ["docx", "xlsx"];

    public static Command Create(SiteEnvironment environment)
    {
        var form = new Argument<string>("FORM") { Description = "Id of a form of input/forms." };
        var format = new Option<string?>("--format") { Description = $"One of {string.Join(", ", SummaryWriter.Formats)}. Default: docx and xlsx." };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && SiteOptions.Unknown("--format", token.Value, SummaryWriter.Formats) is { } mistake)
            {
                result.AddError(mistake);
            }
        });
        var (asOf, output, site) = (OfficeOptions.AsOf(environment), OfficeOptions.Output(), SiteOptions.Site());
        var command = new Command("summary", "Write the sums of a form in its own layout, for the city, each district and each sector.") { form, asOf, format, output, site };
        command.SetAction((arguments, _) =>
        {
            var folder = SiteOptions.Folder(arguments.GetValue(site)!);
            if (OfficeFolder.Read(folder, environment, needsDuties: false) is not { } input)
            {
                return Task.FromResult(1);
            }

            var (id, day) = (arguments.GetValue(form)!, (DateOnly)arguments.GetValue(asOf));
            var made = (arguments.GetValue(format) is { } one ? [one] : Usual).Select(each => SummaryWriter.Make(input, id, day, each)).ToList();
            if (made.Exists(result => result.Value.IsEmpty))
            {
                Discretion.Say(environment, folder, made[0].Diagnostics);
                return Task.FromResult(1);
            }

            OfficeFolder.Write(folder, OfficeOptions.Folder(arguments.GetValue(output)), Path.Combine("汇总", $"{id}-{day:yyyy-MM-dd}"), [.. made.SelectMany(result => result.Value)], environment);
            environment.Terminal.WriteErrorLine("这些是内部材料，没有经过保护处理：不得公布，也不要放进 content/ 和公开的仓库。");
            return Task.FromResult(0);
        });
        return command;
    }
}

/// <summary><c>site office report [--as-of DATE] [--output DIR]</c>.</summary>
internal static class OfficeReportCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var (asOf, output, site) = (OfficeOptions.AsOf(environment), OfficeOptions.Output(), SiteOptions.Site());
        var command = new Command("report", "Draft the final report: figures with their sources, tables, news, last year; the rest is marked as to be written.") { asOf, output, site };
        command.SetAction((arguments, _) =>
        {
            var (folder, day) = (SiteOptions.Folder(arguments.GetValue(site)!), (DateOnly)arguments.GetValue(asOf));
            if (OfficeFolder.Read(folder, environment, needsDuties: false) is not { } input || OfficeFolder.ReadSite(folder, day, environment) is not var (website, _))
            {
                return Task.FromResult(1);
            }

            OfficeFolder.Write(folder, OfficeOptions.Folder(arguments.GetValue(output)), "总结", FinalReport.Make(input, website, day), environment);
            return Task.FromResult(0);
        });
        return command;
    }
}

/// <summary><c>site office bulletin [--week DATE] [--output DIR]</c>.</summary>
internal static class OfficeBulletinCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var week = SiteOptions.Day("--week", "A day of the week, which goes from Monday to Sunday. Default: today in China.");
        var (output, site) = (OfficeOptions.Output(), SiteOptions.Site());
        var command = new Command("bulletin", "Draft the weekly bulletin from what is public: a page of the site, a Word document on A4, and a text for chats.") { week, output, site };
        command.SetAction((arguments, _) =>
        {
            var (folder, day) = (SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(week) ?? environment.Today());
            var sunday = day.AddDays((7 - (int)day.DayOfWeek) % 7);
            if (OfficeFolder.ReadSite(folder, sunday < environment.Today() ? sunday : environment.Today(), environment) is not var (website, shown))
            {
                return Task.FromResult(1);
            }

            var (page, papers) = BulletinDraft.Make(website, shown, day);
            CommandLineFiles.RefuseExisting(Path.Combine(folder, page.Name));
            SiteFile.Write(folder, page.Name, page.Bytes);
            environment.Terminal.WriteLine(SiteFile.DisplayPath(folder, page.Name));
            OfficeFolder.Write(folder, OfficeOptions.Folder(arguments.GetValue(output)), "简报", papers, environment);
            environment.Terminal.WriteErrorLine("网页是草稿：核对、补上〔待补充〕的地方、签核以后，删掉 draft 那一行才会发布。");
            return Task.FromResult(0);
        });
        return command;
    }
}

/// <summary><c>site office plan [--as-of DATE] [--page] [--output DIR]</c>.</summary>
internal static class OfficePlanCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var page = new Option<bool>("--page") { Description = "Write the public version to content/pages/plan.md, where input/policy.yaml says publishPlan: true." };
        var (asOf, output, site) = (OfficeOptions.AsOf(environment), OfficeOptions.Output(), SiteOptions.Site());
        var command = new Command("plan", "Show how the tasks of input/plan.yaml stand, and which of them nothing on the site shows; write the board as a workbook.") { asOf, page, output, site };
        command.SetAction((arguments, _) => Task.FromResult(Run(
            SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(asOf), arguments.GetValue(page), OfficeOptions.Folder(arguments.GetValue(output)), environment)));
        return command;
    }

    private static int Run(string folder, DateOnly day, bool writesPage, string? output, SiteEnvironment environment)
    {
        if (OfficeFolder.Read(folder, environment, needsDuties: false) is not { } input || OfficeFolder.ReadSite(folder, day, environment) is not var (website, shown))
        {
            return 1;
        }

        if (!input.HasPlan)
        {
            Discretion.Say(environment, folder, [PlanBoard.Missing()]);
            return 1;
        }

        foreach (var line in PlanBoard.Lines(input, website, day).Append(""))
        {
            environment.Terminal.WriteLine(line);
        }

        OfficeFolder.Write(folder, output, "方案", [PlanBoard.Workbook(input, website, day)], environment);
        if (!writesPage)
        {
            return 0;
        }

        var source = new SourceFolder(folder, environment);
        var existing = source.Find("content/pages/plan.md") is { } file ? System.Text.Encoding.UTF8.GetString(file.Load()) : null;
        var (made, diagnostics) = PlanBoard.PublicPage(input, website, shown, new InputFiles(source.List("input").Value).Policy.Value, existing, day);
        if (made is null)
        {
            Discretion.Say(environment, folder, diagnostics);
            return 1;
        }

        SiteFile.Replace(folder, made.Name, made.Bytes);
        environment.Terminal.WriteLine(SiteFile.DisplayPath(folder, made.Name));
        return 0;
    }
}

/// <summary><c>site office released [NAME] [--output DIR]</c>.</summary>
internal static class OfficeReleasedCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var name = new Argument<string?>("NAME") { Description = "The release. Default: the newest.", Arity = ArgumentArity.ZeroOrOne };
        var (output, site) = (OfficeOptions.Output(), SiteOptions.Site());
        var command = new Command("released", "Write a workbook of what a release published and what not.") { name, output, site };
        command.SetAction((arguments, _) =>
        {
            var folder = SiteOptions.Folder(arguments.GetValue(site)!);
            if (OfficeFolder.Read(folder, environment, needsDuties: false) is not { } input || OfficeFolder.ReadSite(folder, environment.Today(), environment) is not var (_, shown))
            {
                return Task.FromResult(1);
            }

            var (file, diagnostics) = ReleasedWorkbook.Make(input, shown, arguments.GetValue(name));
            if (file is null)
            {
                Discretion.Say(environment, folder, diagnostics);
                return Task.FromResult(1);
            }

            OfficeFolder.Write(folder, OfficeOptions.Folder(arguments.GetValue(output)), "发布", [file], environment);
            return Task.FromResult(0);
        });
        return command;
    }
}
