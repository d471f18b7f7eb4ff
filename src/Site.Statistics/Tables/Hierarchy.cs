using System.Collections.Immutable;

namespace Site.Statistics.Tables;

/// <summary>One way in which a table is broken down.</summary>
/// <param name="Id"><c>area</c>, <c>sector</c>, <c>week</c>, or for quiz attempts <c>quiz</c>, <c>age_band</c>, <c>score_band</c>.</param>
/// <param name="Categories">What readers see, each once, each total before its parts.</param>
/// <param name="Parents">For each category the place of its total, always before it; -1 where it has none.</param>
internal sealed record Dimension(string Id, ImmutableArray<string> Categories, ImmutableArray<int> Parents)
{
    /// <summary>What adds up to what.</summary>
    public Hierarchy Hierarchy { get; } = new(Parents);

    /// <returns>A dimension of a total and its parts.</returns>
    public static Dimension WithTotal(string id, ImmutableArray<string> categories) =>
        new(id, categories, [-1, .. Enumerable.Repeat(0, categories.Length - 1)]);

    /// <returns>A dimension that does not add up.</returns>
    public static Dimension WithoutTotal(string id, ImmutableArray<string> categories) => new(id, categories, [.. categories.Select(_ => -1)]);
}

/// <summary>
/// The categories of one dimension and what adds up to what: city, districts, streets; a total and its sectors; quizzes without a total.
/// Categories are numbered so that each stands after its total.
/// </summary>
internal sealed class Hierarchy
{
    private readonly int[] _starts;
    private readonly int[] _children;

    /// <param name="parents">For each category the number of its total, lower than its own; -1 where it has none. One category or more.</param>
    /// <exception cref="ArgumentException">There is no category, or one does not stand after its total.</exception>
    public Hierarchy(IReadOnlyList<int> parents)
    {
        if (parents.Count == 0 || parents.Where((parent, category) => parent >= category || parent < -1).Any())
        {
            throw new ArgumentException("There are categories, and each stands after its total.", nameof(parents));
        }

        Parents = [.. parents];
        _starts = new int[Count + 1];
        foreach (var parent in Parents.Where(parent => parent >= 0))
        {
            _starts[parent + 1]++;
        }

        for (var category = 0; category < Count; category++)
        {
            _starts[category + 1] += _starts[category];
        }

        _children = new int[_starts[^1]];
        var next = _starts.AsSpan(0, Count).ToArray();
        for (var category = 0; category < Count; category++)
        {
            if (Parents[category] >= 0)
            {
                _children[next[Parents[category]]++] = category;
            }
        }

        (First, Past, Heights) = Walk();
        Depth = Heights.Max();
    }

    /// <summary>For each category its total, or -1.</summary>
    public int[] Parents { get; }

    /// <summary>For each category how many levels of parts it has below it, 0 or more.</summary>
    public int[] Heights { get; }

    /// <summary>How many levels of totals there are, 0 or more.</summary>
    public int Depth { get; }

    /// <summary>For each category the first place its own finest categories take, when these are listed from the totals downward.</summary>
    public int[] First { get; }

    /// <summary>For each category the place just past the last of them.</summary>
    public int[] Past { get; }

    /// <summary>Number of categories, 1 or more.</summary>
    public int Count => Parents.Length;

    /// <returns>The categories that add up to one, ascending.</returns>
    public ReadOnlySpan<int> Children(int category) => _children.AsSpan(_starts[category], _starts[category + 1] - _starts[category]);

    /// <returns>Whether a category is another, or one of its totals.</returns>
    public bool Contains(int category, int other) => First[category] <= First[other] && Past[other] <= Past[category];

    private (int[] First, int[] Past, int[] Heights) Walk()
    {
        var (first, past, heights) = (new int[Count], new int[Count], new int[Count]);
        for (var category = Count - 1; category >= 0; category--)
        {
            past[category] += Children(category).IsEmpty ? 1 : 0;
            if (Parents[category] is var parent and >= 0)
            {
                past[parent] += past[category];
                heights[parent] = Math.Max(heights[parent], heights[category] + 1);
            }
        }

        var roots = 0;
        for (var category = 0; category < Count; category++)
        {
            if (Parents[category] < 0)
            {
                first[category] = roots;
                roots += past[category];
            }

            var at = first[category];
            past[category] += at;
            foreach (var child in Children(category))
            {
                first[child] = at;
                at += past[child];
            }
        }

        return (first, past, heights);
    }
}
