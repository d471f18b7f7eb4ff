using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Statistics.Forms;
using Site.Statistics.Series;
using Site.Statistics.Units;

namespace Site.Office.Summaries;

/// <summary>Whose returns a summary adds up.</summary>
/// <param name="Name">As readers call it: 示例市, 示例甲区, 消防（行业）.</param>
/// <param name="Unit">The city or the district; null for a sector.</param>
/// <param name="Members">The units whose figures count, in the order of the list; an area that reports the total of its parts is none of them.</param>
internal sealed record SummaryScope(string Name, Unit? Unit, ImmutableArray<Unit> Members)
{
    private const string Unsorted = "未分行业";

    /// <summary>What the head of its form says, by which it is known when it is imported: the name of its unit, or its id where another unit has the same name.</summary>
    public string Word => Unit is { } unit && Name != unit.Name ? unit.Id : Name;

    /// <returns>The city, each area right below it, and each sector that has units; none where no unit exists in the year.</returns>
    public static ImmutableArray<SummaryScope> All(StatisticsInput input, int year)
    {
        if (input.PlanOf(year)?.Areas.Reporters is not { } reporters || input.Units.All.FirstOrDefault(unit => unit.Parent is null) is not { } city)
        {
            return [];
        }

        var districts = input.Units.PartsOf(city).Where(unit => unit.Level.IsArea && unit.ExistsIn(year));
        var sectors = reporters.All(unit => unit.Sector is null) ? [] : Vocabulary.Sectors.Select(sector => (sector.Label, Id: (string?)sector.Id)).Append((Unsorted, null));
        return
        [
            new(city.Name, city, reporters),
            .. districts.Select(district => new SummaryScope(input.Units.NameOf(district), district, [.. reporters.Where(unit => input.Units.Above(unit).Prepend(unit).Contains(district))])),
            .. sectors.Select(sector => new SummaryScope($"{sector.Label}（行业）", null, [.. reporters.Where(unit => unit.Sector == sector.Id)])),
        ];
    }
}

/// <summary>The figures of one blank: for each member what it had reported up to a day, null where nothing.</summary>
/// <param name="Now">Up to the day of the summary.</param>
/// <param name="LastWeek">Up to a week before.</param>
/// <param name="WeekBefore">Up to two weeks before.</param>
internal sealed record SummaryRow(Indicator Indicator, ImmutableArray<long?> Now, ImmutableArray<long?> LastWeek, ImmutableArray<long?> WeekBefore)
{
    /// <summary>How many members have reported it.</summary>
    public int Reported => Now.Count(value => value is not null);

    /// <summary>What all members have reported; for yes or no 1 where all that reported say yes, 0 where one says no; null where none has reported.</summary>
    public long? Total => Sum(Now) is not { } sum ? null : Indicator.Kind == IndicatorKind.Boolean ? (sum == Reported ? 1 : 0) : sum;

    public long? TotalLastWeek => Sum(LastWeek);

    /// <summary>What was added in the week up to the day; null where none has reported.</summary>
    public long? ThisWeek => Sum(Now) - (Sum(LastWeek) ?? 0);

    /// <summary>What was added in the week before; null where none had reported then.</summary>
    public long? PreviousWeek => Sum(LastWeek) - (Sum(WeekBefore) ?? 0);

    /// <summary>How much more was added than in the week before; null where none has reported, or none had then: there is nothing to compare.</summary>
    public long? Difference => ThisWeek - PreviousWeek;

    private static long? Sum(ImmutableArray<long?> values) => values.All(value => value is null) ? null : values.Sum(value => value ?? 0);
}

/// <summary>A summary (汇总表): the sums of the returns of one form. Raw: for the office and those to whom it reports.</summary>
internal sealed record FormSummary
{
    public required Form Form { get; init; }

    public required SummaryScope Scope { get; init; }

    /// <summary>Returns up to this day count.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The members that owe the form or have reported on it, in the order of the list: those the figures are of.</summary>
    public required ImmutableArray<Unit> Members { get; init; }

