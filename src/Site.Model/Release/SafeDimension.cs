using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One way in which a safe table is broken down, with its totals: area, sector or week.</summary>
public sealed record SafeDimension
{
    internal SafeDimension(string id, ImmutableArray<string> categories, ImmutableArray<int> parents) =>
        (Id, Categories, Parents) = (id, categories, parents);

    /// <summary><c>area</c>, <c>sector</c> or <c>week</c>.</summary>
    public string Id { get; }

    /// <summary>The categories, each total before its parts; weeks in order of time.</summary>
    public ImmutableArray<string> Categories { get; }

    /// <summary>For each category the place of its total in <see cref="Categories"/>, always before it; -1 where it has none.</summary>
    public ImmutableArray<int> Parents { get; }
}
