using System.Collections.Immutable;

namespace Site.Cli.New;

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

    /// <returns>The kind that someone calls so, by its name, its folder, or (WarningCase) the name of its kind, whatever the capitals; or null.</returns>
    public static NewKind? Find(string typed) => All.FirstOrDefault(kind =>
        kind.Name.Equals(typed, StringComparison.OrdinalIgnoreCase) || kind.Folder.Equals(typed, StringComparison.OrdinalIgnoreCase)
        || (kind.Name == "warning" && typed.Equals("WarningCase", StringComparison.OrdinalIgnoreCase)));
}

/// <summary>A kind of page that <c>site new</c> writes.</summary>
/// <param name="Name">What its writer calls it, and the name of its template: <c>guide</c>.</param>
/// <param name="Folder">The folder of <c>content/</c>.</param>
internal sealed record NewKind(string Name, string Folder);
