using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Statistics.Forms;
using Site.Statistics.Returns;
using Site.Statistics.Series;
using Site.Statistics.Units;

namespace Site.Statistics.Plausibility;

/// <summary>Finds returns that cannot be added up at all. No message repeats a figure.</summary>
internal static class LedgerChecks
{
    private const int Most = 100;

    /// <returns>
    /// <c>returns/unknown-unit</c>, <c>returns/closed-unit</c>, <c>returns/falls</c>, <c>returns/total-contradicts-parts</c>;
    /// no more than 100, by form, unit and day.
    /// </returns>
    public static IEnumerable<Diagnostic> Find(StatisticsInput input) =>
        input.HasReturns ? UnknownUnits(input).Concat(Falls(input)).Concat(TotalChecks.Find(input)).Take(Most) : [];

    private static IEnumerable<Diagnostic> UnknownUnits(StatisticsInput input)
    {
        if (input.Units.IsUnread)
        {
            yield break;
        }

        var isEmpty = input.Units.All.IsEmpty;
        foreach (var one in input.Ledger.Returns)
        {
            if (isEmpty)
            {
                yield return Diagnostic.Error("returns/no-units", one.Location, "有报送，可是 input/units.csv 里没有单位。", "先写好 units.csv：一行一个单位，写明它属于哪个区、街道。");
                yield break;
            }

            if (input.Units.Find(one.Unit) is not { } unit)
            {
                yield return Diagnostic.Error("returns/unknown-unit", one.Location, $"单位 {Quoted.Id(one.Unit)} 在 input/units.csv 里没有。", "改成 units.csv 里的 id，或者补上这个单位。");
            }
            else if (!unit.ExistsIn(one.AsOf.Year))
            {
                yield return Diagnostic.Error("returns/closed-unit", one.Location, $"“{input.Units.NameOf(unit)}”在 {one.AsOf.Year} 年的活动里不存在：尚未设立，或已经撤销。",
                    unit.MergedInto is { } successor && input.Units.Find(successor) is { } other ? $"它已并入“{input.Units.NameOf(other)}”，请由“{input.Units.NameOf(other)}”报送。" : "检查 units.csv 的 opened 和 closed 两列。") with
                {
                    Outside = $"有单位在 {one.AsOf.Year} 年的活动里不存在：尚未设立，或已经撤销。" + PlausibilityChecks.ForNames,
                };
            }
        }
    }

    private static IEnumerable<Diagnostic> Falls(StatisticsInput input) =>
        FallingFigures.Find(input.Ledger.Returns, input.Forms).Select(fall => Diagnostic.Error("returns/falls", fall.Figure.Location,
            $"“{(input.Units.Find(fall.Return.Unit) is { } unit ? input.Units.NameOf(unit) : "（单位未知）")}”报送的{fall.Indicator.Quoted}比 {fall.Earlier.AsOf:yyyy-MM-dd} 的累计数还小。",
            "报送的是活动开始以来的累计数，不会变小：请更正其中一份，前一份报多了就更正前一份。") with
        {
            Outside = $"有单位报送的{fall.Indicator.Quoted}比前一次的累计数还小。" + PlausibilityChecks.ForNames,
        });
}

/// <summary>Finds areas whose own return is not the sum of their parts' returns, although nothing says that it is about themselves alone.</summary>
internal static class TotalChecks
{
    private const int MostNamed = 3;

    /// <returns><c>returns/total-contradicts-parts</c>, one for each return.</returns>
    public static IEnumerable<Diagnostic> Find(StatisticsInput input)
    {
        foreach (var one in input.Ledger.Returns)
        {
            if (input.Units.Find(one.Unit) is not { } unit || input.PlanOf(one.AsOf.Year) is not { } plan
                || !unit.ExistsIn(one.AsOf.Year) || plan.Areas.Homes.ContainsKey(unit.Id))
            {
                continue;
            }

            var parts = plan.Areas.Reporters.Where(part => IsWithin(input.Units, part, unit)).ToArray();
            var labels = one.Figures.Where(figure => figure.Value is { } own && Contradicts(input, unit, parts, figure, own))
                .Select(figure => input.Forms.FindIndicator(figure.Indicator)?.Label).OfType<string>().Take(MostNamed).ToArray();
            if (labels.Length > 0)
            {
                yield return Diagnostic.Error("returns/total-contradicts-parts", one.Location,
                    $"“{input.Units.NameOf(unit)}”自己报送的数与下属各单位报送的合计不一致：{string.Join("、", labels)}。",
                    unit.Reports == ReportKind.Total ? "核对后更正这一份或下属单位的报送。"
                        : "报的是合计，就核对后更正；报的是本级自己的活动，就在 units.csv 加一列 reports，给它写 own。") with
                {
                    Outside = $"有单位自己报送的数与下属各单位报送的合计不一致：{string.Join("、", labels)}。" + PlausibilityChecks.ForNames,
                };
            }
        }
    }

    /// <summary>Yes and no do not add up. Parts that have not reported yet may explain why a declared total is greater, never why it is less.</summary>
    private static bool Contradicts(StatisticsInput input, Unit unit, Unit[] parts, ReturnFigure figure, long own)
    {
        if (input.Forms.FindIndicator(figure.Indicator)?.Kind == IndicatorKind.Boolean)
        {
            return false;
        }

        var values = Array.ConvertAll(parts, part => input.Ledger.At(part.Id, figure.Indicator, figure.AsOf));
        var sum = values.Sum(value => value ?? 0);
        return unit.Reports == ReportKind.Total && values.Contains(null) ? own < sum : own != sum;
    }

    private static bool IsWithin(UnitRegistry units, Unit part, Unit whole)
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
