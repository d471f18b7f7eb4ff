using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>
/// Checks that the national consultation day falls on 16 June, as its name says (“6·16” 全国安全宣传咨询日). Other fields have such days
/// too (消防安全宣传咨询日), accidents bear the day on which they happened, and a meeting that prepares the day is held before it.
/// </summary>
internal static partial class ConsultationDays
{
    /// <summary>What tells that an event is about the day, and not the day.</summary>
    private static readonly ImmutableArray<string> About =
        ["事故", "火灾", "爆炸", "筹备", "动员", "培训", "准备会", "部署", "预告", "预热", "倒计时", "总结", "回顾", "招募"];

    [GeneratedRegex(
        """
        (?<![0-9.])6\ ?[·•.・‧．]\ ?16(?![0-9.]|\ ?[万千亿%％])
        | (?<!消防|交通|道路|铁路|水上|食品|药品|网络|国家|用电|电力|燃气|校园|森林)安全(?:生产宣传|宣传|生产)咨询日
        | (?<![0-9])(?:6\ ?月\ ?16\ ?日|616|6-16).*咨询
        """, RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Name { get; }

    public static IEnumerable<Problem> Find(Website website) =>
        from happening in website.Of<EventPage>()
        where IsConsultationDay(happening) && happening.Start.Day is not { Month: 6, Day: 16 }
        select Problem.Error("event/consultation-day-date", happening.Places["start"],
            $"安全宣传咨询日写在 {happening.Start.Day:yyyy-MM-dd}，它总是在 6 月 16 日。",
            $"改成 {happening.Start.Day.Year}-06-16；如果是别的活动，换一个 kind 和标题。");

    private static bool IsConsultationDay(EventPage happening) =>
        happening.Kind is "咨询日" or "consultation" or "consultation-day"
        || happening.Id is "consultation" or "consultation-day"
        || (happening.Kind is { } kind && Name.IsMatch(kind))
        || (Name.IsMatch(happening.Title) && !About.Any(word => happening.Title.Contains(word, StringComparison.Ordinal)));
}
