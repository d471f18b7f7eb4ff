using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Site.Core.Office;
using Site.Office.Duties;
using Site.Statistics.Units;

namespace Site.Office.Reminders;

/// <summary><c>site office remind</c>: who has not handed in what, and the texts to send.</summary>
public sealed class Reminder
{
    private readonly OfficeInput input;
    private readonly DateOnly today;
    private readonly ImmutableArray<OwedItem> items;
    private readonly ImmutableArray<OwedItem> yesterday;
    private readonly ImmutableDictionary<string, UnitRemarks> remarks;
    private readonly FrozenDictionary<(string Duty, string Unit, DateOnly Day), OwedItem> places;

    private Reminder(OfficeInput input, DateOnly today)
    {
        (this.input, this.today) = (input, today);
        items = input.StatesOn(today);
        yesterday = input.StatesOn(today.AddDays(-1));
        remarks = UnitRemarks.Of(input, today);
        places = items.ToFrozenDictionary(item => (item.Duty.Id, item.Unit.Id, item.Day));
        Late = [.. items.Where(item => item.State == DutyState.Late)];
    }

    internal ImmutableArray<OwedItem> Late { get; }

    /// <param name="today">The day of which it is asked; what came in later is not known.</param>
    public static Reminder Make(OfficeInput input, DateOnly today) => new(input, today);

    /// <returns>The matrix, the counts by district and what changed since the day before, as lines for a terminal.</returns>
    public ImmutableArray<string> Lines()
    {
        var columns = Columns();
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add(Heading());
        lines.Add("");
        lines.AddRange(columns.Select((column, at) => $"[{at + 1}] {column.Duty.When(column.Day)}　{column.Duty.Title}"));
        var rows = Rows();
        var width = rows.Select(row => Width(input.NameOf(row))).DefaultIfEmpty(0).Max();
        lines.Add("");
        lines.Add($"{Pad("", width)}  {string.Join(' ', columns.Select((_, at) => Pad($"[{at + 1}]", 4)))}");
        lines.AddRange(rows.Select(row => $"{Pad(input.NameOf(row), width)}  {string.Join(' ', columns.Select(column => Pad(Mark(Find(row, column)), 4)))}".TrimEnd()));
        lines.Add("√ 已报　迟 迟报　× 过期未报　○ 还没到期　补 后一期已报，不再催　空格：不用报");
        lines.Add("");
        lines.AddRange(ByDistrict().Select(district => $"{district.Name}：应报 {district.Owed}，已报 {district.Done}（其中迟报 {district.DoneLate}），过期未报 {district.Late}"));
        lines.Add("");
        lines.AddRange(Changes());
        return lines.DrainToImmutable();
    }

    /// <returns>The same as a table.</returns>
    public ReminderBoard Board()
    {
        var columns = Columns();
        return new(
            Heading(),
            [.. columns.Select(column => $"{column.Duty.When(column.Day)}　{column.Duty.Title}")],
            [.. Rows().Select(row => new ReminderRow(input.NameOf(row), [.. columns.Select(column => Find(row, column)).Select(item => new ReminderCell(Cell(item).Text, item?.State == DutyState.Late))]))],
            Changes());
    }

