using System.Globalization;

namespace Site.Tests;

/// <summary>Histories in which something gave way once, in several orders, with the commands that an office types; attacked from the output folders.</summary>
[Trait("Speed", "slow")]
public class HistoryCommandTests
{
    /// <summary>Two districts of eight streets.</summary>
    private static readonly Office Streets = new("form.work.persons", ["area"], 5, [.. from district in new[] { 1, 2 } from street in Enumerable.Range(1, 8) select Street(district, street)]);

    /// <summary>Three districts, each of five streets without a sector and one fire office, in a table by area and another by sector.</summary>
    private static readonly Office FireOffices = new("form.work.leads", ["area", "sector"], 10,
        [.. from district in new[] { 1, 2, 3 } from unit in Enumerable.Range(1, 5).Select(street => Street(district, street)).Append(new($"d{district}f", $"d{district}", "fire", null)) select unit]);

    /// <summary>The third street is silent until its return for 7 June comes, and nothing else happens in its district.</summary>
    [Theory]
    [InlineData("7 release late=1 14 release")]
    [InlineData("7 release 14 late=1 release")]
    [InlineData("7 release 14 release late=1 21 release")]
    [InlineData("7 release late=1 again 14 release")]
    [InlineData("7 late=1 release 14 release 21 release")]
    [InlineData("7 release late=1 correct=2 14 release")]
    [InlineData("7 release correct=2 14 release late=1 21 release")]
    public Task A_late_return_gives_nothing_away_in_whatever_order(string steps) => AssertSafeAsync(
        Streets, steps, [4, 6, 0, 30, 33, 37, 41, 48, 31, 32, 34, 35, 36, 38, 42, 44], street => street < 8 ? 0 : 30 + street);

    /// <summary>Every street grows by 30 and more but one, which grows by 4.</summary>
    [Theory]
    [InlineData("7 release 14 release")]
    [InlineData("7 release late=60 14 release")]
    [InlineData("7 release 14 late=60 release 21 release")]
    [InlineData("7 release correct=45 late=60 14 release")]
    public Task A_small_growth_is_not_printed_for_a_late_return_elsewhere(string steps) => AssertSafeAsync(
        Streets, steps, [61, 62, 0, 50, 63, 67, 71, 78, 61, 62, 64, 65, 66, 68, 72, 74], street => street == 3 ? 4 : 30 + street);

    /// <summary>What no table prints is known from the other: who is small by area is the rest of a sector.</summary>
    [Theory]
    [InlineData("7 release", 3, 12)]
    [InlineData("7 release 14 release", 3, 12)]
    [InlineData("7 release late=55 14 release", 3, 12)]
    [InlineData("7 release correct=15 14 release 21 release", 4, 91)]
    public Task Tables_by_area_and_by_sector_give_nothing_away_together(string steps, int street, int office) => AssertSafeAsync(
        FireOffices, steps, [street, 71, 0, 73, 74, office, 72, 75, 76, 71, 69, 91, 68, 75, 76, 77, 78, 92], unit => 20 + unit);

