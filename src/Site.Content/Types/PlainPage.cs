using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A page about the site or the campaign that is of no other kind.</summary>
public sealed record PlainPage : Page;

/// <summary><c>content/pages/name.md</c>, published at the root of the site.</summary>
internal static class PlainKind
{
    public static ContentType Kind { get; } = new("pages", "一般页面", [], [], Read, _ => null);

    private static PlainPage Read(PageFields page) => new()
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
    };
}
