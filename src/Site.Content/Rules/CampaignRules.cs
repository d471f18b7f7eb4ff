using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Content.Campaigns;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>
/// Checks that campaigns are counted and dated right. The first national Safety Production Month was in June 2002, and there has been one each
/// year since: so the edition is the year less 2001.
/// </summary>
internal static class CampaignYears
{
    private const int YearBeforeTheFirst = 2001;

    public static IEnumerable<Diagnostic> Find(Website website) =>
        website.Of<CampaignPage>().Where(HasYear).SelectMany(Find)
            .Concat(website.Of<CampaignPage>().Where(HasYear).GroupBy(campaign => campaign.Year).Where(group => group.Count() > 1).SelectMany(SameYear));

    private static bool HasYear(CampaignPage campaign) => campaign.Locations.IsRead("year");

    private static IEnumerable<Diagnostic> Find(CampaignPage campaign)
    {
        var edition = campaign.Year - YearBeforeTheFirst;
        if (campaign.Locations.IsRead("edition") && campaign.Edition != edition)
        {
            yield return Diagnostic.Error("campaign/wrong-edition", campaign.Locations["edition"],
                $"写的是第 {campaign.Edition} 个安全生产月，{campaign.Year} 年的是第 {edition} 个。", $"改成 “edition: {edition}”，或者改正 year。");
        }

        foreach (var (field, day) in new[] { ("start", campaign.Start), ("end", campaign.End) })
        {
            if (campaign.Locations.IsRead(field) && day.Year != campaign.Year)
            {
                yield return Diagnostic.Error("campaign/outside-year", campaign.Locations[field],
                    $"“{field}” 是 {day:yyyy-MM-dd}，不在 {campaign.Year} 年里。", "改正日期，或者改正 year。");
            }
        }
    }

    private static IEnumerable<Diagnostic> SameYear(IEnumerable<CampaignPage> campaigns)
    {
        var all = campaigns.ToArray();
        return all.Select((campaign, i) => Diagnostic.Error("campaign/duplicate-year", campaign.Locations["year"],
            $"{campaign.Year} 年的安全生产月在 {Quoted.Short(all[i == 0 ? 1 : 0].Path)} 里也写了。", "每年只留一个文件。"));
    }
}

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

    public static IEnumerable<Diagnostic> Find(Website website) =>
        from happening in website.Of<EventPage>()
        where happening.Locations.IsRead("start") && IsConsultationDay(happening) && happening.Start.Day is not { Month: 6, Day: 16 }
        select Diagnostic.Error("event/consultation-day-date", happening.Locations["start"],
            $"安全宣传咨询日写在 {happening.Start.Day:yyyy-MM-dd}，它总是在 6 月 16 日。",
            $"改成 {happening.Start.Day.Year}-06-16；如果是别的活动，换一个 kind 和标题。");

    private static bool IsConsultationDay(EventPage happening) =>
        happening.Kind is "咨询日" or "consultation" or "consultation-day"
        || happening.Id is "consultation" or "consultation-day"
        || (happening.Kind is { } kind && Name.IsMatch(kind))
        || (Name.IsMatch(happening.Title) && !About.Any(word => happening.Title.Contains(word, StringComparison.Ordinal)));
}

/// <summary>Asks every hall for a free open day in June of the campaign that the site shows, as the campaign plans do.</summary>
internal static class FreeOpenDays
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        website.Campaign is not { Year: var year } ? []
        : from hall in website.Of<HallPage>()
          where !hall.Locations.IsFaulty("openDays") && !hall.OpenDays.Any(day => day.IsFree && day.Day.Year == year && day.Day.Month == 6)
          select Diagnostic.Warning("hall/no-free-open-day", hall.Locations["openDays"],
              $"这个体验馆在 {year} 年 6 月没有免费开放日。", $"在 openDays 里加一天：“- {{date: {year}-06-16, free: true}}”。");
}
