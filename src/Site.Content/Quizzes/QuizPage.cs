using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.StructuredData;

namespace Site.Content.Quizzes;

/// <summary>A set of questions with answers, explanations and the rule by which papers are drawn from it: <c>content/quizzes/name.md</c>.</summary>
public sealed record QuizPage(PageHeader Header) : Page(Header)
{
    public static ContentType<QuizPage> Definition { get; } = new("quizzes", "quiz")
    {
        Label = "测验",
        ListTitle = "测测你的安全力",
        Counter = "套",
        MenuLabel = "测一测",
        SectionOrder = 20,
        ListSearchFor = ["测验", "题库", "答题", "知识竞赛", "试题"],
        ShareSign = "quiz",
        SearchWeight = 60,
        HasPagesBelow = true,
        Fields =
        [
            Field.Texts("topics", "题目用到的主题", "[消防, 用电]"),
            Field.Texts("questions", "从别的测验取来的题，写题号；写了，这一页就不写题", "[home-oil-01, rs-cpr-01]"),
            Field.Group("blueprint", BlueprintFields.Parts, "怎样抽题，写法见“测验”；不写就按顺序全部出", "{draw: 10, perTopic: {消防: 6, 用电: 4}, seed: daily}"),
            Field.Integer("pass", 0, 100, "答对百分之几算掌握", "80"),
            Field.Integer("contestMinutes", 1, 180, "计时比赛的分钟数，不写就不计时", "10"),
            Field.Date("reviewBy", "下次复核的日期，过了这一天题目会撤下"),
        ],
        Body = ReadBody,
        Create = (header, fields, body) => new(header)
        {
            Topics = fields.Texts("topics"),
            From = fields.Texts("questions"),
            Blueprint = BlueprintOf(fields, (QuizBody)body),
            Pass = fields.Integer("pass"),
            ContestMinutes = fields.Integer("contestMinutes"),
            ReviewBy = fields.Date("reviewBy"),
            Questions = ((QuizBody)body).Questions,
            Overdue = ((QuizBody)body).Overdue,
        },
        Item = page => new(Label: page.Questions.IsEmpty ? "正在复核" : $"{page.Questions.Length}题"),
        ReviewBy = page => page.ReviewBy,
        ReviewTexts = new("这套题", "对照现行法规复核每道题", "题目已经撤下"),
        StructuredData = Describe,
        Draft = new(
            "topics: [请写题目的主题]",
            """

            ## {{name}}：单选题题干？ {#q-{{name}}-1 .single topic=请写题目的主题 level=1}
            - [x] 写正确的选项
                > 对。写为什么对。
            - [ ] 写一个错误的选项
                > 错。写为什么错。
            - [ ] 写另一个错误的选项
                > 错。写为什么错。

            --- 解析
            写清楚道理和依据，读者答错了就看这里。

            ## {{name}}：判断题题干。 {#q-{{name}}-2 .judge topic=请写题目的主题 level=1}
            - [ ] 正确
                > 错了。写为什么。
            - [x] 错误
                > 对。写为什么。

            --- 解析
            写清楚道理和依据。
            """,
            """
            blueprint: {draw: 2, seed: daily}
            pass: 80
            reviewBy: {{year}}-12-31
            """),
    };

    /// <summary>The topics its questions may name, in the order of the result; empty when none is declared.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Ids of questions of other quizzes that make up this one; empty where it has its own.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>The questions that are written here; borrowed ones are judged where they are written.</summary>
    public ImmutableArray<Question> Written => From.IsEmpty ? Questions : [];

    /// <summary>How a paper is drawn, or null for all questions in order.</summary>
    public Blueprint? Blueprint { get; init; }

    /// <summary>The share of points that counts as passed, 0 to 100, or null.</summary>
    public int? Pass { get; init; }

    /// <summary>Minutes of a contest, 1 to 180, or null where it has no clock; readers can always do without the clock.</summary>
    public int? ContestMinutes { get; init; }

    /// <summary>The day after which the questions leave the public quiz, or null.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Those that are public, written here or borrowed; at least one is written or named (checked as <c>quiz/no-question</c>), and none is left where all are overdue.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>Those that have left the public quiz, since nobody has checked them again in time.</summary>
    public ImmutableArray<Question> Overdue { get; init; } = [];

    /// <summary>The scenarios of its questions, each once.</summary>
    public IEnumerable<Scenario> Scenarios =>
        Questions.Select(question => question.Scenario).OfType<Scenario>().Distinct<Scenario>(ReferenceEqualityComparer.Instance);

    /// <summary>The body, and every part of its questions and scenarios.</summary>
    public override IEnumerable<HtmlFragment> Fragments =>
        Questions.SelectMany(question => question.Fragments).Concat(Scenarios.Select(scenario => scenario.Text)).Prepend(Body);

    public override IEnumerable<string> FragmentIds =>
        Questions.Select(question => question.Id).Concat(Scenarios.Select(scenario => scenario.Id));

    /// <summary>Reads what stands below the fields of a quiz, and finds blueprints by which no paper can be drawn.</summary>
    /// <param name="asOf">Questions whose day of review lies before it are listed as overdue.</param>
    private static QuizBody ReadBody(MarkdownFile file, FieldValues fields, DateOnly asOf)
    {
        var borrows = !fields.Texts("questions").IsEmpty;
        var quiz = QuizReader.Read(fields.Path, file.Body, file.BodyLine, fields.Texts("topics"), borrows);
        if (!borrows && fields.Blueprint("blueprint") is { } blueprint)
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
    private static Blueprint? BlueprintOf(FieldValues fields, QuizBody body) =>
        fields.Blueprint("blueprint") is { } blueprint
        && (body.Overdue.IsEmpty || BlueprintRules.Find(blueprint, body.Questions, default).IsEmpty)
            ? blueprint
            : null;

    /// <remarks>
    /// schema.org/Quiz is a LearningResource; its questions are its parts, each a schema.org/Question with the kind of question that the Learning Resource Metadata
    /// Initiative calls eduQuestionType.
    /// </remarks>
    private static SchemaWork Describe(QuizPage page, SchemaContext context) => PageSchema.Lesson(page, context, "Quiz") with
    {
        LearningResourceType = "Quiz",
        EducationalUse = "自测",
        Assesses = page.Topics.IsEmpty ? null : page.Topics,
        HasPart = [.. page.Questions.Select(question => new SchemaQuestion(SchemaNameOf(question.Type), question.Text, PageSchema.NullIfEmpty(question.Topic)))],
    };

    private static string SchemaNameOf(QuestionType type) => type switch
    {
        QuestionType.Single => "Multiple choice",
        QuestionType.Multiple => "Checkbox",
        QuestionType.Judge => "True or false",
        QuestionType.Blank => "Fill in the blank",
        QuestionType.Numeric => "Numeric",
        QuestionType.Match => "Matching",
        _ => "Ordering",
    };
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

    /// <returns>A paper of the reader's own choice: seed, length, topics.</returns>
    public static string OwnPaper(QuizPage quiz) => Papers(quiz) + "own/";

    /// <returns>The quiz for a hall.</returns>
    public static string Presenter(QuizPage quiz) => quiz.Address + "present/";

    /// <returns>The quiz for a public screen.</returns>
    public static string PublicScreen(QuizPage quiz) => quiz.Address + "screen/";
}
