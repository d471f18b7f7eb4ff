using System.CommandLine;
using Site.Cli.Banks;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Reports;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Banks;
using Site.Content.Quizzes.Trials;
using Site.Core.Diagnostics;

namespace Site.Cli.Commands;

/// <summary><c>site quiz import FILE --format FORM [--output FILE] [--report FILE] [--site DIR]</c> and <c>site quiz export QUIZ …</c>: question banks in and out; <c>site quiz levels FILE [--site DIR]</c>: what a trial says of levels.</summary>
internal static class QuizCommand
{
    public static Command Create(SiteEnvironment environment) => new("quiz", "Take in question banks that others wrote, give out quizzes in their forms, and hold levels against trials.")
    {
        Import(environment),
        Export(environment),
        Levels(environment),
    };

    private static Command Import(SiteEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "The bank." };
        var format = Format(BankReader.Formats);
        var output = new Option<string?>("--output") { Description = "The Markdown file to write, with its pictures in img beside it. Default: standard output." };
        var report = Report();
        var site = SiteOptions.Site();
        var command = new Command("import", "Write a bank as a quiz in Markdown, and say what was lost or changed. No file is ever overwritten.")
        {
            file, format, output, report, site,
        };
        command.SetAction((arguments, _) => Task.FromResult(BankImport.Run(
            environment, arguments.GetValue(file)!, arguments.GetValue(format)!, arguments.GetValue(output), arguments.GetValue(report), SiteOptions.Folder(arguments.GetValue(site)!))));
        return command;
    }

    private static Command Export(SiteEnvironment environment)
    {
        var quiz = new Argument<string>("QUIZ") { Description = "The quiz: its id, the name of its file, or the path of its file." };
        var format = Format(BankWriter.Formats);
        var output = new Option<string?>("--output") { Description = "The file to write. Default: standard output." };
        var report = Report();
        var site = SiteOptions.Site();
        var command = new Command("export", "Write a quiz in the form of another program, and say what that cannot carry.") { quiz, format, output, report, site };
        command.SetAction((arguments, _) => Task.FromResult(BankExport.Run(
            environment, arguments.GetValue(quiz)!, arguments.GetValue(format)!, arguments.GetValue(output), arguments.GetValue(report), SiteOptions.Folder(arguments.GetValue(site)!))));
        return command;
    }

    private static Command Levels(SiteEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "CSV with a row a question: its id, how many people answered it, how many of them were right." };
        var site = SiteOptions.Site();
        var command = new Command("levels", "Say which questions are easier or harder than their level, by the rule in .docs/kinds.md. Nothing is changed.") { file, site };
        command.SetAction((arguments, _) => Task.FromResult(CompareLevels(environment, arguments.GetValue(file)!, SiteOptions.Folder(arguments.GetValue(site)!))));
        return command;
    }

    /// <returns>0 when the levels were compared, whatever came of it; 1 when the file is wrong.</returns>
    /// <exception cref="EnvironmentException">There is no such file, or no content.</exception>
    private static int CompareLevels(SiteEnvironment environment, string path, string site)
    {
        var file = CommandLineFiles.Open(path, environment);
        var folder = new SourceFolder(site, environment);
        folder.Require("content");
        var quizzes = BuildPipeline.ReadContent(folder, environment.Today(), withDrafts: true).Value.Of<QuizPage>();
        var trials = TrialReader.Read(file, quizzes);
        if (trials.Diagnostics.HasErrors())
        {
            Discretion.Say(environment, site, trials.Diagnostics);
            return 1;
        }

        environment.Terminal.WriteLine(LevelReport.Write(trials.Value, quizzes).TrimEnd('\n'));
        return 0;
    }

    private static Option<string?> Report() => new("--report") { Description = "A file for the report too; it is always on standard error." };

    private static Option<string> Format(IReadOnlyCollection<string> known)
    {
        var format = new Option<string>("--format") { Description = "The form: " + string.Join(", ", known) + ".", Required = true };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && SiteOptions.Unknown("--format", token.Value, known) is { } mistake)
            {
                result.AddError(mistake);
            }
        });
        return format;
    }
}
