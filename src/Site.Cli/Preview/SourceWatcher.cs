using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Enumeration;

namespace Site.Cli.Preview;

/// <summary>Waits until something in a site folder has changed and no further change has followed for a moment. It listens from its making on.</summary>
internal sealed class SourceWatcher : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    /// <summary>The longest wait for a site that changes all the time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How often the folder is checked in addition: not all disks report changes, and a deleted folder loses its watcher.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Between two looks at the folder passes so many times what one takes, so that a large site does not keep the processor busy.</summary>
    private const int RestToOneLook = 50;

    private readonly string site;
    private readonly SemaphoreSlim bell = new(0, 1);
    private readonly ConcurrentQueue<string> changed = new();
    private readonly List<FileSystemWatcher> watches = [];

    /// <param name="site">The site folder, absolute; it may vanish and come back.</param>
    public SourceWatcher(string site)
    {
        this.site = site;
        Watch(site, "site.yaml");
        foreach (var folder in SourceFingerprint.Folders)
        {
            Watch(Path.Combine(site, folder), "*");
        }
    }

    /// <param name="seen">The fingerprint of the sources of the newest build.</param>
    /// <param name="first">Receives what the system says has changed, absolute paths, as soon as nothing has followed for a moment; it need not be all.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task WaitForChangeAsync(SourceFingerprint seen, Action<IReadOnlyCollection<string>> first, CancellationToken stop)
    {
        for (var isQuiet = false; ;)
        {
            var look = Stopwatch.StartNew();
            var now = SourceFingerprint.Of(site);
            if (now != seen)
            {
                if (!isQuiet)
                {
                    await WaitUntilQuietAsync(site, now, stop);
                    Tell(first);
                }

                return;
            }

            var rest = look.Elapsed * RestToOneLook;
            isQuiet = await bell.WaitAsync(rest > Interval ? rest : Interval, stop);
            if (isQuiet)
            {
                await WaitUntilQuietAsync(bell, stop);
                Tell(first);
            }
        }
    }

    public void Dispose()
    {
        watches.ForEach(watch => watch.Dispose());
        bell.Dispose();
    }

    private void Tell(Action<IReadOnlyCollection<string>> first)
    {
        var told = changed.Distinct(StringComparer.Ordinal).ToList();
        changed.Clear();
        first(told);
    }

    private static async Task WaitUntilQuietAsync(SemaphoreSlim bell, CancellationToken stop)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience && await bell.WaitAsync(Quiet, stop);)
        {
        }
    }

    private static async Task WaitUntilQuietAsync(string site, SourceFingerprint now, CancellationToken stop)
    {
        var since = Stopwatch.StartNew();
        SourceFingerprint before;
        do
        {
            before = now;
            await Task.Delay(Quiet, stop);
            now = SourceFingerprint.Of(site);
        }
        while (now != before && since.Elapsed < Patience);
    }

    private void Watch(string folder, string filter)
    {
        try
        {
            var watch = new FileSystemWatcher(folder, filter) { IncludeSubdirectories = filter == "*" };
            watches.Add(watch);
            watch.Changed += Ring;
            watch.Created += Ring;
            watch.Deleted += Ring;
            watch.Renamed += Ring;
            watch.EnableRaisingEvents = true;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // There is no such folder, or the system grants no more watches: the interval does.
        }
    }

    private void Ring(object sender, FileSystemEventArgs change)
    {
        changed.Enqueue(change.FullPath);
        try
        {
            bell.Release();
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // It has been rung already, or nobody waits any more.
        }
    }
}

/// <summary>A fingerprint of a site folder, computed from names, lengths and times without reading a file. It is equal where nothing was changed.</summary>
/// <param name="Count">Files and folders.</param>
/// <param name="Sum">The sum of a hash of each, so that their order does not matter.</param>
internal readonly record struct SourceFingerprint(int Count, long Sum)
{
    private static readonly EnumerationOptions Readable = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true, RecurseSubdirectories = true };

    /// <summary>The folders that a site is made from.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["content", "input", "packs", "themes"];

    /// <param name="site">The site folder, absolute; it may be missing.</param>
    public static SourceFingerprint Of(string site)
    {
        var state = default(SourceFingerprint);
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

    private SourceFingerprint With(long entry) => new(Count + 1, unchecked(Sum + entry));

    private static FileSystemEnumerable<long> Entries(string folder) =>
        new(folder, (ref entry) => Hash(entry.ToFullPath(), entry.IsDirectory ? 0 : entry.Length, entry.LastWriteTimeUtc.Ticks), Readable)
        {
            ShouldIncludePredicate = (ref entry) => entry.FileName[0] != '.',
            ShouldRecursePredicate = (ref entry) => entry.FileName[0] != '.' && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static long Hash(string path, long length, long time) =>
        ((long)HashCode.Combine(path, length) << 32) ^ HashCode.Combine(time, length, path);
}
