using Site.Model;

namespace Site.Reading;

/// <summary><c>content/campaigns/2024.md</c></summary>
internal static class CampaignKind
{
    private static readonly FieldSet TourFields = new(["name", "end"], ["name"], FieldNames.None);

    public static ContentKind Kind { get; } = new(
        "campaigns", "历届活动",
        ["year", "edition", "slogan", "start", "end", "tour", "place"], ["year", "edition", "slogan", "start", "end"],
        Read, page => ((CampaignPage)page).Start);

    private static CampaignPage Read(PageFields page)
    {
        var fields = page.Written;
        var year = fields.Whole("year", 2002, 2100) ?? fields.Date("start")?.Year ?? DateFields.Unknown.Year;
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
            Places = page.Places,
            Year = year,
            Edition = fields.Whole("edition", 1, 100) ?? year - 2001,
            Slogan = fields.RequiredText("slogan"),
            Start = start,
            End = end,
            Tour = Tour(fields),
            Place = fields.Text("place"),
        };
    }

    /// <returns>A tour written as its name alone, or as name and end.</returns>
    private static Tour? Tour(WrittenFields fields) => fields.Find("tour") switch
    {
        null => null,
        YamlNode.Scalar name => fields.TextOf("tour", name) is { } text ? new(text, null) : null,
        var node => fields.Group("tour", node, TourFields, "写成 {name: 安全生产万里行, end: 2025-12-31}。") is { } tour
            ? new(tour.RequiredText("name"), tour.Date("end"))
            : null,
    };
}
