using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>A hall's open days: <c>2026-06-14</c>, <c>2026-06-14 09:00</c>, <c>2026-06-14 09:00-16:00</c>, or a group of fields.</summary>
internal static class OpenDayFields
{
    private const string Cure = "写成 {date: 2026-06-14, from: \"09:00\", to: \"16:00\", free: true}，或者 “2026-06-14 09:00-16:00”。";

    private static readonly FieldSet Parts = new(["date", "from", "to", "free", "note"], ["date"],
        new Dictionary<string, string> { ["start"] = "from", ["end"] = "to" }.ToFrozenDictionary(StringComparer.Ordinal));

    /// <returns>The days, by day, then hour.</returns>
    public static ImmutableArray<OpenDay> OpenDays(this WrittenFields fields, string name) =>
        [.. fields.Items(name, oneAlone: true, Cure).Select(item => fields.OpenDayOf(name, item)).OfType<OpenDay>()
            .OrderBy(day => day.Day).ThenBy(day => day.From)];

    /// <summary>Reports an end that comes before its start.</summary>
    public static void EndAfterStart(this WrittenFields fields, string name, bool isWrong)
    {
        if (isWrong && fields.Find(name) is { } node)
        {
            fields.OutOfRange(name, node, $"是{Quoted.Of(node)}，早于开始的时间。", "核对开始和结束的时间。");
        }
    }

    private static OpenDay? OpenDayOf(this WrittenFields fields, string name, YamlNode node)
    {
        if (node is YamlNode.Scalar { Value: var text })
        {
            return fields.OpenDayIn(name, node, text.Trim());
        }

        if (fields.Group(name, node, Parts, Cure) is not { } parts || parts.Date("date") is not { } day)
        {
            return null;
        }

        var (from, to) = (parts.Time("from"), parts.Time("to"));
        parts.EndAfterStart("to", to <= from);
        return new(day, from, to, parts.YesNo("free", true), parts.Text("note"));
    }

    private static OpenDay? OpenDayIn(this WrittenFields fields, string name, YamlNode node, string text)
    {
        var dash = text.IndexOfAny(['-', '–', '—', '~', '至'], Math.Min(text.Length, 10));
        if (dash < 0)
        {
            return fields.MomentOf(name, node) is { } moment ? new(moment.Day, moment.Time) : null;
        }

        var start = new YamlNode.Scalar(node.Line, node.Column, text[..dash].Trim(), IsQuoted: true);
        if (fields.MomentOf(name, start) is not { } from)
        {
            return null;
        }

        if (DateFields.TimeIn(text[(dash + 1)..].Trim()) is { } to && from.Time is { } opens && opens < to)
        {
            return new(from.Day, opens, to);
        }

        fields.WrongType(name, node, "开放的日期和时间", Cure);
        return null;
    }
}
