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
        var keys = new (int Kind, int Day, int Order, string Address, string Path)[pages.Length];
        for (var i = 0; i < pages.Length; i++)
        {
            var page = pages[i];
            keys[i] = (kinds[i], -(ContentKinds.All[kinds[i]].When(page)?.DayNumber ?? -1), page.Order, page.Address, page.Path);
        }

        var sorted = pages.ToArray();
        Array.Sort(keys, sorted, Comparer<(int Kind, int Day, int Order, string Address, string Path)>.Create((a, b) =>
            a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind)
            : a.Day != b.Day ? a.Day.CompareTo(b.Day)
            : a.Order != b.Order ? a.Order.CompareTo(b.Order)
            : string.CompareOrdinal(a.Address, b.Address) is var byAddress and not 0 ? byAddress
            : string.CompareOrdinal(a.Path, b.Path)));
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }
}
