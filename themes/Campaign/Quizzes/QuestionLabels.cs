using System.Collections.Immutable;

namespace Site.Themes.Campaign.Quizzes;

/// <summary>Mixes what would give an answer away by its order: steps, and the right sides of pairs.</summary>
internal static class ShuffledOrder
{
    /// <summary>Gives an order that depends on the seed alone, so that two builds are equal.</summary>
    /// <param name="count">How many there are, 0 or more.</param>
    /// <param name="seed">The question's id.</param>
    /// <returns>0 to <paramref name="count"/> − 1, each once; never in their own order where there are two or more.</returns>
    public static ImmutableArray<int> Order(int count, string seed)
    {
        var order = Enumerable.Range(0, count).OrderBy(i => Hash($"{seed}/{i}")).ThenBy(i => i).ToImmutableArray();
        return count > 1 && order.SequenceEqual(Enumerable.Range(0, count)) ? [.. order[1..], order[0]] : order;
    }

    /// <remarks>FNV-1a, 32 bits, by UTF-16 unit; .NET's own hash differs from run to run.</remarks>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, unit) => unchecked((hash ^ unit) * 16777619u));
}
