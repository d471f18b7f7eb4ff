using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One of the pages of a list: of a kind, a sector, an audience, a tag or a year.</summary>
public sealed record ListView : View
{
    /// <summary>Up to 20 pages.</summary>
    public required ImmutableArray<Page> Items { get; init; }

    /// <summary>How many pages the whole list has, 0 or more.</summary>
    public required int Total { get; init; }

    /// <summary>Which of its pages this is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How many pages the list is spread over, 1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Addresses of the list's pages, the first first; <see cref="Count"/> of them.</summary>
    public required Func<int, string> AddressOf { get; init; }

    /// <summary>Narrower or sister lists to go on to (years of the news, other sectors); may be empty.</summary>
    public ImmutableArray<PageLink> Others { get; init; } = [];
}
