using System.IO.Enumeration;

namespace Site.Cli.Edges;

/// <summary>What lies in a site folder, by names, lengths and times, without reading a file: equal where nothing was changed.</summary>
/// <param name="Count">Files and folders.</param>
/// <param name="Sum">Of a hash of each, so that their order does not matter.</param>
internal readonly record struct SourceState(int Count, long Sum)
{
    private static readonly EnumerationOptions Readable = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true, RecurseSubdirectories = true };

    /// <summary>The folders that a site is made from.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["content", "input"];

    /// <param name="site">The site folder, absolute; it may be missing.</param>
    public static SourceState Of(string site)
    {
        var state = default(SourceState);
        foreach (var folder in Folders.Select(folder => Path.Combine(site, folder)).Where(Directory.Exists))
        {
            try
            {
                state = Entries(folder).Aggregate(state, (sum, entry) => sum.With(entry));
            }
            catch (IOException)
            {
                state = state.With(-1); // It was deleted just now: another state in any case.
            }
        }

        var settings = new FileInfo(Path.Combine(site, "site.yaml"));
        return settings.Exists ? state.With(Hash(settings.Name, settings.Length, settings.LastWriteTimeUtc.Ticks)) : state;
    }

    private SourceState With(long entry) => new(Count + 1, unchecked(Sum + entry));

    private static FileSystemEnumerable<long> Entries(string folder) =>
        new(folder, (ref entry) => Hash(entry.ToFullPath(), entry.IsDirectory ? 0 : entry.Length, entry.LastWriteTimeUtc.Ticks), Readable)
        {
            ShouldIncludePredicate = (ref entry) => entry.FileName[0] != '.',
            ShouldRecursePredicate = (ref entry) => entry.FileName[0] != '.' && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static long Hash(string path, long length, long time) =>
        ((long)HashCode.Combine(path, length) << 32) ^ HashCode.Combine(time, length, path);
}
