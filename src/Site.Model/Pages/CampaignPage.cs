namespace Site.Model;

/// <summary>One year's Safety Production Month.</summary>
public sealed record CampaignPage : Page
{
    public required int Year { get; init; }

    /// <summary>The how-manieth it is; <see cref="Year"/> − 2001 (checked as <c>campaign/wrong-edition</c>).</summary>
    public required int Edition { get; init; }

    public required string Slogan { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>The last day, not before <see cref="Start"/>.</summary>
    public required DateOnly End { get; init; }

    /// <summary>The tour that goes on after the month (安全生产万里行), or null.</summary>
    public Tour? Tour { get; init; }

    public string? Place { get; init; }
}
