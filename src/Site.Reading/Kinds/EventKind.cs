using Site.Model;

namespace Site.Reading;

/// <summary><c>content/events/name.md</c></summary>
internal static class EventKind
{
    public static ContentKind Kind { get; } = new(
        "events", "活动安排",
        ["start", "end", "place", "kind", "registration", "capacity"], ["start"],
        Read, page => ((EventPage)page).Start.Day);

    private static EventPage Read(PageFields page)
    {
        var fields = page.Written;
        var start = fields.Moment("start") ?? new(DateFields.Unknown, null);
        var end = fields.Moment("end");
        fields.EndAfterStart("end", end is { } last && IsBefore(last, start));
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
            Start = start,
            End = end,
            Place = fields.CommonText("place"),
            Kind = fields.CommonText("kind"),
            Registration = fields.Text("registration"),
            Capacity = fields.Whole("capacity", 1),
        };
    }

    /// <returns>Whether the end comes first; a whole day ends when its last hour does.</returns>
    private static bool IsBefore(Moment end, Moment start) =>
        end.Day < start.Day || (end.Day == start.Day && end.Time < start.Time);
}
