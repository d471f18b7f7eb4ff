using Site.Model;

namespace Site.Rendering;

/// <summary>The pages of a tag.</summary>
/// <param name="Label">The tag as first written.</param>
/// <param name="Address">Of its list.</param>
/// <param name="Pages">In the order of the website's pages.</param>
internal sealed record TagList(string Label, string Address, List<Page> Pages);
