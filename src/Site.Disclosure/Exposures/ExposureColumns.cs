using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>The columns of an exposure ledger, by the names in their heads.</summary>
internal static class ExposureColumns
{
    public const string Id = "id";
    public const string Published = "published";
    public const string Kind = "kind";
    public const string Enterprise = "enterprise";
    public const string CreditCode = "credit_code";
    public const string Area = "area";
    public const string Sector = "sector";
    public const string Place = "place";
    public const string Hazard = "hazard";
    public const string LegalBasis = "legal_basis";
    public const string Decision = "decision";
    public const string Deadline = "deadline";
    public const string Status = "status";
    public const string StatusOn = "status_on";
    public const string Source = "source";
    public const string Reporter = "reporter";
    public const string Contact = "contact";
    public const string Note = "note";
    public const string Reasons = "reasons";

    /// <summary>Columns that every ledger has, in any order.</summary>
    public static ImmutableArray<string> Required { get; } =
    [
        Id, Published, Kind, Enterprise, CreditCode, Area, Sector, Place, Hazard, LegalBasis, Decision, Deadline, Status, StatusOn,
        Source, Reporter, Contact, Note,
    ];

    /// <summary>Columns that a ledger may have besides.</summary>
    public static ImmutableArray<string> Optional { get; } = [Reasons];

    /// <summary>Columns that never leave this room.</summary>
    public static ImmutableArray<string> Private { get; } = [Source, Reporter, Contact, Note];

    public static bool IsKnown(string name) => Required.Contains(name) || Optional.Contains(name);
}
