using Site.Model;

namespace Site.Reading;

/// <summary><c>content/works/name.md</c></summary>
internal static class WorkKind
{
    public static ContentKind Kind { get; } = new(
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
        Places = page.Places,
        Files = page.Written.Files("file"),
        Licence = page.Written.CommonText("licence"),
        Transcript = page.Written.Lines("transcript"),
    };
}
