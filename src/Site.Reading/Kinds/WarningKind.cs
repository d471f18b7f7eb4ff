using Site.Model;

namespace Site.Reading;

/// <summary><c>content/warnings/name.md</c></summary>
internal static class WarningKind
{
    public static ContentKind Kind { get; } = new(
        "warnings", "警示案例",
        ["occurred", "place", "deaths", "injuries", "cause", "report"], ["occurred", "place"],
        Read, page => ((WarningPage)page).Occurred);

    private static WarningPage Read(PageFields page) => new()
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
        Occurred = page.Written.RequiredDate("occurred"),
        Place = page.Written.RequiredText("place"),
        Deaths = page.Written.Whole("deaths", 0),
        Injuries = page.Written.Whole("injuries", 0),
        Cause = page.Written.Text("cause"),
        Report = page.Written.Source("report"),
    };
}
