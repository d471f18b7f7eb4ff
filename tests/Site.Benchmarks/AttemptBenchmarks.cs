using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Site.Cli.Infrastructure;
using Site.Statistics.Attempts;
using Site.Statistics.Published;
using Site.Statistics.Requests;

namespace Site.Benchmarks;

/// <summary>Ten million quiz attempts of 36 streets in one CSV file of 1 GB, names and telephones in it, until the table is protected and audited. To be under 15 s.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class AttemptBenchmarks
{
    private const int Rows = 10_000_000;
    private const string File = "attempts.csv";

    private static readonly string[] AgeBands = ["18-25", "26-35", "36-45", "46-60", "61+"];

    private static readonly AttemptQuestion Question = new(
        Enumerable.Range(0, 3).ToFrozenDictionary(quiz => $"quiz-{quiz}"), ["示例题一", "示例题二", "示例题三"], Streets(), [new(2026, 6, 28)]);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("site-benchmark-");

    [GlobalSetup]
    public void Write()
    {
        using var file = new StreamWriter(Path.Combine(folder.FullName, File), append: false, new UTF8Encoding(false), 1 << 20);
        file.Write("openid,quiz,name,phone,area,age_band,score,finished\n");
        for (var row = 0L; row < Rows; row++)
        {
            var draw = (ulong)row * 0x9E3779B97F4A7C15;
            file.Write(string.Create(CultureInfo.InvariantCulture,
                $"o{draw:x16}{row:x16},quiz-{draw % 3},示例人员,10000000000,street-{draw / 3 % 36:D2},{AgeBands[draw / 108 % 5]},{draw / 540 % 101},2026-06-{1 + (draw / 54540 % 28):D2}T08:00:00\n"));
        }
    }

    [GlobalCleanup]
    public void Remove() => folder.Delete(recursive: true);

    [Benchmark]
    public async Task<int> CountedAndProtected()
    {
        var tally = await AttemptCounting.CountAsync(folder.FullName, [File], Question, SiteEnvironment.OfProcess().Terminal);
        var counts = AttemptCountReader.Read(tally, Question, [File]).Value;
        var request = new AttemptRequest("attempts", "答题", SafeDimensions.OfAttempts, new("input/tables.yaml"));
        return AttemptTables.Make(Question, counts, request, new(LeastPersons: 10), []).Value!.Cells.Length;
    }

    private static AttemptAreas Streets()
    {
        ImmutableArray<string> names = ["示例市", .. Enumerable.Range(0, 3).Select(district => $"示例区{district}"), .. Enumerable.Range(0, 36).Select(street => $"示例街道{street}")];
        return new([-1, 0, 0, 0, .. Enumerable.Range(0, 36).Select(street => 1 + (street / 12))], [2, 3, 3, 3, .. Enumerable.Repeat(4, 36)], names,
            Enumerable.Range(0, 36).ToFrozenDictionary(street => $"street-{street:D2}", street => 4 + street));
    }
}
