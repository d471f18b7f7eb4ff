using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A law or regulation: which version, and what it asks of whom, in the site's own words.</summary>
public sealed record LawPage : Page
{
    /// <summary>The official name: 中华人民共和国安全生产法.</summary>
    public required string Name { get; init; }

    /// <summary>The day of this version's text.</summary>
    public required DateOnly Version { get; init; }

    /// <summary>How many articles it has, 1 or more.</summary>
    public required int Articles { get; init; }

    /// <summary>Address of the text in the official database, or null.</summary>
    public string? Official { get; init; }
}

/// <summary><c>content/laws/name.md</c></summary>
internal static class LawKind
{
    public static ContentType Kind { get; } = new(
        "laws", "法律法规",
        ["name", "version", "articles", "official"], ["name", "version", "articles"], Read, _ => null);

    private static LawPage Read(PageFields page) => new()
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
        Name = page.Written.RequiredText("name"),
        Version = page.Written.RequiredDate("version"),
        Articles = page.Written.Integer("articles", 1, 9999) ?? 0,
        Official = page.Written.Url("official"),
    };
}
