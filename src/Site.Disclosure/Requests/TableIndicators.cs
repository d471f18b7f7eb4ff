using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>Reads which indicators a table shows, and turns away those that may not be shown so.</summary>
internal static class TableIndicators
{
    /// <param name="isWholeCity">Whether the table shows no area but the whole.</param>
    public static ImmutableArray<Indicator> Read(
        InputFields fields, FormBook forms, Policy policy, bool isWholeCity, ImmutableArray<string> dimensions)
    {
        if (fields.Find("indicators") is null)
        {
            fields.Required("indicators");
        }

        var found = ImmutableArray.CreateBuilder<Indicator>();
        foreach (var item in fields.List("indicators").OfType<InputNode.Word>())
        {
            if (forms.FindIndicator(item.Text) is not { } indicator)
            {
                fields.Report("unknown-indicator", item, $"指标 {SafeWord.Quote(item.Text)} 在 input/forms/ 的表格里没有。", "照抄表格里指标的 id，例如 bt2024-month.consult.events。");
            }
            else if (Refusal(indicator, policy, isWholeCity, dimensions) is { } refusal)
            {
                fields.Report(refusal.Code, item, refusal.What, refusal.Cure);
            }
            else if (!isWholeCity && indicator.FinestLevel != "unit")
            {
                // The catalogue shows it for the city alone; the rules of protection hold for areas too, so the office may decide.
                fields.Warn("finer-than-usual", item, $"{indicator.Quoted}通常只公布全市的数。", "不需要分地区的，写 areas: city；要分地区，太少的数会按规则隐去。");
                found.Add(indicator);
            }
            else if (found.Any(other => other.Id == indicator.Id))
            {
                fields.Report("duplicate-indicator", item, $"指标 “{indicator.Id}” 写了两次。", "只留下一个。");
            }
            else
            {
                found.Add(indicator);
            }
        }

        return found.DrainToImmutable();
    }

    /// <returns>The measure that is asked for, or null where none is.</returns>
    public static Measure? Measure(InputFields fields, ImmutableArray<Indicator> indicators)
    {
        if (fields.Optional("measure") is not { } word)
        {
            return null;
        }

        if (Measures.Find(word, indicators.Any(Measures.IsOfPersons)) is not { } measure)
        {
            fields.Report("unknown-measure", fields.Find("measure")!, "measure 只能写三种规则之一。",
                "open：如实公布（场次等）；count：人数，太少的不公布；sum：各单位相加的人次，单位太少或一家独大的不公布。不写就按指标的通常规则。");
            return null;
        }

        if (measure == Disclosure.Measure.Open && indicators.FirstOrDefault(indicator => Measures.Usual(indicator) != Disclosure.Measure.Open) is { } persons)
        {
            fields.Report("measure-too-weak", fields.Find("measure")!, $"{persons.Quoted}数的是人，不能如实公布。", "改成 count 或 sum，或者删掉这一行。");
        }

        return measure;
    }

    private static Refused? Refusal(Indicator indicator, Policy policy, bool isWholeCity, ImmutableArray<string> dimensions)
    {
        if (indicator.Kind != IndicatorKind.Count)
        {
            return new("not-a-count", $"{indicator.Quoted}不是数，不能做成表。", "删掉这一项。");
        }

        if (indicator.Publication == PublicationClass.Internal)
        {
            return new("not-publishable", $"{indicator.Quoted}只供内部核验，不能公布。", "删掉这一项。");
        }

        if (indicator.Publication == PublicationClass.Never && (!indicator.MayShowCityTotal || !policy.ReportTotals.Contains(indicator.Id)))
        {
            return new("not-publishable", $"{indicator.Quoted}永不公布。", indicator.MayShowCityTotal
                ? $"删掉这一项；全市合计满 {Policy.LeastReports} 的，可由两人在 policy.yaml 的 reportTotals 里签字后公布。"
                : "删掉这一项。");
        }

        if (indicator.Publication == PublicationClass.Never && !dimensions.IsEmpty)
        {
            return new("finer-than-allowed", $"{indicator.Quoted}只能公布全市、全部活动的合计。", "写 dimensions: []。");
        }

        return null;
    }

    private sealed record Refused(string Code, string What, string Cure);
}
