using System.Collections.Immutable;

namespace Site.Model;

/// <summary>How pages look: a component for each kind of view, and one around them all.</summary>
/// <param name="Name">As in <c>site.yaml</c>.</param>
/// <param name="Shell">Component with the parameter <c>Frame</c> (<see cref="ShellView"/>): everything around the main part.</param>
/// <param name="Layouts">A component for each kind of page, with the parameters <c>View</c> (<see cref="PageView"/>) and <c>Page</c>
/// (that kind), and one for each other kind of view, with the parameter <c>View</c>.</param>
public sealed record Theme(string Name, Type Shell, ImmutableArray<Layout> Layouts);
