using System.Collections.Immutable;
using System.CommandLine;
using Site.Cli.Build;
using Site.Cli.Editing.HandingIn;
using Site.Cli.Infrastructure;
using Site.Content.Editing;
using Site.Core.Diagnostics;

namespace Site.Cli.Commands;

/// <summary><c>site accept FILE.zip [--site DIR]</c>: takes in what somebody handed in with the editor, after the check; all of it or nothing.</summary>
internal static class AcceptCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "The zip that the editor made." };
        var (site, asOf) = (SiteOptions.Site(), SiteOptions.AsOf(environment));
        var command = new Command("accept", "Take in a zip that somebody handed in with the editor, after the check: all of it or nothing. Sign-offs are still asked for.") { file, site, asOf };
        command.SetAction((arguments, _) => Task.FromResult(Run(environment, SiteOptions.Folder(arguments.GetValue(site)!), arguments.GetValue(file)!, arguments.GetValue(asOf))));
        return command;
    }

    /// <returns>0 when the files were written, 1 when something is wrong with them.</returns>
    private static int Run(SiteEnvironment environment, string site, string file, DateOnly asOf)
    {
        var path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw new EnvironmentException($"找不到 {path}。");
        }

        if (new FileInfo(path).Length > SubmissionZip.LargestFile)
        {
            throw new EnvironmentException($"{path} 超过了 {SubmissionZip.LargestFile / (1024 * 1024)} MB，没有接收。");
        }

        var zip = SubmissionZip.Read(environment.ReadFile(path));
        var files = zip.Files.Select(one => (one.Path, Bytes: Joined(new SourceFolder(site, environment), one))).ToImmutableDictionary(one => one.Path, one => one.Bytes);
        var mistakes = BuildPipeline.ReadContent(new SourceFolder(site, environment, files), asOf, withDrafts: true).Diagnostics
            .Where(diagnostic => files.ContainsKey(diagnostic.Location.Path)).Sorted();
        environment.Terminal.WriteDiagnostics(mistakes);
        if (mistakes.HasErrors())
        {
            environment.Terminal.WriteErrorLine("没有写任何文件：请对方改好再交。");
            return 1;
        }

        foreach (var (name, bytes) in files.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            SiteFile.Replace(site, name, bytes);
            environment.Terminal.WriteLine(SiteFile.DisplayPath(site, name));
        }

        environment.Terminal.WriteErrorLine($"已收下“{zip.Office}”交来的 {files.Count} 个文件（{zip.Note}）。请看一遍，需要签核的用 site sign 签核，再发布。");
        return 0;
    }

    /// <returns>The file as it will be: joined with what the site has made of the same page meanwhile.</returns>
    private static byte[] Joined(SourceFolder folder, SubmittedFile submitted)
    {
        var present = folder.List("content").Value.FirstOrDefault(file => file.Path == submitted.Path)?.Load();
        if (present is null || present.AsSpan().SequenceEqual(submitted.Bytes))
        {
            return present is not null || submitted.Origin is null or { Length: 0 } ? submitted.Bytes
                : throw new EnvironmentException($"{submitted.Path} 在网站里已经删除或改名了，没有写任何文件；请和对方商量。");
        }

        return submitted.Origin is { } origin && EditedText.Read(present) is { } theirs && TextLines.Merge(origin, EditedText.Read(submitted.Bytes)!, theirs) is { } merged ? EditedText.Write(present, merged)
            : throw new EnvironmentException($"{submitted.Path} 在网站里也改过，改的是同一处，没有写任何文件；请打开两边的文件，商量好再改。");
    }
}
