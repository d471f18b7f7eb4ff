using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>A chart to draw: one bar for each figure, all of one indicator and so of one unit.</summary>
/// <param name="Key">Names it within the whole site: <c>2026-06-28/sessions/1-area</c>.</param>
/// <param name="Id">Names it within its page, ASCII: <c>chart-1-area</c>.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="IsCourse">Whether the figures follow one another in time; they then stand side by side, else one below the other.</param>
/// <param name="Bars">One or more.</param>
public sealed record ChartOrder(string Key, string Id, string Title, bool IsCourse, ImmutableArray<ChartBar> Bars);

/// <summary>A bar of a chart.</summary>
/// <param name="Label">Whose figure it is.</param>
/// <param name="Figure">The figure; one that is withheld is drawn as a hatched band, one that cannot exist as a gap.</param>
public sealed record ChartBar(string Label, Cell Figure);
