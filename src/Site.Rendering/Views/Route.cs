using Site.Core.Sources;

namespace Site.Rendering.Views;

/// <summary>A page of HTML to make.</summary>
/// <param name="Address">Decoded, from the site's root; ends in <c>/</c>, or names a file (<c>/404.html</c>).</param>
/// <param name="Modified">The day it last changed, or null; with <paramref name="IsListed"/> it stands in the sitemap.</param>
/// <param name="IsListed">Whether search engines should know it.</param>
/// <param name="View">Makes what its template draws.</param>
internal sealed record Route(string Address, DateOnly? Modified, bool IsListed, Func<View> View)
{
    /// <summary>As in <see cref="OutputFile.Key"/>.</summary>
    public Digest Key { get; init; }

    /// <summary>Makes what the search knows of it; null where it does not find it.</summary>
    public Func<SearchDocument>? Search { get; init; }

    /// <summary>Where its file lies in the output folder.</summary>
    public string FilePath => Address.EndsWith('/') ? Address[1..] + "index.html" : Address[1..];
}
