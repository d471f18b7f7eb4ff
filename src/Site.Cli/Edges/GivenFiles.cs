using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli.Edges;

/// <summary>Files that are named on the command line, wherever they lie.</summary>
internal static class GivenFiles
{
    /// <param name="names">Files, or folders whose files are meant, as typed.</param>
    /// <returns>The files under the names typed, without reading one, and without what Office leaves in a folder beside a file that is open; a problem for each symbolic link within a folder.</returns>
    /// <exception cref="WorldFailure">There is nothing of this name.</exception>
    public static Checked<ImmutableArray<SourceFile>> Find(IEnumerable<string> names)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var name in names)
        {
            var full = Path.GetFullPath(name);
            if (Directory.Exists(full))
            {
                var (inner, found) = SourceFolder.List(full, ".");
                files.AddRange(inner.Where(file => !Path.GetFileName(file.Path).StartsWith("~$", StringComparison.Ordinal)).Select(file => file with { Path = Seen(name) + file.Path[1..] }));
                problems.AddRange(found.Select(problem => problem with { Where = problem.Where with { Path = Seen(name) + problem.Where.Path[1..] } }));
            }
            else
            {
                var file = new FileInfo(full);
                files.Add(file.Exists
                    ? new(Seen(name), file.Length, file.Length == 0 ? static () => [] : () => File.ReadAllBytes(full))
                    : throw new WorldFailure($"找不到文件 {name}。"));
            }
        }

        return new(files.DrainToImmutable(), problems.DrainToImmutable());
    }

    private static string Seen(string name) => name.Replace('\\', '/').TrimEnd('/');
}
