
namespace Site.Tests;

/// <summary>From open to rectified or withdrawn, and off the lists.</summary>
public class EntryLifeTests
{
    [Theory]
    [InlineData("2026-06-20", false)]
    [InlineData("2026-06-21", true)]
    public void A_deadline_has_passed_on_the_day_after_it(string asOf, bool isOverdue) =>
        Assert.Equal(isOverdue, Assert.Single(Ledger.ReadOn(asOf, Ledger.Row()).Value.Exposures).IsOverdue);

    [Fact]
    public void What_has_been_put_right_is_never_overdue() =>
        Assert.False(Assert.Single(Ledger.ReadOn("2026-07-30", Ledger.Row("status=rectified", "status_on=2026-07-01")).Value.Exposures).IsOverdue);

    [Theory]
    [InlineData("2026-07-01", 1, 0)]
    [InlineData("2026-07-02", 0, 1)]
    public void A_rectified_entry_leaves_the_lists_after_the_days_of_the_policy_and_keeps_its_page(string asOf, int listed, int past)
    {
        var read = Ledger.ReadFiles(
            asOf, Ledger.File("input/policy.yaml", "# 说明\nkeepRectifiedDays: 20\n"),
            Ledger.File("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row("status=rectified", "status_on=2026-06-11")}\n"));

        Assert.Equal((listed, past), (read.Value.Exposures.Length, read.Value.PastExposures.Length));
    }

    [Fact]
    public void A_number_of_days_that_is_none_is_reported_at_its_place()
    {
        var read = Ledger.ReadFiles(
            "2026-06-10", Ledger.File("input/policy.yaml", "keepRectifiedDays: 很久\n"), Ledger.File("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row()}\n"));

        var diagnostic = Assert.Single(read.Diagnostics);
        Assert.Equal("input/policy.yaml:1:20", diagnostic.Location.ToString());
    }

    [Fact]
    public void Of_a_withdrawn_entry_the_id_alone_is_left_and_its_cells_may_be_empty()
    {
        var read = Ledger.Read(
            Ledger.Row("status=withdrawn"), "A-2,,,,,,,,,,,,withdrawn,2026-06-09,,,,", Ledger.Row("id=A-3"));

        Assert.Empty(read.Diagnostics);
        Assert.Equal(["A-1", "A-2"], read.Value.WithdrawnExposures);
        Assert.Equal("A-3", Assert.Single(read.Value.Exposures).Id);
    }

    [Fact]
    public void An_entry_comes_out_on_the_day_it_is_published() =>
        Assert.Equal((0, 1), (Ledger.ReadOn("2026-05-31", Ledger.Row()).Value.Exposures.Length, Ledger.ReadOn("2026-06-01", Ledger.Row()).Value.Exposures.Length));

    [Fact]
    public void A_status_that_lies_ahead_is_not_shown_yet_and_the_editor_is_told()
    {
        var read = Ledger.ReadOn("2026-06-10", Ledger.Row("status=rectified", "status_on=2062-06-05"));

        Assert.Equal("open", Assert.Single(read.Value.Exposures).Status);
        Assert.Equal(["2:109 exposure/future-status"], Ledger.Short(read));
    }

    [Fact]
    public void Entries_stand_newest_first_and_then_by_id()
    {
        var read = Ledger.Read(Ledger.Row("id=B"), Ledger.Row("id=C", "published=2026-06-02", "status_on="), Ledger.Row("id=A"));

        Assert.Equal(["C", "A", "B"], read.Value.Exposures.Select(entry => entry.Id));
    }
}
