namespace Site.Model;

/// <summary>Something that happens at a place and time.</summary>
public sealed record EventPage : Page
{
    public required Moment Start { get; init; }

    /// <summary>The end, not before <see cref="Start"/>, or null.</summary>
    public Moment? End { get; init; }

    public string? Place { get; init; }

    /// <summary>What sort it is, in the campaign's words: 咨询日, 演练.</summary>
    public string? Kind { get; init; }

    /// <summary>How to take part, in words, or null.</summary>
    public string? Registration { get; init; }

    /// <summary>Places for people, 1 or more, or null.</summary>
    public int? Capacity { get; init; }
}
