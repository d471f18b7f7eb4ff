namespace Site.Tests;

/// <summary>The files of the code, without what was made from them.</summary>
internal static class SourceFiles
{
    /// <returns>Absolute paths of the files below a folder of the repository, sorted.</returns>
    public static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"))
            .Order(StringComparer.Ordinal);
}
