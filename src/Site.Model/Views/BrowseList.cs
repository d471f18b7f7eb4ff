namespace Site.Model;

/// <summary>A list of pages to go to.</summary>
/// <param name="Link">The list.</param>
/// <param name="Count">How many pages it has, 1 or more.</param>
public sealed record BrowseList(PageLink Link, int Count);
