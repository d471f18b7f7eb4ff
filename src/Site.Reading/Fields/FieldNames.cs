using System.Collections.Frozen;

namespace Site.Reading;

/// <summary>
/// Other names that are understood: what Statiq's users are used to write, and what people write for an hour of a day.
/// All else is exactly as in the contract, capitals included.
/// </summary>
internal static class FieldNames
{
    public static FrozenDictionary<string, string> Synonyms { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Title"] = "title",
        ["Description"] = "summary",
        ["description"] = "summary",
        ["Published"] = "date",
        ["published"] = "date",
        ["Excluded"] = "draft",
        ["excluded"] = "draft",
        ["Order"] = "order",
        ["RedirectFrom"] = "redirectFrom",
        ["Xref"] = "id",
        ["xref"] = "id",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>For an entry of the menu.</summary>
    public static FrozenDictionary<string, string> MenuSynonyms { get; } =
        new Dictionary<string, string> { ["url"] = "address" }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, string> None { get; } = FrozenDictionary<string, string>.Empty;
}
