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
        Blueprint = page.Written.Blueprint("blueprint"),
        Pass = page.Written.Whole("pass", 0, 100),
        ContestMinutes = page.Written.Whole("contestMinutes", 1, 180),
        ReviewBy = page.Written.Date("reviewBy"),
        Questions = page.Questions,
    };

    /// <summary>Reads what stands below the fields of a quiz, and finds blueprints by which no paper can be drawn.</summary>
    public static QuizBody ReadBody(WrittenFields fields, FrontMatter parts)
    {
        var quiz = QuizReader.Read(fields.Path, parts.Body, parts.BodyLine, Topics(fields));
        if (fields.Blueprint("blueprint") is { } blueprint)
        {
            fields.Problems.AddRange(BlueprintLimits.Find(blueprint, quiz.Questions, fields.PlaceOf(fields.Find("blueprint"))));
        }

        return quiz;
    }

    private static ImmutableArray<string> Topics(WrittenFields fields) => fields.Texts("topics");
}
