using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Exposures.SignOffs;
using Site.Rendering.Pictures;
using Site.Rendering.Search;
using Site.Rendering.Themes;

namespace Site.Rendering;

/// <summary>What rendering needs and cannot make itself.</summary>
public sealed record BuildAssets
{
    /// <summary>The theme's bundled styles, scripts and drawings.</summary>
    public required ThemeAssets Assets { get; init; }

    /// <summary>Pictures in all sizes, by source path: <c>content/guides/img/oil.svg</c>.</summary>
    public IReadOnlyDictionary<string, ResponsivePicture> Pictures { get; init; } = ImmutableDictionary<string, ResponsivePicture>.Empty;

    /// <summary>Share pictures by the address of their page: published name and bytes.</summary>
    public IReadOnlyDictionary<string, PictureFile> SharePictures { get; init; } = ImmutableDictionary<string, PictureFile>.Empty;

    /// <summary>Gives a poster that an earlier build drew of the same (the first argument), or else draws it (the second) and keeps it.</summary>
    public Func<byte[], Func<byte[]>, byte[]> KeptPoster { get; init; } = (_, draw) => draw();

    /// <summary>Sign-offs that hold, in the order of the policy, by the path of what was signed: a page's source, <c>input/exposures/…</c> or <c>input/releases/NAME</c>.</summary>
    public FrozenDictionary<string, ImmutableArray<SignOff>> SignOffs { get; init; } = FrozenDictionary<string, ImmutableArray<SignOff>>.Empty;

    /// <summary>Whether a search index is made.</summary>
    public bool HasSearch { get; init; }

    /// <summary>The search index as the last build published it on the same ground, or null: the index is the same either way.</summary>
    public PublishedIndex? Index { get; init; }
}
