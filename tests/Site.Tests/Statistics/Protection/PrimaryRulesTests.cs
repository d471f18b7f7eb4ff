using Site.Statistics.Audit;
using Site.Statistics.Protection;
using Site.Statistics.Tables;

namespace Site.Tests;

public class PrimaryRulesTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Counts_of_one_to_four_are_unsafe_and_a_zero_is_not(long persons, bool expected) =>
        Assert.Equal(expected, PrimaryRules.IsUnsafeCount(persons, new()));

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Age_bands_ask_for_ten(long persons, bool expected) =>
        Assert.Equal(expected, PrimaryRules.IsUnsafeCount(persons, new(LeastPersons: 10)));

    [Theory]
    [InlineData(new long[] { 100, 40 }, true)]
    [InlineData(new long[] { 100, 40, 9 }, true)]
    [InlineData(new long[] { 100, 40, 10 }, false)]
    [InlineData(new long[] { 40, 9, 1, 100 }, false)]
    [InlineData(new long[] { 0, 0 }, false)]
    public void A_sum_needs_three_contributors_and_a_tenth_of_the_largest_beyond_the_two_largest(long[] contributions, bool expected) =>
        Assert.Equal(expected, PrimaryRules.IsUnsafeSum(Contributors(contributions), new()));

    [Fact]
    public void A_withheld_sum_must_hide_its_largest_contributor_to_within_a_tenth() =>
        // X = 143, p·x₁ = 10, X − x₁ − x₂ = 3, so pl = 7.
        Assert.Equal(new ProtectionLevels(136, 150, 1), PrimaryRules.ForSum(Contributors([100, 40, 3]), new()));

    [Fact]
    public void A_fraction_of_a_protection_level_counts_as_a_whole() =>
        // X = 17, p·x₁ = 1.4, X − x₁ − x₂ = 1, so pl = 0.4.
        Assert.Equal(new ProtectionLevels(16, 18, 1), PrimaryRules.ForSum(Contributors([14, 2, 1]), new()));

    [Fact]
    public void Nobody_can_be_kept_from_knowing_that_a_withheld_sum_is_one_or_more() =>
        Assert.Equal(new ProtectionLevels(1, 2, 1), PrimaryRules.ForSum(Contributors([1]), new()));

    [Fact]
    public void Even_the_largest_figures_are_reckoned_exactly() =>
        Assert.True(PrimaryRules.IsUnsafeSum(Contributors([1L << 60, 1L << 59, ((1L << 60) / 10) - 1]), new()));

    private static Contributors Contributors(long[] contributions) =>
        contributions.Aggregate(default(Contributors), (all, one) => all.With(one));
}
