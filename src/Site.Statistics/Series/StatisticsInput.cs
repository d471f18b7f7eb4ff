using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Vocabularies;
using Site.Statistics.Audit;
using Site.Statistics.Forms;
using Site.Statistics.Inputs;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Returns;
using Site.Statistics.Tables;
using Site.Statistics.Units;

namespace Site.Statistics.Series;

/// <summary>All of <c>input/</c> that figures are made from. Raw, so it never leaves this project.</summary>
internal sealed class StatisticsInput
{
    private readonly Dictionary<int, YearPlan?> _plans = [];

    private StatisticsInput(FormRegistry forms, UnitRegistry units, UnitLedger ledger, InputPolicy policy, TableRequests requests) =>
        (Forms, Units, Ledger, Policy, Requests) = (forms, units, ledger, policy, requests);

    public FormRegistry Forms { get; }

    public UnitRegistry Units { get; }

    public UnitLedger Ledger { get; }

    public InputPolicy Policy { get; }

    public TableRequests Requests { get; }

    /// <summary>What all proofs over it may take together.</summary>
    public ProofBudget Budget { get; private init; } = ProofBudget.ForRun();

    /// <summary>Whether units' returns are at hand: a public build has none.</summary>
    public bool HasReturns => !Ledger.Returns.IsEmpty;

    /// <param name="files">All files of <c>input/</c>.</param>
    /// <returns>What could be read, and all that is wrong with it.</returns>
    public static Result<StatisticsInput> Read(InputFiles files)
    {
        var forms = files.Forms;
        var units = files.Units;
        var returns = ReturnsReader.Read(forms.Value, files.All);
        var policy = files.Policy;
        var requests = TableRequestReader.Read(files.Tables, forms.Value, policy.Value);
        var input = new StatisticsInput(forms.Value, units.Value, new(returns.Value, units.Value), policy.Value, requests.Value);
        return new(input, [.. forms.Diagnostics, .. units.Diagnostics, .. returns.Diagnostics, .. policy.Diagnostics, .. requests.Diagnostics]);
    }

    /// <returns>The same with other tables asked for.</returns>
    /// <param name="budget">What all proofs over it may take together.</param>
    public StatisticsInput With(TableRequests requests, ProofBudget budget) => new(Forms, Units, Ledger, Policy, requests) { Budget = budget };

    /// <returns>The areas, sectors and reporting units of a year; null where no unit exists in it.</returns>
    public YearPlan? PlanOf(int year)
    {
        if (!_plans.TryGetValue(year, out var plan))
        {
            _plans.Add(year, plan = YearPlan.Of(Units, year));
        }

        return plan;
    }
}

/// <summary>What the figures of a year are broken down by: areas, and the sectors of those who report.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Sectors">The sectors' names, <c>合计</c> first; <c>未分行业</c> last, where a unit has none.</param>
/// <param name="SectorOf">For each reporting unit's id the place of its sector, 1 or more.</param>
internal sealed record YearPlan(AreaPlan Areas, ImmutableArray<string> Sectors, FrozenDictionary<string, int> SectorOf)
{
    private const string Unsorted = "未分行业";

    /// <returns>The plan of a year; null where no unit exists in it.</returns>
    public static YearPlan? Of(UnitRegistry units, int year)
    {
        if (AreaPlan.Of(units, year) is not { } areas)
        {
            return null;
        }

        var used = Vocabulary.Sectors.Where(sector => areas.Reporters.Any(unit => unit.Sector == sector.Id)).ToArray();
        var names = used.Select(sector => sector.Label).Prepend("合计").ToList();
        if (areas.Reporters.Any(unit => unit.Sector is null))
        {
            names.Add(Unsorted);
        }

        return new(areas, [.. names], areas.Reporters.ToFrozenDictionary(
            unit => unit.Id, unit => unit.Sector is null ? names.Count - 1 : 1 + Array.FindIndex(used, sector => sector.Id == unit.Sector), StringComparer.Ordinal));
    }

    /// <returns>The axes area and sector, on some days.</returns>
    public Axes AxesOf(ImmutableArray<DateOnly> days) => new([Areas.Dimension, Dimension.WithTotal(SafeDimensions.Sector, Sectors)], days);
}
