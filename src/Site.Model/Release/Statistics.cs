namespace Site.Model;

/// <summary>Where figures are published: pages below <c>/data/</c>, and files for other programs beside them.</summary>
public static class Statistics
{
    /// <summary>All releases at a glance.</summary>
    public const string Home = "/data/";

    /// <summary>How the figures are protected, in plain words.</summary>
    public const string Method = "/data/method/";

    /// <returns>The page of a release: <c>/data/2026-06-28/</c>.</returns>
    public static string Of(SafeRelease release) => $"{Home}{release.Name}/";

    /// <returns>The page of a table: <c>/data/2026-06-28/sessions/</c>.</returns>
    public static string Of(SafeRelease release, SafeTable table) => $"{Home}{release.Name}/{table.Id}/";

    /// <returns>A file of a table: <c>/data/2026-06-28/sessions.csv</c>.</returns>
    /// <param name="ending"><c>csv</c> or <c>json</c>.</param>
    public static string File(SafeRelease release, SafeTable table, string ending) => $"{Home}{release.Name}/{table.Id}.{ending}";

    /// <returns>What adds up to what in a release: <c>/data/2026-06-28/hierarchies.json</c>.</returns>
    public static string Hierarchies(SafeRelease release) => $"{Home}{release.Name}/hierarchies.json";
}
