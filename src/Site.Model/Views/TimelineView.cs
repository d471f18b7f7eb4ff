using System.Collections.Immutable;

namespace Site.Model;

/// <summary>All campaigns, newest first: 回顾安全生产月.</summary>
public sealed record TimelineView : View
{
    public required ImmutableArray<CampaignPage> Campaigns { get; init; }
}
