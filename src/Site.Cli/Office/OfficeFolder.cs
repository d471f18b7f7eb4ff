using System.Collections.Immutable;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Preview;
using Site.Cli.Reports;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Exposures.Ledgers;
using Site.Exposures.Released;
using Site.Office;
using Site.Statistics.Inputs;

namespace Site.Cli.Office;

/// <summary>Where papers of the office lie, and what of the site folder they are made from.</summary>
internal static class OfficeFolder
{
    /// <summary>Where papers of the office go unless another folder is named: a folder of the site that no build reads.</summary>
    public const string Name = "office";

    /// <param name="needsDuties">Whether nothing can be done without <c>input/duties.yaml</c>.</param>
    /// <returns>What lies in <c>input/</c>; null where anything is wrong with it, which has been said.</returns>
    public static OfficeInput? Read(string site, SiteEnvironment environment, bool needsDuties = true)
    {
        var files = new SourceFolder(site, environment).List("input");
        var input = OfficeInput.Read(new InputFiles(files.Value), ImportMemory.Read(site, environment));
        var all = files.Diagnostics.Concat(input.Diagnostics).Where(diagnostic => needsDuties || diagnostic.Code != OfficeInput.NoDuties).Sorted();
        if (all.HasErrors())
        {
            Discretion.Say(environment, site, ForReaders(all, environment));
            return null;
        }

        return input.Value;
    }

    /// <returns>The site as it is out on a day, as far as its pages can be read, and what of <c>input/</c> is public; null where anything is wrong with that, which has been said.</returns>
    public static (Website Website, PublicInput Public)? ReadSite(string site, DateOnly asOf, SiteEnvironment environment)
    {
        var folder = new SourceFolder(site, environment);
        folder.Require("content");
        var content = BuildPipeline.ReadContent(folder, asOf, withDrafts: false);
        var shown = PublicInputReader.Read(new InputFiles(folder.List("input").Value), InputGround.Of(content.Value), today: environment.Today());
        if (shown.Diagnostics.HasErrors())
        {
            Discretion.Say(environment, site, ForReaders(shown.Diagnostics.Sorted(), environment));
            return null;
        }

        if (content.Diagnostics.HasErrors())
        {
            environment.Terminal.WriteErrorLine("content/ 里有写错的地方，读不出来的页面没有算进去：用 site check 查看。");
        }

        return (content.Value, shown.Value);
    }

    /// <returns>The diagnostics as those may read them who read the output: on a log of continuous integration no unit is named.</returns>
    public static ImmutableArray<Diagnostic> ForReaders(ImmutableArray<Diagnostic> diagnostics, SiteEnvironment environment, params ImmutableArray<string> sent) =>
        environment.IsOnCi ? diagnostics.ForOutside(sent) : diagnostics;

    /// <summary>Writes papers into a folder, in the place of those of the same names, and says where they are.</summary>
    /// <param name="output">The folder, absolute; null for the usual one.</param>
    /// <param name="below">A folder in it: 日历; empty for the folder itself.</param>
    /// <param name="isNew">Whether papers of these names are refused that are there already: somebody has worked on them.</param>
    /// <param name="texts">Folders in it whose texts (.txt) are deleted before; none unless given.</param>
    /// <exception cref="EnvironmentException">The folder is one that a build reads or publishes, or a symbolic link.</exception>
    public static void Write(string site, string? output, string below, ImmutableArray<OfficeFile> files, SiteEnvironment environment, bool isNew = false, params ImmutableArray<string> texts)
    {
        var folder = Path.Combine(output ?? Path.Combine(site, Name), below);
        if (SourceFingerprint.Folders.Append("output").FirstOrDefault(taken => IsWithin(folder, Path.Combine(site, taken))) is { } reserved)
        {
            throw new EnvironmentException($"办公室的材料不能写进 {reserved} 文件夹：里面的东西会被读取或者公布。请换一个文件夹，或者不写 --output。");
        }

        for (var at = new DirectoryInfo(folder); at is not null && at.FullName.Length >= site.Length; at = at.Parent)
        {
            if (at.LinkTarget is not null)
            {
                throw new EnvironmentException($"{at.FullName} 是一个符号链接，本站不往里写文件。");
            }
        }

        if (isNew)
        {
            CommandLineFiles.RefuseExisting(files.Select(file => Path.Combine(folder, file.Name)).FirstOrDefault(Path.Exists));
        }

        foreach (var old in texts.Select(name => new DirectoryInfo(Path.Combine(folder, name))).Where(at => at is { Exists: true, LinkTarget: null }).SelectMany(at => at.EnumerateFiles("*.txt")))
        {
            old.Delete();
        }

        foreach (var file in files)
        {
            CommandLineFiles.Write(Path.Combine(folder, file.Name), file.Bytes);
            environment.Terminal.WriteLine(SiteFile.DisplayPath(site, Path.Combine(folder, file.Name)));
        }
    }

    private static bool IsWithin(string folder, string other) =>
        (Real(folder) + Path.DirectorySeparatorChar).StartsWith(Real(other) + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);

    /// <returns>Where a path leads when every link on it is followed; what is not there yet stands as it is written.</returns>
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = new DirectoryInfo(Path.Combine(real, name));
            real = at.LinkTarget is null ? at.FullName : at.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? at.FullName;
        }

        return real;
    }
}
