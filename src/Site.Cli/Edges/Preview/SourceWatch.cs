using System.Diagnostics;

namespace Site.Cli.Edges;

/// <summary>Waits until something in a site folder has changed, and then until it has been quiet for a moment.</summary>
internal static class SourceWatch
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    /// <summary>How long a site that never comes to rest is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How often it is looked at besides: not all disks tell of changes, and a folder that is deleted takes its watch with it.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <param name="site">The site folder, absolute; it may vanish and come back.</param>
    /// <param name="seen">What the newest build was made from.</param>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public static async Task WaitForChangeAsync(string site, SourceState seen, CancellationToken stop)
    {
        using var bell = new SemaphoreSlim(0, 1);
        var watches = Watch(site, bell);
        try
        {
            while (SourceState.Of(site) is var now)
            {
                if (now != seen)
                {
                    await WaitUntilQuietAsync(site, now, stop);
                    return;
                }

                await bell.WaitAsync(Interval, stop);
            }
        }
        finally
        {
            watches.ForEach(watch => watch.Dispose());
        }
    }

    private static async Task WaitUntilQuietAsync(string site, SourceState now, CancellationToken stop)
    {
        var since = Stopwatch.StartNew();
        SourceState before;
        do
        {
            before = now;
            await Task.Delay(Quiet, stop);
            now = SourceState.Of(site);
        }
        while (now != before && since.Elapsed < Patience);
    }

    private static List<FileSystemWatcher> Watch(string site, SemaphoreSlim bell)
    {
        var watches = new List<FileSystemWatcher>();
        Add(site, "site.yaml");
        foreach (var folder in SourceState.Folders)
        {
            Add(Path.Combine(site, folder), "*");
        }

        return watches;

        void Add(string folder, string filter)
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

        void Ring(object sender, FileSystemEventArgs change)
        {
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
}
