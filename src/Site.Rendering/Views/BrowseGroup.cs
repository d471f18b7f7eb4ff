using System.Collections.Immutable;

namespace Site.Rendering.Views;

/// <summary>Lists of one sort.</summary>
/// <param name="Label">栏目, 行业, 人群 or 标签.</param>
/// <param name="Lists">Lists that have pages, with how many.</param>
public sealed record BrowseGroup(string Label, ImmutableArray<BrowseList> Lists);

/// <summary>A list of pages to go to.</summary>
/// <param name="Link">The list.</param>
/// <param name="Count">How many pages it has, 1 or more.</param>
/// <param name="Counter">What they are counted in.</param>
public sealed record BrowseList(PageLink Link, int Count, string Counter);
