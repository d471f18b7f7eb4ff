using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Office.Duties;
using Site.Statistics.Units;

namespace Site.Office.Reminders;

/// <summary>Texts to send: one for a group chat, one for each unit that is late, and one for each that has something to mend. They name no figure.</summary>
internal static class ReminderTexts
{
    private const int MostBlanks = 10;

    /// <param name="late">What is late, by duty, day and unit; it may be empty.</param>
    /// <returns>A text that names the units that are late, and no other.</returns>
    public static string ForGroup(OfficeInput input, ImmutableArray<OwedItem> late, DateOnly today)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"【{Sample(input)}安全生产月报送提醒】");
        if (late.IsEmpty)
        {
            return text.Append(CultureInfo.InvariantCulture, $"截至{ChineseDays.Write(today)}，到期的材料都已收到。\n").ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"截至{ChineseDays.Write(today)}，还有以下材料没有收到，请有关单位尽快补报：\n");
        var number = 0;
        foreach (var group in late.GroupBy(item => (item.Duty, item.Day)))
        {
            var (duty, day) = group.Key;
            text.Append(CultureInfo.InvariantCulture, $"{++number}. {duty.Title}（{duty.When(day)}到期）：{string.Join("、", group.Select(item => input.NameOf(item.Unit)))}。\n");
        }

        return text.Append("已经报送仍被列出的，请核对表头的单位名称和填报日期后与办公室联系。\n").ToString();
    }

    /// <param name="items">What the unit is late with; it may be empty where there is something to mend.</param>
    /// <param name="remarks">What it has to mend, or null.</param>
    public static string ForUnit(OfficeInput input, Unit unit, ImmutableArray<OwedItem> items, UnitRemarks? remarks, DateOnly today)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Sample(input)}{input.NameOf(unit)}：\n");
        if (!items.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"截至{ChineseDays.Write(today)}，以下材料已经过期，还没有收到你单位的报送，请尽快补报：\n");
            foreach (var item in items)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {item.Duty.Title}（{item.Duty.When(item.Day)}到期）{(item.Duty.Note is { } note ? $"：{note}" : "")}\n");
            }
        }

        foreach (var (form, reasons) in remarks?.Refused ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"你单位发来的《{form.Title}》没有收下，原因如下，改好后请重新发来：\n");
            text.AppendJoin("", reasons.Select(reason => $"- {reason}\n"));
        }

        foreach (var (form, blanks) in remarks?.Empty ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"你单位上次报的《{form.Title}》有 {blanks.Length} 个空格没有填；没有开展的请填 0，没有统计的不用填：\n");
            text.AppendJoin("", blanks.Take(MostBlanks).Select(blank => $"- {form.SectionOf(blank).Title}：{blank.Label}（{blank.Unit}）\n"));
            if (blanks.Length > MostBlanks)
            {
                text.Append(CultureInfo.InvariantCulture, $"- 等 {blanks.Length} 个\n");
            }
        }

        if (remarks is { Odd.IsEmpty: false })
        {
            text.Append("以下数字请核对；报错了的，重新填一张，在表头“更正”栏写“是”：\n");
            text.AppendJoin("", remarks.Odd.Select(sentence => $"- {sentence}\n"));
        }

        return text.ToString();
    }

    private static string Sample(OfficeInput input) => input.Duties.IsSample ? "（示例）" : "";
}
