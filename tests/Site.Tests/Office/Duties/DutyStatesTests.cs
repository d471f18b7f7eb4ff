using System.Text;
using Site.Office.Duties;

namespace Site.Tests;

public class DutyStatesTests
{
    private const string Weekly = "  - {id: weekly, title: 周报, form: sample, units: {levels: [街道]}, every: 周四, from: 2026-06-01, to: 2026-06-30}";

    [Fact]
    public void A_return_counts_for_the_first_day_not_before_it_and_after_the_last_for_the_last()
    {
        var input = OfficeSample.Read(OfficeSample.Duties(Weekly) + OfficeSample.Returns("jia-1 2026-06-03 1", "jia-1 2026-06-11 2", "jia-2 2026-06-12 1", "yi-1 2026-06-29 5", "yi-2 2026-05-20 9"));

        Assert.Equal("jia-1 Early OnTime Soon Ahead", States("2026-06-11", "jia-1"));
        Assert.Equal("jia-2 Late Soon Soon Ahead", States("2026-06-11", "jia-2"));
        Assert.Equal("jia-2 Overtaken Overtaken Early Soon", States("2026-06-18", "jia-2"));
        Assert.Equal("yi-1 Overtaken Overtaken Overtaken HandedInLate", States("2026-06-30", "yi-1"));
        Assert.Equal("yi-2 Late Late Late Late", States("2026-06-30", "yi-2"));

        string States(string day, string unit) =>
            $"{unit} {string.Join(' ', input.StatesOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Where(item => item.Unit.Id == unit).Select(item => item.State))}";
    }

    [Fact]
    public void This_machine_remembers_when_a_return_came_in_and_why_one_was_refused()
    {
        var journal = ImportJournal.Empty.With(
        [
            new(new(2026, 6, 12), "sample", "jia-1", new(2026, 6, 11), null),
            new(new(2026, 6, 10), "sample", "jia-2", null, "表头没有填报日期。"),
            new(new(2026, 6, 12), "sample", "jia-2", null, "有逗号, “引号”\n和换行。"),
        ]);
        var input = OfficeSample.Read(OfficeSample.Duties(Weekly) + OfficeSample.Returns("jia-1 2026-06-11 2"), Encoding.UTF8.GetString(journal.Write()));

        Assert.Equal(DutyState.Soon, Of("jia-1", 11).State);
        Assert.Equal((DutyState.HandedInLate, new DateOnly(2026, 6, 12)), (Of("jia-1", 12).State, Of("jia-1", 12).On));
        Assert.Equal(["表头没有填报日期。"], Of("jia-2", 11).Refusals);
        Assert.Equal(["有逗号, “引号”\n和换行。"], Of("jia-2", 12).Refusals);

        OwedItem Of(string unit, int today) => input.StatesOn(new(2026, 6, today)).Single(item => item.Unit.Id == unit && item.Day == new DateOnly(2026, 6, 11));
    }

    [Fact]
    public void What_is_no_form_counts_when_the_office_notes_it()
    {
        var text = OfficeSample.Duties("  - {id: plan, title: 方案, units: {levels: [区]}, due: 2026-06-02}\n" + Weekly);
        var noted = ReceivedNote.Make(OfficeSample.Read(text), null, "plan", ["示例甲区"], null, new(2026, 6, 3)).Value!;
        var input = OfficeSample.Read(text + "-- input/received.csv --\n" + Encoding.UTF8.GetString(noted.Bytes));

        Assert.Equal("duty,unit,due,on\nplan,jia,2026-06-02,2026-06-03\n", Encoding.UTF8.GetString(noted.Bytes));
        Assert.Equal([DutyState.HandedInLate, DutyState.Late], input.StatesOn(new(2026, 6, 9)).Where(item => item.Duty.Id == "plan").Select(item => item.State));
        Assert.Equal("received/noted-already", ReceivedNote.Make(input, noted.Bytes, "plan", ["jia"], null, new(2026, 6, 4)).Diagnostics.Single().Code);
        Assert.Equal("received/is-a-form", ReceivedNote.Make(input, noted.Bytes, "weekly", ["jia-1"], null, new(2026, 6, 4)).Diagnostics.Single().Code);
        Assert.Equal("received/unknown-duty", ReceivedNote.Make(input, noted.Bytes, "no", ["jia-1"], null, new(2026, 6, 4)).Diagnostics.Single().Code);
        Assert.Equal("received/unknown-unit", ReceivedNote.Make(input, noted.Bytes, "plan", ["fire"], null, new(2026, 6, 4)).Diagnostics.Single().Code);
    }

    [Theory]
    [InlineData("plan,jia,2026-06-02", "received/wrong-row", 1)]
    [InlineData("plna,jia,2026-06-02,2026-06-03", "received/unknown-duty", 1)]
    [InlineData("plan,fire,2026-06-02,2026-06-03", "received/unknown-unit", 6)]
    [InlineData("plan,jia,2026-06-04,2026-06-03", "received/wrong-due", 10)]
    [InlineData("plan,jia,2026-06-02,昨天", "received/wrong-day", 21)]
    public void A_wrong_line_of_received_is_told_at_its_place(string line, string code, int column)
    {
        var (_, diagnostics) = OfficeSample.Check(OfficeSample.Duties("  - {id: plan, title: 方案, units: {levels: [区]}, due: 2026-06-02}") + $"-- input/received.csv --\nduty,unit,due,on\n{line}\n");

        Assert.Equal((code, 2, column), (diagnostics.Single().Code, diagnostics[0].Location.Line, diagnostics[0].Location.Column));
    }
}
