using System.Collections.Immutable;
using System.Text;
using Site.Cli.Packs;
using Site.Content.Types;
using Site.Core.Sources;

namespace Site.Cli.New;

/// <summary>Writes a city's own site: settings, pages to begin with, and the steps that publish it. Most of it lies in <c>New/Starter</c>.</summary>
internal static class NewSite
{
    private const string Prefix = "starter/";

    /// <summary>How the program is started in the repository of the generator, whose guide for staff a new site gets too.</summary>
    private const string FromSource = "dotnet run --project src/Site.Cli --";

    /// <param name="today">The day it is; the campaign is the one of its year.</param>
    /// <returns>
    /// All files but those that <c>site schema</c> writes, by path (ordinal): settings that name the pack of the program, pages marked as samples, and of every type
    /// without a page there or in the pack a draft, which is not published. No page leads to another, and none takes the place of one of the pack.
    /// </returns>
    public static ImmutableArray<SourceFile> Make(DateOnly today)
    {
        var blanks = Blanks.OfDay(today, today.Year);
        var starters = typeof(NewSite).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (Name: name, Path: Blanks.Fill(name[Prefix.Length..].Replace('\\', '/'), blanks)))
            .Select(file => file.Path.EndsWith(".webp", StringComparison.Ordinal) ? Embedded.File(file.Path, file.Name)
                : NewPage.File(file.Path, IsGuide(file.Path)
                    ? Guide(Embedded.Text(file.Name))
                    : Blanks.Fill(Embedded.Text(file.Name), blanks)))
            .ExceptBy(PackFolder.OfProgram.Files.Select(file => file.Path), file => file.Path, StringComparer.Ordinal)
            .ToList();
        var written = starters.Concat(PackFolder.OfProgram.Files).Select(file => file.Path).ToArray();
        var drafts = ContentTypes.All.Where(type => !written.Any(path => path.StartsWith(type.ContentFolder, StringComparison.Ordinal)))
            .SelectMany(type => NewPage.Make(type, $"{type.Label}（示例）", type.Name, today, today.Year));
        return [.. starters.Concat(drafts).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <returns>A page of the guide with the commands as they are typed where the program is installed, and without the line that says how they are typed here.</returns>
    private static string Guide(string text) => string.Join('\n', text.Split('\n').Where(line => !line.Contains($"`{FromSource}`", StringComparison.Ordinal))).Replace(FromSource, "site", StringComparison.Ordinal);

    /// <summary>The guide for staff is this repository's own.</summary>
    private static bool IsGuide(string path) => path is "content/README.md" or "input/README.md" || path.StartsWith(".docs/", StringComparison.Ordinal);
}

/// <summary>Files that lie in the program.</summary>
internal static class Embedded
{
    /// <returns>The text of a resource, with LF at the end of each line.</returns>
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Embedded).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <returns>A file of the bytes of a resource.</returns>
    public static SourceFile File(string path, string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(path, bytes.Length, () => bytes);
    }
}
