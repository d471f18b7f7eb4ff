namespace Site.Model;

/// <summary>A part of the site that holds one kind of page.</summary>
/// <param name="Kind">A type derived from <see cref="Page"/>.</param>
/// <param name="Address">Its list: <c>/guides/</c>.</param>
/// <param name="Label">Its heading.</param>
public sealed record Section(Type Kind, string Address, string Label);
