using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Tables;

namespace Site.Statistics.Protection;

/// <summary>Which figures are unsafe in themselves, and how far from exact a withheld one must stay.</summary>
/// <remarks>
/// Handbook on Statistical Disclosure Control: threshold rule for frequency tables (section 5.2), minimum number of contributors and p%
/// rule for magnitude tables (section 4.2). Exact: products are taken in 128 bits.
/// </remarks>
internal static class PrimaryRules
{
    /// <returns>Whether a count of persons, or an increment of one, is too small to show.</returns>
    /// <param name="persons">0 or more.</param>
    public static bool IsUnsafeCount(long persons, DisclosureRules rules) =>
        persons < rules.LeastPersons && (persons > 0 || !rules.ShowsZeros);

    /// <returns>Whether a sum over contributors says too much about the largest of them. A sum of 0 is a zero, and safe.</returns>
    public static bool IsUnsafeSum(Contributors contributors, DisclosureRules rules) =>
        contributors.Sum > 0 && (contributors.Count < rules.LeastContributors || Shortfall(contributors, rules) > 0);

    /// <returns>What a withheld count must satisfy: n or more must be possible, and n different figures.</returns>
    public static ProtectionLevels ForCount(DisclosureRules rules) => new(long.MaxValue, rules.LeastPersons, rules.LeastPersons - 1);

    /// <returns>
    /// What a withheld sum must satisfy: everything from X − pl to X + pl must be possible, where pl = (p/100)·x₁ − (X − x₁ − x₂), X the sum,
    /// x₁ and x₂ the largest two contributions. Nobody can be kept from knowing that a withheld cell has its floor or more.
    /// </returns>
    public static ProtectionLevels ForSum(Contributors contributors, DisclosureRules rules)
    {
        var level = Shortfall(contributors, rules);
        if (level <= 0)
        {
            return ProtectionLevels.NotExact;
        }

        var whole = (long)((level + 99) / 100);
        return new(Math.Max(rules.Floor, contributors.Sum - whole), contributors.Sum + whole, 1);
    }

    /// <returns>A hundred times what the other contributors fall short of hiding the largest: p·x₁ − 100·(X − x₁ − x₂).</returns>
    private static Int128 Shortfall(Contributors contributors, DisclosureRules rules) =>
        ((Int128)rules.DominancePercent * contributors.Largest)
        - ((Int128)100 * (contributors.Sum - contributors.Largest - contributors.Second));
}
