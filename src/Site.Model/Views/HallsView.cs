using System.Collections.Immutable;

namespace Site.Model;

/// <summary>The hall finder: all halls, to be narrowed by area, class and day without script.</summary>
public sealed record HallsView : View
{
    /// <summary>Halls by area, then class, then title.</summary>
    public required ImmutableArray<HallPage> Halls { get; init; }

    /// <summary>The groups <c>area</c>, <c>class</c> and <c>day</c>. The filter's style sheet hides an element with
    /// <c>data-area="v"</c> (values apart by spaces) where the input with id <c>area-N</c> for another value is checked.</summary>
    public required ImmutableArray<FilterGroup> Filters { get; init; }

    /// <summary>Address of the style sheet that makes <see cref="Filters"/> work, from the site's root.</summary>
    public required string FilterStyles { get; init; }
}
