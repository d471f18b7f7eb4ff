using System.Collections.Immutable;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Privacy.Leaks;

namespace Site.Content.Rules;

/// <summary>Finds the source of what leaked into a finished file.</summary>
public static class LeakSources
{
    private const string Output = "output/";
    private const string PageFile = "index.html";

    /// <param name="leak">As <see cref="LeakScanner.Find"/> gives it.</param>
    /// <param name="load">Gives the bytes of a file of the site folder by its path, or null.</param>
    /// <returns>The same leak at its places in the source; where the source does not show it, in the finished file, with the source named.</returns>
    public static IEnumerable<Diagnostic> Trace(Website website, Diagnostic leak, Func<string, byte[]?> load, LeakScanner gate)
    {
        var path = leak.Location.Path[Output.Length..];
        if (website.FileAt("content/" + path) is { } file)
        {
            return [AsSource(leak, file.Path)];
        }

        if (!path.EndsWith(PageFile, StringComparison.Ordinal) || !website.ByAddress.TryGetValue("/" + path[..^PageFile.Length], out var page))
        {
            return [leak];
        }

        var inSource = load(page.Path) is { } bytes ? gate.Find(page.Path, bytes).Where(found => found.Code == leak.Code).ToImmutableArray() : [];
        return inSource.IsEmpty
            ? [leak with { Message = leak.Message + $"这一页由 {page.Path} 生成。" }]
            : inSource.Select(found => AsSource(found, page.Path));
    }

    /// <returns>The leak as one of a file of the site folder.</returns>
    public static Diagnostic AsSource(Diagnostic leak, string path) => leak with { Location = leak.Location with { Path = path } };
}
