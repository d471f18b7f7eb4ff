using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Site.Core.Sources;
using Site.Statistics.Forms;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Benchmarks;

/// <summary>Taking in the returns of 10,000 units, without the disk: 390,000 rows in one long table, and as many in 10,000 filled-in forms. Each under 5 s.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class ReturnsBenchmarks
{
    private const int Units = 10_000;
    private const string Form = "cc2019-stat";

    private ImmutableArray<SourceFile> input = [];
    private ImmutableArray<SourceFile> table = [];
    private ImmutableArray<SourceFile> forms = [];
    private FormRegistry registry = FormRegistry.Empty;

    [GlobalSetup]
    public void Make()
    {
        using var stream = typeof(ReturnsBenchmarks).Assembly.GetManifestResourceStream("form.yaml")!;
        using var reader = new StreamReader(stream);
        var units = new StringBuilder("id,name,parent,level,sector\ncity,示例市,,city,\n");
        for (var unit = 0; unit < Units; unit++)
        {
            units.Append(CultureInfo.InvariantCulture, $"unit-{unit},示例第{unit}街道,city,street,\n");
        }

        input = [File("input/forms/form.yaml", reader.ReadToEnd()), File("input/units.csv", units.ToString())];
        registry = FormReader.Read(input).Value;
        var rows = new StringBuilder("form,unit,as_of,indicator,value\n");
        for (var unit = 0; unit < Units; unit++)
        {
            foreach (var indicator in registry.FindForm(Form)!.Indicators.Where(indicator => indicator.IsReported))
            {
                rows.Append(CultureInfo.InvariantCulture, $"{Form},unit-{unit},2026-06-20,{indicator.Id},{(indicator.Kind == IndicatorKind.Boolean ? 1 : unit % 97)}\n");
            }
        }

        table = [File("input/returns/2026.csv", rows.ToString())];
        var empty = Encoding.UTF8.GetString(FormTemplate.Make(input, Form, "csv").Value!);
        forms = [.. Enumerable.Range(0, Units).Select(unit => File($"{unit}.csv", empty
            .Replace("单位,文本,", $"单位,文本,unit-{unit}", StringComparison.Ordinal)
            .Replace(",场,", $",场,{unit % 97}", StringComparison.Ordinal)))];
    }

    [Benchmark]
    public int ReadingReturns() => ReturnsReader.Read(registry, [.. input, .. table]).Value.Length;

    [Benchmark]
    public int ImportingOneTable() => ReturnsImport.Read(input, table, new()).Value.Returns;

    [Benchmark]
    public int ImportingForms() => ReturnsImport.Read(input, forms, new(new(2026, 6, 20))).Value.Returns;

    private static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, () => bytes);
    }
}
