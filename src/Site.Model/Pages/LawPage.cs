namespace Site.Model;

/// <summary>A law or regulation: which version, and what it asks of whom, in the site's own words.</summary>
public sealed record LawPage : Page
{
    /// <summary>The official name: 中华人民共和国安全生产法.</summary>
    public required string Name { get; init; }

    /// <summary>The day of this version's text.</summary>
    public required DateOnly Version { get; init; }

    /// <summary>How many articles it has, 1 or more.</summary>
    public required int Articles { get; init; }

    /// <summary>Address of the text in the official database, or null.</summary>
    public string? Official { get; init; }
}
