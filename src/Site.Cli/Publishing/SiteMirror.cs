using System.Runtime.InteropServices;
using Site.Cli.Infrastructure;
using Site.Core.Sources;

namespace Site.Cli.Publishing;

/// <summary>
/// The folders of the published site a second time, in the cache, with the same files in them (hard links). The next build brings the mirror up to date, which touches what changed
/// alone, and exchanges it with the published site in one step; then the other one is brought up to date likewise, so that nothing that was withdrawn lies about.
/// </summary>
/// <remarks>Nobody but this user can reach into the mirror. The published folder others may change: what they did to it is found by its stamps, and undone as by any build.</remarks>
internal sealed partial class SiteMirror
{
    private readonly string folder;
    private readonly SiteRecord record;
    private readonly HashSet<string> damaged = new(StringComparer.Ordinal);

    private SiteMirror(string folder, SiteRecord record)
    {
        (this.folder, this.record) = (folder, record);
        foreach (var (path, known) in record.Folders)
        {
            if (FileStamps.Of(Path.Combine(folder, path)) != known.Mirrored)
            {
                Tidy(path);
            }
        }

        Tidy("");
        foreach (var (path, known) in record.Files)
        {
            if (FileStamps.Of(Path.Combine(folder, path)) != known.Stamp)
            {
                damaged.Add(path);
            }
        }
    }

    /// <returns>The mirror as the record tells of it; null where there is none.</returns>
    public static SiteMirror? Open(string folder, SiteRecord record) => FileStamps.Of(folder) is null ? null : new(folder, record);

    /// <summary>Makes the mirror of a site that was just published.</summary>
    /// <param name="folder">Its place, absolute; not there yet.</param>
    /// <param name="output">The published site.</param>
    /// <param name="draft">A place beside that, where new folders get the same owner and rights; not there.</param>
    /// <param name="ground">As in <see cref="SiteRecord.Ground"/>.</param>
    /// <param name="files">All files, each with its key and its hash.</param>
    /// <returns>What is known of the site; null where the disk has no links, the cache lies on another disk, or the system has no stamps.</returns>
    public static SiteRecord? Make(string folder, string output, string draft, Digest ground, IReadOnlyDictionary<string, (Digest Key, Digest Hash)> files)
    {
        if (FileStamps.Of(output) is not { } here || FileStamps.Of(Path.GetDirectoryName(folder)!) is not { } there || here.Device != there.Device)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(draft);
            foreach (var path in FoldersOf(files.Keys))
            {
                Directory.CreateDirectory(Path.Combine(draft, path));
            }

            foreach (var path in files.Keys)
            {
                if (!TryLink(Path.Combine(output, path), Path.Combine(draft, path)))
                {
                    return null;
                }
            }

            Directory.Move(draft, folder);
        }
        finally
        {
            FolderSwap.Delete(draft);
        }

