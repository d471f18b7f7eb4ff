using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>The areas that attempts may name.</summary>
/// <param name="Parents">For each area the place of its total, lower than its own; -1 for the first, and for it alone.</param>
/// <param name="Names">What readers see, each once.</param>
/// <param name="Words">What an export may write for an area, its id or its name, each with the area's place.</param>
internal sealed record AttemptAreas(ImmutableArray<int> Parents, ImmutableArray<string> Names, FrozenDictionary<string, int> Words)
{
    /// <returns>How many levels an area stands below the first, 0 or more.</returns>
    public int Depth(int area) => Parents[area] < 0 ? 0 : 1 + Depth(Parents[area]);
}
