namespace Site.Cli.Infrastructure;

/// <summary>Gives memory back between the two halves of the line.</summary>
internal static class HeapCompaction
{
    private const int ManyPages = 20_000;

    /// <summary>Packs what a large site leaves after reading, so that what reading threw away does not stay while pages are made.</summary>
    /// <param name="pages">How many pages there are; a small site has nothing worth the pause.</param>
    public static void Run(int pages)
    {
        if (pages >= ManyPages)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
