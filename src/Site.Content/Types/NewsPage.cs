using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A piece of news; <see cref="Page.Date"/> is always there.</summary>
public sealed record NewsPage : Page
{
    /// <summary>The unit it is about or from, or null.</summary>
    public string? Unit { get; init; }
}

/// <summary><c>content/news/2024/06-16-name.md</c></summary>
internal static class NewsKind
{
    public static ContentType Kind { get; } = new("news", "动态", ["unit"], ["date"], Read, page => page.Date);

    private static NewsPage Read(PageFields page) => new()
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
        Unit = page.Written.CommonText("unit"),
    };
}
