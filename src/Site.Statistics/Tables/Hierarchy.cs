namespace Site.Statistics.Tables;

/// <summary>Areas and their totals: city, districts, streets. Areas are numbered so that each stands after its total.</summary>
internal sealed class Hierarchy
{
    private readonly int[] _starts;
    private readonly int[] _children;

    /// <param name="parents">For each area the number of its total, lower than its own; -1 for the first area, and for it alone.</param>
    /// <exception cref="ArgumentException">There is no area, or an area does not stand after its total, or there are several roots.</exception>
    public Hierarchy(int[] parents)
    {
        for (var area = 0; area < Math.Max(1, parents.Length); area++)
        {
            if (parents.Length == 0 || parents[area] >= area || (parents[area] < 0) != (area == 0))
            {
                throw new ArgumentException("Each area but the first stands after its total.", nameof(parents));
            }
        }

        Parents = parents;
        _starts = new int[parents.Length + 1];
        for (var area = 1; area < parents.Length; area++)
        {
            _starts[parents[area] + 1]++;
        }

        for (var area = 0; area < parents.Length; area++)
        {
            _starts[area + 1] += _starts[area];
        }

        _children = new int[parents.Length - 1];
        var next = _starts.AsSpan(0, parents.Length).ToArray();
        for (var area = 1; area < parents.Length; area++)
        {
            _children[next[parents[area]]++] = area;
        }

        (First, Past, Heights) = Walk();
    }

    /// <summary>For each area its total, or -1.</summary>
    public int[] Parents { get; }

    /// <summary>For each area how many levels of parts it has below it, 0 or more.</summary>
    public int[] Heights { get; }

    /// <summary>For each area the first place its own areas without parts take, when these are listed from the root downward.</summary>
    public int[] First { get; }

    /// <summary>For each area the place just past the last of them.</summary>
    public int[] Past { get; }

    /// <summary>Number of areas, 1 or more.</summary>
    public int Count => Parents.Length;

    /// <returns>The areas that add up to an area, ascending.</returns>
    public ReadOnlySpan<int> Children(int area) => _children.AsSpan(_starts[area], _starts[area + 1] - _starts[area]);

    private (int[] First, int[] Past, int[] Heights) Walk()
    {
        var (first, past, heights) = (new int[Count], new int[Count], new int[Count]);
        for (var area = Count - 1; area >= 0; area--)
        {
            past[area] += Children(area).IsEmpty ? 1 : 0;
            if (area > 0)
            {
                past[Parents[area]] += past[area];
                heights[Parents[area]] = Math.Max(heights[Parents[area]], heights[area] + 1);
            }
        }

        for (var area = 0; area < Count; area++)
        {
            var at = first[area];
            past[area] += at;
            foreach (var child in Children(area))
            {
                first[child] = at;
                at += past[child];
            }
        }

        return (first, past, heights);
    }
}
