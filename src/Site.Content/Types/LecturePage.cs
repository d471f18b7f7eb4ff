using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Core.Vocabularies;

namespace Site.Content.Types;

/// <summary>An expert's lecture, as text or recording.</summary>
public sealed record LecturePage : Page
{
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
}

/// <summary><c>content/lectures/name.md</c></summary>
internal static class LectureKind
{
    public static ContentType Kind { get; } = new(
        "lectures", "大讲堂",
        ["series", "speaker", "start", "minutes", "video", "audio", "captions", "transcript"], ["series"],
        Read, page => ((LecturePage)page).Start?.Day ?? page.Date);

    private static LecturePage Read(PageFields page) => new()
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
        Series = page.Written.Enum("series", Vocabulary.LectureSeries) ?? "",
        Speaker = page.Written.CommonText("speaker"),
        Start = page.Written.Moment("start"),
        Minutes = page.Written.Integer("minutes", 1, 1440),
        Video = page.Written.PathOrUrl("video"),
        Audio = page.Written.PathOrUrl("audio"),
        Captions = page.Written.PathOrUrl("captions"),
        Transcript = page.Written.PathOrUrl("transcript"),
    };
}
