using BenchmarkDotNet.Attributes;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Tables;
using Site.Tests;

namespace Site.Benchmarks;

/// <summary>
/// A district, a province and a nation of made-up returns, each protected and then audited as it is published. To hold on two cores: the
/// province (12,240 cells) under 0.5 s, the nation (296,570 cells) under 5 s and 1 GiB.
/// </summary>
[MemoryDiagnoser]
public class ProtectionBenchmarks
{
    private readonly Table district = MadeUpCountry.District(1);
    private readonly Table province = MadeUpCountry.Province(1);
    private readonly Table nation = MadeUpCountry.Nation(1);

    [Benchmark]
    public int District() => Protect(district);

    [Benchmark]
    public int Province() => Protect(province);

    [Benchmark]
    public int Nation() => Protect(nation);

    /// <returns>How many cells are withheld; the audit must find nothing.</returns>
    private static int Protect(Table cube)
    {
        var protection = TableProtection.Of(cube, [Measure.Count], new());
        var (figures, merged) = PrimarySuppression.Of(cube, [Measure.Count], new(), []);
        var withheld = new bool[figures.Values.Length];
        for (var cell = 0; cell < merged.Length; cell++)
        {
            withheld[merged[cell]] = protection.Withheld[cell];
        }

        return Attacker.Find(figures, withheld).Count == 0 ? withheld.Count(hidden => hidden) : throw new InvalidOperationException("The table gives way.");
    }
}
