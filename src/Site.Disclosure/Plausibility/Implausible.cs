using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Finds returns that can hardly be right, for the office alone: units are named, figures are not.</summary>
internal static class Implausible
{
    private const int MostNamed = 30;

    /// <param name="until">Returns up to this day are looked at.</param>
    /// <returns>Problems <c>returns/CHECK</c> for the checks of the forms, with the form's severity, or a warning where one side is not reported, and <c>returns/outlier</c>, a warning.</returns>
    public static IEnumerable<Problem> Find(Campaign campaign, DateOnly until)
    {
        var returns = campaign.Ledger.Returns.Where(one => one.AsOf <= until && campaign.Units.Find(one.Unit) is not null).ToImmutableArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in returns)
        {
            foreach (var check in campaign.Forms.FindForm(one.Form)?.Checks ?? [])
            {
                if (IsBroken(campaign.Ledger, one, check) && seen.Add($"{one.Unit} {one.AsOf.Year} {check.Id} {check.Left[0]} {check.Right}"))
                {
                    yield return new(SeverityOf(campaign.Ledger, one, check), "returns/" + check.Id, one.Where, Say(campaign, one, check), "请单位核对；确有差错的，报送一份更正。");
                }
            }
        }

        foreach (var outlier in Outliers.Find(campaign, returns))
        {
            yield return outlier;
        }
    }

    /// <param name="forms">Ids of forms.</param>
    /// <returns><c>returns/not-reported</c>, a warning that names the units of the year that have not handed in any of the forms, or null.</returns>
    public static Problem? Missing(Campaign campaign, ImmutableArray<string> forms, DateOnly until)
    {
        var reported = campaign.Ledger.Returns.Where(one => one.AsOf <= until && one.AsOf.Year == until.Year && forms.Contains(one.Form)).Select(one => one.Unit).ToHashSet();
        var missing = (campaign.PlanOf(until.Year)?.Areas.Reporters ?? []).Where(unit => !reported.Contains(unit.Id)).Select(unit => unit.Name).ToArray();
        return missing.Length == 0 ? null : Problem.Warning("returns/not-reported", new(UnitReader.Path),
            $"截至 {until:yyyy-MM-dd} 还有 {missing.Length} 个单位没有报送：{string.Join("、", missing.Take(MostNamed))}{(missing.Length > MostNamed ? " 等" : "")}。", "请联系这些单位；网页上只公布已报送和应报送的单位数。");
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

    private static string Say(Campaign campaign, UnitReturn one, FormCheck check)
    {
        var unit = campaign.Units.Find(one.Unit)!.Name;
        var left = string.Join("、", check.Left.Select(Label));
        return check.Kind switch
        {
            FormCheckKind.Needs => $"“{unit}”报了{left}，却没有报{Label(check.Right)}。",
            FormCheckKind.AtMost => $"“{unit}”报的{left}多于{Label(check.Right)}{(check.Times > 1 ? $"的 {check.Times} 倍" : "")}。",
            _ => $"“{unit}”报的{left}和{Label(check.Right)}应当都有或者都没有。",
        };

        string Label(string id) => campaign.Forms.FindIndicator(id)?.Quoted ?? id;
    }
}