    /// <param name="office">Who reports what.</param>
    /// <param name="steps">
    /// <c>7</c>: the returns of a day of June come in, but for the silent street's; <c>late=1</c>: its return for 7 June; <c>correct=2</c>: a street of the other
    /// district reported 2 too few for 7 June; <c>release</c>, and <c>again</c> for the same day.
    /// </param>
    /// <param name="first">What each unit has on 7 June.</param>
    /// <param name="growth">By how much it grows in a week.</param>
    private static async Task AssertSafeAsync(Office office, string steps, long[] first, Func<int, long> growth)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("input/forms/form.yaml", new MadeUpInput("").Read("input/forms/form.yaml"));
        site.Write("input/tables.yaml", string.Concat(office.Dimensions.Select(dimension =>
            $"- id: by-{dimension}\n  title: 示例\n  indicators: [{office.Indicator}]\n  measure: count\n  dimensions: [{dimension}]\n")));
        site.Write("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\n"
            + string.Concat(office.Units.Select(unit => unit.Id[..2]).Distinct().Select(district => $"{district},{HistoryTruth.AreaName(district)},city,district,\n"))
            + string.Concat(office.Units.Select(unit => unit.Sector is null
                ? $"{unit.Id},{HistoryTruth.AreaName(unit.Id)},{unit.Id[..2]},street,\n" : $"{unit.Id},示例{unit.Id},{unit.Parent},office,{unit.Sector}\n")));
        WriteOffice(site, office);
        var (rows, releases, truths, day) = (new List<HistoryRow>(), new List<ReadRelease>(), new List<HistoryTruth>(), new DateOnly(2026, 6, 7));
        foreach (var step in steps.Split(' ').Select(step => step.Split('=')))
        {
            switch (step[0])
            {
                case "release":
                    await ReleaseAsync(site, office, $"{day:yyyy-MM-dd}", day, rows, releases, truths);
                    break;
                case "again":
                    await ReleaseAsync(site, office, $"{day:yyyy-MM-dd}-2", day, rows, releases, truths);
                    break;
                case "late":
                    rows.Add(new(office.Units[2].Id, new(2026, 6, 7), Number(step[1]), 0));
                    break;
                case "correct":
                    rows.Add(new(office.Units[9].Id, new(2026, 6, 7), first[9] + Number(step[1]), 1));
                    break;
                default:
                    day = new(2026, 6, (int)Number(step[0]));
                    rows.AddRange(office.Units.Index().Where(unit => unit.Index != 2)
                        .Select(unit => new HistoryRow(unit.Item.Id, day, first[unit.Index] + (((day.Day / 7) - 1) * growth(unit.Index)) + (unit.Index == 9 && day.Day > 7 ? 100 : 0), 0)));
                    break;
            }
        }

        Assert.NotEmpty(releases);
        Assert.Equal([], new HistoryAttack(releases, truths, office.Least, isSum: false).Find());
        Assert.DoesNotContain("error disclosure/", (await SiteProgram.RunAsync("stats", "audit", "--site", site.Path)).Error, StringComparison.Ordinal);
    }

    /// <summary>Releases and builds, if nothing is wrong, and reads what is then in the output folder.</summary>
    private static async Task ReleaseAsync(
        SiteFolder site, Office office, string name, DateOnly day, List<HistoryRow> rows, List<ReadRelease> releases, List<HistoryTruth> truths)
    {
        site.Write("input/returns/all.csv", "form,unit,as_of,indicator,value,correction\n"
            + string.Concat(rows.Select(row => $"form,{row.Unit},{row.Day:yyyy-MM-dd},{office.Indicator},{row.Value},{row.Correction}\n")));
        var run = await SiteProgram.RunAsync("stats", "release", name, "--as-of", $"{day:yyyy-MM-dd}", "--site", site.Path);
        Assert.Equal(0, (await SiteProgram.RunAsync("office", "summary", "form", "--as-of", $"{day:yyyy-MM-dd}", "--format", "csv", "--site", site.Path)).ExitCode);
        if (run.ExitCode == 0)
        {
            Assert.Equal(0, (await SiteProgram.RunAsync("build", "--no-search", "--site", site.Path)).ExitCode);
            var files = Directory.EnumerateFiles(site.In("output/data"), "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(site.Output, file), File.ReadAllText, StringComparer.Ordinal);
            releases.Add(OutputFolder.Read(files, name));
            truths.Add(new(office.Units, [.. rows.GroupBy(row => (row.Unit, row.Day)).Select(row => row.Last())]));
        }
    }

    /// <summary>What an office keeps beside the returns: who owes what, and tasks that the figures of the whole city show to be done, on a page of the site too.</summary>
    private static void WriteOffice(SiteFolder site, Office office)
    {
        site.Write("input/duties.yaml", $"year: 2026\nduties:\n  - {{id: weekly, title: 示例周报, form: form, units: {{names: [{string.Join(", ", office.Units.Select(unit => unit.Id))}]}}, every: 周日, from: 2026-06-01, to: 2026-06-28}}\n");
        site.Write("input/plan.yaml", $"year: 2026\ntasks:\n  - {{id: whole, title: 示例任务, office: 示例科室, deadline: 2026-06-28, indicators: [{office.Indicator}], atLeast: 500}}\n");
    }

    private static HistoryUnit Street(int district, int street) => new($"d{district}s{street}", $"d{district}s{street}", null, null);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <param name="Dimensions">A table for each.</param>
    /// <param name="Least">A figure below this is small.</param>
    /// <param name="Units">The third is silent at first, the tenth reported too few.</param>
    private sealed record Office(string Indicator, string[] Dimensions, int Least, HistoryUnit[] Units);
}
