namespace Site.Statistics.Policies;

/// <summary>How small is too small: <c>input/policy.yaml</c>. Never published, for the exact thresholds help an attacker.</summary>
/// <param name="LeastPersons">A count of persons below this is unsafe; 2 or more.</param>
/// <param name="LeastContributors">A sum of fewer contributors is unsafe; 1 or more.</param>
/// <param name="DominancePercent">No contributor may be estimated from above to within this share of its figure; 1 to 100.</param>
/// <param name="ShowsZeros">Whether a zero is safe and always shown, so that readers know that a withheld cell is 1 or more.</param>
internal sealed record DisclosureRules(
    int LeastPersons = 5, int LeastContributors = 3, int DominancePercent = 10, bool ShowsZeros = true)
{
    /// <summary>The least figure a reader takes a withheld cell to have: 1 where zeros are always shown, else 0.</summary>
    public byte Floor => (byte)(ShowsZeros ? 1 : 0);
}
