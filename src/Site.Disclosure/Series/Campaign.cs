using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>All of <c>input/</c> that figures are made from. Raw, so it never leaves this room.</summary>
internal sealed class Campaign
{
    private readonly Dictionary<int, YearPlan?> _plans = [];

    private Campaign(FormBook forms, UnitBook units, UnitLedger ledger, Policy policy, TableRequests requests) =>
        (Forms, Units, Ledger, Policy, Requests) = (forms, units, ledger, policy, requests);

    public FormBook Forms { get; }

    public UnitBook Units { get; }

    public UnitLedger Ledger { get; }

    public Policy Policy { get; }

    public TableRequests Requests { get; }

    /// <summary>Whether units' returns are at hand: a public build has none.</summary>
    public bool HasReturns => !Ledger.Returns.IsEmpty;

    /// <param name="files">All files of <c>input/</c>.</param>
    /// <returns>What could be read, and all that is wrong with it.</returns>
    public static Checked<Campaign> Read(ImmutableArray<SourceFile> files)
    {
        var forms = FormReader.Read(files);
        var units = UnitReader.Read(files);
        var returns = ReturnsReader.Read(forms.Value, files);
        var policy = PolicyReader.Read(files);
        var requests = TableRequestReader.Read(files, forms.Value, policy.Value);
        var campaign = new Campaign(forms.Value, units.Value, new(returns.Value, units.Value), policy.Value, requests.Value);
        return new(campaign, [.. forms.Problems, .. units.Problems, .. returns.Problems, .. policy.Problems, .. requests.Problems]);
    }

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
