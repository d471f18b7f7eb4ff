using System.Collections.Immutable;
using Site.Core.Vocabularies;

namespace Site.Exposures.Entries;

/// <summary>An exposure entry with nothing private in it. Only Site.Exposures can create one. A withdrawn entry is not one: only its id is left.</summary>
public sealed record SafeExposure
{
    internal SafeExposure() { }

    /// <summary>Latin letters, digits, hyphens and low lines; part of the address.</summary>
    public required string Id { get; init; }

    /// <summary>The date of publication.</summary>
    public required SafeDay Published { get; init; }

    /// <summary>Id of <see cref="ExposureVocabularies.Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The firm, or a private person's trade and street.</summary>
    public required string Subject { get; init; }

    /// <summary>The firm's unified social credit code, or null where there is none or it would name a person.</summary>
    public string? CreditCode { get; init; }

    /// <summary>What readers see: a street, a district, or 全市.</summary>
    public required string Area { get; init; }

    /// <summary>The district that the area lies in, for filters, or 全市.</summary>
    public required string District { get; init; }

    /// <summary>Id of <see cref="Vocabulary.Sectors"/>, or null where it is not said.</summary>
    public string? Sector { get; init; }

    /// <summary>The place, redacted, or null.</summary>
    public string? Place { get; init; }

    /// <summary>The hazard in words, redacted; what a red list entry is praised for.</summary>
    public required string Hazard { get; init; }

    /// <summary>Id of <see cref="ExposureVocabularies.HazardTypes"/>, or null where it is not said.</summary>
    public string? HazardType { get; init; }

    /// <summary>In the order written; empty for red list entries without one.</summary>
    public ImmutableArray<SafeLegalBasis> LegalBases { get; init; } = [];

    /// <summary>What was decided, with its number, redacted.</summary>
    public required string Decision { get; init; }

    /// <summary>The date by which the hazard had to be rectified, or null.</summary>
    public SafeDay? Deadline { get; init; }

    /// <summary>Id of <see cref="ExposureVocabularies.Statuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The date since which it has had this status, or null.</summary>
    public SafeDay? StatusOn { get; init; }

    /// <summary>Ids of <see cref="ExposureVocabularies.Reasons"/>: why it is published; empty where the ledger does not say.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Whether the deadline has passed and it is not yet rectified.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>How it was found; of a red list, what is praised. Null where there is no picture, or it must not be shown.</summary>
    public SafePicture? Picture { get; init; }

    /// <summary>How it is since it was put right, or null.</summary>
    public SafePicture? PictureAfter { get; init; }

    /// <summary>Path of the ledger it stands in, by which its sign-offs are found; no page shows it.</summary>
    public string Ledger { get; init; } = "";

    /// <summary>Whether it is an invented sample that shows how the site works.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A photograph of an entry.</summary>
public sealed record SafePicture
{
    internal SafePicture(string path, string alt) => (Path, Alt) = (path, alt);

    /// <summary>Its file, from the site folder; no page shows it.</summary>
    public string Path { get; }

    /// <summary>What is seen on it, redacted.</summary>
    public string Alt { get; }
}

/// <summary>Everything that may be shown of the exposure ledgers.</summary>
/// <param name="Current">Entries that stand on the lists, newest first, then by id.</param>
/// <param name="Past">Entries rectified so long ago that they have left the lists; only their own pages are left, in the same order.</param>
/// <param name="Withdrawn">Ids of withdrawn entries, sorted; their pages say that and nothing else.</param>
public sealed record SafeExposures(ImmutableArray<SafeExposure> Current, ImmutableArray<SafeExposure> Past, ImmutableArray<string> Withdrawn);

/// <summary>The legal basis of a decision: a law that the site has, and articles of it.</summary>
/// <param name="Address">The law's page.</param>
/// <param name="Text">《安全生产法》第四十一条、第一百零二条; the law alone where the articles would reveal too much.</param>
public sealed record SafeLegalBasis(string Address, string Text);
