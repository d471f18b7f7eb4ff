using System.Text.Json;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Tables;

namespace Site.Tests;

/// <summary>A table from a textbook, a paper or a package's tests (its file names the source), with what an attacker finds out.</summary>
internal sealed class TextbookCase
{
    private readonly Dictionary<string, int> _numbers = [];

    private TextbookCase(JsonElement json)
    {
        Json = json;
        Ids = [.. json.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("id").GetString()!)];
        for (var cell = 0; cell < Ids.Length; cell++)
        {
            _numbers.Add(Ids[cell], cell);
        }

        var builder = new ConstraintsBuilder(Ids.Length);
        foreach (var relation in json.GetProperty("relations").EnumerateArray())
        {
            builder.Add(Number(relation.GetProperty("total")), Cells(relation.GetProperty("parts")));
        }

        (Constraints, Merged) = builder.Build();
        Values = new long[Constraints.CellCount];
        var cells = json.GetProperty("cells").EnumerateArray().ToArray();
        for (var cell = 0; cell < cells.Length; cell++)
        {
            Values[Merged[cell]] = cells[cell].GetProperty("value").GetInt64();
        }
    }

    public static IEnumerable<string> Names => typeof(TextbookCase).Assembly.GetManifestResourceNames()
        .Where(name => name.Contains(".Statistics.Cases.")).Order(StringComparer.Ordinal);

    public JsonElement Json { get; }

    public string[] Ids { get; }

    public Constraints Constraints { get; }

    /// <summary>For each cell of the file its number among the cells of the constraints.</summary>
    public int[] Merged { get; }

    public long[] Values { get; }

    public bool IsCount => Json.GetProperty("kind").GetString() == "count";

    public static TextbookCase Read(string name) =>
        new(JsonDocument.Parse(typeof(TextbookCase).Assembly.GetManifestResourceStream(name)!).RootElement);

    /// <returns>The number of a cell in the file.</returns>
    public int Number(JsonElement id) => _numbers[id.GetString()!];

    public int Number(string id) => _numbers[id];

    public int[] Cells(JsonElement ids) => [.. ids.EnumerateArray().Select(Number)];

    public int[] MergedCells(JsonElement ids) => [.. Cells(ids).Select(cell => Merged[cell])];

    /// <returns>Who contributed to a cell; null where the file does not say, so that the cell counts as safe.</returns>
    public Contributors? ContributorsTo(int cell)
    {
        var json = Json.GetProperty("cells")[cell];
        return json.TryGetProperty("contrib", out var list)
            ? list.EnumerateArray().Aggregate(default(Contributors), (all, one) => all.With(one.GetInt64()))
            : null;
    }

    /// <returns>The table as protection takes it, with the given rules and nothing withheld beside what they say.</returns>
    public SuppressionProblem Figures(DisclosureRules rules)
    {
        var count = Constraints.CellCount;
        var figures = new SuppressionProblem
        {
            Constraints = Constraints,
            Values = Values,
            Statuses = new CellStatus[count],
            ProtectionLevels = new ProtectionLevels[count],
            Floors = [.. Enumerable.Repeat(rules.Floor, count)],
            Costs = [.. Values.Select(value => SuppressionCost.Of(value, height: 0))],
            LoneContributors = [.. Enumerable.Repeat(-1, count)],
        };
        for (var cell = 0; cell < Ids.Length; cell++)
        {
            var (merged, contributors) = (Merged[cell], ContributorsTo(cell));
            var unsafeCell = IsUnsafe(cell, rules);
            figures.Statuses[merged] = unsafeCell ? CellStatus.Withheld : Values[merged] == 0 && rules.ShowsZeros ? CellStatus.Shown : figures.Statuses[merged];
            figures.ProtectionLevels[merged] = IsCount ? PrimaryRules.ForCount(rules)
                : contributors is { } known ? PrimaryRules.ForSum(known, rules)
                : ProtectionLevels.NotExact;
            figures.LoneContributors[merged] = !IsCount && contributors is { Count: 1 } ? merged : -1;
        }

        return figures;
    }

    public bool IsUnsafe(int cell, DisclosureRules rules) => IsCount
        ? PrimaryRules.IsUnsafeCount(Values[Merged[cell]], rules)
        : ContributorsTo(cell) is { } contributors && PrimaryRules.IsUnsafeSum(contributors, rules);
}
