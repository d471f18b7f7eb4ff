using System.Collections.Immutable;
using System.Text.Json;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Attempts;

/// <summary>Counted attempts, as DuckDB answered: for this room alone to read.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="Result">The result of the <c>attempts</c> job.</param>
public sealed record AttemptAnswer(AttemptPlan Plan, JsonElement Result)
{
    /// <returns>What is wrong with the published tables of attempts, now that the attempts themselves are at hand; or with the files.</returns>
    /// <param name="files">All files of <c>input/</c>.</param>
    public ImmutableArray<Diagnostic> Check(ImmutableArray<SourceFile> files)
    {
        var counts = AttemptCountReader.Read(Result, Plan.Question, Plan.Files);
        if (counts.Diagnostics.HasErrors() || counts.Value.IsEmpty)
        {
            return counts.Diagnostics.HasErrors() ? counts.Diagnostics : [AttemptDiagnostics.None(Plan.Table)];
        }

        var rules = new DisclosureRules(LeastPersons: InputPolicy.Read(files).Value.AgeBandPersons);
        var cube = AttemptCube.Of(Plan.Question, counts.Value, Plan.Table);
        var (history, changes) = AttemptHistory.Of(cube, Plan.Table, Plan.Earlier);
        return [.. counts.Diagnostics, .. changes, .. changes.IsEmpty ? Attack(cube, rules, history) : []];
    }

    /// <returns>The table of the release as it is frozen; null and why, where it cannot be published.</returns>
    /// <param name="persons">Fewer attempts than this are not published.</param>
    /// <param name="folder">Folder of the release, with a slash at its end.</param>
    internal Result<SnapshotTable?> Make(int persons, string folder)
    {
        var counts = AttemptCountReader.Read(Result, Plan.Question, Plan.Files);
        if (counts.Diagnostics.HasErrors())
        {
            return new(null, counts.Diagnostics);
        }

        var made = AttemptTables.Make(Plan.Question, counts.Value, Plan.Table, new(LeastPersons: persons), Plan.Earlier);
        return new(made.Value is { } table ? new(table, [Measure.Count], Plan.Question.Weeks[^1], new($"{folder}{table.Id}.csv")) : null,
            counts.Diagnostics.AddRange(made.Diagnostics));
    }

    /// <summary>Every rule of the method, all releases together, with the figures that are withheld.</summary>
    private IEnumerable<Diagnostic> Attack(AttemptCube cube, DisclosureRules rules, CellHistory[] history)
    {
        var (figures, merged) = AttemptFigures.Of(cube, rules, history);
        var withheld = new bool[figures.Values.Length];
        for (var cell = 0; cell < history.Length; cell++)
        {
            withheld[merged[cell]] |= history[cell] == CellHistory.Withheld;
        }

        for (var cell = 0; cell < cube.Shape.Layer * (cube.Shape.Weeks - 1); cell++)
        {
            var added = merged[cube.Shape.Increment(cube.Shape.Week(cell) + 1, cell % cube.Shape.Layer)];
            withheld[added] = withheld[merged[cell]] || withheld[merged[cell + cube.Shape.Layer]] || figures.ProtectionLevels[added] != ProtectionLevels.None;
        }

        var forbidden = Enumerable.Range(0, history.Length).Where(cell => history[cell] == CellHistory.Shown && !cube.Shape.IsIncrement(cell)
            && PrimaryRules.IsUnsafeCount(cube.Attempts[cell], rules));
        return forbidden.Concat(Attacker.Find(figures, withheld).Select(leak => Array.IndexOf(merged, leak.Cell))).Distinct().Select(cell =>
            Diagnostic.Error("disclosure/gives-way", Plan.Table.Where, $"答题记录公布过的表里，“{cube.Shape.Name(cell)}”可以由各期公布的数推算得太准。",
                "从版本库取回冻结时的文件；如果改过 policy.yaml 的门槛，请改回公布时的值。"));
    }
}
