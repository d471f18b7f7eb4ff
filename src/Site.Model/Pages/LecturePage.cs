namespace Site.Model;

/// <summary>An expert's lecture, as text or recording.</summary>
public sealed record LecturePage : Page
{
    /// <summary>Id of <see cref="Vocabularies.LectureSeries"/>.</summary>
    public required string Series { get; init; }

    public string? Speaker { get; init; }

    /// <summary>When it is or was held, in local time, or null.</summary>
    public Moment? Start { get; init; }

    /// <summary>How long it takes, 1 or more, or null.</summary>
    public int? Minutes { get; init; }

    /// <summary>Path of a file beside the page or an https address, or null; likewise the next three.</summary>
    public string? Video { get; init; }

    public string? Audio { get; init; }

    public string? Captions { get; init; }

    public string? Transcript { get; init; }
}
