using System.Collections.Immutable;
using System.Text;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.New;
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
    public static int Run(string path, string format, string? output, string? report, string site)
    {
        var file = CommandLineFile.Open(path);
        CommandLineFile.RefuseExisting(output);
        var name = NewName.File(Path.GetFileNameWithoutExtension(output ?? path), "quiz");
        var read = BankReader.Read(format, file, name, Address(site), (picture, bytes) => CommandLineFile.IsFreeOrSame(output, "img/" + picture, bytes.Span));
        if (read.Diagnostics.HasErrors())
        {
            Terminal.WriteDiagnostics(read.Diagnostics);
            return 1;
        }

        var bank = read.Value;
        var quiz = Source(Placed(site, output, name), Encoding.UTF8.GetBytes(QuizMarkdownWriter.Write(bank, name)));
        var pictures = bank.Pictures.Select(picture => Source(quiz.Path[..(quiz.Path.LastIndexOf('/') + 1)] + "img/" + picture.Name, picture.Bytes.ToArray())).ToImmutableArray();
        var refused = Refused(FindInSite(site, quiz, pictures), quiz);
        var carried = pictures.RemoveAll(picture => refused.ContainsKey(picture.Path));
        bank = bank with
        {
            Pictures = bank.Pictures.RemoveAll(picture => carried.All(file => !file.Path.EndsWith("/img/" + picture.Name, StringComparison.Ordinal))),
            Changes = [.. bank.Changes, .. refused.Select(picture => new BankChange(new(path), "图片 " + Path.GetFileName(picture.Key), "没有带过来：" + picture.Value))],
        };
        var diagnostics = FindInSite(site, quiz, carried);
        Write(output, report, quiz, bank, BankReport.Write($"导入报告：{path}（{format}）", bank.FoundCount, bank.Questions.Length, bank.Changes));
        if (!diagnostics.IsEmpty)
        {
            Terminal.WriteErrorLine("\n发布以前还要改：");
            Terminal.WriteDiagnostics(diagnostics);
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
    private static ImmutableArray<Diagnostic> FindInSite(string site, SourceFile quiz, ImmutableArray<SourceFile> pictures)
    {
        ImmutableArray<SourceFile> more = [quiz, .. pictures.Where(picture => SourceFolder.Find(site, picture.Path) is null)];
        var paths = more.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return SiteLoader.ReadContent(new(site, "", null, Clock.Today(), true, false, false), more).Diagnostics.Where(diagnostic => paths.Contains(diagnostic.Location.Path)).Sorted();
    }

    private static void Write(string? output, string? report, SourceFile quiz, Bank bank, string said)
    {
        if (output is null)
        {
            if (!bank.Pictures.IsEmpty)
            {
                throw new EnvironmentException($"题库里有 {bank.Pictures.Length} 张图片，请用 --output 写明测验文件放在哪里。");
            }

            Terminal.WriteLine(Encoding.UTF8.GetString(quiz.Load()).TrimEnd('\n'));
        }
        else
        {
            var full = Path.GetFullPath(output);
            var folder = Path.GetDirectoryName(full)!;
            CommandLineFile.WriteNew(folder, [
                .. bank.Pictures.Where(picture => !Path.Exists(Path.Combine(folder, "img", picture.Name))).Select(picture => ("img/" + picture.Name, picture.Bytes.ToArray())), (Path.GetFileName(full), quiz.Load()),
            ]);
        }

        if (report is not null)
        {
            CommandLineFile.Write(report, Encoding.UTF8.GetBytes(said));
        }

        Terminal.WriteError(said);
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
