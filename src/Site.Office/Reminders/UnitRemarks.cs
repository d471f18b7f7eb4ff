using System.Collections.Immutable;
using Site.Statistics.Forms;
using Site.Statistics.Plausibility;
using Site.Statistics.Returns;
using Site.Statistics.Units;

namespace Site.Office.Reminders;

/// <summary>What a unit has to mend in what it handed in last: blanks that are empty, figures that can hardly be right, and why a return was refused.</summary>
/// <param name="Empty">For each form its empty blanks.</param>
/// <param name="Odd">Sentences in Chinese about figures; none repeats a figure.</param>
/// <param name="Refused">For each form why what came last was refused.</param>
internal sealed record UnitRemarks(
    ImmutableArray<(Form Form, ImmutableArray<Indicator> Blanks)> Empty, ImmutableArray<string> Odd, ImmutableArray<(Form Form, ImmutableArray<string> Reasons)> Refused)
{
    private const string You = "你单位";

    public bool IsNone => Empty.IsEmpty && Odd.IsEmpty && Refused.IsEmpty;

    /// <param name="today">Returns up to this day are looked at.</param>
    /// <returns>The remarks on each unit, by id; those on whom there is none are left out.</returns>
    public static ImmutableDictionary<string, UnitRemarks> Of(OfficeInput input, DateOnly today)
    {
        var statistics = input.Statistics;
        var newest = statistics.Ledger.Returns.Where(one => one.AsOf <= today && one.AsOf.Year == today.Year && statistics.Units.Find(one.Unit) is not null)
            .GroupBy(one => (one.Form, one.Unit)).Select(same => same.Last()).ToImmutableArray();
        var odd = PlausibilityChecks.FindByUnit(statistics, newest).ToLookup(
            found => found.Unit, found => found.Problem.Message.Replace($"“{statistics.Units.NameOf(statistics.Units.Find(found.Unit)!)}”", You, StringComparison.Ordinal), StringComparer.Ordinal);
        var empty = newest.ToLookup(one => one.Unit, StringComparer.Ordinal);
        var asked = input.Duties.All.Where(duty => duty.Form is not null).Select(duty => duty.Form!).DistinctBy(form => form.Id).ToList();
        return statistics.Units.All.Select(unit => (unit.Id, Remarks: new UnitRemarks(
                [.. empty[unit.Id].Select(one => (statistics.Forms.FindForm(one.Form)!, EmptyOf(one, statistics.Forms))).Where(pair => pair.Item1 is not null && !pair.Item2.IsEmpty)],
                [.. odd[unit.Id].Distinct(StringComparer.Ordinal)],
                [.. asked.Select(form => (form, input.Journal.Refusals(form.Id, unit.Id, today))).Where(pair => !pair.Item2.IsEmpty)])))
            .Where(pair => !pair.Remarks.IsNone).ToImmutableDictionary(pair => pair.Id, pair => pair.Remarks, StringComparer.Ordinal);
    }

    private static ImmutableArray<Indicator> EmptyOf(UnitReturn one, FormRegistry forms) =>
        [.. one.Figures.Where(figure => figure.Value is null && figure.Words is null).Select(figure => forms.FindIndicator(figure.Indicator))
            .OfType<Indicator>().Where(indicator => indicator.Kind is IndicatorKind.Count or IndicatorKind.Boolean)];
}

/// <summary>Where units lie, as lists of the office group them.</summary>
internal static class UnitGroups
{
    /// <summary>What lies in the city and in no district.</summary>
    public const string OfCity = "市直单位";

    /// <returns>The name of the first area below the city that a unit is or lies in; 市直单位 where it lies in none.</returns>
    public static string Of(UnitRegistry units, Unit unit)
    {
        var area = units.Above(unit).Prepend(unit).LastOrDefault(at => at.Parent is not null && at.Level.IsArea);
        return area is null ? OfCity : units.NameOf(area);
    }
}