        return Record(ground, files, FoldersOf(files.Keys), _ => null, _ => null, folder, output);
    }

    /// <summary>As in <see cref="SiteRecord.Ground"/>.</summary>
    public Digest Ground => record.Ground;

    /// <returns>What is known of a file that lies in the mirror as it was published; else null.</returns>
    public KnownFile? Find(string path) => damaged.Contains(path) ? null : record.Files.GetValueOrDefault(path);

    /// <summary>Puts the new site in the place of the published one: at each moment one of the two is there, whole.</summary>
    /// <param name="output">The published site.</param>
    /// <param name="ground">As in <see cref="SiteRecord.Ground"/>.</param>
    /// <param name="files">All files of the new site, each with its key and its hash.</param>
    /// <param name="changed">Those that <see cref="Find"/> does not give with this hash: where each has been written, by path. They are moved.</param>
    /// <returns>What is known of the new site; null where it is out, but could not be mirrored to the end.</returns>
    /// <exception cref="IOException">The disk failed before the new site was out.</exception>
    public SiteRecord? Publish(
        string output, Digest ground, IReadOnlyDictionary<string, (Digest Key, Digest Hash)> files, IReadOnlyDictionary<string, string> changed)
    {
        var folders = FoldersOf(files.Keys);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        Clear(files, folders, touched);
        foreach (var (path, written) in changed)
        {
            Touch(touched, path);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.Move(written, Path.Combine(folder, path), overwrite: true);
        }

        FolderSwap.Exchange(folder, output);
        try
        {
            return Follow(output, ground, files, folders, changed, touched);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Brings the folders of the site that was published before to what is published now.</summary>
    private SiteRecord Follow(
        string output, Digest ground, IReadOnlyDictionary<string, (Digest Key, Digest Hash)> files, HashSet<string> folders, IReadOnlyDictionary<string, string> changed, HashSet<string> touched)
    {
        var strange = record.Folders.Where(known => FileStamps.Of(Path.Combine(folder, known.Key)) != known.Value.Published).Select(known => known.Key).Append("").ToHashSet(StringComparer.Ordinal);
        foreach (var path in strange)
        {
            Tidy(path);
            touched.Add(path);
        }

        Clear(files, folders, touched);
        var linked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in files.Keys)
        {
            var copy = Path.Combine(folder, path);
            if (changed.ContainsKey(path) || (strange.Contains(FolderOf(path)) && FileStamps.Of(copy) != record.Files[path].Stamp))
            {
                linked.Add(path);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Delete(copy);
                if (!TryLink(Path.Combine(output, path), copy))
                {
                    throw new IOException($"系统不让文件有第二个名字：{path}");
                }
            }
        }

        return Record(ground, files, folders, path => linked.Contains(path) ? null : record.Files[path].Stamp,
            path => touched.Contains(path) ? null : record.Folders.GetValueOrDefault(path), folder, output);
    }

    /// <summary>Takes away what the new site does not have.</summary>
    private void Clear(IReadOnlyDictionary<string, (Digest Key, Digest Hash)> files, HashSet<string> folders, HashSet<string> touched)
    {
        foreach (var path in record.Files.Keys.Where(path => !files.ContainsKey(path)))
        {
            Touch(touched, path);
            if (Directory.Exists(Path.GetDirectoryName(Path.Combine(folder, path))))
            {
                File.Delete(Path.Combine(folder, path));
            }
        }

        foreach (var path in record.Folders.Keys.Where(path => !folders.Contains(path)))
        {
            Touch(touched, path);
            FolderSwap.Delete(Path.Combine(folder, path));
        }
    }

    /// <summary>Takes away from one folder what the record does not know: what somebody else put there.</summary>
    private void Tidy(string path)
    {
        var place = new DirectoryInfo(Path.Combine(folder, path));
        if (place.LinkTarget is not null || !place.Exists)
        {
            return;
        }

        foreach (var entry in place.EnumerateFileSystemInfos())
        {
            var known = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
            if (entry.LinkTarget is not null || !(entry is DirectoryInfo ? record.Folders.ContainsKey(known) : record.Files.ContainsKey(known)))
            {
                Remove(entry);
            }
        }
    }

    private static void Remove(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo { LinkTarget: null } folder)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            entry.Delete();
        }
    }

    private static SiteRecord Record(
        Digest ground, IReadOnlyDictionary<string, (Digest Key, Digest Hash)> files, IEnumerable<string> folders, Func<string, FileStamp?> stampOf, Func<string, KnownFolder?> known, string folder, string output) => new()
        {
            Ground = ground,
            Files = files.ToDictionary(file => file.Key, file => new KnownFile(file.Value.Key, file.Value.Hash, stampOf(file.Key) ?? StampOf(output, file.Key)), StringComparer.Ordinal),
            Folders = folders.ToDictionary(path => path, path => known(path) is { } before
                ? new(before.Mirrored, before.Published)
                : new KnownFolder(StampOf(output, path), StampOf(folder, path)), StringComparer.Ordinal),
        };

    private static FileStamp StampOf(string root, string path) =>
        FileStamps.Of(Path.Combine(root, path)) ?? throw new IOException($"刚写好的文件不见了：{path}");

    private static void Touch(HashSet<string> touched, string path)
    {
        // A folder that is made or goes changes the one around it.
        for (var at = FolderOf(path); touched.Add(at) && at.Length > 0; at = FolderOf(at))
        {
        }
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    /// <returns>The folders in which the files lie, and those around them; the outermost is not among them.</returns>
    private static HashSet<string> FoldersOf(IEnumerable<string> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var at = FolderOf(file); at.Length > 0 && folders.Add(at); at = FolderOf(at))
            {
            }
        }

        return folders;
    }

    private static bool TryLink(string file, string name) => OperatingSystem.IsLinux() && Link(file, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string file, string name);
}
