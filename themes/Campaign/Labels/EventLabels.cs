using Site.Content.FrontMatter;

namespace Site.Themes.Campaign.Labels;

/// <summary>What rows say of events.</summary>
internal static class EventLabels
{
    /// <returns>When an event takes place, beside the day it starts on: 09:00, 到6月30日 or 正在进行，到6月30日; null where the day says it all.</returns>
    public static string? When(Moment start, Moment? end, DateOnly asOf) => (start, end) switch
    {
        ({ Day: var first }, { Day: var last }) when last > first => $"{(first <= asOf && asOf <= last ? "正在进行，" : "")}到{Days.MonthAndDay(last)}",
        ({ Time: { } time }, _) => Days.Clock(time),
        _ => null,
    };
}
