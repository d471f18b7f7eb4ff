namespace Site.Disclosure;

/// <summary>A full table, added up: for each cell its figure, who made it up, and whether it can exist at all.</summary>
/// <param name="Shape">The cells.</param>
/// <param name="Contributors">For each cell its contributors; their sum is the figure.</param>
/// <param name="LoneContributors">For each cell its contributor if it has only one, else -1.</param>
/// <param name="CanExist">For each cell whether it is no structural zero.</param>
/// <param name="Contributions">What it was made from.</param>
internal sealed record Cube(
    CubeShape Shape, Contributors[] Contributors, int[] LoneContributors, bool[] CanExist, ContributionIndex Contributions);
