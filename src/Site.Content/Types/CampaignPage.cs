using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Core.Yaml;

namespace Site.Content.Types;

/// <summary>One year's Safety Production Month.</summary>
public sealed record CampaignPage : Page
{
    public required int Year { get; init; }

    /// <summary>The how-manieth it is; <see cref="Year"/> − 2001 (checked as <c>campaign/wrong-edition</c>).</summary>
    public required int Edition { get; init; }

    public required string Slogan { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>The last day, not before <see cref="Start"/>.</summary>
    public required DateOnly End { get; init; }

    /// <summary>The tour that goes on after the month (安全生产万里行), or null.</summary>
    public Tour? Tour { get; init; }

    public string? Place { get; init; }
}

/// <summary>The reporting tour that starts with the month and outlasts it.</summary>
/// <param name="Name">安全生产万里行, or a place's own name for it.</param>
/// <param name="End">Its last day, or null where the plan does not say.</param>
public sealed record Tour(string Name, DateOnly? End);

/// <summary><c>content/campaigns/2024.md</c></summary>
internal static class CampaignKind
{
    private static readonly FieldSet TourFields = new(["name", "end"], ["name"], FieldNames.None);

    public static ContentType Kind { get; } = new(
        "campaigns", "历届活动",
        ["year", "edition", "slogan", "start", "end", "tour", "place"], ["year", "edition", "slogan", "start", "end"],
        Read, page => ((CampaignPage)page).Start);

    private static CampaignPage Read(PageFields page)
    {
        var fields = page.Written;
        var year = fields.Integer("year", 2002, 2100) ?? fields.Date("start")?.Year ?? DateFields.Unknown.Year;
        var start = fields.Date("start") ?? new(year, 6, 1);
        var end = fields.Date("end") ?? start;
        fields.EndAfterStart("end", end < start);
        return new()
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
            Year = year,
            Edition = fields.Integer("edition", 1, 100) ?? year - 2001,
            Slogan = fields.RequiredText("slogan"),
            Start = start,
            End = end,
            Tour = Tour(fields),
            Place = fields.Text("place"),
        };
    }

    /// <returns>A tour written as its name alone, or as name and end.</returns>
    private static Tour? Tour(FieldValues fields) => fields.Find("tour") switch
    {
        null => null,
        YamlNode.Scalar name => fields.TextOf("tour", name) is { } text ? new(text, null) : null,
        var node => fields.Group("tour", node, TourFields, "写成 {name: 安全生产万里行, end: 2025-12-31}。") is { } tour
            ? new(tour.RequiredText("name"), tour.Date("end"))
            : null,
    };
}
