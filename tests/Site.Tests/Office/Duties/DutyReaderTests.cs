using System.Text.RegularExpressions;

namespace Site.Tests;

public partial class DutyReaderTests
{
    [Fact]
    public void Duties_say_what_is_due_by_whom_and_when()
    {
        var duties = OfficeSample.Read(OfficeSample.Duties(
            """
              - {id: weekly, title: 周报, form: sample, units: {levels: [街道], except: [示例甲二街道]}, every: 周四, from: 2026-06-01, to: 2026-06-30, time: "10:00"}
              - {id: tour, title: 月报, units: {sectors: [消防], names: [jia-1, 示例乙区]}, every: 每月月底, from: 2026-06-01, to: 2026-08-31}
              - {id: plan, title: 方案, units: all, due: [2026-07-02, 2026-05-28]}
            """)).Duties;

        Assert.Equal(2026, duties.Year);
        Assert.Equal(["jia-1 yi-1 yi-2 yi-3", "yi jia-1 fire", "jia yi jia-1 jia-2 yi-1 yi-2 yi-3 fire"], duties.All.Select(duty => string.Join(' ', duty.Units.Select(unit => unit.Id))));
        Assert.Equal(["06-04 06-11 06-18 06-25", "06-30 07-31 08-31", "05-28 07-02"], duties.All.Select(duty => string.Join(' ', duty.Days.Select(day => $"{day:MM-dd}"))));
        Assert.Equal(new TimeOnly(10, 0), duties.All[0].Time);
        Assert.Equal("sample", duties.All[0].Form!.Id);
    }

    [Theory]
    [InlineData("{id: a, title: 甲, units: ▸{levels: [村]}, due: 2026-06-25}", "duties/no-unit")]
    [InlineData("{id: a, title: 甲, units: {levels: [▸街办]}, due: 2026-06-25}", "duties/unknown-level")]
    [InlineData("{id: a, title: 甲, units: {sectors: [▸航天]}, due: 2026-06-25}", "duties/unknown-sector")]
    [InlineData("{id: a, title: 甲, units: ▸{sectors: [旅游]}, due: 2026-06-25}", "duties/no-unit")]
    [InlineData("{id: a, title: 甲, units: {names: [▸示例甲一街]}, due: 2026-06-25}", "duties/unknown-unit")]
    [InlineData("{id: a, title: 甲, units: {names: [jia-1, ▸示例甲一街道]}, due: 2026-06-25}", "duties/unit-twice")]
    [InlineData("{id: a, title: 甲, units: {levels: [街道], names: [▸jia-1]}, due: 2026-06-25}", "duties/unit-twice")]
    [InlineData("{id: a, title: 甲, units: {levels: [街道], except: [▸fire]}, due: 2026-06-25}", "duties/nothing-excepted")]
    [InlineData("{id: a, title: 甲, form: ▸sampel, units: all, due: 2026-06-25}", "duties/unknown-form")]
    [InlineData("{id: a, title: 甲, units: all, due: ▸2027-06-25}", "duties/outside-campaign")]
    [InlineData("{id: a, title: 甲, units: all, due: ▸2026-06-31}", "duties/wrong-day")]
    [InlineData("{id: a, title: 甲, units: all, due: [2026-06-25, ▸2026-06-25]}", "duties/day-twice")]
    [InlineData("{id: a, title: 甲, units: all, every: 周四, from: ▸2025-06-01, to: 2026-06-30}", "duties/outside-campaign")]
    [InlineData("{id: a, title: 甲, units: all, every: 周四, from: 2026-06-30, to: ▸2026-06-01}", "duties/wrong-order")]
    [InlineData("{id: a, title: 甲, units: all, every: ▸周四, from: 2026-06-05, to: 2026-06-10}", "duties/no-day")]
    [InlineData("{id: a, title: 甲, units: all, every: ▸时常, from: 2026-06-05, to: 2026-06-10}", "duties/wrong-rhythm")]
    [InlineData("▸{id: a, title: 甲, units: all, every: 周四, from: 2026-06-05}", "duties/missing-field")]
    [InlineData("▸{id: a, title: 甲, units: all}", "duties/no-day")]
    [InlineData("▸{id: a, title: 甲, due: 2026-06-25}", "duties/missing-field")]
    [InlineData("{id: a, title: 甲, units: all, due: 2026-06-25, time: ▸下午}", "duties/wrong-time")]
    [InlineData("▸{id: ok, title: 甲, units: all, due: 2026-06-25}", "duties/duplicate-id")]
    [InlineData("{id: a, title: 甲, units: all, ▸deu: 2026-06-25}", "duties/unknown-field")]
    public void A_mistake_is_told_at_its_place_and_stops_no_other_duty(string written, string code)
    {
        var (input, diagnostics) = OfficeSample.Check(OfficeSample.Duties($"  - {{id: ok, title: 乙, units: all, due: 2026-06-25}}\n  - {written.Replace("▸", "", StringComparison.Ordinal)}"));

        Assert.Equal(($"input/duties.yaml:4:{5 + written.IndexOf('▸', StringComparison.Ordinal)}", code), (diagnostics[0].Location.ToString(), diagnostics[0].Code));
        Assert.Equal(["ok"], input.Duties.All.Select(duty => duty.Id));
    }

    [Theory]
    [InlineData("", "duties/missing-file")]
    [InlineData("-- input/duties.yaml --\nduties: []\n", "duties/wrong-year")]
    [InlineData("-- input/duties.yaml --\nyear: 2026\n", "duties/empty")]
    [InlineData("-- input/duties.yaml --\n- a\n", "duties/not-fields")]
    public void A_file_without_duties_says_what_to_write(string text, string code) =>
        Assert.Contains(code, OfficeSample.Check(text).Diagnostics.Select(diagnostic => diagnostic.Code));

    [Fact]
    public void The_rhythms_of_five_plans_are_worked_out_in_the_document_for_offices()
    {
        var examples = Example().Matches(File.ReadAllText(Path.Combine(Repository.Root, "input/README.md"))).Select(match => match.Groups["yaml"].Value).ToList();
        var read = examples.ConvertAll(example => OfficeSample.Check($"-- input/duties.yaml --\n{example}" + RealForms()));

        Assert.Equal(5, read.Count);
        Assert.All(read, result => Assert.Empty(result.Diagnostics));
        Assert.All(read, result => Assert.True(result.Value.Duties.IsSample));
        Assert.Equal(
            [
                "05-28 | 06-02 06-09 06-16 06-23 06-30 | 06-30 | 07-07 | 07-07",
                "12-31",
                "06-06 06-13 06-20 06-27 | 06-25 | 06-25 | 06-25 07-25 08-25 09-25 10-25 11-25 | 12-25",
                "06-25",
                "06-02 | 06-06 06-13 06-20 06-27 | 07-02 | 07-02",
            ],
            read.Select(result => string.Join(" | ", result.Value.Duties.All.Select(duty => string.Join(' ', duty.Days.Select(day => $"{day:MM-dd}"))))));
    }

    private static string RealForms() => string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "input/forms"), "*.yaml").Order(StringComparer.Ordinal)
        .Select(file => $"\n-- input/forms/{Path.GetFileName(file)} --\n{File.ReadAllText(file)}"));

    [GeneratedRegex(@"```yaml\n# 方案.*\n(?<yaml>[^`]+)```", RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
