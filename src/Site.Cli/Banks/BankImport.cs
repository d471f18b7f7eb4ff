using System.Collections.Immutable;
using System.Text;
using Site.Cli.Edges;
using Site.Model;
using Site.Reading;
using Site.Rendering;

namespace Site.Cli;

/// <summary>Takes in a question bank: all of it that our syntax can carry, or, where the file is wrong, nothing.</summary>
internal static class BankImport
{
    /// <returns>0 when the quiz was written, 1 when the bank is wrong.</returns>
    /// <exception cref="WorldFailure">A file is missing, or is there already.</exception>
    public static int Run(string path, string format, string? output, string? report, string site)
    {
        var file = LooseFile.Open(path);
        LooseFile.RefuseTaken(output);
        var name = NewName.File(Path.GetFileNameWithoutExtension(output ?? path), "quiz");
        var read = BankReader.Read(format, file, name, Address(site), (picture, bytes) => LooseFile.MayLie(output, "img/" + picture, bytes.Span));
        if (read.Problems.HasErrors())
        {
            Terminal.Print(read.Problems);
            return 1;
        }

        var bank = read.Value;
        var quiz = Source(Placed(site, output, name), Encoding.UTF8.GetBytes(QuizMarkdown.Write(bank, name)));
        var pictures = bank.Pictures.Select(picture => Source(quiz.Path[..(quiz.Path.LastIndexOf('/') + 1)] + "img/" + picture.Name, picture.Bytes.ToArray())).ToImmutableArray();
        var refused = Refused(FindInSite(site, quiz, pictures), quiz);
        var carried = pictures.RemoveAll(picture => refused.ContainsKey(picture.Path));
        bank = bank with
        {
            Pictures = bank.Pictures.RemoveAll(picture => carried.All(file => !file.Path.EndsWith("/img/" + picture.Name, StringComparison.Ordinal))),
            Changes = [.. bank.Changes, .. refused.Select(picture => new BankChange(new(path), "图片 " + Path.GetFileName(picture.Key), "没有带过来：" + picture.Value))],
        };
        var problems = FindInSite(site, quiz, carried);
        Write(output, report, quiz, bank, BankReport.Write($"导入报告：{path}（{format}）", bank.Found, bank.Questions.Length, bank.Changes));
        if (!problems.IsEmpty)
        {
            Terminal.Error("\n发布以前还要改：");
            Terminal.Print(problems);
        }

        return 0;
    }

    /// <returns>Pictures that the site would not take, by path, each with the first reason.</returns>
    private static SortedDictionary<string, string> Refused(ImmutableArray<Problem> problems, SourceFile quiz)
    {
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var problem in problems.Where(problem => problem.Severity == Severity.Error && problem.Where.Path != quiz.Path))
        {
            refused.TryAdd(problem.Where.Path, problem.What);
        }

        return refused;
    }

    /// <summary>Reads the quiz as a part of the site, as far as there is one.</summary>
    /// <returns>What its editor has to add before it can be published, and what is wrong with its pictures.</returns>
    private static ImmutableArray<Problem> FindInSite(string site, SourceFile quiz, ImmutableArray<SourceFile> pictures)
    {
        ImmutableArray<SourceFile> more = [quiz, .. pictures.Where(picture => SourceFolder.Find(site, picture.Path) is null)];
        var paths = more.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return ReadingLine.ReadContent(new(site, "", null, Clock.Today(), true, false, false), more).Problems.Where(problem => paths.Contains(problem.Where.Path)).Sorted();
    }

    private static void Write(string? output, string? report, SourceFile quiz, Bank bank, string said)
    {
        if (output is null)
        {
            if (!bank.Pictures.IsEmpty)
            {
                throw new WorldFailure($"题库里有 {bank.Pictures.Length} 张图片，请用 --output 写明测验文件放在哪里。");
            }

            Terminal.Say(Encoding.UTF8.GetString(quiz.Load()).TrimEnd('\n'));
        }
        else
        {
            var full = Path.GetFullPath(output);
            var folder = Path.GetDirectoryName(full)!;
            LooseFile.WriteNew(folder, [
                .. bank.Pictures.Where(picture => !Path.Exists(Path.Combine(folder, "img", picture.Name))).Select(picture => ("img/" + picture.Name, picture.Bytes.ToArray())), (Path.GetFileName(full), quiz.Load()),
            ]);
        }

        if (report is not null)
        {
            LooseFile.Write(report, Encoding.UTF8.GetBytes(said));
        }

        Terminal.Report(said);
    }

    private static Uri? Address(string site) => SourceFolder.Find(site, "site.yaml") is null
        ? null
        : WebsiteReader.Read(SourceFolder.Find(site, "site.yaml"), [], Clock.Today(), false).Value.Settings.Url;

    /// <returns>Where the quiz lies in the site; for a file elsewhere, where it would lie.</returns>
    private static string Placed(string site, string? output, string name)
    {
        var relative = output is null ? "" : Path.GetRelativePath(site, Path.GetFullPath(output)).Replace('\\', '/');
        return relative.StartsWith("content/quizzes/", StringComparison.Ordinal) ? relative
            : SourceFolder.Find(site, $"content/quizzes/{name}.md") is null ? $"content/quizzes/{name}.md"
            : $"content/quizzes/{name}-import.md";
    }

    private static SourceFile Source(string path, byte[] bytes) => new(path, bytes.Length, () => bytes);
}
