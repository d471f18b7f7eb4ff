using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>An accident that others learn from, after its published investigation report.</summary>
public sealed record WarningPage : Page
{
    public required DateOnly Occurred { get; init; }

    public required string Place { get; init; }

    /// <summary>People who died, 0 or more; null where no figure was published.</summary>
    public int? Deaths { get; init; }

    /// <summary>People injured, 0 or more; null where no figure was published.</summary>
    public int? Injuries { get; init; }

    /// <summary>The cause in one sentence.</summary>
    public string? Cause { get; init; }

    /// <summary>The published report: its name, with its address where known.</summary>
    public Source? Report { get; init; }
}

/// <summary><c>content/warnings/name.md</c></summary>
internal static class WarningKind
{
    public static ContentType Kind { get; } = new(
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
        Locations = page.Locations,
        Occurred = page.Written.RequiredDate("occurred"),
        Place = page.Written.RequiredText("place"),
        Deaths = page.Written.Integer("deaths", 0),
        Injuries = page.Written.Integer("injuries", 0),
        Cause = page.Written.Text("cause"),
        Report = page.Written.Source("report"),
    };
}
