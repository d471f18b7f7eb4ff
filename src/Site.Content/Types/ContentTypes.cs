using System.Collections.Immutable;
using Site.Content.Campaigns;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Scenes;
using Site.Content.Trees;

namespace Site.Content.Types;

/// <summary>Every content type, in the order in which a website lists its pages. A new type is a file beside this one and a line here.</summary>
public static class ContentTypes
{
    public static ImmutableArray<ContentType> All { get; } =
    [
        CampaignPage.Definition,
        NewsPage.Definition,
        BulletinPage.Definition,
        GuidePage.Definition,
        DecisionPage.Definition,
        QuizPage.Definition,
        ScenarioPage.Definition,
        ScenePage.Definition,
        LecturePage.Definition,
        AnswerPage.Definition,
        WarningPage.Definition,
        HallPage.Definition,
        EventPage.Definition,
        LawPage.Definition,
        WorkPage.Definition,
        PledgePage.Definition,
        MonthPage.Definition,
        PlainPage.Definition,
    ];

    /// <summary>Those that have a list, in the order of menus and of the page of topics.</summary>
    public static ImmutableArray<ContentType> Sections { get; } = [.. All.Where(type => type.HasList).OrderBy(type => type.SectionOrder)];

    /// <returns>The type that somebody calls so, by its name or its folder, whatever the capitals; or null.</returns>
    public static ContentType? Find(string typed) => All.FirstOrDefault(type =>
        new[] { type.Name, type.Folder, type.OtherName }.Contains(typed, StringComparer.OrdinalIgnoreCase));
}
