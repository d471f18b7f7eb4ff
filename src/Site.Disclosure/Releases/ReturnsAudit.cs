using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Attacks everything ever published with the returns at hand, and sees to it that it is what the returns give.</summary>
internal static class ReturnsAudit
{
    /// <param name="campaign">Returns without mistakes.</param>
    /// <param name="releases">All releases, oldest first.</param>
    /// <param name="problems">Takes <c>release/differs-from-returns</c> and <c>disclosure/gives-way</c>.</param>
    public static void Find(Campaign campaign, ImmutableArray<FrozenRelease> releases, List<Problem> problems)
    {
        foreach (var year in releases.GroupBy(release => release.Safe.AsOf.Year))
        {
            if (campaign.PlanOf(year.Key) is not { } plan || !campaign.Ledger.Returns.Any(one => one.AsOf.Year == year.Key))
            {
                continue;
            }

            var indicators = year.SelectMany(release => release.Tables).Where(table => table.IsOfReturns).SelectMany(table => table.Safe.Indicators).Select(indicator => indicator.Id).Distinct();
            foreach (var id in indicators.Order(StringComparer.Ordinal))
            {
                if (campaign.Forms.FindIndicator(id) is not { } indicator)
                {
                    problems.Add(Problem.Error("release/unknown-indicator", year.First().Where, $"公布过的指标 {SafeWord.Quote(id)} 在 input/forms/ 里没有了。", "恢复原来的表格文件；指标的 id 一经公布就不再改动。"));
                    continue;
                }

                if (SeriesHistory.Of(campaign, plan, indicator, Layouts(id, [.. year]), problems) is { } history)
                {
                    problems.AddRange(Differences(campaign, indicator, history, releases));
                    problems.AddRange(SeriesAttack.Find(history, indicator.Label));
                }
            }
        }
    }

    /// <returns>All frozen tables that print an indicator, oldest first.</returns>
    /// <param name="releases">The releases of a year, oldest first.</param>
    public static ImmutableArray<Layout> Layouts(string indicator, ImmutableArray<FrozenRelease> releases) =>
    [
        .. from release in releases
           from table in release.Tables
           where table.IsOfReturns
           from at in Enumerable.Range(0, table.Safe.Indicators.Length)
           where table.Safe.Indicators[at].Id == indicator
           select new Layout.Frozen(release, table, at),
    ];

    /// <summary>A table that the returns no longer bear out must be taken back by a later release, or at least explained by a correction.</summary>
    private static IEnumerable<Problem> Differences(Campaign campaign, Indicator indicator, SeriesHistory history, ImmutableArray<FrozenRelease> releases)
    {
        foreach (var stale in history.Stale)
        {
            var isTakenBack = releases.SkipWhile(release => release != stale.Release).Skip(1)
                .Any(later => later.Restates.Contains(new(stale.Release.Safe.Name, stale.Table.Safe.Id, indicator.Id)));
            if (isTakenBack)
            {
                continue;
            }

            var isCorrected = campaign.Ledger.Returns.Any(one => one.IsCorrection && one.AsOf.Year == stale.Release.Safe.AsOf.Year
                && one.AsOf <= stale.Release.Safe.AsOf && one.Figures.Any(figure => figure.Indicator == indicator.Id));
            yield return new(isCorrected ? Severity.Warning : Severity.Error, "release/differs-from-returns", stale.Table.Where,
                $"公布过的{indicator.Quoted}与现在各单位的报送不一致。",
                isCorrected ? "报送有了更正：请用 site stats release 发布新的一期，它会记下改了什么。"
                    : "报送后来补报或改动过的，用 site stats release 发布新的一期；冻结的文件被改动过的，从版本库取回。");
        }
    }
}
