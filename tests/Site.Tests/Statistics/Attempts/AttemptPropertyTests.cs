using System.Collections.Immutable;
using FsCheck.Fluent;
using Site.Statistics.Attempts;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using static Site.Tests.SampleAttempts;

namespace Site.Tests;

public class AttemptPropertyTests
{
    private static readonly DisclosureRules Rules = new(LeastPersons: 3);

    [Trait("Speed", "slow")]
    [Theory]
    [InlineData("quiz", "area", "age_band")]
    [InlineData("area", "age_band", "score_band")]
    public void From_two_releases_together_nothing_small_can_be_worked_out(params string[] dimensions)
    {
        var tried = 0;
        Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var counts = Draw(new(seed));
            var first = Publish([.. counts.Where(count => count.Week == 0)], Table(dimensions), Rules).Value;
            var second = first is null ? null : Publish(counts, Table(dimensions), Rules, first).Value;
            if (second is null || EmittedAttempts.Intervals(first!.Safe, second.Safe) is not { } intervals)
            {
                return;
            }

            tried++;
            ImmutableArray<Cell> printed = [.. first!.Safe.Cells, .. second.Safe.Cells];
            Assert.All(intervals, (interval, cell) => Assert.True(
                cell < printed.Length
                    ? printed[cell] is Cell.Shown { Value: 0 or >= 3 } || (printed[cell] is Cell.Withheld && interval is { High: >= 3 } && interval.High - interval.Low >= 2)
                    : interval is { Low: 0 } or { High: >= 3 },
                $"cell {cell} is known to be {interval}"));
        }).AssertHolds(200);

        Assert.True(tried >= 30, $"Only {tried} campaigns could be tried.");
    }

    /// <returns>Attempts such that each week names the same areas, bands and quizzes.</returns>
    private static ImmutableArray<AttemptCount> Draw(SeededDraw draw) =>
    [
        .. from week in new[] { 0, 1 }
           from area in new[] { 2, 3, 4, 5, 6 }
           from band in new[] { Young, Old }
           from quiz in new[] { 0, 1 }
           let attempts = (long)(draw.Unit() < 0.8 ? (week == 0 ? 8 + (draw.Unit() * 9) : 0) : draw.Unit() * 12)
           where attempts > 0 || week == 0
           select Count(area, band, Math.Max(attempts, 1), week, quiz, score: quiz * 4),
    ];
}
