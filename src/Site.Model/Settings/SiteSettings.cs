using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What <c>site.yaml</c> says.</summary>
public sealed record SiteSettings
{
    public required string Title { get; init; }

    /// <summary>Absolute http or https address of the home page, with a path where the site lies below one; ends in <c>/</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The office that runs the campaign.</summary>
    public required string Organiser { get; init; }

    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "zh-Hans";

    /// <summary>Id of the campaign that the home page shows, or null for the one of the build's year, or else the newest.</summary>
    public string? Campaign { get; init; }

    /// <summary>Entries of the menu; empty for the theme's own five.</summary>
    public ImmutableArray<MenuEntry> Menu { get; init; } = [];

    /// <summary>Numbers to call, the one to show largest first; never empty.</summary>
    public ImmutableArray<Hotline> Hotlines { get; init; } = Hotline.Nationwide;

    public Footer Footer { get; init; } = new();

    /// <summary>Where the fields stand: <c>theme</c>, <c>footer</c>, <c>footer.icp</c>, and <c>menu.0</c> for the first entry of the menu.</summary>
    public FieldPlaces Places { get; init; } = new("site.yaml", []);

    /// <summary>Name of a theme.</summary>
    public string Theme { get; init; } = "Campaign";

    /// <summary>Which pages get a share picture of their own.</summary>
    public SharePictures SharePictures { get; init; } = SharePictures.Auto;

    /// <summary>Path part of <see cref="Url"/>, beginning and ending in <c>/</c>.</summary>
    public string BasePath => Url.AbsolutePath;
}
