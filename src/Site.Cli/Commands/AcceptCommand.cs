using System.Collections.Immutable;
using System.CommandLine;
using Site.Cli.Build;
using Site.Cli.Editing.HandingIn;
using Site.Cli.Infrastructure;
using Site.Cli.Reports;
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
        var mistakes = Mistakes(environment, site, files, asOf);
        Discretion.Say(environment, site, mistakes);
        if (mistakes.HasErrors())
        {
            environment.Terminal.WriteErrorLine("没有写任何文件：请对方改好再交。");
            return 1;
        }

        // Pages last, so that at no moment one names a picture that is not there.
        var ordered = files.OrderBy(one => one.Key.EndsWith(".md", StringComparison.Ordinal)).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)).ToImmutableArray();
        SiteFile.ReplaceAll(site, ordered);
        foreach (var (name, _) in ordered)
        {
            environment.Terminal.WriteLine(SiteFile.DisplayPath(site, name));
        }

        environment.Terminal.WriteErrorLine($"已收下“{zip.Office}”交来的 {files.Count} 个文件（{zip.Note}）。请看一遍，需要签核的用 site sign 签核，再发布。");
        return 0;
    }

    /// <returns>What is wrong with the files, and what is wrong elsewhere because of them: equal titles and ids, a link to what is not there any more.</returns>
    private static ImmutableArray<Diagnostic> Mistakes(SiteEnvironment environment, string site, ImmutableDictionary<string, byte[]> files, DateOnly asOf)
    {
        var (website, found) = BuildPipeline.ReadContent(new SourceFolder(site, environment, files), asOf, withDrafts: true);
        var elsewhere = found.Where(diagnostic => !files.ContainsKey(diagnostic.Location.Path)).ToList();
        var known = elsewhere.Count == 0 ? [] : BuildPipeline.ReadContent(new SourceFolder(site, environment), asOf, withDrafts: true).Diagnostics.Select(Place).ToHashSet();
        return website.Packs.Place(website.Settings, [.. found.Where(diagnostic => files.ContainsKey(diagnostic.Location.Path)), .. elsewhere.Where(diagnostic => !known.Contains(Place(diagnostic)))]).Sorted();

        // A message may name a line of a file that is taken in; the place is in one that stays as it is.
        static (string, Location) Place(Diagnostic diagnostic) => (diagnostic.Code, diagnostic.Location);
    }

    /// <returns>The file as it will be: joined with what the site has made of the same page meanwhile.</returns>
    private static byte[] Joined(SourceFolder folder, SubmittedFile submitted)
    {
        var present = folder.List("content").Value.FirstOrDefault(file => file.Path == submitted.Path)?.Load();
        if (present is null)
        {
            return submitted.Origin is null or { Length: 0 } ? submitted.Bytes
                : throw new EnvironmentException($"{submitted.Path} 在网站里已经删除或改名了，没有写任何文件；请和对方商量。");
        }

        return submitted.JoinedWith(present) ?? throw new EnvironmentException($"{submitted.Path} 在网站里也改过，改的是同一处，没有写任何文件；请打开两边的文件，商量好再改。");
    }
}
