using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Site.Model;

namespace Site.Reading;

/// <summary>The order of a website's pages.</summary>
internal static class PageOrder
{
    /// <returns>By kind, then newest first where the kind has days (pages without one last), then by order, then by address (ordinal), then by path.</returns>
    /// <param name="kinds">For each page, its place in <see cref="ContentKinds.All"/>.</param>
    public static ImmutableArray<Page> Sort(Page[] pages, int[] kinds)
    {
        var keys = new Key[pages.Length];
        for (var i = 0; i < pages.Length; i++)
        {
            var page = pages[i];
            keys[i] = new(kinds[i], -(ContentKinds.All[kinds[i]].When(page)?.DayNumber ?? -1), page.Order, page.Address, page.Path);
        }

        var sorted = pages.ToArray();
        Array.Sort(keys, sorted);
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    private sealed record Key(int Kind, int Day, int Order, string Address, string Path) : IComparable<Key>
    {
        public int CompareTo(Key? other) =>
            other is null ? 1
            : Kind != other.Kind ? Kind.CompareTo(other.Kind)
            : Day != other.Day ? Day.CompareTo(other.Day)
            : Order != other.Order ? Order.CompareTo(other.Order)
            : string.CompareOrdinal(Address, other.Address) is var byAddress and not 0 ? byAddress
            : string.CompareOrdinal(Path, other.Path);
    }
}
