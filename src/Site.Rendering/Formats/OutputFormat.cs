using Site.Model;

namespace Site.Rendering;

/// <summary>A form in which the site is given out beside its pages.</summary>
/// <param name="Name">What developers call it: <c>atom</c>.</param>
/// <param name="Render">Lists its files; their bytes are made when they are asked for.</param>
public sealed record OutputFormat(string Name, Func<Website, Release, IEnumerable<OutputFile>> Render);
