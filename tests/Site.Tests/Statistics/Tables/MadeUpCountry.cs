using Site.Statistics.Tables;

namespace Site.Tests;

/// <summary>Made-up returns of a place with provinces, cities, districts and streets, drawn from a seed: few large sectors, many small ones.</summary>
internal static class MadeUpCountry
{
    /// <summary>50 units without levels between: 510 cells.</summary>
    public static Table District(int seed) => Make([1, 50], seed, mean: 30);

    /// <summary>11 cities, 80 districts, 1,132 streets: 12,240 cells.</summary>
    public static Table Province(int seed) => Make([1, 11, 80, 1132], seed, mean: 17);

    /// <summary>31 provinces, 342 cities, 1,855 districts, 27,428 streets: 296,570 cells.</summary>
    public static Table Nation(int seed) => Make([1, 31, 342, 1855, 27428], seed, mean: 28);

    /// <returns>The number of returns, one for each street and sector.</returns>
    /// <param name="levels">Number of areas on each level, the first 1.</param>
    /// <param name="mean">About the middle figure of a return in the middle sector.</param>
    private static Table Make(int[] levels, int seed, double mean)
    {
        var draw = new SeededDraw(seed);
        var parents = new List<int> { -1 };
        for (var level = 1; level < levels.Length; level++)
        {
            var above = parents.Count - levels[level - 1];
            var shares = Enumerable.Range(0, levels[level]).Select(at => at < levels[level - 1] ? at : (int)(draw.Unit() * levels[level - 1]));
            parents.AddRange(shares.Order().Select(share => above + share).ToArray());
        }

        var shape = new TableShape(new([.. parents]), Sectors: 9, Weeks: 1, Indicators: 1);
        var contributions = new List<Contribution>();
        double[] weights = [3, 2.2, 1.6, 1.2, 1, 0.8, 0.6, 0.45, 0.3];
        for (var area = 0; area < shape.Areas.Count; area++)
        {
            if (shape.Areas.Heights[area] > 0)
            {
                continue;
            }

            var size = mean * Math.Exp(draw.Normal() * 0.6);
            for (var sector = 1; sector <= 9; sector++)
            {
                var figure = draw.Unit() < 0.06 ? 0 : (long)(size * weights[sector - 1] * Math.Exp(draw.Normal() * 0.4));
                contributions.Add(new(area, sector, 0, 0, figure, contributions.Count));
            }
        }

        return Aggregation.Add(shape, [.. contributions], (_, _) => false);
    }
}
