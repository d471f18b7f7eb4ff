using Site.Statistics.Audit;
using Site.Statistics.Protection;

namespace Site.Tests;

public class MadeUpCountryTests
{
    [Fact]
    public void A_district_withholds_few_cells_and_gives_nothing_away() => AssertProtected(MadeUpCountry.District(1), 510, 2.9, 1.03);

    [Fact]
    public void A_province_withholds_few_cells_and_gives_nothing_away() => AssertProtected(MadeUpCountry.Province(1), 12_240, 9.9, 4.6);

    [Trait("Speed", "slow")]
    [Fact]
    public void A_nation_withholds_few_cells_and_gives_nothing_away() => AssertProtected(MadeUpCountry.Nation(1), 296_570, 3.9, 2.7);

    /// <param name="mostUnsafe">Percent of the non-zero cells, as in the figures to beat.</param>
    /// <param name="mostComplements">Percent of the non-zero cells.</param>
    private static void AssertProtected(TableToProtect input, int cells, double mostUnsafe, double mostComplements)
    {
        var (problem, merged) = PrimarySuppression.Of(input);

        var protection = TableProtection.Of(input);

        var withheld = new bool[problem.Values.Length];
        for (var cell = 0; cell < merged.Length; cell++)
        {
            withheld[merged[cell]] = protection.Withheld[cell];
        }

        double all = input.Table.Contributors.Count(contributors => contributors.Sum > 0);
        var unsafeCells = protection.Unsafe.Count(isUnsafe => isUnsafe);
        Assert.Equal(cells, input.Table.Shape.Count);
        Assert.True(protection.MayBeReleased);
        Assert.Empty(Attacker.Find(problem, withheld));
        Assert.InRange(unsafeCells / all * 100, 0, mostUnsafe);
        Assert.InRange((protection.Withheld.Count(hidden => hidden) - unsafeCells) / all * 100, 0, mostComplements);
    }
}
