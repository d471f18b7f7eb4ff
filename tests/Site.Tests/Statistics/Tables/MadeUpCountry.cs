using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Tables;

namespace Site.Tests;

/// <summary>Made-up returns of a place with provinces, cities, districts and streets, drawn from a seed: few large sectors, many small ones.</summary>
internal static class MadeUpCountry
{
    private const int Sectors = 9;

    /// <summary>50 units without levels between: 510 cells.</summary>
    public static TableToProtect District(int seed) => Make([1, 50], seed, mean: 30);

    /// <summary>11 cities, 80 districts, 1,132 streets: 12,240 cells.</summary>
    public static TableToProtect Province(int seed) => Make([1, 11, 80, 1132], seed, mean: 17);

    /// <summary>31 provinces, 342 cities, 1,855 districts, 27,428 streets: 296,570 cells.</summary>
    public static TableToProtect Nation(int seed) => Make([1, 31, 342, 1855, 27428], seed, mean: 28);

    /// <returns>The number of returns, one for each street and sector, as the rules of a count guard it.</returns>
    /// <param name="levels">Number of areas on each level, the first 1.</param>
    /// <param name="mean">About the middle figure of a return in the middle sector.</param>
    private static TableToProtect Make(int[] levels, int seed, double mean)
    {
        var draw = new SeededDraw(seed);
        var parents = new List<int> { -1 };
        for (var level = 1; level < levels.Length; level++)
        {
            var above = parents.Count - levels[level - 1];
            var shares = Enumerable.Range(0, levels[level]).Select(at => at < levels[level - 1] ? at : (int)(draw.Unit() * levels[level - 1]));
            parents.AddRange(shares.Order().Select(share => above + share).ToArray());
        }

        var areas = new Hierarchy(parents);
        var shape = new TableShape([areas, new([-1, .. Enumerable.Repeat(0, Sectors)])], weeks: 1);
        var contributions = new List<Contribution>();
        double[] weights = [3, 2.2, 1.6, 1.2, 1, 0.8, 0.6, 0.45, 0.3];
        for (var area = 0; area < areas.Count; area++)
        {
            if (areas.Heights[area] > 0)
            {
                continue;
            }

            var size = mean * Math.Exp(draw.Normal() * 0.6);
            for (var sector = 1; sector <= Sectors; sector++)
            {
                var figure = draw.Unit() < 0.06 ? 0 : (long)(size * weights[sector - 1] * Math.Exp(draw.Normal() * 0.4));
                contributions.Add(new(shape.At(area, sector), 0, figure, contributions.Count));
            }
        }

        var printed = PrintedCells.All(shape);
        return new(Aggregation.Add(shape, [.. contributions], printed), printed, [], Measure.Count, new());
    }
}
