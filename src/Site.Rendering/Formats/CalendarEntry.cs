using Site.Model;

namespace Site.Rendering;

/// <summary>One thing to do, in a calendar.</summary>
internal sealed record CalendarEntry
{
    /// <summary>What it is called forever, decoded, without the host: <c>/events/open-day</c> or <c>/halls/示例馆/2024-06-16</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its page, decoded, from the site's root.</summary>
    public required string Address { get; init; }

    public required string Title { get; init; }

    /// <summary>Lines of plain text.</summary>
    public string Description { get; init; } = "";

    public string? Place { get; init; }

    /// <summary>Degrees (WGS 84), or null.</summary>
    public (decimal Latitude, decimal Longitude)? Location { get; init; }

    public required string Category { get; init; }

    public required Moment Start { get; init; }

    /// <summary>Not before <see cref="Start"/>, or null. A day without time is the whole of that day.</summary>
    public Moment? End { get; init; }

    /// <summary>The day on which it last changed.</summary>
    public required DateOnly Changed { get; init; }
}
