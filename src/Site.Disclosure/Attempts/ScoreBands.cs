using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>The bands into which scores of 0 to 100 fall, the lowest first. A score between two whole numbers belongs to the lower band.</summary>
internal static class ScoreBands
{
    /// <summary>Where each band but the lowest begins, in points.</summary>
    public static ImmutableArray<int> Cuts { get; } = [60, 70, 80, 90];

    /// <summary>What readers see.</summary>
    public static ImmutableArray<string> Names { get; } = ["60分以下", "60—69分", "70—79分", "80—89分", "90—100分"];
}
