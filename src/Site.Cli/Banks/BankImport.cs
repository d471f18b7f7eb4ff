using System.Collections.Immutable;
using System.Text;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.New;
using Site.Cli.Reports;
using Site.Content.Loading;
using Site.Content.Quizzes.Banks;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Banks;

/// <summary>Takes in a question bank: all of it that our syntax can carry, or, where the file is wrong, nothing.</summary>
internal static class BankImport
{
    /// <returns>0 when the quiz was written, 1 when the bank is wrong.</returns>
    /// <exception cref="EnvironmentException">A file is missing, or is there already.</exception>
    public static int Run(SiteEnvironment environment, string path, string format, string? output, string? report, string site)
    {
        var file = CommandLineFiles.Open(path, environment);
        var folder = new SourceFolder(site, environment);
        CommandLineFiles.RefuseExisting(output);
        var name = NewName.File(Path.GetFileNameWithoutExtension(output ?? path), "quiz");
        var read = BankReader.Read(format, file, name, Address(folder, environment.Today()), (picture, bytes) => CommandLineFiles.IsFreeOrSame(output, "img/" + picture, bytes.Span));
        if (read.Diagnostics.HasErrors())
        {
            Discretion.Say(environment, site, read.Diagnostics);
            return 1;
        }

        var bank = read.Value;
        var quiz = Source(Placed(folder, output, name), Encoding.UTF8.GetBytes(QuizMarkdownWriter.Write(bank, name)));
        var pictures = bank.Pictures.Select(picture => Source(quiz.Path[..(quiz.Path.LastIndexOf('/') + 1)] + "img/" + picture.Name, picture.Bytes.ToArray())).ToImmutableArray();
        var refused = Refused(FindInSite(folder, environment.Today(), quiz, pictures), quiz);
        var carried = pictures.RemoveAll(picture => refused.ContainsKey(picture.Path));
        bank = bank with
        {
            Pictures = bank.Pictures.RemoveAll(picture => carried.All(file => !file.Path.EndsWith("/img/" + picture.Name, StringComparison.Ordinal))),
            Changes = [.. bank.Changes, .. refused.Select(picture => new BankChange(new(path), "图片 " + Path.GetFileName(picture.Key), "没有带过来：" + picture.Value))],
        };
        var diagnostics = FindInSite(folder, environment.Today(), quiz, carried);
        Write(environment, output, report, quiz, bank, Discretion.Of(site, environment).Hide(BankReport.Write($"导入报告：{path}（{format}）", bank.FoundCount, bank.Questions.Length, bank.Changes)));
        if (!diagnostics.IsEmpty)
        {
            environment.Terminal.WriteErrorLine("\n发布以前还要改：");
            Discretion.Say(environment, site, diagnostics);
        }

        return 0;
    }

    /// <returns>Pictures that the site would not take, by path, each with the first reason.</returns>
    private static SortedDictionary<string, string> Refused(ImmutableArray<Diagnostic> diagnostics, SourceFile quiz)
    {
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Location.Path != quiz.Path))
        {
            refused.TryAdd(diagnostic.Location.Path, diagnostic.Message);
        }

        return refused;
    }

    /// <summary>Reads the quiz as a part of the site, as far as there is one.</summary>
    /// <returns>What its editor has to add before it can be published, and what is wrong with its pictures.</returns>
    private static ImmutableArray<Diagnostic> FindInSite(SourceFolder folder, DateOnly today, SourceFile quiz, ImmutableArray<SourceFile> pictures)
    {
        ImmutableArray<SourceFile> more = [quiz, .. pictures.Where(picture => folder.Find(picture.Path) is null)];
        var paths = more.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return BuildPipeline.ReadContent(folder, today, withDrafts: true, more).Diagnostics.Where(diagnostic => paths.Contains(diagnostic.Location.Path)).Sorted();
    }

    private static void Write(SiteEnvironment environment, string? output, string? report, SourceFile quiz, Bank bank, string said)
    {
        if (output is null)
        {
            if (!bank.Pictures.IsEmpty)
            {
                throw new EnvironmentException($"题库里有 {bank.Pictures.Length} 张图片，请用 --output 写明测验文件放在哪里。");
            }

            environment.Terminal.WriteLine(Encoding.UTF8.GetString(quiz.Load()).TrimEnd('\n'));
        }
        else
        {
            var full = Path.GetFullPath(output);
            var folder = Path.GetDirectoryName(full)!;
            CommandLineFiles.WriteNew(folder, [
                .. bank.Pictures.Where(picture => !Path.Exists(Path.Combine(folder, "img", picture.Name))).Select(picture => ("img/" + picture.Name, picture.Bytes.ToArray())), (Path.GetFileName(full), quiz.Load()),
            ]);
        }

        if (report is not null)
        {
            CommandLineFiles.Write(report, Encoding.UTF8.GetBytes(said));
        }

        environment.Terminal.WriteError(said);
    }

    private static Uri? Address(SourceFolder folder, DateOnly today) => folder.Find("site.yaml") is null
        ? null
        : WebsiteReader.Read(folder.Find("site.yaml"), [], today, false).Value.Settings.Url;

    /// <returns>Where the quiz lies in the site; for a file elsewhere, where it would lie.</returns>
    private static string Placed(SourceFolder folder, string? output, string name)
    {
        var relative = output is null ? "" : Path.GetRelativePath(folder.Path, Path.GetFullPath(output)).Replace('\\', '/');
        return relative.StartsWith("content/quizzes/", StringComparison.Ordinal) ? relative
            : folder.Find($"content/quizzes/{name}.md") is null ? $"content/quizzes/{name}.md"
            : $"content/quizzes/{name}-import.md";
    }

    private static SourceFile Source(string path, byte[] bytes) => new(path, bytes.Length, () => bytes);
}
