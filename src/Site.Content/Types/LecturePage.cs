using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.StructuredData;
using Site.Core.Diagnostics;
using Site.Core.Vocabularies;

namespace Site.Content.Types;

/// <summary>An expert's lecture, as text or recording: <c>content/lectures/name.md</c>.</summary>
public sealed record LecturePage(PageHeader Header) : Page(Header)
{
    public static ContentType<LecturePage> Definition { get; } = new("lectures", "lecture")
    {
        Label = "讲座",
        ListTitle = "专家讲座",
        Counter = "场",
        SectionOrder = 70,
        ShareSign = "lecture",
        SearchWeight = 60,
        SearchTexts = page => [page.Speaker],
        Fields =
        [
            Field.Enum("series", Vocabulary.LectureSeries, "讲座系列", "open-class").Required(),
            Field.Text("speaker", "主讲的单位或岗位", "示例市消防救援支队"),
            Field.Moment("start", "什么时候讲", "2025-06-13 19:30"),
            Field.Integer("minutes", 1, 1440, "多少分钟", "30"),
            Field.PathOrUrl("video", "视频", "gas.mp4"),
            Field.PathOrUrl("audio", "音频", "gas.mp3"),
            Field.PathOrUrl("captions", "视频的字幕", "gas.vtt"),
            Field.PathOrUrl("transcript", "音频的文字稿", "gas.txt"),
        ],
        Create = (header, fields, _) => new(header)
        {
            Series = fields.Enum("series") ?? "",
            Speaker = fields.CommonText("speaker"),
            Start = fields.Moment("start"),
            Minutes = fields.Integer("minutes"),
            Video = fields.PathOrUrl("video"),
            Audio = fields.PathOrUrl("audio"),
            Captions = fields.PathOrUrl("captions"),
            Transcript = fields.PathOrUrl("transcript"),
        },
        Day = page => page.Start?.Day ?? page.Date,
        Item = page => new(
            page.Start?.Day,
            Vocabulary.LectureSeries.Label(page.Series),
            string.Join("　", new[] { page.Speaker, page.Minutes is { } minutes ? $"{minutes}分钟" : null }.OfType<string>())),
        TopicUse = TopicUse.Reading,
        Problems = FindProblems,
        Files = page =>
        [
            .. page.File("video", page.Video), .. page.File("audio", page.Audio),
            .. page.File("captions", page.Captions), .. page.File("transcript", page.Transcript),
        ],
        StructuredData = Describe,
        Draft = new(
            """
            series: micro-class # forum、open-class、micro-class、discussion、clinic、live 之一
            """,
            """
            ## 要点

            - 写听完要记住的第一件事。
            - 写第二件事。

            ## 文字稿

            写讲的内容，看不了视频的人读这里。
            """,
            """
            speaker: 请写主讲的单位或岗位
            start: {{year}}-06-13T19:30 # 改成开讲的日期和时间
            minutes: 30 # 改成多少分钟
            """),
    };

    /// <summary>Id of <see cref="Vocabulary.LectureSeries"/>.</summary>
    public required string Series { get; init; }

    public string? Speaker { get; init; }

    /// <summary>When it is or was held, in local time, or null.</summary>
    public Moment? Start { get; init; }

    /// <summary>How long it takes, 1 or more, or null.</summary>
    public int? Minutes { get; init; }

    /// <summary>Path of a file beside the page or an https address, or null; likewise the next three.</summary>
    public string? Video { get; init; }

    public string? Audio { get; init; }

    public string? Captions { get; init; }

    public string? Transcript { get; init; }

    private IEnumerable<Link> File(string field, string? target) => target is null ? [] : [new(Locations[field], target)];

    /// <summary>Asks for captions of videos and transcripts of sound (WCAG 2.2, success criteria 1.2.1 and 1.2.2).</summary>
    private static IEnumerable<Diagnostic> FindProblems(LecturePage lecture)
    {
        if (lecture is { Video: not null, Captions: null } && !lecture.Locations.IsFaulty("captions"))
        {
            yield return Diagnostic.Warning("lecture/no-captions", lecture.Locations["video"], "视频没有字幕，听不见的人看不懂。", "加上一行 “captions: 字幕文件.vtt”。");
        }

        if (lecture is { Audio: not null, Transcript: null } && !lecture.Locations.IsFaulty("transcript"))
        {
            yield return Diagnostic.Warning("lecture/no-transcript", lecture.Locations["audio"], "音频没有文字稿，听不见的人无从了解。", "加上一行 “transcript: 文字稿.txt”。");
        }
    }

    private static SchemaWork Describe(LecturePage page, SchemaContext context)
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
}
