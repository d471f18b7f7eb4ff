using System.Text;
using Site.Core.Office;
using Site.Office;
using Site.Office.Duties;
using Site.Office.Reminders;

namespace Site.Tests;

public class ReminderTests
{
    private const string Weekly = "  - {id: weekly, title: 周报, form: sample, units: {levels: [街道, 部门]}, every: 周四, from: 2026-06-01, to: 2026-06-30, note: 连同照片}";

    /// <summary>Made-up months: each unit reports on some days or on none.</summary>
    [Fact]
    public void The_texts_name_the_units_that_are_late_and_no_other()
    {
        var draw = new SeededDraw(7);
        string[] units = ["jia-1", "jia-2", "yi-1", "yi-2", "yi-3", "fire"];
        for (var run = 0; run < 300; run++)
        {
            var days = units.ToDictionary(unit => unit, _ => Enumerable.Range(1, 30).Where(_ => draw.Unit() < 0.08).Select(day => new DateOnly(2026, 6, day)).ToList());
            var today = new DateOnly(2026, 6, 1).AddDays((int)(draw.Unit() * 31));
            var input = OfficeSample.Read(OfficeSample.Duties(Weekly) + OfficeSample.Returns([.. days.SelectMany(unit => unit.Value.Select(day => $"{unit.Key} {day:yyyy-MM-dd} {day.Day}"))]));

            // The last Thursday that is over, and nothing up to it that is not older than the Thursday before, nor anything later that has come in.
            var late = units.Where(unit => new[] { 4, 11, 18, 25 }.Any(due => due < (today.Month == 7 ? 31 : today.Day)
                && !days[unit].Exists(day => day <= today && day.Day > (due == 4 ? -3 : due - 7)))).ToHashSet();
            var reminder = Reminder.Make(input, today);
            var files = reminder.Files();
            var group = Encoding.UTF8.GetString(files.Single(file => file.Name == "群发.txt").Bytes);

            var names = late.Select(unit => input.Statistics.Units.Find(unit)!.Name).Order(StringComparer.Ordinal);
            Assert.Equal(names, files.Where(file => file.Name.StartsWith("各单位/", StringComparison.Ordinal)).Select(file => file.Name[4..^4]).Order(StringComparer.Ordinal));
            Assert.Equal(names, input.Duties.All[0].Units.Select(unit => unit.Name).Where(name => group.Contains(name, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Units_of_one_name_are_told_apart_by_their_district()
    {
        var (input, _) = OfficeInput.Read(new(SampleSite.Files(OfficeSample.Units.Replace("示例乙一街道", "示例甲一街道", StringComparison.Ordinal) + OfficeSample.Form + OfficeSample.Duties(Weekly))), "");
        var reminder = Reminder.Make(input, new(2026, 6, 5));

        var group = Encoding.UTF8.GetString(reminder.Files().Single(file => file.Name == "群发.txt").Bytes);
        Assert.Contains("示例甲一街道（示例甲区）、示例甲二街道、示例甲一街道（示例乙区）", group, StringComparison.Ordinal);
        Assert.Contains(reminder.Board().Rows, row => row.Unit == "示例甲一街道（示例乙区）");
        Assert.Equal(2, reminder.Files().Count(file => file.Name.StartsWith("各单位/示例甲一街道-", StringComparison.Ordinal)));
        Assert.Contains(DueReport.Lines(input, new(2026, 6, 5)), line => line.Contains("全部单位", StringComparison.Ordinal) || line.Contains("示例甲一街道（示例乙区）", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_learns_what_is_missing_what_is_odd_and_why_its_return_was_refused()
    {
        var form = SampleForms.Registry.FindForm("sample")!;
        var journal = ImportJournal.Empty.With([new(new(2026, 6, 12), "sample", "jia-2", null, "表头没有填报日期。")]);
        var text = OfficeSample.Units + OfficeSample.Form + OfficeSample.Duties(Weekly)
            + "-- input/returns/a.csv --\nform,unit,as_of,indicator,value\n" + string.Concat(form.Indicators.Where(indicator => indicator.IsReported)
                .Select(indicator => $"sample,jia-1,2026-06-11,{indicator.Id},{(indicator.Id.EndsWith("people", StringComparison.Ordinal) ? "57" : "")}\n"));
        var (input, diagnostics) = Site.Office.OfficeInput.Read(new(SampleSite.Files(text)), Encoding.UTF8.GetString(journal.Write()));
        Assert.Empty(diagnostics);

        var files = Reminder.Make(input, new(2026, 6, 12)).Files().ToDictionary(file => file.Name, file => file.Bytes);
        var late = Encoding.UTF8.GetString(files["各单位/示例甲二街道.txt"]);
        var mend = Encoding.UTF8.GetString(files["补正/示例甲一街道.txt"]);

        Assert.Contains("- 周报（6月11日到期）：连同照片\n", late);
        Assert.Contains("没有收下，原因如下，改好后请重新发来：\n- 表头没有填报日期。\n", late);
        Assert.Contains("没有填；没有开展的请填 0", mend);
        Assert.Contains("- 开展专题学习：开展集中学习（场）\n", mend);
        Assert.Contains("你单位报了", mend);
        Assert.DoesNotContain("57", mend);
        Assert.DoesNotContain("到期", mend);
        using var package = OfficePackage.Open(files["催报表.xlsx"], OfficeLimits.Form);
        Assert.Equal(["报送情况", "分区县", "要补正的", "比昨天"], Workbook.Open(package).Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void What_changed_since_yesterday_and_how_districts_stand_is_told()
    {
        var lines = Reminder.Make(OfficeSample.Read(OfficeSample.Duties(Weekly) + OfficeSample.Returns("jia-1 2026-06-04 1", "jia-2 2026-06-04 1", "yi-1 2026-06-05 1", "fire 2026-06-02 1")), new(2026, 6, 5)).Lines();

        Assert.Contains("示例甲区：应报 2，已报 2（其中迟报 0），过期未报 0", lines);
        Assert.Contains("示例乙区：应报 3，已报 0（其中迟报 0），过期未报 2", lines);
        Assert.Contains("市直单位：应报 1，已报 1（其中迟报 0），过期未报 0", lines);
        Assert.Contains("  新报的：周报（6月11日）：示例乙一街道", lines);
        Assert.Contains("  新过期的：周报（6月4日）：示例乙二街道、示例乙三街道", lines);
    }

    [Fact]
    public async Task Texts_of_units_that_are_no_longer_late_are_taken_away()
    {
        using var site = new SiteFolder(OfficeSample.Units + OfficeSample.Form + OfficeSample.Duties(Weekly) + OfficeSample.Returns("jia-1 2026-06-04 1"));
        await SiteProgram.RunAsync("office", "remind", "--as-of", "2026-06-05", "--site", site.Path);
        Assert.Equal(5, site.Files("office/催报/各单位").Count);

        site.Write("input/returns/b.csv", OfficeSample.Returns("jia-2 2026-06-05 1").Split(" --\n")[1]);
        var run = await SiteProgram.RunAsync("office", "remind", "--as-of", "2026-06-05", "--site", site.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["示例乙一街道.txt", "示例乙三街道.txt", "示例乙二街道.txt", "示例市消防救援支队.txt"], site.Files("office/催报/各单位").Keys);
        Assert.StartsWith("【安全生产月报送提醒】截至6月5日，还有以下材料没有收到", site.Read("office/催报/群发.txt"), StringComparison.Ordinal);
    }
}
