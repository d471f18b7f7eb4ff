using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One of the pages of a list of exposure entries: all, of one kind, or those put right.</summary>
public sealed record ExposuresView : View
{
    /// <summary>What the list holds, in a sentence.</summary>
    public required string Lead { get; init; }

    /// <summary>Up to 100 entries.</summary>
    public required ImmutableArray<SafeExposure> Items { get; init; }

    /// <summary>How many entries the whole list has, 0 or more.</summary>
    public required int Total { get; init; }

    /// <summary>Which of its pages this is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How many pages the list is spread over, 1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Addresses of the list's pages; <see cref="Count"/> of them.</summary>
    public required Func<int, string> AddressOf { get; init; }

    /// <summary>The groups <c>district</c>, <c>sector</c>, <c>kind</c> and <c>status</c>, as for halls; empty where the list has no filter.</summary>
    public ImmutableArray<FilterGroup> Filters { get; init; } = [];

    /// <summary>Address of the style sheet that makes <see cref="Filters"/> work, from the site's root.</summary>
    public required string FilterStyles { get; init; }

    /// <summary>Where the list has more than one page: lists narrowed by one thing each, which reach over all its pages.</summary>
    public ImmutableArray<BrowseGroup> Narrower { get; init; } = [];

    /// <summary>Sister lists: all, each kind, those put right; the one shown is among them.</summary>
    public required ImmutableArray<PageLink> Others { get; init; }

    /// <summary>Entries of each type of hazard, the most frequent first; empty where the list does not show them.</summary>
    public ImmutableArray<Tally> HazardTypes { get; init; } = [];

    /// <summary>For the list of those put right: how many of each kind have been, also those that have left the lists.</summary>
    public ImmutableArray<Tally> Progress { get; init; } = [];
}

/// <summary>How many there are of something.</summary>
/// <param name="Label">Of what, in simplified Chinese.</param>
/// <param name="Count">How many, 0 or more.</param>
/// <param name="Of">Of how many in all, no less than <paramref name="Count"/>.</param>
public sealed record Tally(string Label, int Count, int Of);
