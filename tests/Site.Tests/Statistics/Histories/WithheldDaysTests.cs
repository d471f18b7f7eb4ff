using System.Globalization;

namespace Site.Tests;

/// <summary>What was added between two days that are shown is known to all, whatever was withheld between, and follows the rules of what is added from one day to the next.</summary>
public class WithheldDaysTests
{
    private static readonly DateOnly First = new(2026, 6, 7);

    /// <summary>Eight districts of three streets each.</summary>
    private static readonly HistoryUnit[] Streets = [.. from district in Enumerable.Range(1, 8) from street in Enumerable.Range(1, 3) select Id($"d{district}s{street}") into id select new HistoryUnit(id, id, null, null)];

    /// <param name="measure">What is asked for, <c>sum</c> or <c>count</c>.</param>
    /// <param name="tables">What each release prints.</param>
    /// <param name="figures">What the three streets of the first district have on each day of a release; those of the others are large, and grow by much.</param>
    /// <param name="printed">What the newest day of each release has for the district.</param>
    [Theory]
    // One street of three added 300 of 303: withheld. A week later it is 500 of 508 since the day that is shown, and 600 of 614: nobody is told until others add enough.
    [InlineData("sum", "area", "100 400 600;90 92 95;80 81 83", "270 * *")]
    [InlineData("sum", "area, week", "100 400 600;90 92 95;80 81 83", "270 * *")]
    [InlineData("sum", "area", "100 400 600 700 720;90 92 95 99 200;80 81 83 85 170", "270 * * * 1090")]
    [InlineData("sum", "area, week", "100 400 600 700 720;90 92 95 99 200;80 81 83 85 170", "270 * * * 1090")]
    // Two streets of three added anything on either day, all three on both together; then two on both together.
    [InlineData("sum", "area", "100 140 140;90 130 170;80 80 110", "270 * 420")]
    [InlineData("sum", "area", "100 140 180;90 130 170;80 80 80", "270 * *")]
    // Of counts what is small on both days together is small on each.
    [InlineData("count", "area", "100 102 104;90 90 90;80 80 80", "270 * *")]
    [InlineData("count", "area", "100 102 700;90 90 600;80 80 500", "270 * 1800")]
    [InlineData("count", "area, week", "100 102 103 104;90 90 90 90;80 80 80 80", "270 * * *")]
    public void What_few_added_over_days_that_are_withheld_is_told_by_no_day_that_is_shown(string measure, string tables, string figures, string printed)
    {
        var history = Publish(measure, tables, figures, default, releasesAll: false);

        Assert.Equal(printed, PrintedOn(history));
        history.AssertNothingIsFound();
    }

    [Theory]
    [InlineData("100 400 600;90 92 95;80 81 83")]
    [InlineData("100 400 600 700 720;90 92 95 99 200;80 81 83 85 170")]
    [InlineData("100 110 500 720;90 130 132 135;80 110 111 140")]
    public void Nor_by_a_table_of_all_days_that_is_released_at_once(string figures) =>
        Publish("sum", "area, week", figures, default, releasesAll: true).AssertNothingIsFound();

    /// <param name="more">By how much the return of the first street for the first day is corrected before the second release.</param>
    /// <param name="printed">What the first release has for the district, and the second for both days.</param>
    [Theory]
    // 30 that were missing and 400 that were added are one street's, and 433 in all.
    [InlineData(30, "100 530;90 92;80 81", "270 * *")]
    [InlineData(-30, "100 530;90 92;80 81", "270 * *")]
    // The others added enough, to hide what was corrected, too.
    [InlineData(30, "100 170;90 160;80 150", "270 * 480")]
    public void Nor_what_one_corrected_and_added_together(long more, string figures, string printed)
    {
        var history = Publish("sum", "area, week", figures, ("d1s1", 0, more), releasesAll: false);

        Assert.Equal(printed, string.Join(' ', history.Releases.SelectMany(release => release.Tables[0].Cells).Where(cell => cell.Area == "示例1区").Select(cell => cell.Text)));
        history.AssertNothingIsFound();
    }

