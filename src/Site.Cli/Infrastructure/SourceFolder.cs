using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text;
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
    private readonly Dictionary<string, Listing> listings = new(StringComparer.Ordinal);
    private readonly SourceQuestions questions = new();
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
        var listing = ListingOf(name);
        files.EnsureCapacity(files.Count + listing.Files.Count);
        var found = listing.Files.ConvertAll(file => Source(file.Path, file.Length, isReadOnce?.Invoke(file.Path) == true, file.Stamp));
        if (unsaved is not null)
        {
            found.AddRange(unsaved.Keys.Where(path => path.StartsWith(name + "/", StringComparison.Ordinal) && found.TrueForAll(file => file.Path != path)).Select(Unsaved));
            found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        }

        return new([.. found], [.. listing.Links.Select(Link), .. listing.IsFile
            ? [Diagnostic.Error("file/no-folder", new(name), $"{name} 是一个文件，不是文件夹。", $"给它改名，再新建文件夹 {name}。")] : ImmutableArray<Diagnostic>.Empty]);
    }

    /// <summary>What lies in a folder of the site, as it was when it was first asked for.</summary>
    private Listing ListingOf(string name)
    {
        if (listings.TryGetValue(name, out var known))
        {
            return known;
        }

        var root = new DirectoryInfo(System.IO.Path.Combine(Path, name));
        var listing = new Listing(!root.Exists && File.Exists(root.FullName));
        if (root.LinkTarget is not null)
        {
            listing.Links.Add(name);
        }
        else if (root.Exists)
        {
            Walk(root.FullName, name, listing);
            listing.Files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        }

        questions.Expect(listing.Files.Count);
        questions.Asked(SourceQuestions.List, name, answer =>
        {
            answer.Write(listing.IsFile);
            answer.Write(string.Join('\n', listing.Links));
            foreach (var file in listing.Files)
            {
                answer.Write(file.Path);
                questions.Write(answer, Settled(file.Stamp));
            }
        });
        return listings[name] = listing;
    }

    private static void Walk(string folder, string path, Listing listing)
    {
        using var opened = FileStamps.Open(folder);
        foreach (var entry in new FileSystemEnumerable<string>(folder, PathOf, Everything) { ShouldIncludePredicate = (ref entry) => !FileNames.IsLeftover(entry.FileName) })
        {
            // Attributes of a file cost two more questions to the system than its stamp, which is needed anyway.
            var isFolder = entry.EndsWith('/');
            var entryPath = isFolder ? entry[..^1] : entry;
            var name = entryPath.AsSpan((path.Length + 1)..);
            var look = opened is null ? null : FileStamps.Look(opened, name);
            if (look?.IsLink ?? File.GetAttributes(Full(name)).HasFlag(FileAttributes.ReparsePoint))
            {
                listing.Links.Add(entryPath);
            }
            else if (isFolder)
            {
                Walk(Full(name), entryPath, listing);
            }
            else
            {
                listing.Files.Add(new(entryPath, look?.Stamp.Length ?? new FileInfo(Full(name)).Length, look?.Stamp));
            }
        }

        string Full(ReadOnlySpan<char> name) => $"{folder}{System.IO.Path.DirectorySeparatorChar}{name}";

        // A slash behind it tells a folder.
        string PathOf(ref FileSystemEntry entry) => string.Concat(path, "/", entry.FileName, entry.IsDirectory ? "/" : "");
    }

    /// <summary>Asks again what an earlier run has asked of its folder.</summary>
    /// <param name="asked">As <see cref="Questions"/> gave it.</param>
    /// <returns>As <see cref="Seen"/>: where it is what the earlier run had, that run saw the same files in everything that it asked.</returns>
    public ReadOnlyMemory<byte>? SeeAgain(IEnumerable<string> asked)
    {
        foreach (var question in asked)
        {
            var name = question[1..];
            _ = question[0] switch
            {
                SourceQuestions.List => ListingOf(name),
                SourceQuestions.Find => Find(name),
                SourceQuestions.HasFolder => HasFolder(name),
                _ => (object)IsLink(name),
            };
        }

        return Seen;
    }

    /// <summary>What was asked so far, each once.</summary>
    public IReadOnlyList<string> Questions => questions.All;

    /// <summary>What was asked so far and the answers: names and stamps of files, in place of their bytes; null where a file may have changed since without another stamp.</summary>
    public ReadOnlyMemory<byte>? Seen => unsaved is null && memory is null ? questions.Answers() : null;

    /// <summary>Reports a file of the site folder itself that is a symbolic link.</summary>
    public IEnumerable<Diagnostic> FindLink(string name) =>
        IsLink(name) ? [Link(name)] : [];

    /// <returns>Whether a file or folder of the site folder itself is a symbolic link.</returns>
    public bool IsLink(string name)
    {
        var isLink = new FileInfo(System.IO.Path.Combine(Path, name)).LinkTarget is not null;
        questions.Asked(SourceQuestions.IsLink, name, answer => answer.Write(isLink));
        return isLink;
    }

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
    public bool HasFolder(string name)
    {
        var isThere = Directory.Exists(System.IO.Path.Combine(Path, name));
        questions.Asked(SourceQuestions.HasFolder, name, answer => answer.Write(isThere));
        return isThere;
    }

    /// <returns>A file by its path in the site folder, or null where it is missing or a symbolic link.</returns>
    public SourceFile? Find(string path)
    {
        if (unsaved?.ContainsKey(path) == true)
        {
            return Unsaved(path);
        }

        var file = new FileInfo(System.IO.Path.Combine(Path, path));
        var found = file.Exists && file.LinkTarget is null ? Source(path, file.Length, isReadOnce: false, FileStamps.Of(file.FullName)) : null;
        questions.Asked(SourceQuestions.Find, path, answer =>
        {
            answer.Write(found is not null);
            if (found is not null)
            {
                questions.Write(answer, found.Stamp);
            }
        });
        return found;
    }

    private SourceFile Source(string path, long length, bool isReadOnce, FileStamp? stamp)
    {
        if (files.TryGetValue(path, out var known))
        {
            return known;
        }

        var file = unsaved?.ContainsKey(path) == true ? Unsaved(path) : Read(path, length, isReadOnce, Settled(stamp));
        return files[path] = memory is null || unsaved?.ContainsKey(path) == true ? file : memory.Of(file, stamp is { } told ? DateTime.UnixEpoch.AddTicks(told.Modified / 100) : File.GetLastWriteTimeUtc(FullPath(path)), start);
    }

    private SourceFile Unsaved(string path) => new(path, unsaved![path].Length, () => unsaved[path]);

    /// <summary>A file without length is not opened: to open a pipe would be to wait for ever.</summary>
    private SourceFile Read(string path, long length, bool isReadOnce, FileStamp? stamp)
    {
        if (length == 0)
        {
            return new(path, 0, static () => []) { Stamp = stamp };
        }

        if (isReadOnce || keptBytes + length > MostKeptBytes)
        {
            return new(path, length, () => environment.ReadFile(FullPath(path))) { Stamp = stamp };
        }

        keptBytes += length;
        return new(path, length, Once(path)) { Stamp = stamp };
    }

    /// <summary>By itself, so that a file that is read each time has nothing to do with it.</summary>
    private Func<byte[]> Once(string path)
    {
        var bytes = new Lazy<byte[]>(() => environment.ReadFile(FullPath(path)), LazyThreadSafetyMode.PublicationOnly);
        return () => bytes.Value;
    }

    /// <returns>Where a file lies; made when it is asked for, as there may be a hundred thousand.</returns>
    private string FullPath(string path) => System.IO.Path.Combine(Path, path);

    /// <returns>The stamp, where a change after now would have another one.</returns>
    private FileStamp? Settled(FileStamp? stamp) => stamp is { } known && FileStamps.IsSettled(known, start) ? known : null;

    private static Diagnostic Link(string path) => Diagnostic.Error(
        "file/symbolic-link", new(path), "这是一个符号链接，本站不读取符号链接。", "请删除它，把真正的文件放在这里。");

    /// <summary>What lies in a folder.</summary>
    /// <param name="IsFile">Whether it is a file.</param>
    private sealed record Listing(bool IsFile)
    {
        /// <summary>By path (ordinal).</summary>
        public List<ListedFile> Files { get; } = [];

        /// <summary>Paths of symbolic links.</summary>
        public List<string> Links { get; } = [];
    }

    private sealed record ListedFile(string Path, long Length, FileStamp? Stamp);
}

