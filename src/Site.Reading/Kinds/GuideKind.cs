using Site.Model;

namespace Site.Reading;

/// <summary><c>content/guides/name.md</c></summary>
internal static class GuideKind
{
    public static ContentKind Kind { get; } = new("guides", "防护指南", ["hazard", "checklist", "reviewBy"], [], Read, _ => null);

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
        Places = page.Places,
        Hazard = page.Written.CommonText("hazard"),
        Checklist = page.Written.Texts("checklist"),
        ReviewBy = page.Written.Date("reviewBy"),
    };
}
