using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Returns;
using Site.Statistics.Series;
using Site.Statistics.Units;

namespace Site.Statistics.Plausibility;

/// <summary>Finds returns that can hardly be right, for the office alone: units are named, figures are not.</summary>
internal static class PlausibilityChecks
{
    /// <summary>How the office learns which unit is meant, where a log may be read by others.</summary>
    public const string ForNames = "是哪个单位，在本机用 --internal 查看。";

    private const int MostNamed = 30;

    /// <param name="until">Returns up to this day are looked at.</param>
    /// <returns>Problems <c>returns/CHECK</c> for the checks of the forms, with the form's severity, or a warning where one side is not reported, and <c>returns/outlier</c>, a warning.</returns>
    public static IEnumerable<Diagnostic> Find(StatisticsInput input, DateOnly until)
    {
        var returns = input.Ledger.Returns.Where(one => one.AsOf <= until && input.Units.Find(one.Unit) is not null).ToImmutableArray();
        return FindByUnit(input, returns).Select(found => found.Problem);
    }

    /// <param name="returns">The returns to look at, by form, unit and day, each of a unit of the list.</param>
    /// <returns>The same problems, each with the id of its unit.</returns>
    public static IEnumerable<(string Unit, Diagnostic Problem)> FindByUnit(StatisticsInput input, ImmutableArray<UnitReturn> returns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in returns)
        {
            foreach (var check in input.Forms.FindForm(one.Form)?.Checks ?? [])
            {
                if (IsBroken(input.Ledger, one, check) && seen.Add($"{one.Unit} {one.AsOf.Year} {check.Id} {check.Left[0]} {check.Right}"))
                {
                    yield return (one.Unit, new(SeverityOf(input.Ledger, one, check), "returns/" + check.Id, one.Location, Describe(input, one, check, input.Units.NameOf(input.Units.Find(one.Unit)!)), "请单位核对；确有差错的，报送一份更正。")
                    {
                        Outside = Describe(input, one, check, "某单位") + ForNames,
                    });
                }
            }
        }

        foreach (var outlier in OutlierCheck.Find(input, returns))
        {
            yield return outlier;
        }
    }

    /// <param name="forms">Ids of forms.</param>
    /// <param name="before">The last day of the week before.</param>
    /// <param name="week">The last day of a week.</param>
    /// <returns><c>returns/not-reported</c>, a warning that names the units of the year that have not handed in any of the forms for the week, or null.</returns>
    public static Diagnostic? Missing(StatisticsInput input, ImmutableArray<string> forms, DateOnly before, DateOnly week)
    {
        var reported = input.Ledger.Reported(forms, before, week);
        var missing = (input.PlanOf(week.Year)?.Areas.Reporters ?? []).Where(unit => !reported.Contains(unit.Id)).Select(input.Units.NameOf).ToArray();
        var message = $"截至 {week:yyyy-MM-dd} 的一期还有 {missing.Length} 个单位没有报送";
        return missing.Length == 0 ? null : Diagnostic.Warning("returns/not-reported", new(UnitReader.Path),
            $"{message}：{string.Join("、", missing.Take(MostNamed))}{(missing.Length > MostNamed ? " 等" : "")}。", "请联系这些单位；网页上公布已报送和应报送的单位数，从没报送过的格子不写成 0。") with
        {
            Outside = $"{message}。{ForNames}",
        };
    }

    /// <summary>What is not reported is not 0: someone should ask, and nothing is wrong yet.</summary>
    private static Severity SeverityOf(UnitLedger ledger, UnitReturn one, FormCheck check) =>
        check.Left.Append(check.Right).All(indicator => ledger.At(one.Unit, indicator, one.AsOf) is not null) ? check.Severity : Severity.Warning;

    private static bool IsBroken(UnitLedger ledger, UnitReturn one, FormCheck check)
    {
        if (check.Kind == FormCheckKind.Cumulative)
        {
            // Falls are found when returns are added up.
            return false;
        }

        var left = check.Left.Sum(indicator => ledger.At(one.Unit, indicator, one.AsOf) ?? 0);
        var right = ledger.At(one.Unit, check.Right, one.AsOf);
        return check.Kind switch
        {
            FormCheckKind.Needs => left > 0 && (right ?? 0) == 0,
            FormCheckKind.AtMost => right is { } most && left > most * check.Times,
            _ => left > 0 != right > 0,
        };
    }

    private static string Describe(StatisticsInput input, UnitReturn one, FormCheck check, string unit)
    {
        var left = string.Join("、", check.Left.Select(Label));
        return check.Kind switch
        {
            FormCheckKind.Needs => $"“{unit}”报了{left}，却没有报{Label(check.Right)}。",
            FormCheckKind.AtMost => $"“{unit}”报的{left}多于{Label(check.Right)}{(check.Times > 1 ? $"的 {check.Times} 倍" : "")}。",
            _ => $"“{unit}”报的{left}和{Label(check.Right)}应当都有或者都没有。",
        };

        string Label(string id) => input.Forms.FindIndicator(id)?.Quoted ?? id;
    }
}

/// <summary>Finds units whose figure is far from that of units like them.</summary>
/// <remarks>
/// Distance from the median in median absolute deviations, of logarithms (Iglewicz and Hoaglin, "How to Detect and Handle Outliers", 1993:
/// modified z-score). It only asks someone to look, so floating point will do.
/// </remarks>
internal static class OutlierCheck
{
    private const int FewestPeers = 8;
    private const double FarthestScore = 6;
    private const double LeastFactor = 8;

    /// <param name="returns">The returns to look at, by form, unit and day.</param>
    /// <returns><c>returns/outlier</c>, a warning at the unit's newest figure.</returns>
    public static IEnumerable<(string Unit, Diagnostic Problem)> Find(StatisticsInput input, ImmutableArray<UnitReturn> returns)
    {
        var newest = returns.Where((one, at) => at + 1 == returns.Length || returns[at + 1].Form != one.Form || returns[at + 1].Unit != one.Unit).ToArray();
        var figures = from one in newest
                      from figure in one.Figures
                      where figure.Value > 0 && input.Forms.FindIndicator(figure.Indicator) is { Kind: IndicatorKind.Count, Publication: not PublicationClass.Never }
                      group figure by $"{figure.Indicator} {one.AsOf.Year} {input.Units.Find(one.Unit)!.Level.Rank}";
        foreach (var peers in figures.Where(peers => peers.Count() >= FewestPeers))
        {
            var logs = peers.Select(figure => Math.Log(figure.Value!.Value)).Order().ToArray();
            var median = logs[logs.Length / 2];
            var spread = logs.Select(log => Math.Abs(log - median)).Order().ElementAt(logs.Length / 2);
            var farthest = Math.Max(Math.Log(LeastFactor), FarthestScore * 1.4826 * spread);
            foreach (var figure in peers.Where(figure => Math.Abs(Math.Log(figure.Value!.Value) - median) > farthest))
            {
                var isHigh = Math.Log(figure.Value!.Value) > median;
                yield return (figure.Unit, Diagnostic.Warning("returns/outlier", figure.Location,
                    $"“{input.Units.NameOf(input.Units.Find(figure.Unit)!)}”报的{input.Forms.FindIndicator(figure.Indicator)!.Quoted}比同级单位{(isHigh ? "多" : "少")}得多。",
                    "请单位核对是不是多写或少写了一位；确实如此就不用改。") with
                {
                    Outside = $"有单位报的{input.Forms.FindIndicator(figure.Indicator)!.Quoted}比同级单位多得多或者少得多。{PlausibilityChecks.ForNames}",
                });
            }
        }
    }
}
