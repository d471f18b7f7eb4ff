using Site.Statistics.Audit;

namespace Site.Tests;

public class AttackerTests
{
    [Fact]
    public void Two_shown_numbers_that_contradict_each_other_are_found_without_the_private_figures()
    {
        // 10 = 4 + 5 is shown whole; 9 = 10 + x leaves no x.
        var figures = Public([10, 4, 5, 9, 10, 0], [[0, 1, 2], [3, 4, 5]]);

        var leaks = Attacker.Find(figures, [false, false, false, false, false, true]);

        Assert.Equal([new(0, 0, LeakKind.Contradiction), new(5, -1, LeakKind.Contradiction)], leaks);
        Assert.Null(Attacker.Intervals(figures, [false, false, false, false, false, true]));
    }

    [Fact]
    public void Numbers_that_contradict_each_other_only_all_together_are_found()
    {
        // x + y = 5 and x + y = 7 in two tables that share both.
        var figures = Public([5, 7, 0, 0], [[0, 2, 3], [1, 2, 3]]);

        Assert.Equal([new(2, -1, LeakKind.Contradiction)], Attacker.Find(figures, [false, false, true, true]));
    }

    [Fact]
    public void What_nothing_bounds_is_said_to_be_unbounded()
    {
        var figures = Public([0, 0, 3], [[0, 1, 2]]);

        var intervals = Attacker.Intervals(figures, [true, true, false])!;

        Assert.Equal("[3, ∞)", intervals[0].ToString());
        Assert.Equal("[0, ∞)", intervals[1].ToString());
        Assert.Equal("[3, 3]", intervals[2].ToString());
    }

    [Fact]
    public void Three_sums_of_three_figures_in_a_ring_give_all_away()
    {
        // x + y = 3, y + z = 3, x + z = 2.
        var figures = Public([3, 3, 2, 0, 0, 0], [[0, 3, 4], [1, 4, 5], [2, 3, 5]]);

        var intervals = Attacker.Intervals(figures, [false, false, false, true, true, true])!;

        Assert.Equal([new(1, 1), new(2, 2), new(1, 1)], intervals[3..]);
    }

    [Fact]
    public void Small_and_large_numbers_are_reckoned_with_alike()
    {
        Assert.Equal(Reckon<Fraction>(), Reckon<BigFraction>());
        Assert.Equal(["-5", "2", "-3", "-1", "1"], Reckon<Fraction>());
        Assert.Throws<OverflowException>(() => Fraction.From(long.MaxValue).Times(Fraction.From(2)));

        static string[] Reckon<T>()
            where T : struct, IFraction<T>
        {
            var (half, third) = (T.From(1).Over(T.From(2)), T.From(1).Over(T.From(-3)));
            T[] results =
            [
                T.From(-9).Over(T.From(2)),
                half.Minus(third).Times(T.From(3)),
                T.From(-5).Over(T.From(2)).Plus(default),
                third.Plus(T.From(-1).Over(T.From(6))),
                half.Plus(half),
            ];
            return Array.ConvertAll(results, result => $"{result.Floor()}");
        }
    }

    private static SuppressionProblem Public(long[] values, int[][] equations)
    {
        var builder = new ConstraintsBuilder(values.Length);
        foreach (var equation in equations)
        {
            builder.Add(equation[0], equation.AsSpan(1));
        }

        return new()
        {
            Constraints = builder.Build().Constraints,
            Values = values,
            Statuses = new CellStatus[values.Length],
            ProtectionLevels = [.. Enumerable.Repeat(ProtectionLevels.None, values.Length)],
            Floors = new long[values.Length],
            Costs = [.. Enumerable.Repeat(1, values.Length)],
            LoneContributors = [.. Enumerable.Repeat(-1, values.Length)],
            HasWithheldValues = false,
        };
    }
}
