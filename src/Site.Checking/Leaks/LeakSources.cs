using System.Collections.Immutable;
using Site.Model;

namespace Site.Checking.Leaks;

/// <summary>Finds the source of what leaked into a finished file.</summary>
public static class LeakSources
{
    private const string Output = "output/";
    private const string PageFile = "index.html";

    /// <param name="leak">As <see cref="LeakGate.Find"/> gives it.</param>
    /// <param name="load">Gives the bytes of a file of the site folder by its path, or null.</param>
    /// <returns>The same leak at its places in the source; where the source does not show it, in the finished file, with the source named.</returns>
    public static IEnumerable<Problem> Trace(Website website, Problem leak, Func<string, byte[]?> load, LeakGate gate)
    {
        var path = leak.Where.Path[Output.Length..];
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
            ? [leak with { What = leak.What + $"这一页由 {page.Path} 生成。" }]
            : inSource.Select(found => AsSource(found, page.Path));
    }

    /// <returns>The leak as one of a file of the site folder.</returns>
    public static Problem AsSource(Problem leak, string path) => leak with { Where = leak.Where with { Path = path } };
}
