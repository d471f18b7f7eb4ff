using System.Collections.Immutable;
using System.IO.Enumeration;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>
/// The site folder: lists its files without following a symbolic link, and reads each of them once, however often it is asked for.
/// One instance belongs to one run: it does not see what changes on disk after a file was read.
/// </summary>
/// <param name="site">The site folder, absolute.</param>
/// <param name="environment">Reads the files.</param>
/// <param name="unsaved">Files that an editor holds: they count as if they lay there so, whatever the disk has. By path from the site folder.</param>
/// <param name="memory">Files of an earlier run, which are given again where they have not changed; null where each run reads for itself.</param>
internal sealed class SourceFolder(string site, SiteEnvironment environment, ImmutableDictionary<string, byte[]>? unsaved = null, FileMemory? memory = null)
{
    /// <summary>Bytes that are kept in memory at most, so that a site with gigabytes of recordings can be built; files that find no room are read again.</summary>
    private const long MostKeptBytes = 64L * 1024 * 1024;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, RecurseSubdirectories = false };
    private readonly Dictionary<string, SourceFile> files = new(StringComparer.Ordinal);
    private readonly DateTime start = environment.Now();
    private long keptBytes;

    /// <summary>The site folder, absolute.</summary>
    public string Path { get; } = site;

    /// <summary>Lists the files of one folder of the site, and what cannot be listed.</summary>
    /// <param name="name">A folder in the site folder: <c>content</c>. It may be missing.</param>
    /// <param name="isReadOnce">Whether nobody needs the file of this path twice, so that its bytes are not kept; none unless given.</param>
    /// <returns>Files by path (ordinal), without what nobody wrote (<see cref="FileNames.IsLeftover"/>); a diagnostic for each symbolic link, and for a file in the folder's place.</returns>
    public Result<ImmutableArray<SourceFile>> List(string name, Func<string, bool>? isReadOnce = null)
    {
        var found = new List<SourceFile>();
        var diagnostics = new List<Diagnostic>();
        var root = new DirectoryInfo(System.IO.Path.Combine(Path, name));
        if (root.LinkTarget is not null)
        {
            diagnostics.Add(Link(name));
        }
        else if (root.Exists)
        {
            Walk(root, name);
        }
        else if (File.Exists(root.FullName))
        {
            diagnostics.Add(Diagnostic.Error("file/no-folder", new(name), $"{name} 是一个文件，不是文件夹。", $"给它改名，再新建文件夹 {name}。"));
        }

        found.AddRange((unsaved ?? ImmutableDictionary<string, byte[]>.Empty).Keys.Where(path => path.StartsWith(name + "/", StringComparison.Ordinal) && found.TrueForAll(file => file.Path != path)).Select(Unsaved));
        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new([.. found], [.. diagnostics]);

        // A slash behind it tells a folder.
        static string NameOf(ref FileSystemEntry entry) => entry.IsDirectory ? string.Concat(entry.FileName, "/") : entry.FileName.ToString();

        void Walk(DirectoryInfo folder, string path)
        {
            using var opened = FileStamps.Open(folder.FullName);
            foreach (var entry in new FileSystemEnumerable<string>(folder.FullName, NameOf, Everything))
            {
                var name = entry.TrimEnd('/');
                if (FileNames.IsLeftover(name))
                {
                    continue;
                }

                // Attributes of a file cost two more questions to the system than its stamp, which is needed anyway.
                var (entryPath, full) = ($"{path}/{name}", $"{folder.FullName}{System.IO.Path.DirectorySeparatorChar}{name}");
                var look = opened is null ? null : FileStamps.Look(opened, name);
                if (look?.IsLink ?? File.GetAttributes(full).HasFlag(FileAttributes.ReparsePoint))
                {
                    diagnostics.Add(Link(entryPath));
                }
                else if (name.Length < entry.Length)
                {
                    Walk(new(full), entryPath);
                }
                else
                {
                    found.Add(Source(entryPath, full, look?.Stamp.Length ?? new FileInfo(full).Length, isReadOnce?.Invoke(entryPath) == true, look?.Stamp));
                }
            }
        }
    }

    /// <summary>Reports a file of the site folder itself that is a symbolic link.</summary>
    public IEnumerable<Diagnostic> FindLink(string name) =>
        IsLink(name) ? [Link(name)] : [];

    /// <returns>Whether a file or folder of the site folder itself is a symbolic link.</returns>
    public bool IsLink(string name) => new FileInfo(System.IO.Path.Combine(Path, name)).LinkTarget is not null;

    /// <summary>Makes sure that a folder is there, so that a wrong <c>--site</c> does not publish an empty site.</summary>
    /// <exception cref="EnvironmentException">The site has nothing of this name.</exception>
    public void Require(string name)
    {
        if (!System.IO.Path.Exists(System.IO.Path.Combine(Path, name)))
        {
            throw new EnvironmentException($"找不到文件夹 {System.IO.Path.Combine(Path, name)}，请检查 --site。");
        }
    }

    /// <returns>Whether the site folder has a folder of this name.</returns>
    public bool HasFolder(string name) => Directory.Exists(System.IO.Path.Combine(Path, name));

    /// <returns>A file by its path in the site folder, or null where it is missing or a symbolic link.</returns>
    public SourceFile? Find(string path)
    {
        var file = new FileInfo(System.IO.Path.Combine(Path, path));
        return unsaved?.ContainsKey(path) == true ? Unsaved(path) : file.Exists && file.LinkTarget is null ? Source(path, file.FullName, file.Length, isReadOnce: false, FileStamps.Of(file.FullName)) : null;
    }

    private SourceFile Source(string path, string fullPath, long length, bool isReadOnce, FileStamp? stamp)
    {
        if (files.TryGetValue(path, out var known))
        {
            return known;
        }

        var file = unsaved?.ContainsKey(path) == true ? Unsaved(path) : Read(path, fullPath, length, isReadOnce) with { Stamp = Settled(stamp) };
        return files[path] = memory is null || unsaved?.ContainsKey(path) == true ? file : memory.Of(file, stamp is { } told ? DateTime.UnixEpoch.AddTicks(told.Modified / 100) : File.GetLastWriteTimeUtc(fullPath), start);
    }

    private SourceFile Unsaved(string path) => new(path, unsaved![path].Length, () => unsaved[path]);

    /// <summary>A file without length is not opened: to open a pipe would be to wait for ever.</summary>
    private SourceFile Read(string path, string fullPath, long length, bool isReadOnce)
    {
        if (length == 0)
        {
            return new(path, 0, static () => []);
        }

        if (isReadOnce || keptBytes + length > MostKeptBytes)
        {
            return new(path, length, () => environment.ReadFile(fullPath));
        }

        keptBytes += length;
        var bytes = new Lazy<byte[]>(() => environment.ReadFile(fullPath), LazyThreadSafetyMode.PublicationOnly);
        return new(path, length, () => bytes.Value);
    }

    /// <returns>The stamp, where a change after now would have another one.</returns>
    private FileStamp? Settled(FileStamp? stamp) => stamp is { } known && FileStamps.IsSettled(known, start) ? known : null;

    private static Diagnostic Link(string path) => Diagnostic.Error(
        "file/symbolic-link", new(path), "这是一个符号链接，本站不读取符号链接。", "请删除它，把真正的文件放在这里。");
}

/// <summary>
/// Files as they were when they were read last, for runs one after another that publish nothing: what has the same stamp, or where the system has none the same length and time, is the same.
/// </summary>
internal sealed class FileMemory
{
    /// <summary>Two changes of one file within this time may have one time.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, (SourceFile File, DateTime Written)> known = new(StringComparer.Ordinal);

    /// <param name="written">When the file was last written to, as the folder listing says; UTC.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The file as it was given before where it has not changed; its bytes are not read again.</returns>
    public SourceFile Of(SourceFile file, DateTime written, DateTime now)
    {
        if (known.TryGetValue(file.Path, out var before) && before.Written == written && before.File.Length == file.Length && before.File.Stamp == file.Stamp)
        {
            return before.File;
        }

        if (written < now - Unsettled)
        {
            known[file.Path] = (file, written);
        }
        else
        {
            known.Remove(file.Path);
        }

        return file;
    }
}
