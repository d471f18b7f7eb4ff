using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Finds units whose figure is far from that of units like them.</summary>
/// <remarks>
/// Distance from the median in median absolute deviations, of logarithms (Iglewicz and Hoaglin, "How to Detect and Handle Outliers", 1993:
/// modified z-score). It only asks someone to look, so floating point will do.
/// </remarks>
internal static class Outliers
{
    private const int FewestPeers = 8;
    private const double FarthestScore = 6;
    private const double LeastFactor = 8;

    /// <param name="returns">The returns to look at, by form, unit and day.</param>
    /// <returns><c>returns/outlier</c>, a warning at the unit's newest figure.</returns>
    public static IEnumerable<Problem> Find(Campaign campaign, ImmutableArray<UnitReturn> returns)
    {
        var newest = returns.Where((one, at) => at + 1 == returns.Length || returns[at + 1].Form != one.Form || returns[at + 1].Unit != one.Unit).ToArray();
        var figures = from one in newest
                      from figure in one.Figures
                      where figure.Value > 0 && campaign.Forms.FindIndicator(figure.Indicator) is { Kind: IndicatorKind.Count, Publication: not PublicationClass.Never }
                      group figure by $"{figure.Indicator} {one.AsOf.Year} {campaign.Units.Find(one.Unit)!.Level.Rank}";
        foreach (var peers in figures.Where(peers => peers.Count() >= FewestPeers))
        {
            var logs = peers.Select(figure => Math.Log(figure.Value!.Value)).Order().ToArray();
            var median = logs[logs.Length / 2];
            var spread = logs.Select(log => Math.Abs(log - median)).Order().ElementAt(logs.Length / 2);
            var farthest = Math.Max(Math.Log(LeastFactor), FarthestScore * 1.4826 * spread);
            foreach (var figure in peers.Where(figure => Math.Abs(Math.Log(figure.Value!.Value) - median) > farthest))
            {
                var isHigh = Math.Log(figure.Value!.Value) > median;
                yield return Problem.Warning("returns/outlier", figure.Where,
                    $"“{campaign.Units.Find(figure.Unit)!.Name}”报的{campaign.Forms.FindIndicator(figure.Indicator)!.Quoted}比同级单位{(isHigh ? "多" : "少")}得多。",
                    "请单位核对是不是多写或少写了一位；确实如此就不用改。");
            }
        }
    }
}
