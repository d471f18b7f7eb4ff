using System.Collections.Immutable;
using Site.Core.Vocabularies;

namespace Site.Exposures.Entries;

/// <summary>An exposure entry with nothing private in it. Only Site.Disclosure can make one. A withdrawn entry is none: of it the id alone is left.</summary>
public sealed record SafeExposure
{
    internal SafeExposure() { }

    /// <summary>Latin letters, digits, hyphens and low lines; part of the address.</summary>
    public required string Id { get; init; }

    /// <summary>When it came out.</summary>
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

    /// <summary>By when it had to be put right, or null.</summary>
    public SafeDay? Deadline { get; init; }

    /// <summary>Id of <see cref="ExposureVocabularies.Statuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Since when it has this status, or null.</summary>
    public SafeDay? StatusOn { get; init; }

    /// <summary>Ids of <see cref="ExposureVocabularies.Reasons"/>: why it is shown to all; empty where the ledger does not say.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Whether the deadline has passed and it is not yet rectified.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Path of the ledger it stands in, by which its sign-offs are found; no page shows it.</summary>
    public string Ledger { get; init; } = "";

    /// <summary>Whether it is made up, to show how the site works.</summary>
    public bool IsSample { get; init; }
}

/// <summary>What a decision rests on: a law that the site has, and articles that it has.</summary>
/// <param name="Address">The law's page.</param>
/// <param name="Text">《安全生产法》第四十一条、第一百零二条; the law alone where the articles would tell too much.</param>
public sealed record SafeLegalBasis(string Address, string Text);
