using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Site.Cli.Infrastructure;
using Site.Core.Sources;
using Site.Rendering.Search;

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
    private readonly HashSet<string> damaged;

    private SiteMirror(string folder, SiteRecord record, string like)
    {
        (this.folder, this.record) = (folder, record);
        TidyAll([.. Changed(folder, record.Folders, known => known.Mirrored), ""]);
        damaged = Changed(folder, record.Files, known => known.Stamp).ToHashSet(StringComparer.Ordinal);
        if (damaged.Count > 0)
        {
            this.record = record with { Files = Restamp(like) };
        }
    }

    /// <returns>The mirror as the record tells of it; null where there is none, and where the site is to be published on another disk, as after its folder was given one of its own.</returns>
    /// <param name="like">A file that this build has made, absolute: it has the rights that a published file has.</param>
    public static SiteMirror? Open(string folder, SiteRecord record, string like) =>
        FileStamps.Of(folder) is not { } mirror || FileStamps.Of(like)?.Device is { } other && other != mirror.Device ? null : new(folder, record, like);

    /// <summary>
    /// Believes files again whose other name is gone, which changes their stamps: somebody has deleted the published site, or emptied its folder. They are read, and have to have the bytes and the
    /// rights that they were published with.
    /// </summary>
    /// <returns>All files of the record, those with their new stamps.</returns>
    private Dictionary<string, KnownFile> Restamp(string like)
    {
        var files = record.Files.ToDictionary(StringComparer.Ordinal);
        using var opened = FileStamps.Open(folder);
        if (opened is null || FileStamps.RightsOf(like) is not { Names: 1 } rights)
        {
            return files;
        }

        string[] paths = [.. damaged];
        var stamps = InParallel(paths, path => FileStamps.Of(opened, path) is { } now && now with { Changed = files[path].Stamp.Changed } == files[path].Stamp
            && FileStamps.RightsOf(opened, path) == rights && Load(path, files[path].Hash) is not null ? now : default);
        for (var at = 0; at < paths.Length; at++)
        {
            if (stamps[at] != default)
            {
                files[paths[at]] = files[paths[at]] with { Stamp = stamps[at] };
                damaged.Remove(paths[at]);
            }
        }

        return files;
    }

    /// <returns>Whether mirror and published site are as the record tells of them, and nobody has put anything there.</returns>
    /// <param name="folder">The mirror.</param>
    /// <param name="output">The published site. Its folders being as they were, the files in them are those of the mirror.</param>
    public static bool IsUntouched(string folder, string output, SiteRecord record) =>
        IsListed(output, record) && IsListed(folder, record)
        && Changed(folder, record.Folders, known => known.Mirrored).Count == 0 && Changed(output, record.Folders, known => known.Published).Count == 0
        && Changed(folder, record.Files, known => known.Stamp).Count == 0
        && Changed(output, record.Files.Where(file => FolderOf(file.Key).Length == 0).ToDictionary(StringComparer.Ordinal), known => known.Stamp).Count == 0;

    /// <returns>Whether there is a folder, and nothing right in it but what the record knows.</returns>
    private static bool IsListed(string root, SiteRecord record) =>
        FileStamps.Of(root) is not null && Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName).All(name => record.Files.ContainsKey(name!) || record.Folders.ContainsKey(name!));

    /// <returns>The paths at which something lies that has another stamp than is known, or nothing.</returns>
    private static List<string> Changed<T>(string root, IReadOnlyDictionary<string, T> known, Func<T, FileStamp> stampOf)
    {
        using var opened = FileStamps.Open(root);
        if (opened is null)
        {
            return [.. known.Keys];
        }

        using var stamps = new NearbyStamps(opened);
        var changed = new List<string>();
        foreach (var (path, one) in known)
        {
            if (stamps.Of(path) != stampOf(one))
            {
                changed.Add(path);
            }
        }

        return changed;
    }

    /// <summary>Makes the mirror of a site that was just published.</summary>
    /// <param name="folder">Its place, absolute; not there yet.</param>
    /// <param name="output">The published site.</param>
    /// <param name="draft">A place beside that, where new folders get the same owner and rights; not there, or an empty folder.</param>
    /// <param name="site">What was published.</param>
    /// <returns>What is known of the site; null where the disk has no links, the cache lies on another disk, or the system has no stamps.</returns>
    public static SiteRecord? Make(string folder, string output, string draft, NewSite site)
    {
        if (FileStamps.Of(output) is not { } here || FileStamps.Of(Path.GetDirectoryName(folder)!) is not { } there || here.Device != there.Device)
        {
            return null;
        }

        var folders = FoldersOf(site.Files.Keys);
        try
        {
            using var published = FileStamps.Open(output);
            using var fresh = FreshFolder.Make(draft);
            if (published is null || InParallel(site.Files.Keys.ToArray(), path => fresh.TryLink(published, path)).Contains(false))
            {
                return null;
            }

            Directory.Move(draft, folder);
        }
        finally
        {
            FolderSwap.Delete(draft);
        }

        return Record(site, folders, _ => null, _ => null, folder, output);
    }

    /// <summary>As in <see cref="SiteRecord.Ground"/>.</summary>
    public Digest Ground => record.Ground;

    /// <returns>What is known of a file that lies in the mirror as it was published; else null.</returns>
    public KnownFile? Find(string path) => damaged.Contains(path) ? null : record.Files.GetValueOrDefault(path);

    /// <summary>The search index among the files; null where there is none.</summary>
    public PublishedIndex? Index => record.Index is { } numbers ? new(numbers, path => Find(path) is { } file ? new(path, file.Key, file.Hash, () => Load(path, file.Hash)) : null) : null;

    /// <summary>Puts the new site in the place of the published one: at each moment one of the two is there, whole.</summary>
    /// <param name="output">The published site; it may be gone, or its folder empty.</param>
    /// <param name="draft">As in <see cref="Make"/>.</param>
    /// <param name="site">The new site.</param>
    /// <param name="changed">Those that <see cref="Find"/> does not give with this hash: where each has been written, by path. They are moved.</param>
    /// <returns>What is known of the new site; null where it is out, but could not be mirrored to the end.</returns>
    /// <exception cref="IOException">The disk failed before the new site was out.</exception>
    public SiteRecord? Publish(string output, string draft, NewSite site, IReadOnlyDictionary<string, string> changed)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var gone = record.Files.Keys.Where(path => !site.Files.ContainsKey(path)).ToList();

        // The same files lie in the same folders.
        var isSame = gone.Count == 0 && site.Files.Count == record.Files.Count;
        string[] folders = isSame ? [.. record.Folders.Keys] : FoldersOf(site.Files.Keys);
        List<string> goneFolders = isSame ? [] : [.. record.Folders.Keys.Except(folders, StringComparer.Ordinal)];
        Clear(gone, goneFolders, touched);
        foreach (var (path, written) in changed)
        {
            Touch(touched, path);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.Move(written, Path.Combine(folder, path), overwrite: true);
        }

        var isGone = !Directory.Exists(output) || !Directory.EnumerateFileSystemEntries(output).Any();
        if (isGone)
        {
            FolderSwap.Swap(folder, output);
        }
        else
        {
            FolderSwap.Exchange(folder, output);
        }

        try
        {
            return isGone ? Make(folder, output, draft, site) : Follow(output, site, folders, changed, touched, () => Clear(gone, goneFolders, touched));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Brings the folders of the site that was published before to what is published now.</summary>
    /// <param name="clear">Takes away what the new site does not have.</param>
    private SiteRecord Follow(string output, NewSite site, string[] folders, IReadOnlyDictionary<string, string> changed, HashSet<string> touched, Action clear)
    {
        // The outermost folder has no stamp that is known.
        var strange = Changed(folder, record.Folders, known => known.Published).Append("").ToHashSet(StringComparer.Ordinal);
        TidyAll(strange);
        touched.UnionWith(strange);

        clear();
        var linked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in site.Files.Keys)
        {
            var isStrange = strange.Count == 1 ? !path.Contains('/', StringComparison.Ordinal) : strange.Contains(FolderOf(path));
            if (changed.ContainsKey(path) || (isStrange && FileStamps.Of(Path.Combine(folder, path)) != record.Files[path].Stamp))
            {
                var copy = Path.Combine(folder, path);
                linked.Add(path);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Delete(copy);
                if (!TryLink(Path.Combine(output, path), copy))
                {
                    throw new IOException($"系统不让文件有第二个名字：{path}");
                }
            }
        }

        return Record(site, folders, path => linked.Contains(path) ? null : record.Files[path],
            path => touched.Contains(path) ? null : record.Folders.GetValueOrDefault(path), folder, output);
    }

    /// <summary>Takes away what the new site does not have.</summary>
    private void Clear(List<string> files, List<string> folders, HashSet<string> touched)
    {
        foreach (var path in files)
        {
            Touch(touched, path);
            if (Directory.Exists(Path.GetDirectoryName(Path.Combine(folder, path))))
            {
                File.Delete(Path.Combine(folder, path));
            }
        }

        foreach (var path in folders)
        {
            Touch(touched, path);
            FolderSwap.Delete(Path.Combine(folder, path));
        }
    }

    /// <summary>Takes away from folders what the record does not know. A folder comes before those within it: where somebody has put a link in place of one, the link goes, and nothing behind it is touched.</summary>
    private void TidyAll(IEnumerable<string> paths)
    {
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            Tidy(path);
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
        NewSite site, string[] folders, Func<string, KnownFile?> before, Func<string, KnownFolder?> known, string folder, string output)
    {
        using var published = FileStamps.Open(output);
        using var mirror = FileStamps.Open(folder);
        return new()
        {
            Ground = site.Ground,
            Index = site.Index,
            Files = ByPath([.. site.Files.Keys], path => (before(path), site.Files[path]) switch
            {
                (null, var made) => new(made.Key, made.Hash, StampOf(published, path)),
                ({ } same, var made) when same.Key == made.Key && same.Hash == made.Hash => same,
                ({ } other, var made) => new KnownFile(made.Key, made.Hash, other.Stamp),
            }),
            Folders = ByPath(folders, path => known(path) is { } same ? new KnownFolder(same.Mirrored, same.Published) : new(StampOf(published, path), StampOf(mirror, path))),
        };
    }

    private static Dictionary<string, TAnswer> ByPath<TAnswer>(string[] paths, Func<string, TAnswer> ask)
    {
        var answers = InParallel(paths, ask);
        var byPath = new Dictionary<string, TAnswer>(paths.Length, StringComparer.Ordinal);
        for (var at = 0; at < paths.Length; at++)
        {
            byPath.Add(paths[at], answers[at]);
        }

        return byPath;
    }

    /// <summary>Asks the system about many places on all processors; a site of ten thousand pages has as many folders.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    private static TAnswer[] InParallel<TAnswer>(string[] paths, Func<string, TAnswer> ask)
    {
        var answers = new TAnswer[paths.Length];
        try
        {
            Parallel.For(0, paths.Length, at => answers[at] = ask(paths[at]));
        }
        catch (AggregateException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }

        return answers;
    }

    /// <returns>The bytes of a file of the mirror; null where they have another hash, or cannot be read.</returns>
    private byte[]? Load(string path, Digest hash)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, path)) is var bytes && Digest.Of(bytes) == hash ? bytes : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStamp StampOf(FileStamps.OpenFolder? root, string path) =>
        (root is null ? null : FileStamps.Of(root, path)) ?? throw new IOException($"刚写好的文件不见了：{path}");

    private static void Touch(HashSet<string> touched, string path)
    {
        // A folder that is made or goes changes the one around it.
        for (var at = FolderOf(path); touched.Add(at) && at.Length > 0; at = FolderOf(at))
        {
        }
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    /// <returns>The folders in which the files lie, and those around them; the outermost is not among them.</returns>
    private static string[] FoldersOf(IEnumerable<string> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var at = FolderOf(file); at.Length > 0 && folders.Add(at); at = FolderOf(at))
            {
            }
        }

        return [.. folders];
    }

    private static bool TryLink(string file, string name) => OperatingSystem.IsLinux() && Link(file, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string file, string name);
}

