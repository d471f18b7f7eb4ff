using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A safety experience hall that people can visit.</summary>
public sealed record HallPage : Page
{
    /// <summary>Id of <see cref="Vocabularies.HallClasses"/>; Ⅰ and I are the same.</summary>
    public required string Class { get; init; }

    /// <summary>The year of its accreditation, or null.</summary>
    public int? Accredited { get; init; }

    /// <summary>District, as in the hall finder; never empty.</summary>
    public required string Area { get; init; }

    public string? StreetAddress { get; init; }

    /// <summary>Latitude −90 to 90 and longitude −180 to 180 in degrees (WGS 84), or null.</summary>
    public (decimal Latitude, decimal Longitude)? Location { get; init; }

    public string? Hours { get; init; }

    public string? Booking { get; init; }

    /// <summary>The hall's public telephone, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Days on which it is open to everyone, by date.</summary>
    public ImmutableArray<OpenDay> OpenDays { get; init; } = [];

    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>How people reach it and move in it: steps, lifts, toilets.</summary>
    public ImmutableArray<string> Access { get; init; } = [];
}
