using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Quizzes;

namespace Site.Content.Types;

/// <summary>Every kind of page, in the order in which a website lists them. A new kind is a file in <c>Kinds/</c> and a line here.</summary>
internal static class ContentTypes
{
    public static ImmutableArray<ContentType> All { get; } =
    [
        CampaignKind.Kind,
        NewsKind.Kind,
        GuideKind.Kind,
        QuizType.Kind,
        LectureKind.Kind,
        WarningKind.Kind,
        HallKind.Kind,
        EventKind.Kind,
        LawKind.Kind,
        WorkKind.Kind,
        PlainKind.Kind,
    ];
}
