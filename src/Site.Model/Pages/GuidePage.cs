using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What to do about one hazard.</summary>
public sealed record GuidePage : Page
{
    /// <summary>The hazard in a word or two: 火灾; null where the guide is about none in particular.</summary>
    public string? Hazard { get; init; }

    /// <summary>Lines to tick off on paper, plain text.</summary>
    public ImmutableArray<string> Checklist { get; init; } = [];

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}
