using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>What to do about one hazard.</summary>
public sealed record GuidePage : Page
{
    /// <summary>The hazard in a word or two: 火灾; null where the guide is about none in particular.</summary>
    public string? Hazard { get; init; }

    /// <summary>Lines to tick off on paper, plain text.</summary>
    public ImmutableArray<string> Checklist { get; init; } = [];

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}

/// <summary><c>content/guides/name.md</c></summary>
internal static class GuideKind
{
    public static ContentType Kind { get; } = new("guides", "防护指南", ["hazard", "checklist", "reviewBy"], [], Read, _ => null);

    private static GuidePage Read(PageFields page) => new()
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
        Hazard = page.Written.CommonText("hazard"),
        Checklist = page.Written.Texts("checklist"),
        ReviewBy = page.Written.Date("reviewBy"),
    };
}
