using System.Collections.Immutable;

namespace Site.Exposures.Ledgers;

/// <summary>A checked entry before protection. It knows what nobody may see, and stays in this room.</summary>
internal sealed record Entry
{
    public required ExposureRow Row { get; init; }

    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Status { get; init; }

    public required DateOnly Published { get; init; }

    public DateOnly? Deadline { get; init; }

    public DateOnly? StatusOn { get; init; }

    public required Firm Firm { get; init; }

    public string? CreditCode { get; init; }

    public required KnownArea Area { get; init; }

    public required string Sector { get; init; }

    public string? Place { get; init; }

    /// <summary>Without what private persons said and are called.</summary>
    public required string Hazard { get; init; }

    public string? HazardType { get; init; }

    public ImmutableArray<LegalReference> LegalBases { get; init; } = [];

    public required string Decision { get; init; }

    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Whether anyone from the public led to it, or may have.</summary>
    public bool IsReported { get; init; }

    /// <summary>The day on which the status began; the day of publishing where none is written.</summary>
    public DateOnly Since => StatusOn ?? Published;
}
