using Site.Model;

namespace Site.Disclosure;

/// <summary>Finds returns that cannot be added up at all. No message repeats a figure.</summary>
internal static class LedgerProblems
{
    private const int Most = 100;

    /// <returns>
    /// <c>returns/unknown-unit</c>, <c>returns/closed-unit</c>, <c>returns/falls</c>, <c>returns/total-contradicts-parts</c>;
    /// no more than 100, by form, unit and day.
    /// </returns>
    public static IEnumerable<Problem> Find(Campaign campaign) =>
        campaign.HasReturns ? Strangers(campaign).Concat(Falls(campaign)).Concat(TotalProblems.Find(campaign)).Take(Most) : [];

    private static IEnumerable<Problem> Strangers(Campaign campaign)
    {
        var isEmpty = campaign.Units.All.IsEmpty;
        foreach (var one in campaign.Ledger.Returns)
        {
            if (isEmpty)
            {
                yield return Problem.Error("returns/no-units", one.Where, "有报送，可是 input/units.csv 里没有单位。", "先写好 units.csv：一行一个单位，写明它属于哪个区、街道。");
                yield break;
            }

            if (campaign.Units.Find(one.Unit) is not { } unit)
            {
                yield return Problem.Error("returns/unknown-unit", one.Where, $"单位 {SafeWord.Quote(one.Unit)} 在 input/units.csv 里没有。", "改成 units.csv 里的 id，或者补上这个单位。");
            }
            else if (!unit.ExistsIn(one.AsOf.Year))
            {
                yield return Problem.Error("returns/closed-unit", one.Where, $"“{unit.Name}”在 {one.AsOf.Year} 年的活动里不存在：尚未设立，或已经撤销。",
                    unit.MergedInto is { } successor && campaign.Units.Find(successor) is { } other ? $"它已并入“{other.Name}”，请由“{other.Name}”报送。" : "检查 units.csv 的 opened 和 closed 两列。");
            }
        }
    }

    /// <summary>What counts up to a day is never less than what counted up to an earlier one.</summary>
    private static IEnumerable<Problem> Falls(Campaign campaign)
    {
        var before = new Dictionary<string, ReturnFigure>(StringComparer.Ordinal);
        var (form, unit, year) = ("", "", 0);
        foreach (var one in campaign.Ledger.Returns)
        {
            if ((one.Form, one.Unit, one.AsOf.Year) != (form, unit, year))
            {
                before.Clear();
                (form, unit, year) = (one.Form, one.Unit, one.AsOf.Year);
            }

            foreach (var figure in one.Figures.Where(figure => figure.Value is not null))
            {
                if (before.TryGetValue(figure.Indicator, out var earlier) && figure.Value < earlier.Value
                    && campaign.Forms.FindIndicator(figure.Indicator) is { Kind: IndicatorKind.Count } indicator)
                {
                    yield return Problem.Error("returns/falls", figure.Where,
                        $"“{campaign.Units.Find(unit)?.Name ?? "（单位未知）"}”报送的{indicator.Quoted}比 {earlier.AsOf:yyyy-MM-dd} 的累计数还小。",
                        "报送的是活动开始以来的累计数，不会变小：请更正其中一份，前一份报多了就更正前一份。");
                }

                before[figure.Indicator] = figure;
            }
        }
    }
}
