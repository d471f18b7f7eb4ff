using System.Text;
using Site.Cli.Edges;
using Site.Model;
using Site.Rendering;

namespace Site.Cli;

/// <summary>Gives out a quiz in the form of another program.</summary>
internal static class BankExport
{
    /// <returns>0 when it was written, 1 when the quiz itself is wrong.</returns>
    /// <exception cref="WorldFailure">There is no such quiz.</exception>
    public static int Run(string wanted, string format, string? output, string? report, string site)
    {
        SourceFolder.Require(site, "content");
        var read = ReadingLine.ReadContent(new(site, "", null, Clock.Today(), true, false, false));
        var quiz = Find(read.Value, wanted, site);
        var problems = read.Problems.Where(problem => problem.Where.Path == quiz.Path).Sorted();
        if (problems.HasErrors())
        {
            Terminal.Print(problems);
            return 1;
        }

        var written = BankFormats.Write(format, read.Value, quiz);
        if (output is null)
        {
            Terminal.Say(Encoding.UTF8.GetString(written.Bytes.Span).TrimEnd('\n'));
        }
        else
        {
            LooseFile.Write(output, written.Bytes.ToArray());
        }

        var lost = written.Changes.Count(change => change.What.StartsWith("没有写出", StringComparison.Ordinal));
        var said = BankReport.Write($"导出报告：{quiz.Path}（{format}）", quiz.Questions.Length, quiz.Questions.Length - lost, written.Changes);
        if (report is not null)
        {
            LooseFile.Write(report, Encoding.UTF8.GetBytes(said));
        }

        Terminal.Report(said);
        return 0;
    }

    private static QuizPage Find(Website website, string wanted, string site)
    {
        var path = Path.GetRelativePath(site, Path.GetFullPath(wanted)).Replace('\\', '/');
        return website.Of<QuizPage>().FirstOrDefault(quiz =>
            quiz.Id == wanted || quiz.Path == path || quiz.Path == wanted || Path.GetFileNameWithoutExtension(quiz.Path) == wanted)
            ?? throw new WorldFailure($"没有“{wanted}”这套测验，可以写：{string.Join("、", website.Of<QuizPage>().Select(quiz => quiz.Id))}。");
    }
}
