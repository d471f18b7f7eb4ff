using Site.Model;

namespace Site.Reading;

/// <summary><c>content/laws/name.md</c></summary>
internal static class LawKind
{
    public static ContentKind Kind { get; } = new(
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
        Places = page.Places,
        Name = page.Written.RequiredText("name"),
        Version = page.Written.RequiredDate("version"),
        Articles = page.Written.Whole("articles", 1, 9999) ?? 0,
        Official = page.Written.Url("official"),
    };
}
