using Site.Model;

namespace Site.Reading;

/// <summary><c>content/news/2024/06-16-name.md</c></summary>
internal static class NewsKind
{
    public static ContentKind Kind { get; } = new("news", "动态", ["unit"], ["date"], Read, page => page.Date);

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
        Places = page.Places,
        Unit = page.Written.CommonText("unit"),
    };
}
