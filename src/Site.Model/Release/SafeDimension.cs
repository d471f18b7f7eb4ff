using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One way in which a safe table is broken down, with its totals: area, sector or week.</summary>
public sealed record SafeDimension
{
    internal SafeDimension(string id, ImmutableArray<string> categories, ImmutableArray<int> parents) =>
        (Id, Categories, Parents) = (id, categories, parents);

    /// <summary><c>area</c>, <c>sector</c>, <c>week</c>, or for quiz attempts <c>quiz</c>, <c>age_band</c>, <c>score_band</c>.</summary>
    public string Id { get; }

    /// <summary>The categories, each name once, each total before its parts; weeks in order of time, as the day up to which they count: <c>2026-06-07</c>.</summary>
    public ImmutableArray<string> Categories { get; }

    /// <summary>For each category the place of its total in <see cref="Categories"/>, always before it; -1 where it has none.</summary>
    public ImmutableArray<int> Parents { get; }
}
