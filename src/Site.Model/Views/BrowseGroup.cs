using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Lists of one sort.</summary>
/// <param name="Label">栏目, 行业, 人群 or 标签.</param>
/// <param name="Lists">Lists that have pages, with how many.</param>
public sealed record BrowseGroup(string Label, ImmutableArray<BrowseList> Lists);
