namespace Site.Model;

/// <summary>An accident that others learn from, after its published investigation report.</summary>
public sealed record WarningPage : Page
{
    public required DateOnly Occurred { get; init; }

    public required string Place { get; init; }

    /// <summary>People who died, 0 or more; null where no figure was published.</summary>
    public int? Deaths { get; init; }

    /// <summary>People injured, 0 or more; null where no figure was published.</summary>
    public int? Injuries { get; init; }

    /// <summary>The cause in one sentence.</summary>
    public string? Cause { get; init; }

    /// <summary>The published report: its name, with its address where known.</summary>
    public Source? Report { get; init; }
}
