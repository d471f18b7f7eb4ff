using FsCheck.Fluent;

namespace Site.Tests;

public class RandomRunsTests
{
    [Fact]
    public void Each_run_tries_the_same_input() => Assert.Equal(Tried(), Tried());

    [Fact]
    public void A_property_that_does_not_hold_is_told_with_the_way_to_run_it_again()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Prop.ForAll(Gen.Choose(0, 9).ToArbitrary(), number => number < 9).AssertHolds(1_000));

        Assert.Contains("Falsifiable", failure.Message, StringComparison.Ordinal);
        Assert.Matches(
            @"\nThe same again: SITE_TEST_SEED=\d+ SITE_TEST_RUNS=\d+ dotnet test --filter FullyQualifiedName~A_property_that_does_not_hold_is_told_with_the_way_to_run_it_again$",
            failure.Message);
    }

    private static List<int> Tried()
    {
        var tried = new List<int>();
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), tried.Add).AssertHolds(20);
        return tried;
    }
}
