using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary><c>content/quizzes/name.md</c></summary>
internal static class QuizKind
{
    public static ContentKind Kind { get; } = new("quizzes", "安全答题", ["topics", "blueprint", "pass", "contestMinutes", "reviewBy"], [], Read, _ => null);

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
        Topics = Topics(page.Written),
        Blueprint = Blueprint(page),
        Pass = page.Written.Whole("pass", 0, 100),
        ContestMinutes = page.Written.Whole("contestMinutes", 1, 180),
        ReviewBy = page.Written.Date("reviewBy"),
        Questions = page.Questions,
        Overdue = page.Overdue,
    };

    /// <summary>Reads what stands below the fields of a quiz, and finds blueprints by which no paper can be drawn.</summary>
    /// <param name="asOf">Questions whose day of review lies before it are told apart.</param>
    public static QuizBody ReadBody(WrittenFields fields, FrontMatter parts, DateOnly asOf)
    {
        var quiz = QuizReader.Read(fields.Path, parts.Body, parts.BodyLine, Topics(fields));
        if (fields.Blueprint("blueprint") is { } blueprint)
        {
            fields.Problems.AddRange(BlueprintLimits.Find(blueprint, quiz.Questions, fields.PlaceOf(fields.Find("blueprint"))));
        }

        var reviewBy = fields.Date("reviewBy");
        return quiz with
        {
            Questions = quiz.Questions.RemoveAll(IsOverdue),
            Overdue = [.. quiz.Questions.Where(IsOverdue)],
        };

        bool IsOverdue(Question question) => (question.ReviewBy ?? reviewBy) < asOf;
    }

    // Where questions have left, what is left may be too little for it: then all are on the paper.
    private static Blueprint? Blueprint(PageFields page) =>
        page.Written.Blueprint("blueprint") is { } blueprint
        && (page.Overdue.IsEmpty || BlueprintLimits.Find(blueprint, page.Questions, default).IsEmpty)
            ? blueprint
            : null;

    private static ImmutableArray<string> Topics(WrittenFields fields) => fields.Texts("topics");
}
