using System.Collections.Immutable;
using Site.Core.Sources;

namespace Site.Cli.New;

/// <summary>A site to practise on: ten pages, each with a mistake of another kind that clerks make in their first weeks. It lies in <c>New/Tutorial</c>.</summary>
internal static class PracticeSite
{
    /// <summary>The file that tells what to do.</summary>
    public const string Tasks = "任务.txt";

    private const string Prefix = "tutorial/";

    /// <returns>All files, by path (ordinal).</returns>
    public static ImmutableArray<SourceFile> Files() =>
        [.. typeof(PracticeSite).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => NewPage.File(name[Prefix.Length..].Replace('\\', '/'), Embedded.Text(name))).OrderBy(file => file.Path, StringComparer.Ordinal)];
}
