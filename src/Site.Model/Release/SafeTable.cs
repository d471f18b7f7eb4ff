using System.Collections.Immutable;

namespace Site.Model;

/// <summary>
/// A table whose every cell has been through disclosure control. Only Site.Disclosure can make one, so a page cannot print a figure that
/// has not.
/// </summary>
public sealed record SafeTable
{
    internal SafeTable(
        string id, string title, ImmutableArray<SafeDimension> dimensions, ImmutableArray<SafeIndicator> indicators, ImmutableArray<Cell> cells) =>
        (Id, Title, Dimensions, Indicators, Cells) = (id, title, dimensions, indicators, cells);

    /// <summary>Its name in <c>input/tables.yaml</c> and in addresses.</summary>
    public string Id { get; }

    /// <summary>What it shows, in simplified Chinese.</summary>
    public string Title { get; }

    /// <summary>Notes for readers, in simplified Chinese: what the figures cover and what they do not.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What it is broken down by, one to four dimensions.</summary>
    public ImmutableArray<SafeDimension> Dimensions { get; }

    /// <summary>The indicators shown, one or more.</summary>
    public ImmutableArray<SafeIndicator> Indicators { get; }

    /// <summary>
    /// The cells: indicator by indicator, then category by category of each dimension in turn, the last one fastest.
    /// As many as indicators times categories of all dimensions.
    /// </summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <returns>The cell of an indicator at one category of each dimension.</returns>
    /// <param name="indicator">Place in <see cref="Indicators"/>.</param>
    /// <param name="categories">Place in each dimension's categories, in the order of <see cref="Dimensions"/>.</param>
    /// <exception cref="ArgumentException">There is not one place for each dimension, or a place is outside.</exception>
    public Cell At(int indicator, params ReadOnlySpan<int> categories)
    {
        if (categories.Length != Dimensions.Length || indicator < 0 || indicator >= Indicators.Length)
        {
            throw new ArgumentException("A cell has an indicator and one category of each dimension.", nameof(categories));
        }

        var at = indicator;
        for (var dimension = 0; dimension < categories.Length; dimension++)
        {
            var size = Dimensions[dimension].Categories.Length;
            if (categories[dimension] < 0 || categories[dimension] >= size)
            {
                throw new ArgumentException("A category is outside its dimension.", nameof(categories));
            }

            at = (at * size) + categories[dimension];
        }

        return Cells[at];
    }
}
