using Site.Model;

namespace Site.Reading;

/// <summary><c>content/quizzes/name.md</c></summary>
internal static class QuizKind
{
    public static ContentKind Kind { get; } = new("quizzes", "安全答题", ["topics", "blueprint", "pass", "reviewBy"], [], Read, _ => null);

    private static QuizPage Read(PageFields page) => new()
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
        Topics = page.Written.Texts("topics"),
        Blueprint = page.Written.Blueprint("blueprint"),
        Pass = page.Written.Whole("pass", 0, 100),
        ReviewBy = page.Written.Date("reviewBy"),
        Questions = [],
    };
}
