using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Quizzes;

/// <summary>A set of questions with answers, explanations and the rule by which papers are drawn from it.</summary>
public sealed record QuizPage : Page
{
    /// <summary>The topics its questions may name, in the order of the result; empty when none is declared.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>How a paper is drawn, or null for all questions in order.</summary>
    public Blueprint? Blueprint { get; init; }

    /// <summary>The share of points that counts as passed, 0 to 100, or null.</summary>
    public int? Pass { get; init; }

    /// <summary>Minutes of a contest, 1 to 180, or null where nobody asks for the time; whoever wants to can do without it all the same.</summary>
    public int? ContestMinutes { get; init; }

    /// <summary>The day after which the questions leave the public quiz, or null.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Those that are public; at least one is written (checked as <c>quiz/no-question</c>), and none is left where all are overdue.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>Those that have left the public quiz, since nobody has checked them again in time.</summary>
    public ImmutableArray<Question> Overdue { get; init; } = [];
}

/// <summary>What the generator makes beside a quiz: addresses from the site's root, decoded.</summary>
public static class QuizAddresses
{
    /// <summary>Of the JSON Schema of all quizzes.</summary>
    public const string Schema = "/data/quizzes/schema.json";

    /// <returns>Address of a quiz's questions as JSON. The id of a quiz that shares its name with another page begins with its folder, which is left out.</returns>
    public static string Json(QuizPage quiz) =>
        quiz.Id == "schema" ? "/data/quizzes/schema-quiz.json" : $"/data/quizzes/{quiz.Id[(quiz.Id.LastIndexOf('/') + 1)..]}.json";

    /// <returns>Papers A and B, answer sheets and keys.</returns>
    public static string Papers(QuizPage quiz) => quiz.Address + "paper/";

    /// <returns>The quiz for a hall.</returns>
    public static string Presenter(QuizPage quiz) => quiz.Address + "present/";

    /// <returns>The quiz for a public screen.</returns>
    public static string PublicScreen(QuizPage quiz) => quiz.Address + "screen/";
}

/// <summary><c>content/quizzes/name.md</c></summary>
internal static class QuizType
{
    public static ContentType Kind { get; } = new("quizzes", "安全答题", ["topics", "blueprint", "pass", "contestMinutes", "reviewBy"], [], Read, _ => null);

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
        Locations = page.Locations,
        Topics = Topics(page.Written),
        Blueprint = Blueprint(page),
        Pass = page.Written.Integer("pass", 0, 100),
        ContestMinutes = page.Written.Integer("contestMinutes", 1, 180),
        ReviewBy = page.Written.Date("reviewBy"),
        Questions = page.Questions,
        Overdue = page.Overdue,
    };

    /// <summary>Reads what stands below the fields of a quiz, and finds blueprints by which no paper can be drawn.</summary>
    /// <param name="asOf">Questions whose day of review lies before it are told apart.</param>
    public static QuizBody ReadBody(FieldValues fields, MarkdownFile parts, DateOnly asOf)
    {
        var quiz = QuizReader.Read(fields.Path, parts.Body, parts.BodyLine, Topics(fields));
        if (fields.Blueprint("blueprint") is { } blueprint)
        {
            fields.Diagnostics.AddRange(BlueprintRules.Find(blueprint, quiz.Questions, fields.LocationOf(fields.Find("blueprint"))));
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
        && (page.Overdue.IsEmpty || BlueprintRules.Find(blueprint, page.Questions, default).IsEmpty)
            ? blueprint
            : null;

    private static ImmutableArray<string> Topics(FieldValues fields) => fields.Texts("topics");
}
