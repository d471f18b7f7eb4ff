using System.Text.Json;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;

namespace Site.Tests;

public class TextbookCaseTests
{
    public static TheoryData<string> Names => [.. TextbookCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_table_names_its_source(string name)
    {
        var source = TextbookCase.Read(name).Json.GetProperty("source");

        Assert.NotEmpty(source.GetProperty("cite").GetString()!);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_primary_rules_find_the_unsafe_cells_that_the_source_finds(string name)
    {
        var table = TextbookCase.Read(name);
        foreach (var entry in Entries(table, "primary"))
        {
            var rules = Rules(entry);

            var found = table.Ids.Where(id => table.IsUnsafe(table.Number(id), rules));

            Assert.Equal(Sorted(entry.GetProperty("unsafe").EnumerateArray().Select(id => id.GetString()!)), Sorted(found));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_attacker_works_out_the_intervals_and_the_exact_figures_that_the_source_prints(string name)
    {
        var table = TextbookCase.Read(name);
        foreach (var scenario in table.Json.GetProperty("scenarios").EnumerateArray())
        {
            var intervals = Attack(table, scenario);
            var known = scenario.TryGetProperty("known", out var told) ? told.EnumerateObject().Select(cell => cell.Name).ToHashSet() : [];

            if (scenario.TryGetProperty("intervals", out var printed))
            {
                Assert.All(printed.EnumerateObject(), cell =>
                    Assert.Equal(new Interval(cell.Value[0].GetInt64(), cell.Value[1].GetInt64()), intervals[cell.Name]));
            }

            if (scenario.TryGetProperty("exact", out var exact))
            {
                Assert.Equal(
                    Sorted(exact.EnumerateObject().Select(cell => $"{cell.Name} = {cell.Value.GetInt64()}")),
                    Sorted(intervals.Where(cell => cell.Value.Low == cell.Value.High && !known.Contains(cell.Key)).Select(cell => $"{cell.Key} = {cell.Value.Low}")));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sums_that_the_source_names_are_given_away_by_a_relation(string name)
    {
        var table = TextbookCase.Read(name);
        foreach (var scenario in table.Json.GetProperty("scenarios").EnumerateArray().Where(one => one.TryGetProperty("sums", out _)))
        {
            var withheld = table.MergedCells(scenario.GetProperty("suppressed")).ToHashSet();
            var given = Enumerable.Range(0, table.Constraints.Count).Select(relation => table.Constraints.Cells(relation).ToArray())
                .Where(cells => !withheld.Contains(cells[0]))
                .Select(cells => (Unknown: cells.Where(withheld.Contains).Order(), Sum: table.Values[cells[0]]
                    - cells[1..].Where(cell => !withheld.Contains(cell)).Sum(cell => table.Values[cell])))
                .ToArray();

            Assert.All(scenario.GetProperty("sums").EnumerateArray(), sum => Assert.Contains(given, one =>
                one.Sum == sum.GetProperty("sum").GetInt64() && one.Unknown.SequenceEqual(table.MergedCells(sum.GetProperty("cells")).Order())));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_method_protects_the_table_and_passes_its_own_audit(string name)
    {
        var table = TextbookCase.Read(name);
        foreach (var rules in Entries(table, "primary").Select(Rules).SelectMany(rules => new[] { rules, rules with { ShowsZeros = true } }))
        {
            var figures = table.Figures(rules);

            var (withheld, leaks) = SecondarySuppressor.Protect(figures);

            Assert.Empty(leaks);
            Assert.Empty(Attacker.Find(figures, withheld));
            Assert.All(Enumerable.Range(0, table.Ids.Length).Where(cell => table.IsUnsafe(cell, rules)), cell => Assert.True(withheld[table.Merged[cell]]));
        }
    }

    private static Dictionary<string, Interval> Attack(TextbookCase table, JsonElement scenario)
    {
        var figures = table.Figures(new());
        Array.Fill(figures.Floors, (long)scenario.GetProperty("lb").GetInt32());
        var suppressed = scenario.GetProperty("suppressed").EnumerateArray().Select(id => id.GetString()!).ToArray();
        var withheld = new bool[table.Constraints.CellCount];
        foreach (var id in suppressed)
        {
            withheld[table.Merged[table.Number(id)]] = true;
        }

        // A parent shown beside a withheld only child is the same cell, and shows it.
        foreach (var id in table.Ids.Except(suppressed))
        {
            withheld[table.Merged[table.Number(id)]] = false;
        }

        var known = scenario.TryGetProperty("known", out var told)
            ? told.EnumerateObject().ToDictionary(cell => table.Merged[table.Number(cell.Name)], cell => (long?)cell.Value.GetInt64())
            : [];
        var found = Attacker.Intervals(figures, withheld, cell => known.GetValueOrDefault(cell))!;
        return suppressed.ToDictionary(id => id, id => found[table.Merged[table.Number(id)]]);
    }

    private static JsonElement[] Entries(TextbookCase table, string property) =>
        table.Json.TryGetProperty(property, out var entries) ? [.. entries.EnumerateArray()] : [];

    private static DisclosureRules Rules(JsonElement entry) =>
        entry.GetProperty("rules").EnumerateArray().Aggregate(new DisclosureRules(), (rules, rule) => rule.GetProperty("rule").GetString() switch
        {
            "min_freq" => rules with
            {
                LeastPersons = rule.GetProperty("n").GetInt32(),
                ShowsZeros = !(rule.TryGetProperty("protect_zeros", out var zeros) && zeros.GetBoolean()),
            },
            "min_contrib" => rules with { LeastContributors = rule.GetProperty("n").GetInt32() },
            "p" => rules with { DominancePercent = rule.GetProperty("p").GetInt32() },
            var other => throw new InvalidOperationException($"Unknown rule {other}."),
        });

    private static string[] Sorted(IEnumerable<string> texts) => [.. texts.Order(StringComparer.Ordinal)];
}
