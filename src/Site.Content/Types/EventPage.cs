using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>Something that happens at a place and time.</summary>
public sealed record EventPage : Page
{
    public required Moment Start { get; init; }

    /// <summary>The end, not before <see cref="Start"/>, or null.</summary>
    public Moment? End { get; init; }

    public string? Place { get; init; }

    /// <summary>What sort it is, in the campaign's words: 咨询日, 演练.</summary>
    public string? Kind { get; init; }

    /// <summary>How to take part, in words, or null.</summary>
    public string? Registration { get; init; }

    /// <summary>Places for people, 1 or more, or null.</summary>
    public int? Capacity { get; init; }
}

/// <summary><c>content/events/name.md</c></summary>
internal static class EventKind
{
    public static ContentType Kind { get; } = new(
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
            Locations = page.Locations,
            Start = start,
            End = end,
            Place = fields.CommonText("place"),
            Kind = fields.CommonText("kind"),
            Registration = fields.Text("registration"),
            Capacity = fields.Integer("capacity", 1),
        };
    }

    /// <returns>Whether the end comes first; a whole day ends when its last hour does.</returns>
    private static bool IsBefore(Moment end, Moment start) =>
        end.Day < start.Day || (end.Day == start.Day && end.Time < start.Time);
}
