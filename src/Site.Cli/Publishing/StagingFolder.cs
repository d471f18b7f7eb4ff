using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using Site.Cli.Infrastructure;
using Site.Core.Sources;
using Site.Rendering.Offline;
using Site.Rendering.Output;
using Site.Rendering.Search;

namespace Site.Cli.Publishing;

/// <summary>
/// The new site while it is being made, beside the published one: <c>output.site-new</c> beside <c>output</c>. It replaces the
/// published one in one step, when everything is written. Where a mirror of the published site is kept, only what changed is written.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    /// <summary>Room for a line of <c>build.json</c>: more than most take, so that it need not be moved while it grows.</summary>
    private const int BytesOfLine = 192;

    private readonly string output;
    private readonly FileStream held;
    private readonly FreshFolder fresh;
    private readonly Dictionary<string, string> changed = new(StringComparer.Ordinal);
    private List<FinishedFile> finished = [];
    private List<RankedFile> ranked = [];
    private SiteCache? cache;
    private Digest ground;
    private SiteMirror? known;

    private StagingFolder(string output, FileStream held)
    {
        (this.output, this.held) = (output, held);
        FolderSwap.Delete(Path);
        fresh = FreshFolder.Make(Path);
    }

    /// <summary>Receives a file whose bytes were never published on the same ground.</summary>
    /// <param name="path">Path in the output folder, with forward slashes.</param>
    /// <param name="bytes">All its bytes; they are gone when the receiver returns.</param>
    public delegate void Receiver(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Where the files are written, absolute.</summary>
    public string Path => output + ".site-new";

    /// <summary>Deletes what an interrupted build left, and locks the output folder until disposed of.</summary>
    /// <param name="output">The folder to be replaced, absolute, without a slash at the end.</param>
    /// <exception cref="EnvironmentException">Another build writes there, or the folder was not made by a build of this program.</exception>
    public static StagingFolder Open(string output)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(output)!);
        var taken = Hold(output);
        try
        {
            FolderSwap.Recover(output);
            return FolderSwap.IsOurs(output) ? new(output, taken) : throw new EnvironmentException($"{output} 不是本程序生成的文件夹，为免误删，没有改动它；请换一个 --output，或先移走它。");
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>How many files there are so far.</summary>
    public int Count => finished.Count;

    /// <summary>SHA-256 of <c>build.json</c>, once the site is published.</summary>
    public Digest Manifest { get; private set; }

    /// <summary>Takes up what the last build kept. What has the same key, made on the same ground, is not made again; what has the same bytes is not written again.</summary>
    /// <param name="kept">Of this output folder.</param>
    /// <param name="now">As in <see cref="SiteRecord.Ground"/>.</param>
    public void GoOnFrom(SiteCache kept, Digest now) => (cache, ground, known) = (kept, now, kept.Read(output + Lock));

    /// <summary>The search index as it was published on the same ground; null where there is none that can be believed.</summary>
    public PublishedIndex? Index => IsSameGround ? known!.Index : null;

    private bool IsSameGround => known?.Ground == ground;

    /// <returns>Whether each of these files was published last, by the same program, and none of them stands here twice: then nothing is wrong with their paths.</returns>
    public bool HasPublished(IReadOnlyCollection<OutputFile> files)
    {
        var found = new HashSet<KnownFile>(files.Count, ReferenceEqualityComparer.Instance);
        return IsSameGround && files.All(file => known!.Find(file.Path) is { } same && found.Add(same));
    }

    /// <summary>Makes and writes files in parallel, each by itself.</summary>
    /// <param name="files">Paths must be unique, also where case does not count.</param>
    /// <param name="receive">Called from several threads at once.</param>
    public void Write(IReadOnlyList<OutputFile> files, Receiver receive)
    {
        var isSameGround = IsSameGround;
        var made = new FinishedFile[files.Count];
        var wanted = new List<int>();
        for (var at = 0; at < files.Count; at++)
        {
            var (path, key, hash) = (files[at].Path, files[at].Key, files[at].Hash);
            if (isSameGround && (key != default || hash != default) && known?.Find(path) is { } same && (key != default ? same.Key == key : same.Hash == hash))
            {
                made[at] = new(path, same.Stamp.Length, key, same.Hash);
            }
            else
            {
                wanted.Add(at);
            }
        }

        var written = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        RenderedFiles.Each([.. wanted.Select(at => files[at])], (number, bytes) =>
        {
            var file = files[wanted[number]];
            var hash = Digest.Of(bytes);
            var isSame = known?.Find(file.Path) is { } before && before.Hash == hash;
            if (!isSame || !isSameGround)
            {
                receive(file.Path, bytes);
            }

            if (known is null)
            {
                fresh.Write(file.Path, bytes);
            }
            else if (!isSame)
            {
                var name = number.ToString(CultureInfo.InvariantCulture);
                fresh.Write(name, bytes);
                written[file.Path] = System.IO.Path.Combine(Path, name);
            }

            made[wanted[number]] = new(file.Path, bytes.Length, file.Key, hash);
        });
        finished = [.. made];
        ranked = [.. files.Index().Where(file => file.Item.OfflineRank is not null).Select(file => new RankedFile(file.Item.Path, file.Item.OfflineRank!.Value, made[file.Index].Length, made[file.Index].Hash))];
        foreach (var (path, place) in written)
        {
            changed.Add(path, place);
        }
    }

    /// <summary>Lists what devices keep in <c>offline.json</c> and all files in <c>build.json</c>, and replaces the published site by the new one.</summary>
    /// <param name="index">What the next build has to know of the search index among the files, or null.</param>
    public void Publish(IndexNumbers? index)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(1, finished.Count) * BytesOfLine);
        if (OfflineList.Write(buffer, ranked))
        {
            Add(OfflineList.Path, buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        BuildManifest.Write(buffer, [.. finished.Select(file => new WrittenFile(file.Path, file.Length, file.Hash))]);
        fresh.Write(FolderSwap.Marker, buffer.WrittenSpan);
        var files = finished.ToDictionary(file => file.Path, StringComparer.Ordinal);
        Manifest = Digest.Of(buffer.WrittenSpan);
        files.Add(FolderSwap.Marker, new(FolderSwap.Marker, buffer.WrittenCount, default, Manifest));
        var site = new NewSite(ground, files, index);
        if (known is { } before)
        {
            changed.Add(FolderSwap.Marker, System.IO.Path.Combine(Path, FolderSwap.Marker));
            cache!.Change(() => before.Publish(output, Path, site, changed));
        }
        else
        {
            FolderSwap.Swap(Path, output);
            cache?.Make(output, Path, site);
        }
    }

    /// <summary>Writes a file that follows from all others, where it is not as it was.</summary>
    private void Add(string path, ReadOnlySpan<byte> bytes)
    {
        var hash = Digest.Of(bytes);
        finished.Add(new(path, bytes.Length, default, hash));
        if (known?.Find(path)?.Hash != hash)
        {
            fresh.Write(path, bytes);
            if (known is not null)
            {
                changed.Add(path, System.IO.Path.Combine(Path, path));
            }
        }
    }

    public void Dispose()
    {
        fresh.Dispose();
        FolderSwap.Delete(Path);
        held.Dispose();
    }

    // The error codes of opening a file that another process has locked: EWOULDBLOCK where locks are flock(2), ERROR_SHARING_VIOLATION elsewhere. To ask whether
    // the lock file is there would be too late: the other build may have ended, and taken it away, in between.
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    /// <summary>Behind the name of the output folder: the file by which builds keep out of each other's way.</summary>
    private const string Lock = ".site-lock";

    private static FileStream Hold(string output)
    {
        try
        {
            return new(output + Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException failure) when (failure.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            throw new EnvironmentException($"另一次生成正在写入 {output}，请等它结束。");
        }
    }
}
