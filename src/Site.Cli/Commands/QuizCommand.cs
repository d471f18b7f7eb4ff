using System.CommandLine;
using Site.Cli.Banks;
using Site.Cli.Infrastructure;
using Site.Content.Quizzes.Banks;

namespace Site.Cli.Commands;

/// <summary><c>site quiz import FILE --format FORM [--output FILE] [--report FILE] [--site DIR]</c> and <c>site quiz export QUIZ …</c>: question banks in and out.</summary>
internal static class QuizCommand
{
    public static Command Create(SiteEnvironment environment) => new("quiz", "Take in question banks that others wrote, and give out quizzes in their forms.")
    {
        Import(environment),
        Export(environment),
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
