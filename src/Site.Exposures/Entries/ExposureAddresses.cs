namespace Site.Exposures.Entries;

/// <summary>Where exposure entries are published.</summary>
public static class ExposureAddresses
{
    /// <summary>All entries on the lists.</summary>
    public const string Home = "/exposures/";

    /// <summary>Rectified entries: 回头看.</summary>
    public const string Rectified = "/exposures/rectified/";

    /// <summary>The same entries for other programs.</summary>
    public const string Csv = "/data/exposures.csv";

    public const string Json = "/data/exposures.json";

    /// <summary>The JSON Schema (draft 2020-12) of <see cref="Json"/>.</summary>
    public const string Schema = "/data/exposures.schema.json";

    /// <returns>An entry's page.</returns>
    public static string Of(string id) => $"{Home}{id}/";

    /// <returns>The list of one kind.</returns>
    public static string OfKind(string kind) => $"{Home}{kind}/";

    /// <returns>Whether an id would take the place of a list, or of pages of one.</returns>
    public static bool IsTaken(string id) =>
        id.ToLowerInvariant() is "rectified" or "page" or "area" or "sector" or "kind" or "status"
        || ExposureVocabularies.Kinds.Any(kind => string.Equals(kind.Id, id, StringComparison.OrdinalIgnoreCase));
}
