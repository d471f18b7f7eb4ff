using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Cli.New;

/// <summary>Finds a place in the site for a new page, and fills in its draft. Nothing is written.</summary>
internal static partial class NewDraft
{
    /// <summary>How many names are tried: the site may keep the first for itself, as an address of a list.</summary>
    private const int Tries = 3;

    /// <param name="title">In one line, not empty.</param>
    /// <param name="site">The site folder, absolute.</param>
    /// <returns>The page first, and any file that it names; none where the site has no place for it, which the diagnostics tell.</returns>
    /// <exception cref="EnvironmentException">There is a page of this year already.</exception>
    public static Result<ImmutableArray<SourceFile>> Make(SiteEnvironment environment, ContentType type, string title, string site)
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
                return new(files, []);
            }
        }

        return new([], diagnostics);
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

    /// <returns>The name of a file without folder, ending, and the date before it.</returns>
    private static string Bare(string path) => DateBefore().Replace(Path.GetFileNameWithoutExtension(path), "");

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Year();

    [GeneratedRegex(@"^20\d\d$", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^(\d{4}-)?\d\d-\d\d-(?=.)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex DateBefore();
}
