using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.New;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Commands;

/// <summary><c>site new KIND TITLE [--site DIR]</c>: a valid, ready-to-edit Markdown file; prints its path.</summary>
internal static partial class NewCommand
{
    /// <summary>How many names are tried: the site may keep the first for itself, as an address of a list.</summary>
    private const int Tries = 3;

    public static Command Create(SiteEnvironment environment)
    {
        var kind = new Argument<string>("KIND") { Description = "What to write: " + string.Join(", ", ContentTypes.All.Select(known => known.Name)) + "." };
        kind.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ContentTypes.Find(token.Value) is null)
            {
                result.AddError(SiteOptions.Unknown("KIND", token.Value, ContentTypes.All.Select(known => known.Name))!);
            }
        });
        var title = new Argument<string>("TITLE") { Description = "The title of the page." };
        var site = SiteOptions.Site();
        var command = new Command("new", "Write a draft with every required field filled in, and print its path. No file is ever overwritten.") { kind, title, site };
        command.SetAction((arguments, _) =>
        {
            var typed = NewName.Title(arguments.GetValue(title)!);
            return Task.FromResult(Run(
                environment,
                ContentTypes.Find(arguments.GetValue(kind)!)!,
                typed.Length > 0 ? typed : throw new EnvironmentException("标题里没有文字。"),
                SiteOptions.Folder(arguments.GetValue(site)!)));
        });
        return command;
    }

    /// <returns>0 when the file was written, 1 when the site has no place for it.</returns>
    private static int Run(SiteEnvironment environment, ContentType type, string title, string site)
    {
        var today = environment.Today();
        var folder = new SourceFolder(site, environment);
        var website = BuildPipeline.ReadContent(folder, today, withDrafts: true).Value;
        ImmutableArray<Diagnostic> diagnostics = [];
        foreach (var (name, year) in Names(type, title, website, today).Take(Tries))
        {
            var files = NewPage.Make(type, title, name, today, year, website.Settings.Reviewer);
            diagnostics = [.. BuildPipeline.ReadContent(folder, today, withDrafts: true, files).Diagnostics
                .Where(diagnostic => diagnostic.Severity == Severity.Error && files.Any(file => file.Path == diagnostic.Location.Path))];
            if (diagnostics.IsEmpty)
            {
                Write(environment, site, files);
                return 0;
            }
        }

        environment.Terminal.WriteDiagnostics(diagnostics);
        return 1;
    }

    /// <returns>Names that no file of the site has, whatever its folder and ending, with the year of the campaign that the page is for.</returns>
    private static IEnumerable<(string Name, int Year)> Names(ContentType type, string title, Website website, DateOnly today)
    {
        var taken = website.Pages.Select(page => page.Path).Concat(website.Unpublished).Concat(website.Files.Select(file => file.Path)).Select(Bare)
            .Concat(website.Pages.Select(page => page.Id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (type.IsOnePerYear)
        {
            var first = Year().Match(title) is { Success: true } written ? int.Parse(written.Value, CultureInfo.InvariantCulture) : today.Year;
            var isFree = !taken.Contains(first.ToString(CultureInfo.InvariantCulture));
            var year = isFree ? first : Years(taken).Max() + 1;
            return !isFree && Year().IsMatch(title)
                ? throw new EnvironmentException($"{first} 年的活动已经有了，没有改动它。")
                : [(year.ToString(CultureInfo.InvariantCulture), year)];
        }

        var name = NewName.File(title, type.Name);
        return Enumerable.Range(1, int.MaxValue - 1)
            .Select(number => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"))
            .Where(candidate => !taken.Contains(candidate))
            .Select(candidate => (candidate, website.Campaign?.Year ?? today.Year));
    }

    /// <returns>The names that are years.</returns>
    private static IEnumerable<int> Years(IEnumerable<string> names) =>
        names.Where(name => YearAlone().IsMatch(name)).Select(name => int.Parse(name, CultureInfo.InvariantCulture));

    private static void Write(SiteEnvironment environment, string site, ImmutableArray<SourceFile> files)
    {
        foreach (var file in files.Reverse())
        {
            SiteFile.Write(site, file.Path, file.Load());
        }

        environment.Terminal.WriteLine(SiteFile.DisplayPath(site, files[0].Path));
        environment.Terminal.WriteErrorLine("这是草稿：用 site serve --drafts 预览，用 site check --drafts 检查；写好后删掉 draft 那一行。");
    }

    /// <returns>The name of a file without folder, ending, and the date before it.</returns>
    private static string Bare(string path) => DateBefore().Replace(Path.GetFileNameWithoutExtension(path), "");

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"^20\d\d$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^(\d{4}-)?\d\d-\d\d-(?=.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateBefore();
}
