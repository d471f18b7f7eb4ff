using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>A list of exposure entries.</summary>
/// <param name="Address">Of its first page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it holds, in a sentence.</param>
/// <param name="Items">Newest first.</param>
internal sealed record ExposureList(string Address, string Title, string Lead, ImmutableArray<SafeExposure> Items)
{
    /// <summary>Entries a page.</summary>
    public const int PageSize = 100;

    /// <summary>Pages, 1 or more.</summary>
    public int PageCount => Math.Max(1, (Items.Length + PageSize - 1) / PageSize);
}
