using System.Collections.Immutable;

namespace Site.Reading;

/// <summary>Every kind of page, in the order in which a website lists them. A new kind is a file in <c>Kinds/</c> and a line here.</summary>
internal static class ContentKinds
{
    public static ImmutableArray<ContentKind> All { get; } =
    [
        CampaignKind.Kind,
        NewsKind.Kind,
        GuideKind.Kind,
        QuizKind.Kind,
        LectureKind.Kind,
        WarningKind.Kind,
        HallKind.Kind,
        EventKind.Kind,
        LawKind.Kind,
        WorkKind.Kind,
        PlainKind.Kind,
    ];
}
