using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Policies;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;

namespace Site.Tests;

public class AttemptAuditTests
{
    [Fact]
    public void Each_withheld_cell_is_told_with_all_it_can_be()
    {
        var audit = Attack([Release(7, "100", "40", "*", "*")]);

        Assert.Empty(audit.Diagnostics);
        Assert.Equal(["答题，消防，示例乙区，2026-06-07：[1, 59]", "答题，消防，示例丙区，2026-06-07：[1, 59]"], audit.Value);
    }

    [Theory]
    [InlineData("a star whose interval is too narrow", "disclosure/gives-way", "109", "100", "*", "*")]
    [InlineData("a star that subtraction gives away", "disclosure/gives-way", "100", "40", "45", "*")]
    [InlineData("parts that do not add up", "disclosure/contradiction", "100", "40", "45", "16")]
    public void A_table_that_was_edited_until_it_gives_way_is_found(string what, string code, params string[] cells)
    {
        var diagnostics = Attack([Release(7, cells)]).Diagnostics;

        Assert.True(diagnostics.Length > 0 && diagnostics.All(diagnostic => diagnostic.Code == code && diagnostic.Location.Path == "input/releases/r7/attempts.csv"), what);
    }

    [Fact]
    public void A_week_that_added_few_gives_way_though_both_figures_are_shown()
    {
        var audit = Attack([Release(7, "100", "40", "40", "20"), Release(14, "130", "40", "45", "45")]);

        Assert.Equal(
            """
            input/releases/r14/attempts.csv:1:1: error disclosure/gives-way
              “答题，消防，示例乙区，2026-06-14 新增”没有公布，却可以由已公布的各期推算得太准。
              手工改过 input/releases/ 的，从版本库取回冻结时的文件。照原样公布出去的，收不回来了：报告本单位管保密的部门，从 tables.yaml 里去掉这个指标，再在 policy.yaml 的 disclosed 里记下这一格（cell，照抄引号里的字）、哪天发现的（found）、报告了哪个部门（told），网站就能照常生成。
            """,
            Assert.Single(audit.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("答题，消防，示例乙区，2026-06-14 新增", Severity.Warning)]
    [InlineData("答题，消防，示例乙区，2026-06-14", Severity.Error)]
    [InlineData("答题，消防，示例乙区，2026-06-07 新增", Severity.Error)]
    [InlineData("答题，消防，示例乙区", Severity.Error)]
    public void A_record_lets_pass_what_one_week_added_and_no_other(string cell, Severity severity)
    {
        var audit = Attack([Release(7, "100", "40", "40", "20"), Release(14, "130", "40", "45", "45")]);

        Assert.Equal(severity, Assert.Single(KnownDisclosure.Settle(audit.Diagnostics, [new(cell, "2026-06-15")])).Severity);
    }

    [Fact]
    public void A_figure_that_falls_and_a_release_out_of_order_contradict() => Assert.All(
        new[]
        {
            Attack([Release(7, "100", "40", "40", "20"), Release(14, "100", "40", "30", "30")]),
            Attack([Release(14, "100", "40", "40", "20"), Release(7, "100", "40", "40", "20")]),
        },
        audit => Assert.Equal("disclosure/contradiction", Assert.Single(audit.Diagnostics).Code));

    /// <returns>For each withheld cell what it can be, and what gives way.</returns>
    private static Result<ImmutableArray<string>> Attack(ImmutableArray<Snapshot> releases)
    {
        var diagnostics = new List<Diagnostic>();
        var series = PublishedAudit.Find(releases, _ => null, new(LeastPersons: 10), diagnostics);
        return new([.. series.SelectMany(one => PublishedAudit.Intervals(one, releases))], [.. diagnostics]);
    }

    private static Snapshot Release(int day, params string[] cells)
    {
        var read = SnapshotReader.Read(SampleAttempts.Snapshot($"r{day}", day, cells));
        Assert.Empty(read.Diagnostics);
        return Assert.Single(read.Value);
    }
}
