using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace Site.Tests;

/// <summary>
/// Runs a property with random input: the same in every run unless the environment says otherwise. <c>SITE_TEST_SEED</c> is a number, or <c>random</c>;
/// <c>SITE_TEST_RUNS</c> says how many times as much input is tried.
/// </summary>
internal static class RandomRuns
{
    private const ulong UsualSeed = 20_260_601;

    /// <summary>Fails with the smallest input found for which the property does not hold, and tells how to run the same again.</summary>
    /// <param name="runs">How many inputs are tried.</param>
    /// <param name="endSize">How large the inputs grow, as FsCheck counts it.</param>
    public static void AssertHolds(this Property property, int runs = 100, int endSize = 100)
    {
        var seed = Seed();
        var times = int.Parse(Environment.GetEnvironmentVariable("SITE_TEST_RUNS") ?? "1", CultureInfo.InvariantCulture);
        var config = Config.QuickThrowOnFailure.WithMaxTest(runs * times).WithEndSize(endSize)
            .WithReplay(new Replay(new Rnd(seed), FSharpOption<int>.None)).WithQuietOnSuccess(true);
        try
        {
            Check.One(config, property);
        }
        catch (Exception found)
        {
            throw new InvalidOperationException(
                $"{found.Message}\nThe same again: SITE_TEST_SEED={seed} SITE_TEST_RUNS={times} dotnet test --filter FullyQualifiedName~{TestContext.Current.TestMethod?.MethodName}", found);
        }
    }

    private static ulong Seed() => Environment.GetEnvironmentVariable("SITE_TEST_SEED") switch
    {
        null => UsualSeed,
        "random" => (ulong)Random.Shared.NextInt64(),
        var text => ulong.Parse(text, CultureInfo.InvariantCulture),
    };
}
