using System.Collections.Immutable;

namespace Site.Cli;

/// <summary>Every kind of page that <c>site new</c> writes; each has a template of its name in <c>New/Templates</c>.</summary>
internal static class NewKinds
{
    public static ImmutableArray<NewKind> All { get; } =
    [
        new("campaign", "campaigns"),
        new("news", "news"),
        new("guide", "guides"),
        new("quiz", "quizzes"),
        new("lecture", "lectures"),
        new("warning", "warnings"),
        new("hall", "halls"),
        new("event", "events"),
        new("law", "laws"),
        new("work", "works"),
        new("page", "pages"),
    ];
}
