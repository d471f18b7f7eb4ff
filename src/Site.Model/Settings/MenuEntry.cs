namespace Site.Model;

/// <summary>An entry of the menu.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Address">Where it leads, decoded, from the site's root: <c>/guides/</c>.</param>
public sealed record MenuEntry(string Label, string Address);
