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
            .Select(name => (Path: Blanks.Fill(name[Prefix.Length..].Replace('\\', '/'), blanks), Text: Resource(name)))
            .Select(file => NewPage.File(file.Path, file.Path == "content/README.md"
                ? file.Text.Replace(FromSource, "site", StringComparison.Ordinal)
                : Blanks.Fill(file.Text, blanks)))
            .ExceptBy(PackFolder.OfProgram.Files.Select(file => file.Path), file => file.Path, StringComparer.Ordinal)
            .ToList();
        var written = starters.Concat(PackFolder.OfProgram.Files).Select(file => file.Path).ToArray();
        var drafts = ContentTypes.All.Where(type => !written.Any(path => path.StartsWith(type.ContentFolder, StringComparison.Ordinal)))
            .SelectMany(type => NewPage.Make(type, $"{type.Label}（示例）", type.Name, today, today.Year));
        return [.. starters.Concat(drafts).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(NewSite).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
