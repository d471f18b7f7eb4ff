using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>Says which units are one contributor: those that share a credit code or a parent body, directly or through others.</summary>
internal static class UnitContributors
{
    /// <returns>For each unit's id a number from 0.</returns>
    public static FrozenDictionary<string, int> Of(ImmutableArray<Unit> units)
    {
        var same = Enumerable.Range(0, units.Length).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < units.Length; at++)
        {
            Join(at, units[at].CreditCode is { } code ? "code " + code : null);
            Join(at, units[at].ParentBody is { } body ? "body " + body : null);
        }

        return Enumerable.Range(0, units.Length).ToFrozenDictionary(at => units[at].Id, Root, StringComparer.Ordinal);

        void Join(int at, string? mark)
        {
            if (mark is not null && !first.TryAdd(mark, at))
            {
                var (one, other) = (Root(first[mark]), Root(at));
                same[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        int Root(int at)
        {
            while (same[at] != at)
            {
                at = same[at];
            }

            return at;
        }
    }
}
