using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A release in a few figures.</summary>
/// <param name="Release">The release.</param>
/// <param name="Figures">Up to three totals that are shown, in the order of the tables.</param>
public sealed record ReleaseGlance(SafeRelease Release, ImmutableArray<GlanceFigure> Figures);

/// <summary>A total.</summary>
/// <param name="Label">What it counts: 宣讲活动.</param>
/// <param name="Value">As readers see it: <c>1,234</c>.</param>
/// <param name="Unit">Unit of count: 场.</param>
public sealed record GlanceFigure(string Label, string Value, string Unit);
