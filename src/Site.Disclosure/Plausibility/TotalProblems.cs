using Site.Model;

namespace Site.Disclosure;

/// <summary>Finds areas whose own return is not the sum of their parts' returns, although nothing says that it is about themselves alone.</summary>
internal static class TotalProblems
{
    private const int MostNamed = 3;

    /// <returns><c>returns/total-contradicts-parts</c>, one for each return.</returns>
    public static IEnumerable<Problem> Find(Campaign campaign)
    {
        foreach (var one in campaign.Ledger.Returns)
        {
            if (campaign.Units.Find(one.Unit) is not { } unit || campaign.PlanOf(one.AsOf.Year) is not { } plan
                || !unit.ExistsIn(one.AsOf.Year) || plan.Areas.Homes.ContainsKey(unit.Id))
            {
                continue;
            }

            var parts = plan.Areas.Reporters.Where(part => IsWithin(campaign.Units, part, unit)).ToArray();
            var labels = one.Figures.Where(figure => figure.Value is { } own && Contradicts(campaign, unit, parts, figure, own))
                .Select(figure => campaign.Forms.FindIndicator(figure.Indicator)?.Label).OfType<string>().Take(MostNamed).ToArray();
            if (labels.Length > 0)
            {
                yield return Problem.Error("returns/total-contradicts-parts", one.Where,
                    $"“{unit.Name}”自己报送的数与下属各单位报送的合计不一致：{string.Join("、", labels)}。",
                    unit.Reports == ReportKind.Total ? "核对后更正这一份或下属单位的报送。"
                        : "报的是合计，就核对后更正；报的是本级自己的活动，就在 units.csv 加一列 reports，给它写 own。");
            }
        }
    }

    /// <summary>Parts that have not reported yet may explain why a declared total is greater, never why it is less.</summary>
    private static bool Contradicts(Campaign campaign, Unit unit, Unit[] parts, ReturnFigure figure, long own)
    {
        var values = Array.ConvertAll(parts, part => campaign.Ledger.At(part.Id, figure.Indicator, figure.AsOf));
        var sum = values.Sum(value => value ?? 0);
        return unit.Reports == ReportKind.Total && values.Contains(null) ? own < sum : own != sum;
    }

    private static bool IsWithin(UnitBook units, Unit part, Unit whole)
    {
        for (var at = part; at?.Parent is { } parent; at = units.Find(parent))
        {
            if (parent == whole.Id)
            {
                return true;
            }
        }

        return false;
    }
}
