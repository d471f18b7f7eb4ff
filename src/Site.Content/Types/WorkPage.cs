using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A poster, film, sound or text for public screens, to take and use.</summary>
public sealed record WorkPage : Page
{
    /// <summary>The files to download, each a path relative to the source file; at least one.</summary>
    public required ImmutableArray<Link> Files { get; init; }

    public string? Licence { get; init; }

    /// <summary>The same as text, or null.</summary>
    public string? Transcript { get; init; }
}

/// <summary><c>content/works/name.md</c></summary>
internal static class WorkKind
{
    public static ContentType Kind { get; } = new(
        "works", "宣教作品", ["file", "licence", "transcript"], ["file"], Read, page => page.Date);

    private static WorkPage Read(PageFields page) => new()
    {
        Path = page.Path,
        Address = page.Address,
        Id = page.Id,
        Title = page.Title,
        Summary = page.Summary,
        Sources = page.Sources,
        Reviewer = page.Reviewer,
        Body = page.Body,
        Locations = page.Locations,
        Files = page.Written.Files("file"),
        Licence = page.Written.CommonText("licence"),
        Transcript = page.Written.Lines("transcript"),
    };
}