    [Theory]
    [InlineData("100 400 600;90 92 95;80 81 83", "270 * 778", "2026-06-21 SmallGrowth 508")]
    [InlineData("100 400 600;90 92 95;80 81 83", "270 * *", "")]
    [InlineData("100 110 120 600;90 91 95 99;80 81 90 95", "270 * * 794", "2026-06-28 SmallGrowth 524")]
    [InlineData("100 140 140;90 130 170;80 80 110", "270 * 420", "")]
    public void The_attack_finds_what_few_added_over_days_that_are_withheld(string figures, string printed, string found)
    {
        var (streets, texts) = (figures.Split(';').Select(Figures).ToArray(), printed.Split(' '));
        var truth = new HistoryTruth(Streets[..3], [.. from street in Enumerable.Range(0, 3) from week in Enumerable.Range(0, texts.Length) select new HistoryRow(Streets[street].Id, Day(week), streets[street][week], 0)]);
        var releases = texts.Select((text, week) => new ReadRelease(Day(week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Day(week),
            [new("table", new() { ["area"] = [("示例1区", "")] }, [new("form.work.persons", "示例1区", "", Day(week), text)])], false)).ToArray();

        Assert.Equal(found, string.Join('\n', new HistoryAttack(releases, [.. releases.Select(_ => truth)], 5, isSum: true).Find().Select(finding => $"{finding.Cell.Split(' ')[0]} {finding.Weakness} {finding.Truth}").Distinct()));
    }

    /// <param name="corrected">By how much the return of a unit for a week is corrected before the release after it.</param>
    /// <param name="releasesAll">Whether there is one release, when all weeks are over.</param>
    private static PublishedHistory Publish(string measure, string tables, string figures, (string Unit, int Week, long More) corrected, bool releasesAll)
    {
        var first = figures.Split(';').Select(Figures).ToArray();
        var input = new MadeUpInput("-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\n"
            + string.Concat(Enumerable.Range(1, 8).Select(district => Id($"d{district},示例{district}区,city,district,\n")))
            + string.Concat(Streets.Select(unit => $"{unit.Id},{HistoryTruth.AreaName(unit.Id)},{unit.Id.Split('s')[0]},street,\n"))
            + $"-- input/tables.yaml --\n- {{ id: table, title: 示例, indicators: [form.work.persons], measure: {measure}, areas: district, dimensions: [{tables}] }}\n");
        var history = new PublishedHistory(input, measure == "sum");
        var rows = new List<HistoryRow>();
        for (var week = 0; week < first[0].Length; week++)
        {
            rows.AddRange(rows.Where(row => row.Day == Day(week - 1) && corrected.Unit == row.Unit && corrected.Week == week - 1).Select(row => row with { Value = row.Value + corrected.More, Correction = 1 }).ToArray());
            rows.AddRange(Streets.Select((unit, at) => new HistoryRow(unit.Id, Day(week), at < 3 ? first[at][week] : (week * 600) + 250 + (43 * at), 0)));
            history.Report(rows);
            if (!releasesAll || week == first[0].Length - 1)
            {
                history.Release(Day(week), new(Streets, [.. rows.GroupBy(row => (row.Unit, row.Day)).Select(row => row.Last())]), 5);
            }
        }

        return history;
    }

    private static string PrintedOn(PublishedHistory history) =>
        string.Join(' ', history.Releases.Select(release => release.Tables[0].Cells.Where(cell => cell.Area == "示例1区").MaxBy(cell => cell.Day).Text));

    private static long[] Figures(string days) => [.. days.Split(' ').Select(value => long.Parse(value, CultureInfo.InvariantCulture))];

    private static DateOnly Day(int week) => First.AddDays(7 * week);

    private static string Id(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
