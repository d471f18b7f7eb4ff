using BenchmarkDotNet.Attributes;
using Site.Statistics.Audit;
using Site.Statistics.Protection;
using Site.Tests;

namespace Site.Benchmarks;

/// <summary>
/// A district, a province and a nation of made-up returns, each protected and then audited as it is published. To hold on two cores: the
/// province (12,240 cells) under 0.5 s, the nation (296,570 cells) under 5 s and 1 GiB.
/// </summary>
[MemoryDiagnoser]
public class ProtectionBenchmarks
{
    private readonly TableToProtect district = MadeUpCountry.District(1);
    private readonly TableToProtect province = MadeUpCountry.Province(1);
    private readonly TableToProtect nation = MadeUpCountry.Nation(1);

    [Benchmark]
    public int District() => Protect(district);

    [Benchmark]
    public int Province() => Protect(province);

    [Benchmark]
    public int Nation() => Protect(nation);

    /// <returns>How many cells are withheld; the audit must find nothing.</returns>
    private static int Protect(TableToProtect input)
    {
        var protection = TableProtection.Of(input);
        var (problem, merged) = PrimarySuppression.Of(input);
        var withheld = new bool[problem.Values.Length];
        for (var cell = 0; cell < merged.Length; cell++)
        {
            withheld[merged[cell]] = protection.Withheld[cell];
        }

        return Attacker.Find(problem, withheld).Count == 0 ? withheld.Count(hidden => hidden) : throw new InvalidOperationException("The table gives way.");
    }
}
