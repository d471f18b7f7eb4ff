using Site.Content.Loading;

namespace Site.Cli.Infrastructure;

/// <summary>Returns memory to the system between the steps of a build: after loading, and after the search index is made.</summary>
internal static class HeapCompaction
{
    /// <summary>Compacts the heap after a step of building a large site, so that its garbage does not stay in memory while the next one runs.</summary>
    /// <param name="pages">How many pages there are; for a small site the pause is not worth it.</param>
    public static void Run(int pages)
    {
        if (pages >= WebsiteReader.ManyPages)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
