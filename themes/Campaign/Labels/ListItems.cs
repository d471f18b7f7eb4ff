using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Types;
using Site.Core.Vocabularies;

namespace Site.Themes.Campaign.Labels;

/// <summary>What a row of a list says about a page beside its title.</summary>
internal static class ListItems
{
    /// <returns>The day that orders pages of its kind, or null where something else does.</returns>
    public static DateOnly? Date(Page page) => page switch
    {
        NewsPage news => news.Date,
        WarningPage warning => warning.Occurred,
        EventPage occasion => occasion.Start.Day,
        LawPage law => law.Version,
        LecturePage { Start: { } start } => start.Day,
        _ => null,
    };

    /// <returns>What stands in place of a date.</returns>
    public static string Label(Page page) => page switch
    {
        LecturePage lecture => Vocabulary.LectureSeries.Label(lecture.Series),
        QuizPage quiz => Questions(quiz),
        HallPage hall => hall.Area,
        GuidePage { Hazard: { } hazard } => hazard,
        CampaignPage campaign => $"{campaign.Year}年",
        WorkPage work => $"{work.Files.Length}个文件",
        _ => Kind(page),
    };

    /// <returns>How many questions a quiz has, or that they wait for review.</returns>
    public static string Questions(QuizPage quiz) => quiz.Questions.IsEmpty ? "正在复核" : $"{quiz.Questions.Length}题";

    /// <returns>The name of the page's kind in a word: 指南.</returns>
    public static string Kind(Page page) => page switch
    {
        GuidePage => "指南",
        QuizPage => "测验",
        WarningPage => "警示",
        HallPage => "体验馆",
        EventPage => "活动",
        NewsPage => "新闻",
        LecturePage => "讲座",
        LawPage => "法律法规",
        WorkPage => "作品",
        CampaignPage => "安全生产月",
        _ => "页面",
    };

    /// <returns>One more line of facts; empty where there is nothing to add.</returns>
    public static string Note(Page page) => page switch
    {
        WarningPage warning => $"{warning.Place}　{Losses(warning)}",
        EventPage { Place: { } place } => place,
        NewsPage { Unit: { } unit } => unit,
        LawPage law => $"共{law.Articles}条",
        LecturePage lecture => string.Join("　", new[] { lecture.Speaker, lecture.Minutes is { } minutes ? $"{minutes}分钟" : null }.OfType<string>()),
        HallPage hall => $"{hall.Area}　{Vocabulary.HallClasses.Label(hall.Class)}",
        _ => "",
    };

    /// <returns>When an event takes place, beside the day it starts on: 09:00, 到6月30日 or 正在进行，到6月30日; null where the day says it all.</returns>
    public static string? When(Moment start, Moment? end, DateOnly asOf) => (start, end) switch
    {
        ({ Day: var first }, { Day: var last }) when last > first => $"{(first <= asOf && asOf <= last ? "正在进行，" : "")}到{Days.MonthAndDay(last)}",
        ({ Time: { } time }, _) => Days.Clock(time),
        _ => null,
    };

    /// <returns>How many there are, with the measure word of their kind: 8场, 6套; null stands for pages of several kinds.</returns>
    public static string Count(int number, Page? kind) => kind switch
    {
        EventPage or LecturePage => $"{number}场",
        QuizPage => $"{number}套",
        WorkPage => $"{number}件",
        LawPage => $"{number}部",
        WarningPage => $"{number}起",
        _ => $"{number}篇",
    };

    private static string Losses(WarningPage warning) => (warning.Deaths, warning.Injuries) switch
    {
        ({ } deaths, { } injuries) => $"{deaths}人死亡，{injuries}人受伤",
        ({ } deaths, null) => $"{deaths}人死亡",
        (null, { } injuries) => $"{injuries}人受伤",
        _ => "伤亡数字未公布",
    };
}