/// <summary>Asks for stamps in a folder, most of which lie beside the last one: the system need not go the whole way to each.</summary>
internal sealed class NearbyStamps(FileStamps.OpenFolder root) : IDisposable
{
    private string path = "";
    private FileStamps.OpenFolder? folder;

    /// <returns>As <see cref="FileStamps.Of(FileStamps.OpenFolder, ReadOnlySpan{char})"/>.</returns>
    public FileStamp? Of(string asked)
    {
        // The last two names are asked for together, since most pages lie each in a folder of its own.
        var end = asked.LastIndexOf('/') is > 0 and var last ? asked.LastIndexOf('/', last - 1) : -1;
        if (end <= 0)
        {
            return FileStamps.Of(root, asked);
        }

        if (!asked.AsSpan(..end).SequenceEqual(path))
        {
            folder?.Dispose();
            path = asked[..end];
            folder = FileStamps.Open(root, path);
        }

        return folder is null ? null : FileStamps.Of(folder, asked.AsSpan((end + 1)..));
    }

    public void Dispose() => folder?.Dispose();
}

/// <summary>A site that is being published.</summary>
/// <param name="Ground">As in <see cref="SiteRecord.Ground"/>.</param>
/// <param name="Files">All its files by path.</param>
/// <param name="Index">As in <see cref="SiteRecord.Index"/>.</param>
internal sealed record NewSite(Digest Ground, IReadOnlyDictionary<string, FinishedFile> Files, IndexNumbers? Index);

/// <summary>A file of a site that is being published.</summary>
/// <param name="Path">In the output folder, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Key">As in <see cref="KnownFile"/>.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
internal sealed record FinishedFile(string Path, long Length, Digest Key, Digest Hash);
