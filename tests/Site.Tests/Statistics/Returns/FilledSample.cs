using System.Collections.Immutable;
using Site.Statistics.Forms;

namespace Site.Tests;

/// <summary>What a made-up unit reports, and how it happens to write it down: all of it follows from a seed.</summary>
internal sealed class FilledSample
{
    private readonly SeededDraw draw;

    public FilledSample(Form form, int seed)
    {
        draw = new(seed);
        Form = form;
        foreach (var indicator in form.Indicators.Where(indicator => indicator.IsReported))
        {
            Values[indicator.Id] = indicator.Kind switch
            {
                IndicatorKind.Boolean => Among<long?>(null, 0, 1),
                IndicatorKind.Text => null,
                _ => Among<long?>(null, 0, Below(10), Below(1000), Below(1_000_000_000)),
            };
        }

        Values[form.Indicators.First(indicator => indicator.Kind == IndicatorKind.Count).Id] ??= 7;
    }

    public Form Form { get; }

    /// <summary>What is meant, by indicator.</summary>
    public Dictionary<string, long?> Values { get; } = new(StringComparer.Ordinal);

    /// <returns>A number below the bound, 0 or more.</returns>
    public int Below(int bound) => (int)(draw.Unit() * bound);

    public bool Chance(double share) => draw.Unit() < share;

    public T Among<T>(params T[] choices) => choices[Below(choices.Length)];

    /// <returns>The value of a blank as someone might write it.</returns>
    public string Write(Indicator indicator) => (indicator.Kind, Values.GetValueOrDefault(indicator.Id)) switch
    {
        (IndicatorKind.Header, _) => Header(indicator),
        (IndicatorKind.Text, _) => "视频会议",
        (_, null) => Among("", " ", "　"),
        (IndicatorKind.Boolean, var yes) => yes == 1 ? "是" : "否",
        (_, 0) => Among("0", "０", "无", "零"),
        (_, var number) => Among("", " ", "　") + Digits(number!.Value) + Among("", "", indicator.Unit, indicator.PrintedUnit, " " + indicator.Unit) + Among("", " "),
    };

    /// <returns>Unit, day, or particulars of a person who does not exist.</returns>
    private string Header(Indicator indicator) =>
        indicator.IsPersonal ? indicator.Label.Contains('话') ? "13900000001" : "欧阳示例"
        : indicator.Unit == "日期" ? Among("2026-06-20", "46193", "2026年6月20日", "２０２６年６月２０日", "2026/6/20", "2026.06.20")
        : Among("示例街道", "street-a", "示例街道（盖章）");

    private string Digits(long number) => Among(
        $"{number}",
        string.Concat($"{number}".Select(digit => (char)(digit + ('０' - '0')))),
        number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture),
        number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture).Replace(',', '，'),
        $"000{number}"[^Math.Max(3, $"{number}".Length)..]);

    /// <returns>The order changed at random, the same for the same seed.</returns>
    public ImmutableArray<T> Shuffle<T>(IEnumerable<T> items) => [.. items.Select(item => (draw.Unit(), item)).OrderBy(pair => pair.Item1).Select(pair => pair.item)];
}
