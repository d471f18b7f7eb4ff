using Site.Model;

namespace Site.Reading;

/// <summary><c>content/lectures/name.md</c></summary>
internal static class LectureKind
{
    public static ContentKind Kind { get; } = new(
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
        Places = page.Places,
        Series = page.Written.Word("series", Vocabularies.LectureSeries) ?? "",
        Speaker = page.Written.CommonText("speaker"),
        Start = page.Written.Moment("start"),
        Minutes = page.Written.Whole("minutes", 1, 1440),
        Video = page.Written.PathOrUrl("video"),
        Audio = page.Written.PathOrUrl("audio"),
        Captions = page.Written.PathOrUrl("captions"),
        Transcript = page.Written.PathOrUrl("transcript"),
    };
}
