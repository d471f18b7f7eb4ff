using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.StructuredData;
using Site.Core.Vocabularies;

namespace Site.Content.Types;

/// <summary>What a written page is about.</summary>
public static class PageSubjects
{
    public static SchemaThing Of(Page page, SchemaContext context) => page switch
    {
        NewsPage news => PageSchema.Article(page, context, "NewsArticle", news.Unit),
        WarningPage => PageSchema.Article(page, context, "Article"),
        GuidePage guide => PageSchema.Lesson(page, context, "LearningResource") with { LearningResourceType = "安全指南", Teaches = PageSchema.NullIfEmpty(guide.Hazard) },
        LecturePage lecture => Lecture(lecture, context),
        QuizPage quiz => Quiz(quiz, context),
        LawPage law => PageSchema.Work(page, context, "Legislation") with
        {
            LegislationDateVersion = law.Version,
            AlternateName = law.Name,
            SameAs = PageSchema.NullIfEmpty(law.Official),
            Publisher = null,
        },
        WorkPage => PageSchema.Work(page, context, "CreativeWork"),
        EventPage occasion => PageSchema.Event(occasion.Start, occasion.End, occasion.Place) with
        {
            MaximumAttendeeCapacity = occasion.Capacity,
            Organizer = context.Organiser,
        },
        CampaignPage campaign => PageSchema.Event(new(campaign.Start, null), new Moment(campaign.End, null), campaign.Place) with
        {
            AlternateName = campaign.Slogan,
            Organizer = context.Organiser,
        },
        HallPage hall => Hall(hall, context),
        _ => PageSchema.Work(page, context, "WebPage"),
    };

    private static SchemaWork Lecture(LecturePage page, SchemaContext context)
    {
        var length = page.Minutes is { } minutes ? FormattableString.Invariant($"PT{minutes}M") : null;
        var lesson = PageSchema.Lesson(page, context, page.Video is null ? "LearningResource" : "VideoObject") with
        {
            LearningResourceType = Vocabulary.LectureSeries.Label(page.Series),
            TimeRequired = length,
        };
        return page.Video is not { } video ? lesson : lesson with
        {
            ThumbnailUrl = context.Image,
            Duration = length,
            UploadDate = (page.Date ?? page.Start?.Day) is { } day ? LocalTime.Midnight(day) : null,
            ContentUrl = video.StartsWith("https://", StringComparison.Ordinal) ? video : context.FileUrl(video),
        };
    }

    private static SchemaVenue Hall(HallPage page, SchemaContext context) => new()
    {
        Type = "CivicStructure",
        Address = new(page.Area, PageSchema.NullIfEmpty(page.StreetAddress)),
        Geo = page.Location is var (latitude, longitude) ? new(latitude, longitude) : null,
        Telephone = PageSchema.NullIfEmpty(page.Phone),
        Event = page.OpenDays.IsEmpty ? null :
        [
            .. page.OpenDays.Select(day =>
                PageSchema.Event(new(day.Day, day.From), day.To is { } to ? new Moment(day.Day, to) : null, page.StreetAddress ?? page.Area) with
                {
                    Name = context.Title + "：开放日",
                    Url = context.Url,
                    IsAccessibleForFree = day.IsFree,
                }),
        ],
    };

    /// <remarks>
    /// schema.org/Quiz is a LearningResource; its questions are its parts, each a schema.org/Question with the kind of question that the Learning Resource Metadata
    /// Initiative calls eduQuestionType.
    /// </remarks>
    private static SchemaWork Quiz(QuizPage page, SchemaContext context) => PageSchema.Lesson(page, context, "Quiz") with
    {
        LearningResourceType = "Quiz",
        EducationalUse = "自测",
        Assesses = page.Topics.IsEmpty ? null : page.Topics,
        HasPart = [.. page.Questions.Select(question => new SchemaQuestion(NameOf(question.Type), question.Text, PageSchema.NullIfEmpty(question.Topic)))],
    };

    private static string NameOf(QuestionType type) => type switch
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
