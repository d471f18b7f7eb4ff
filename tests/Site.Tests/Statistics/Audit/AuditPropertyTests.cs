using FsCheck.Fluent;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;

namespace Site.Tests;

/// <summary>An independent attacker tries all tables that agree with what is shown, wherever there are few enough of them.</summary>
public class AuditPropertyTests
{
    private static readonly DisclosureRules Rules = new(LeastPersons: 3);

    public static TheoryData<string> Shapes => ["tree", "grid", "linked", "weekly"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_audit_finds_the_interval_that_trying_all_tables_finds(string shape) => ForEachTable(shape, 40, (table, context) =>
    {
        var figures = table.Figures(Rules).Figures;
        var withheld = figures.Values.Select((value, cell) => figures.Statuses[cell] == CellStatus.Derived || (value > 0 && table.Draw(0, 3) == 0)).ToArray();

        var found = Attacker.Intervals(figures, withheld)!;

        var tried = BruteForce.Attack(SmallTables.EquationsOf(figures.Constraints), figures.Values, withheld, figures.Floors);
        Assert.All(tried ?? [], (interval, cell) => Assert.True(
            found[cell].High > BruteForce.Most(figures.Values) || found[cell] == interval, $"{context}: cell {cell} is {found[cell]}, not {interval}"));
    });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void After_protection_trying_all_tables_finds_no_figure_exact_and_none_below_the_threshold(string shape) => ForEachTable(shape, 40, (table, context) =>
    {
        var figures = table.Figures(Rules).Figures;

        var (withheld, leaks) = SecondarySuppressor.Protect(figures);

        var tried = BruteForce.Attack(SmallTables.EquationsOf(figures.Constraints), figures.Values, withheld, figures.Floors);
        var bare = Enumerable.Range(0, tried is null ? 0 : withheld.Length).Where(cell => withheld[cell] && figures.ProtectionLevels[cell] != ProtectionLevels.None
            && (tried![cell].High < 3 || tried[cell].High - tried[cell].Low < 2)).ToArray();
        Assert.True(leaks.Count > 0 || bare.Length == 0, $"{context}: {string.Join(", ", bare)} can be worked out");
        Assert.True(leaks.Count == 0 || WithholdingAllLeaks(figures), $"{context}: gave up, though withholding all protects");
    });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_complement_could_be_shown_again_without_a_leak_or_a_relation_with_one_unknown(string shape) => ForEachTable(shape, 40, (table, context) =>
    {
        var figures = table.Figures(Rules).Figures;
        var (withheld, leaks) = SecondarySuppressor.Protect(figures);

        foreach (var cell in Enumerable.Range(0, withheld.Length).Where(cell => withheld[cell] && figures.Statuses[cell] == CellStatus.Free && leaks.Count == 0))
        {
            withheld[cell] = false;
            Assert.True(LeavesOneUnknown(figures, withheld, cell) || Attacker.Find(figures, withheld).Count > 0,
                $"{context}: {cell} need not be withheld");
            withheld[cell] = true;
        }
    });

    private static bool LeavesOneUnknown(SuppressionProblem figures, bool[] withheld, int cell) =>
        figures.Constraints.Of(cell).ToArray().Any(relation => figures.Constraints.Cells(relation).ToArray().Count(other => withheld[other]) == 1);

    private static bool WithholdingAllLeaks(SuppressionProblem figures)
    {
        var all = figures.Statuses.Select((hold, cell) => hold != CellStatus.Shown && figures.Values[cell] > 0).ToArray();
        return Attacker.Find(figures, all).Count > 0;
    }

    private static void ForEachTable(string shape, int tables, Action<SmallTables, string> holds)
    {
        Func<int, SmallTables> make = shape switch
        {
            "tree" => SmallTables.Tree,
            "grid" => SmallTables.Grid,
            "linked" => SmallTables.Linked,
            _ => SmallTables.Weekly,
        };
        Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed => holds(make(seed), $"{shape} {seed}"))
            .AssertHolds(tables);
    }
}