/// <summary>What a run asks of its folder, and the answers, by which a later run knows that it would be told the same.</summary>
#pragma warning disable CA1001 // What it writes to lies in memory, and has no handle to give back.
internal sealed class SourceQuestions
#pragma warning restore CA1001
{
    public const char List = 'l', Find = 'f', HasFolder = 'd', IsLink = 's';

    /// <summary>A path of Chinese names and a stamp; most take less.</summary>
    private const int BytesOfFile = 128;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> all = [];
    private readonly MemoryStream answers = new();
    private readonly BinaryWriter writer;
    private bool isSettled = true;

    public SourceQuestions() => writer = new(answers, Encoding.UTF8);

    /// <summary>Each a character for what was asked, and of what.</summary>
    public IReadOnlyList<string> All => all;

    /// <summary>Makes room, so that the answers need not be moved while they grow.</summary>
    /// <param name="files">How many files will be told of.</param>
    public void Expect(int files) => answers.Capacity = Math.Max(answers.Capacity, (int)answers.Length + (files * BytesOfFile));

    /// <param name="answer">Writes the answer; it is the same as long as the run lasts.</param>
    public void Asked(char what, string name, Action<BinaryWriter> answer)
    {
        if (known.Add(what + name))
        {
            all.Add(what + name);
            writer.Write(what + name);
            answer(writer);
        }
    }

    /// <param name="stamp">Null where a change would not be seen by it.</param>
    public void Write(BinaryWriter answer, FileStamp? stamp)
    {
        isSettled &= stamp is not null;
        answer.Write(stamp.GetValueOrDefault());
    }

    /// <returns>Questions and answers; null where a stamp is missing.</returns>
    public ReadOnlyMemory<byte>? Answers()
    {
        if (!isSettled)
        {
            return null;
        }

        writer.Flush();
        return answers.GetBuffer().AsMemory(0, (int)answers.Length);
    }
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