    /// <summary>Those that handed in the form in the week up to the day.</summary>
    public required ImmutableArray<Unit> Reporting { get; init; }

    /// <summary>A row for each blank for a number or a tick, in the order printed.</summary>
    public required ImmutableArray<SummaryRow> Rows { get; init; }

    public required bool IsSample { get; init; }

    /// <summary>The whole list, by which units of one name are told apart.</summary>
    public required UnitRegistry Units { get; init; }

    /// <summary>The members that handed in nothing in the week up to the day; their last figures count.</summary>
    public IEnumerable<Unit> Missing => Members.Where(unit => !Reporting.Contains(unit));

    /// <param name="id">Id of the form.</param>
    /// <returns>The summaries of the city, each district and each sector that has members; or <c>summary/unknown-form</c>, <c>summary/no-units</c> or <c>summary/no-returns</c>.</returns>
    public static Result<ImmutableArray<FormSummary>> All(OfficeInput input, string id, DateOnly asOf)
    {
        var statistics = input.Statistics;
        if (statistics.Forms.FindForm(id) is not { IsNeverPublished: false } form)
        {
            var near = NearestName.Find(id, statistics.Forms.Collected.Select(known => known.Id));
            return new([], [Diagnostic.Error("summary/unknown-form", new("input/forms"), $"没有表格 {Quoted.Id(id)}。",
                $"{(near is null ? "" : $"是不是 “{near}”？")}可以汇总的表格：{string.Join("、", statistics.Forms.Collected.Select(known => $"{known.Id}（{known.Title}）"))}。")]);
        }

        var scopes = SummaryScope.All(statistics, asOf.Year);
        if (scopes.IsEmpty)
        {
            return new([], [Diagnostic.Error("summary/no-units", new(UnitReader.Path), $"{asOf.Year} 年没有单位。", "检查 input/units.csv 和 --as-of 的年份。")]);
        }

        var summaries = scopes.Select(scope => Of(input, form, scope, asOf)).Where(summary => summary.Members.Length > 0).ToImmutableArray();
        return summaries.IsEmpty || summaries[0].Rows.All(row => row.Reported == 0)
            ? new([], [Diagnostic.Error("summary/no-returns", form.Location, $"截至 {asOf:yyyy-MM-dd}，还没有单位报过“{form.Title}”。", "先用 site stats import 导入收回的表，或者检查 --as-of 的日期。")])
            : new(summaries, []);
    }

    private static FormSummary Of(OfficeInput input, Form form, SummaryScope scope, DateOnly asOf)
    {
        var ledger = input.Statistics.Ledger;
        var owing = input.Duties.All.Where(duty => duty.Form?.Id == form.Id).SelectMany(duty => duty.Units).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        var ever = ledger.Reported([form.Id], DateOnly.MinValue, asOf);
        var members = scope.Members.Where(unit => ever.Contains(unit.Id) || (owing.Count > 0 ? owing.Contains(unit.Id) : true)).ToImmutableArray();
        var thisWeek = ledger.Reported([form.Id], asOf.AddDays(-7), asOf);
        return new()
        {
            Form = form,
            Scope = scope,
            AsOf = asOf,
            Members = members,
            Reporting = [.. members.Where(unit => thisWeek.Contains(unit.Id))],
            Rows = [.. form.Indicators.Where(indicator => indicator.Kind is IndicatorKind.Count or IndicatorKind.Boolean)
                .Select(indicator => new SummaryRow(indicator, At(indicator, asOf), At(indicator, asOf.AddDays(-7)), At(indicator, asOf.AddDays(-14))))],
            IsSample = input.Duties.IsSample || input.Statistics.Requests.IsSample,
            Units = input.Statistics.Units,
        };

        ImmutableArray<long?> At(Indicator indicator, DateOnly day) => [.. members.Select(unit => day.Year == asOf.Year ? ledger.At(unit.Id, indicator.Id, day) : null)];
    }
}
