using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Office.Duties;

/// <summary><c>site office due</c>: what is due, late and early.</summary>
public static class DueReport
{
    private const int MostNamed = 40;

    /// <param name="today">The day of which it is asked.</param>
    /// <returns>Lines in Chinese.</returns>
    public static ImmutableArray<string> Lines(OfficeInput input, DateOnly today)
    {
        var items = input.StatesOn(today);
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"{(input.Duties.IsSample ? "（示例）" : "")}截至 {today:yyyy-MM-dd}（{ChineseDays.WithWeekday(today)[^4..^1]}）");
        Add("已经过期、还没有报的", items.Where(item => item.State == DutyState.Late), item => $"过了 {today.DayNumber - item.Day.DayNumber} 天");
        Add($"{DutyStates.DaysAhead} 天之内到期、还没有报的", items.Where(item => item.State == DutyState.Soon), item => item.Day == today ? "今天" : $"还有 {item.Day.DayNumber - today.DayNumber} 天");
        Add("提前报了的", items.Where(item => item.State == DutyState.Early && item.Day >= today), _ => "");
        var next = items.Where(item => item.State == DutyState.Ahead).GroupBy(item => item.Duty).Select(duty => duty.First()).OrderBy(item => item.Day).ToList();
        lines.Add("");
        lines.Add(next.Count == 0 ? "以后没有要报的了。" : "以后：");
        lines.AddRange(next.Select(item => $"  {item.Duty.When(item.Day)}　{item.Duty.Title}"));
        return lines.DrainToImmutable();

        void Add(string heading, IEnumerable<OwedItem> found, Func<OwedItem, string> how)
        {
            lines.Add("");
            var groups = found.GroupBy(item => (item.Duty, item.Day)).OrderBy(group => group.Key.Day).ToList();
            lines.Add(groups.Count == 0 ? $"{heading}：没有。" : $"{heading}：");
            foreach (var group in groups)
            {
                var names = group.Select(item => input.NameOf(item.Unit)).ToList();
                var (duty, day) = group.Key;
                var remark = how(group.First());
                lines.Add($"  {duty.When(day)}　{duty.Title}{(remark.Length > 0 ? $"（{remark}）" : "")}：{names.Count} / {duty.Units.Length} 个单位");
                lines.Add("    " + (names.Count == duty.Units.Length && names.Count > 1 ? "全部单位" : string.Join("、", names.Take(MostNamed)) + (names.Count > MostNamed ? " 等" : "")));
            }
        }
    }
}

/// <summary><c>site office received</c>: notes that units handed in what is no form.</summary>
public static class ReceivedNote
{
    /// <param name="before">The file as it is, or null where there is none.</param>
    /// <param name="duty">Id of the duty.</param>
    /// <param name="units">Ids or names of units, one or more.</param>
    /// <param name="due">The day by which it was due; null for the last day that is not later than a week from <paramref name="on"/>.</param>
    /// <param name="on">The day on which it came in.</param>
    /// <returns>The path of the file and its new bytes, or null and what is wrong: <c>received/unknown-duty</c>, <c>received/is-a-form</c>, <c>received/unknown-unit</c>, <c>received/wrong-due</c>, <c>received/noted-already</c>.</returns>
    public static Result<OfficeFile?> Make(OfficeInput input, byte[]? before, string duty, ImmutableArray<string> units, DateOnly? due, DateOnly on)
    {
        var place = new Location(DutyList.Path);
        var owed = input.Duties.All.FirstOrDefault(known => known.Id == duty || known.Title == duty);
        if (owed is null)
        {
            return new(null, [Diagnostic.Error("received/unknown-duty", place, $"没有事项 “{duty}”。", $"可以写：{string.Join("、", input.Duties.All.Where(known => known.Form is null).Select(known => known.Id))}。")]);
        }

        if (owed.Form is { } form)
        {
            return new(null, [Diagnostic.Error("received/is-a-form", owed.Location, $"“{owed.Title}”是用统计表报的。", $"收到的表用 site stats import 导入；导入了就算报了（{form.Id}）。")]);
        }

        var day = due ?? owed.Days.LastOrDefault(known => known <= on.AddDays(6), owed.Days[0]);
        if (!owed.Days.Contains(day))
        {
            return new(null, [Diagnostic.Error("received/wrong-due", owed.Location, $"{day:yyyy-MM-dd} 不是“{owed.Title}”的期限。", $"期限有：{string.Join("、", owed.Days.Select(known => $"{known:yyyy-MM-dd}"))}。")]);
        }

        var diagnostics = new List<Diagnostic>();
        var lines = new List<Received>();
        foreach (var text in units)
        {
            var called = input.Statistics.Units.Find(text) is { } known ? [known] : input.Statistics.Units.Named(text).Where(owed.Units.Contains).ToList();
            if (called is not [var unit] || !owed.Units.Contains(unit))
            {
                diagnostics.Add(Diagnostic.Error("received/unknown-unit", owed.Location,
                    called.Count > 1 ? input.Statistics.Units.SaySameName(text)! : $"“{text}”不用报“{owed.Title}”，或者单位名单里没有它。", "写 input/units.csv 里的 id 或名称，同名的在后面加（区县）。"));
            }
            else if (input.Received.Any(one => one.Duty == owed.Id && one.Unit == unit.Id && one.Due == day) || lines.Exists(one => one.Unit == unit.Id))
            {
                diagnostics.Add(Diagnostic.Error("received/noted-already", new(ReceivedList.Path), $"“{input.NameOf(unit)}”{day:yyyy-MM-dd} 的“{owed.Title}”已经记过了。", $"记错了的，在 {ReceivedList.Path} 里改。"));
            }
            else
            {
                lines.Add(new(owed.Id, unit.Id, day, on));
            }
        }

        return diagnostics.Count > 0 ? new(null, [.. diagnostics]) : new(new(ReceivedList.Path, ReceivedList.Append(before, lines)), []);
    }
}
