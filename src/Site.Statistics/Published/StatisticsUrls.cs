using System.Buffers;

namespace Site.Statistics.Published;

/// <summary>Where figures are published: pages below <c>/data/</c>, and files for other programs beside them.</summary>
public static class StatisticsUrls
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

/// <summary>Names that stand in addresses: of releases and of tables.</summary>
internal static class ReleaseNames
{
    /// <summary>Folder of all snapshots of releases.</summary>
    public const string Folder = "input/releases/";

    /// <summary>What says what a release holds.</summary>
    public const string Summary = "release.yaml";

    /// <summary>The categories of every table's dimensions, each with its total.</summary>
    public const string Categories = "categories.csv";

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Names of a release that the site keeps for pages of its own.</summary>
    private static readonly string[] Reserved = ["method", "index", "assets"];

    /// <returns>Whether a release or table may be called so: 1 to 60 lower-case letters, digits and single hyphens.</returns>
    public static bool IsName(string text) => text.Length is > 0 and <= 60 && text[0] != '-' && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal) && !text.AsSpan().ContainsAnyExcept(Letters);

    /// <returns>Whether a release may be called so.</returns>
    public static bool IsReleaseName(string text) => IsName(text) && !Reserved.Contains(text);

    /// <returns>Whether a table may be called so; its files must not take the place of the release's own.</returns>
    public static bool IsTableName(string text) => IsName(text) && text is not ("categories" or "release" or "hierarchies" or "index");
}
