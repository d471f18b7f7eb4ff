using System.Collections.Immutable;
using System.CommandLine;
using Site.Cli.Editing;
using Site.Cli.Infrastructure;
using Site.Cli.New;
using Site.Cli.Reports;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Office;
using Site.Core.Sources;

namespace Site.Cli.Commands;

/// <summary>
/// <c>site new KIND TITLE [--from FILE.docx] [--site DIR]</c>: a valid, ready-to-edit Markdown file; prints its path.
/// <c>site new tutorial [DIR]</c>: a site of its own to practise on, with ten things to mend; default <c>tutorial</c> in the current folder.
/// </summary>
internal static class NewCommand
{
    private const string Tutorial = "tutorial";

    public static Command Create(SiteEnvironment environment)
    {
        string[] kinds = [.. ContentTypes.All.Select(known => known.Name), Tutorial];
        var kind = new Argument<string>("KIND") { Description = $"What to write: {string.Join(", ", kinds)} (a site to practise on)." };
        kind.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ContentTypes.Find(token.Value) is null && SiteOptions.Unknown("KIND", token.Value, kinds) is { } mistake)
            {
                result.AddError(mistake);
            }
        });
        var title = new Argument<string>("TITLE") { Description = "The title of the page; a Word file brings its own. Of a tutorial: its folder, which is empty or does not exist yet.", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { Description = "A Word file (.docx): its text and pictures become the draft." };
        var site = SiteOptions.Site();
        var command = new Command("new", "Write a draft with every required field filled in, and print its path. No file is ever overwritten.") { kind, title, from, site };
        command.Validators.Add(result =>
        {
            var isTutorial = result.GetResult(kind) is { Tokens: [{ Value: Tutorial }] };
            if (isTutorial && result.GetResult(from) is not null)
            {
                result.AddError("练习用的网站不从 Word 文件做，去掉 --from。");
            }
            else if (!isTutorial && result.GetResult(title) is not { Tokens.Count: > 0 } && result.GetResult(from) is null)
            {
                result.AddError("少写了 TITLE。");
            }
        });
        command.SetAction((arguments, _) =>
        {
            if (arguments.GetValue(kind) == Tutorial)
            {
                return Task.FromResult(Practise(environment, arguments.GetValue(title) ?? Tutorial));
            }

            var typed = NewName.Title(arguments.GetValue(title) ?? "");
            var (type, folder, file) = (ContentTypes.Find(arguments.GetValue(kind)!)!, SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(from));
            return Task.FromResult(Run(environment, folder, file is not null ? FromWord(environment, type, typed, file, folder)
                : typed.Length > 0 ? MadeDraft.Of(NewDraft.Make(environment, type, typed, folder))
                : throw new EnvironmentException("标题里没有文字。")));
        });
        return command;
    }

    /// <returns>0.</returns>
    /// <exception cref="EnvironmentException">The folder is not empty, is no folder, or lies where another site keeps its sources.</exception>
    private static int Practise(SiteEnvironment environment, string typed)
    {
        var folder = InitCommand.Folder("new tutorial", typed);
        EmptyFolder.Fill(folder, PracticeSite.Files());
        environment.Terminal.WriteLine(SiteFile.DisplayPath(folder, PracticeSite.Tasks));
        environment.Terminal.WriteErrorLine("练习用的网站建好了：先看上面这个文件，再到那个文件夹里运行 site check，把十处错一处一处改好。");
        return 0;
    }

    /// <exception cref="EnvironmentException">There is no such file, or it is no .docx file.</exception>
    private static MadeDraft FromWord(SiteEnvironment environment, ContentType type, string title, string file, string site)
    {
        var path = Path.GetFullPath(file);
        return !File.Exists(path) ? throw new EnvironmentException($"找不到 {path}。")
            : new FileInfo(path).Length > OfficeLimits.Draft.LargestFile ? throw new EnvironmentException($"{path} 超过了 {OfficeLimits.Draft.LargestFile / (1024 * 1024)} MB，没有读取；请先把里面的照片压缩。")
            : WordDraft.Make(environment, type, title, Path.GetFileName(path), environment.ReadFile(path), site, (page, ending, taken) => PictureUpload.FreePath(site, page, ending, taken));
    }

    /// <returns>0 when the file was written, 1 when the site has no place for it.</returns>
    private static int Run(SiteEnvironment environment, string site, MadeDraft draft)
    {
        if (draft.Files.IsEmpty)
        {
            Discretion.Say(environment, site, draft.Diagnostics);
            return 1;
        }

        Write(environment, site, draft.Files);
        foreach (var note in draft.Notes)
        {
            environment.Terminal.WriteErrorLine($"{note}。");
        }

        return 0;
    }

    private static void Write(SiteEnvironment environment, string site, ImmutableArray<SourceFile> files)
    {
        foreach (var file in files.Reverse())
        {
            SiteFile.Write(site, file.Path, file.Load());
        }

        environment.Terminal.WriteLine(SiteFile.DisplayPath(site, files[0].Path));
        environment.Terminal.WriteErrorLine("这是草稿：用 site serve --drafts 预览，用 site check --drafts 检查；写好后删掉 draft 那一行。");
    }
}
