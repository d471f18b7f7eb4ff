using System.Buffers;

namespace Site.Disclosure;

/// <summary>Names that stand in addresses: of releases and of tables.</summary>
internal static class FrozenNames
{
    /// <summary>Folder of all frozen releases.</summary>
    public const string Folder = "input/releases/";

    /// <summary>What says what a release holds.</summary>
    public const string Summary = "release.yaml";

    /// <summary>The categories of every table's dimensions, each with its total.</summary>
    public const string Categories = "categories.csv";

    /// <summary>What stands in a cell that is withheld, or that cannot be.</summary>
    public const string Withheld = "*", NotApplicable = "—";

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Names of a release that the site keeps for pages of its own.</summary>
    private static readonly string[] Kept = ["method", "index", "assets"];

    /// <returns>Whether a release or table may be called so: 1 to 60 lower-case letters, digits and single hyphens.</returns>
    public static bool IsName(string text) => text.Length is > 0 and <= 60 && text[0] != '-' && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal) && !text.AsSpan().ContainsAnyExcept(Letters);

    /// <returns>Whether a release may be called so.</returns>
    public static bool IsReleaseName(string text) => IsName(text) && !Kept.Contains(text);

    /// <returns>Whether a table may be called so; its files must not take the place of the release's own.</returns>
    public static bool IsTableName(string text) => IsName(text) && text is not ("categories" or "release" or "hierarchies" or "index");
}
