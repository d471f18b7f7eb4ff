using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What an attack on everything ever published came to.</summary>
/// <param name="Lines">For each withheld figure its interval, and for each release the share withheld; for the office's terminal.</param>
/// <param name="Problems">What gives way, and what is wrong with the files.</param>
public sealed record AuditReport(ImmutableArray<string> Lines, ImmutableArray<Problem> Problems);

/// <summary><c>site stats audit</c>: attacks everything ever published, with returns or without.</summary>
public static class ReleaseAudit
{
    /// <param name="files">All files of <c>input/</c>.</param>
    /// <param name="name">The release whose figures are listed, or null for all; all are attacked.</param>
    public static AuditReport Find(ImmutableArray<SourceFile> files, string? name)
    {
        var campaign = Campaign.Read(files);
        var frozen = FrozenReader.Read(files);
        var problems = campaign.Problems.Concat(frozen.Problems).Concat(LedgerProblems.Find(campaign.Value)).ToList();
        var isWhole = problems.TrueForAll(problem => problem.Severity != Severity.Error);
        var listed = frozen.Value.Where(release => name is null || release.Safe.Name == name).ToImmutableArray();
        if (name is not null && listed.IsEmpty)
        {
            problems.Add(Problem.Error("release/unknown", new(FrozenNames.Folder + name), $"没有叫 {SafeWord.Quote(name)} 的一期数据。",
                frozen.Value.IsEmpty ? "先用 site stats release 公布一期。" : $"已有：{string.Join("、", frozen.Value.Select(release => release.Safe.Name))}。"));
        }

        var series = PublishedAudit.Find(frozen.Value, RulesOf(campaign.Value), problems);
        var attempts = AttemptAudit.Find(frozen.Value, campaign.Value.Policy.AgeBandPersons);
        problems.AddRange(attempts.Problems);
        if (isWhole && campaign.Value.HasReturns)
        {
            problems.AddRange(Implausible.Find(campaign.Value, DateOnly.MaxValue).Select(problem => problem with { Severity = Severity.Warning }));
            ReturnsAudit.Find(campaign.Value, frozen.Value, problems);
        }

        return new([.. series.SelectMany(one => Intervals(one, listed)), .. Intervals(attempts.Value, listed), .. listed.SelectMany(Shares), Basis(campaign.Value)], [.. problems]);
    }

    /// <returns>Gives the thresholds of an indicator, as far as <c>policy.yaml</c> and the forms are at hand; else null.</returns>
    internal static Func<string, DisclosureRules?> RulesOf(Campaign campaign) =>
        id => campaign.Policy.IsWritten && campaign.Forms.FindIndicator(id) is { } indicator ? campaign.Policy.For(indicator) : null;

    private static string Basis(Campaign campaign) => campaign.HasReturns
        ? "依据：全部已公布的数和各单位的报送。" : "依据：全部已公布的数（没有各单位的报送，只查有没有能算准的和互相矛盾的）。";

    private static IEnumerable<string> Intervals(PublishedSeries series, ImmutableArray<FrozenRelease> listed)
    {
        var tables = series.Tables.Where(table => listed.Any(release => release.Tables.Contains(table))).ToArray();
        if (tables.Length == 0 || !Array.Exists(series.Withheld, withheld => withheld) || Attacker.Intervals(series.Figures, series.Withheld) is not { } intervals)
        {
            return [];
        }

        var cells = tables.SelectMany(table => series.Axes.Place(table)!.Cells(series.Axes.Shape)).Distinct().Where(cell => series.Cells[cell] is Cell.Withheld);
        return cells.Order().Select(cell => $"{series.Label}，{series.Axes.Name(series.Axes.Shape.Of(cell))}：{intervals[series.Merged[cell]]}");
    }

    private static IEnumerable<string> Intervals(ImmutableArray<AttemptBounds> attempts, ImmutableArray<FrozenRelease> listed) =>
        attempts.Where(cell => listed.Any(release => release.Tables.Contains(cell.Table)))
            .Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Table.Safe.Title}，{cell.Name}，{cell.Table.Day:yyyy-MM-dd}：{cell.Interval}"));

    internal static IEnumerable<string> Shares(FrozenRelease release)
    {
        foreach (var table in release.Safe.Tables)
        {
            yield return $"{release.Safe.Name}，{table.Title}：{Share(table.Cells)}";
        }

        yield return $"{release.Safe.Name}，合计：{Share([.. release.Safe.Tables.SelectMany(table => table.Cells)])}";
    }

    private static string Share(ImmutableArray<Cell> cells)
    {
        var all = cells.Count(cell => cell is Cell.Withheld or Cell.Shown { Value: > 0 });
        var hidden = cells.Count(cell => cell is Cell.Withheld);
        return string.Create(CultureInfo.InvariantCulture, $"{all} 个非零的数中有 {hidden} 个不公布（{(all == 0 ? 0 : 100.0 * hidden / all):0.0}%）");
    }
}
