namespace Site.Cli.Infrastructure;

/// <summary>Returns memory to the system between loading and rendering.</summary>
internal static class HeapCompaction
{
    private const int ManyPages = 20_000;

    /// <summary>Compacts the heap after a large site was loaded, so that garbage of loading does not stay in memory while pages are rendered.</summary>
    /// <param name="pages">How many pages there are; for a small site the pause is not worth it.</param>
    public static void Run(int pages)
    {
        if (pages >= ManyPages)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
