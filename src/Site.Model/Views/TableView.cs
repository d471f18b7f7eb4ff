using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One table of a release: sentences, charts, the figures themselves.</summary>
public sealed record TableView : View
{
    public required SafeRelease Release { get; init; }

    public required SafeTable Table { get; init; }

    /// <summary>The most telling figures in words; may be empty.</summary>
    public required ImmutableArray<string> Sentences { get; init; }

    /// <summary>The figures, in the order in which they are read.</summary>
    public required ImmutableArray<FigureSection> Sections { get; init; }

    /// <summary>Whether the page shows only a part of the figures, because there are very many; the files have all.</summary>
    public required bool IsShortened { get; init; }

    /// <summary>The same table in the other releases, oldest first.</summary>
    public ImmutableArray<PageLink> Others { get; init; } = [];
}
