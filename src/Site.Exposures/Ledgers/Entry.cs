using System.Collections.Immutable;
using Site.Exposures.Entries;

namespace Site.Exposures.Ledgers;

/// <summary>A checked entry before protection. It holds private text and never leaves this project.</summary>
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

    /// <summary>Without tip-offs and without names of private persons.</summary>
    public required string Hazard { get; init; }

    public string? HazardType { get; init; }

    public ImmutableArray<LegalReference> LegalBases { get; init; } = [];

    public required string Decision { get; init; }

    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>How it was found; of a red list, what is praised.</summary>
    public SafePicture? Picture { get; init; }

    /// <summary>How it is since it was put right; null until it is.</summary>
    public SafePicture? PictureAfter { get; init; }

    /// <summary>Whether the entry rests on a tip-off from the public, or may do so.</summary>
    public bool IsReported { get; init; }

    /// <summary>The same entry in its status before, where a ledger tells of it.</summary>
    public Entry? Before { get; init; }

    /// <summary>The day on which the status began; the day of publishing where none is written.</summary>
    public DateOnly Since => StatusOn ?? Published;
}
