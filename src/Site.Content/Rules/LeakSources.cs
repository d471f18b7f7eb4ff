using System.Collections.Immutable;
using Site.Content.Search;
using Site.Content.Terms;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Leaks;

namespace Site.Content.Rules;

/// <summary>Finds the source of what leaked into a finished file.</summary>
public static class LeakSources
{
    private const string Output = "output/";
    private const string PageFile = "index.html";

    private static readonly string[] TextsOfThemes = [".yaml", ".md", ".css", ".svg"];

    /// <param name="leak">As <see cref="LeakScanner.Find"/> gives it.</param>
    /// <param name="load">Gives the bytes of a file of the site folder by its path, or null.</param>
    /// <returns>The same leak at its places in the source of the page, or else in what many pages share; where the source does not show it, in the finished file, with the source named.</returns>
    public static IEnumerable<Diagnostic> Trace(Website website, Diagnostic leak, Func<string, byte[]?> load, LeakScanner gate)
    {
        var path = leak.Location.Path[Output.Length..];
        if (website.FileAt("content/" + path) is { } file)
        {
            return [AsSource(leak, file.Path)];
        }

        var page = path.EndsWith(PageFile, StringComparison.Ordinal) ? website.ByAddress.GetValueOrDefault("/" + path[..^PageFile.Length]) : null;
        var inPage = page is null ? [] : InSource(page.Path);
        var shown = inPage.IsEmpty ? [.. Shared(website).SelectMany(source => InSource(source))] : inPage;
        return !shown.IsEmpty ? shown
            : page is null ? [leak]
            : [leak with { Message = leak.Message + $"这一页由 {page.Path} 生成。" }];

        ImmutableArray<Diagnostic> InSource(string source) =>
            load(source) is { } bytes ? [.. gate.Find(source, bytes).Where(found => found.Code == leak.Code).Select(found => AsSource(found, source))] : [];
    }

    /// <returns>What pages show a part of, whoever wrote them.</returns>
    private static IEnumerable<string> Shared(Website website) =>
        ["site.yaml", TermList.Path, SearchWords.Path, .. website.Theme?.Files.Select(file => file.Path).Where(path => TextsOfThemes.Contains(FileExtension.Of(path))) ?? []];

    /// <returns>The leak as one of a file of the site folder.</returns>
    public static Diagnostic AsSource(Diagnostic leak, string path) => leak with { Location = leak.Location with { Path = path } };
}
