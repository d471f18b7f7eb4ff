using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>What rendering needs and cannot make itself.</summary>
public sealed record Materials
{
    /// <summary>The theme's bundled styles, scripts and drawings.</summary>
    public required ThemeAssets Assets { get; init; }

    /// <summary>Pictures in all sizes, by source path: <c>content/guides/img/oil.svg</c>.</summary>
    public IReadOnlyDictionary<string, MadePicture> Pictures { get; init; } = ImmutableDictionary<string, MadePicture>.Empty;

    /// <summary>Share pictures by the address of their page: published name and bytes.</summary>
    public IReadOnlyDictionary<string, PictureFile> SharePictures { get; init; } = ImmutableDictionary<string, PictureFile>.Empty;

    /// <summary>Drawn charts, each an <c>svg</c> element, by <see cref="ChartOrder.Key"/>.</summary>
    public IReadOnlyDictionary<string, string> Charts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether a search index is made once the pages stand.</summary>
    public bool HasSearch { get; init; }
}