    /// <returns>催报表.xlsx, 群发.txt, a text below 各单位/ for each unit that is late, and one below 补正/ for each other that has something to mend; names hold a folder.</returns>
    public ImmutableArray<OfficeFile> Files()
    {
        var twice = input.Statistics.Units.All.GroupBy(unit => OfficeFile.NameOf(unit.Name), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var late = Late.ToLookup(item => item.Unit.Id, StringComparer.Ordinal);
        return
        [
            new("催报表.xlsx", Workbook()),
            new("群发.txt", Encoding.UTF8.GetBytes(ReminderTexts.ForGroup(input, Late, today))),
            .. input.Statistics.Units.All.Where(unit => late.Contains(unit.Id) || remarks.ContainsKey(unit.Id)).Select(unit => new OfficeFile(
                $"{(late.Contains(unit.Id) ? "各单位" : "补正")}/{Name(unit)}.txt",
                Encoding.UTF8.GetBytes(ReminderTexts.ForUnit(input, unit, [.. late[unit.Id]], remarks.GetValueOrDefault(unit.Id), today)))),
        ];

        string Name(Unit unit) => OfficeFile.NameOf(unit.Name) is var name && twice.Contains(name) ? $"{name}-{OfficeFile.NameOf(unit.Id)}" : name;
    }

    private string Heading() =>
        $"{(input.Duties.IsSample ? "（示例）" : "")}截至 {today:yyyy-MM-dd}：{Late.Select(item => item.Unit.Id).Distinct().Count()} 个单位有过期没有报的，共 {Late.Length} 件。";

    private byte[] Workbook()
    {
        var columns = Columns();
        var title = $"{(input.Duties.IsSample ? "（示例）" : "")}报送情况（截至 {today:yyyy-MM-dd}）";
        return WorkbookWriter.Write(
            new BookSheet("报送情况", [16, 24, .. columns.Select(_ => 16d)],
            [
                BookRow.Across(BookStyle.Title, title, lines: 2),
                BookRow.Across(BookStyle.Note, "内部材料，只供办公室催报用，不得公布。"),
                BookRow.Of(BookStyle.Heading, ["区县", "单位", .. columns.Select(column => $"{column.Duty.Title} {column.Duty.When(column.Day)}")]) with { Lines = 4 },
                .. Rows().Select(row => new BookRow([BookCell.Of(UnitGroups.Of(input.Statistics.Units, row)), BookCell.Of(input.NameOf(row)), .. columns.Select(column => Cell(Find(row, column)))])),
            ])
            { Heading = 3, FrozenColumns = 2, IsLandscape = true },
            new BookSheet("分区县", [24, 10, 10, 10, 12],
            [
                BookRow.Across(BookStyle.Title, title, lines: 2),
                BookRow.Of(BookStyle.Heading, "区县", "应报", "已报", "其中迟报", "过期未报"),
                .. ByDistrict().Select(district => new BookRow([BookCell.Of(district.Name), BookCell.Of(district.Owed), BookCell.Of(district.Done), BookCell.Of(district.DoneLate), BookCell.Of(district.Late, district.Late > 0 ? BookStyle.Marked : BookStyle.Figure)])),
            ])
            { Heading = 2 },
            new BookSheet("要补正的", [24, 80],
            [
                BookRow.Across(BookStyle.Title, title, lines: 2),
                BookRow.Of(BookStyle.Heading, "单位", "空着的、要核对的、退回的原因"),
                .. input.Statistics.Units.All.Where(unit => remarks.ContainsKey(unit.Id)).SelectMany(unit => RemarkLines(remarks[unit.Id]).Select(line => BookRow.Of(BookStyle.Plain, input.NameOf(unit), line))),
            ])
            { Heading = 2 },
            new BookSheet("比昨天", [80], [BookRow.Across(BookStyle.Title, title, lines: 2), .. Changes().Select(line => BookRow.Of(BookStyle.Plain, line))]));
    }

    private static IEnumerable<string> RemarkLines(UnitRemarks remarks) =>
    [
        .. remarks.Refused.SelectMany(refused => refused.Reasons.Select(reason => $"退回（{refused.Form.Title}）：{reason}")),
        .. remarks.Odd.Select(sentence => $"核对：{sentence}"),
        .. remarks.Empty.SelectMany(empty => empty.Blanks.Select(blank => $"没有填（{empty.Form.Title}）：{empty.Form.SectionOf(blank).Title}：{blank.Label}")),
    ];

    private BookCell Cell(OwedItem? item) => item switch
    {
        null => BookCell.Of("", BookStyle.Quiet),
        { State: DutyState.Late } => BookCell.Of($"未报，过 {today.DayNumber - item.Day.DayNumber} 天", BookStyle.Marked),
        { State: DutyState.Overtaken } => BookCell.Of("后一期已报", BookStyle.Quiet),
        { State: DutyState.HandedInLate, On: { } on } => BookCell.Of($"{on:yyyy-MM-dd} 迟报", BookStyle.Good),
        { On: { } on } => BookCell.Of($"{on:yyyy-MM-dd}", BookStyle.Good),
        _ => BookCell.Of("还没到期", BookStyle.Quiet),
    };

    private static string Mark(OwedItem? item) => item?.State switch
    {
        null => "",
        DutyState.Late => "×",
        DutyState.Overtaken => "补",
        DutyState.HandedInLate => "迟",
        DutyState.Early or DutyState.OnTime => "√",
        _ => "○",
    };

    /// <summary>The days that are over or come within a week.</summary>
    private ImmutableArray<(Duty Duty, DateOnly Day)> Columns() =>
        [.. input.Duties.All.SelectMany(duty => duty.Days.Where(day => day <= today.AddDays(DutyStates.DaysAhead)).Select(day => (duty, day))).OrderBy(column => column.day)];

    /// <summary>The units that owe anything, district by district in the order of the list.</summary>
    private ImmutableArray<Unit> Rows()
    {
        var owing = items.Select(item => item.Unit.Id).ToHashSet(StringComparer.Ordinal);
        return [.. input.Statistics.Units.All.Where(unit => owing.Contains(unit.Id)).GroupBy(unit => UnitGroups.Of(input.Statistics.Units, unit)).SelectMany(group => group)];
    }

    private OwedItem? Find(Unit unit, (Duty Duty, DateOnly Day) column) => places.GetValueOrDefault((column.Duty.Id, unit.Id, column.Day));

    /// <summary>Of what is over.</summary>
    private IEnumerable<(string Name, int Owed, int Done, int DoneLate, int Late)> ByDistrict() =>
        items.Where(item => item.Day < today || (item.IsDone && item.Day == today)).GroupBy(item => UnitGroups.Of(input.Statistics.Units, item.Unit))
            .Select(group => (group.Key, group.Count(), group.Count(item => item.IsDone), group.Count(item => item.State == DutyState.HandedInLate), group.Count(item => item.State == DutyState.Late)));

    private ImmutableArray<string> Changes()
    {
        var changed = items.Zip(yesterday).Where(pair => pair.First.State != pair.Second.State).ToList();
        var arrived = changed.Where(pair => pair.First.IsDone && !pair.Second.IsDone).Select(pair => pair.First).ToList();
        var late = changed.Where(pair => pair.First.State == DutyState.Late).Select(pair => pair.First).ToList();
        return
        [
            $"比昨天（{today.AddDays(-1):yyyy-MM-dd}）：",
            .. Named("新报的", arrived),
            .. Named("新过期的", late),
            .. arrived.Count + late.Count == 0 ? ["  没有变化。"] : Array.Empty<string>(),
        ];

        IEnumerable<string> Named(string heading, List<OwedItem> found) => found.GroupBy(item => (item.Duty, item.Day))
            .Select(group => $"  {heading}：{group.Key.Duty.Title}（{group.Key.Duty.When(group.Key.Day)}）：{string.Join("、", group.Select(item => input.NameOf(item.Unit)))}");
    }

    /// <summary>In columns of a terminal, where a Chinese character takes two.</summary>
    private static int Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x1100 ? 1 : 2);

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));
}

/// <summary>Units by duties, for a page.</summary>
/// <param name="Heading">How many are late, in a sentence.</param>
/// <param name="Columns">Days and duties.</param>
/// <param name="Changes">Since the day before: lines.</param>
public sealed record ReminderBoard(string Heading, ImmutableArray<string> Columns, ImmutableArray<ReminderRow> Rows, ImmutableArray<string> Changes);

/// <summary>A unit, and how it stands with each duty.</summary>
public sealed record ReminderRow(string Unit, ImmutableArray<ReminderCell> Cells);

/// <summary>In words; empty where the unit does not owe it.</summary>
public sealed record ReminderCell(string Text, bool IsLate);
