using System.Collections.Immutable;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Checks that the national consultation day falls on 16 June, as its name says (“6·16” 全国安全宣传咨询日).</summary>
internal static class ConsultationDays
{
    private static readonly ImmutableArray<string> Names = ["6·16", "6•16", "6.16", "6・16", "6‧16", "安全宣传咨询日"];

    public static IEnumerable<Problem> Find(Website website) =>
        from happening in website.Of<EventPage>()
        where IsConsultationDay(happening) && happening.Start.Day is not { Month: 6, Day: 16 }
        select Problem.Error("event/consultation-day-date", happening.Places["start"],
            $"安全宣传咨询日写在 {happening.Start.Day:yyyy-MM-dd}，它总是在 6 月 16 日。",
            $"改成 {happening.Start.Day.Year}-06-16；如果是别的活动，换一个 kind 和标题。");

    private static bool IsConsultationDay(EventPage happening) =>
        happening.Kind?.Contains("咨询日", StringComparison.Ordinal) == true
        || happening.Kind is "consultation" or "consultation-day"
        || happening.Id is "consultation" or "consultation-day"
        || Names.Any(name => happening.Title.Contains(name, StringComparison.Ordinal));
}
