using System.Text;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Reports;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Banks;
using Site.Content.Websites;
using Site.Core.Diagnostics;

namespace Site.Cli.Banks;

/// <summary>Gives out a quiz in the form of another program.</summary>
internal static class BankExport
{
    /// <returns>0 when it was written, 1 when the quiz itself is wrong.</returns>
    /// <exception cref="EnvironmentException">There is no such quiz.</exception>
    public static int Run(SiteEnvironment environment, string wanted, string format, string? output, string? report, string site)
    {
        var folder = new SourceFolder(site, environment);
        folder.Require("content");
        var read = BuildPipeline.ReadContent(folder, environment.Today(), withDrafts: true);
        var quiz = Find(read.Value, wanted, site);
        var diagnostics = read.Diagnostics.Where(diagnostic => diagnostic.Location.Path == quiz.Path).Sorted();
        if (diagnostics.HasErrors())
        {
            Discretion.Say(environment, site, diagnostics);
            return 1;
        }

        var written = BankWriter.Write(format, read.Value, quiz);
        if (output is null)
        {
            environment.Terminal.WriteLine(Encoding.UTF8.GetString(written.Bytes.Span).TrimEnd('\n'));
        }
        else
        {
            CommandLineFiles.Write(output, written.Bytes.ToArray());
        }

        var lost = written.Changes.Count(change => change.Message.StartsWith("没有写出", StringComparison.Ordinal));
        var said = Discretion.Of(site, environment).Hide(BankReport.Write($"导出报告：{quiz.Path}（{format}）", quiz.Questions.Length, quiz.Questions.Length - lost, written.Changes));
        if (report is not null)
        {
            CommandLineFiles.Write(report, Encoding.UTF8.GetBytes(said));
        }

        environment.Terminal.WriteError(said);
        return 0;
    }

    private static QuizPage Find(Website website, string wanted, string site)
    {
        var path = Path.GetRelativePath(site, Path.GetFullPath(wanted)).Replace('\\', '/');
        return website.Of<QuizPage>().FirstOrDefault(quiz =>
            quiz.Id == wanted || quiz.Path == path || quiz.Path == wanted || Path.GetFileNameWithoutExtension(quiz.Path) == wanted)
            ?? throw new EnvironmentException($"没有“{wanted}”这套测验，可以写：{string.Join("、", website.Of<QuizPage>().Select(quiz => quiz.Id))}。");
    }
}
