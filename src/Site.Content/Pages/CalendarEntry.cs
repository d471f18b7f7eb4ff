using System.Collections.Immutable;
using Site.Content.FrontMatter;

namespace Site.Content.Pages;

/// <summary>One thing to do, for calendars, as a page tells it.</summary>
public sealed record CalendarEntry
{
    /// <summary>Said where nobody wrote when it ends.</summary>
    public const string WithoutEnd = "没有公布结束时间，日历里按一小时标出。";

    /// <summary>What tells it from other entries of the same page, forever: <c>/2024-06-16</c>; or empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>Stands after the page's title; or empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Stands after the page's title in lists of what is near; as <see cref="Title"/> where it is null.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>Lines of plain text; those that are null or empty are left out.</summary>
    public ImmutableArray<string?> Description { get; init; } = [];

    public string? Place { get; init; }

    /// <summary>The place beside the page's title, which may name half of it; as <see cref="Place"/> where it is null.</summary>
    public string? ShortPlace { get; init; }

    /// <summary>Degrees (WGS 84), or null.</summary>
    public (decimal Latitude, decimal Longitude)? Location { get; init; }

    public required string Category { get; init; }

    public required Moment Start { get; init; }

    /// <summary>Not before <see cref="Start"/>, or null. A day without time is the whole of that day.</summary>
    public Moment? End { get; init; }

    /// <summary>Whether it stands in the calendar of the whole site and among what is near, and not in the calendar of its page alone.</summary>
    public bool IsInSiteCalendar { get; init; } = true;

    /// <summary>Whether it comes again on the same day of every year.</summary>
    public bool IsYearly { get; init; }
}
