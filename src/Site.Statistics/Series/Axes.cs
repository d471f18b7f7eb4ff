using System.Collections.Immutable;
using System.Globalization;
using Site.Statistics.Published;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Statistics.Series;

/// <summary>What the figures of one indicator in one year are broken down by, over all tables and releases that print any.</summary>
internal sealed class Axes
{
    private readonly ImmutableArray<Dictionary<string, int>> _places;

    /// <param name="dimensions">In the order in which tables print them; weeks are no dimension here.</param>
    /// <param name="days">The days up to which figures are printed, ascending, each once.</param>
    public Axes(ImmutableArray<Dimension> dimensions, ImmutableArray<DateOnly> days)
        : this(dimensions, [.. days.Select(day => new PrintedDay(0, day))])
    {
    }

    /// <param name="dimensions">In the order in which tables print them; weeks are no dimension here.</param>
    /// <param name="weeks">The days up to which figures are printed, by vintage and then day, each once.</param>
    public Axes(ImmutableArray<Dimension> dimensions, ImmutableArray<PrintedDay> weeks)
    {
        (Dimensions, Weeks, Days) = (dimensions, weeks, [.. weeks.Select(week => week.Day)]);
        Shape = new([.. dimensions.Select(dimension => dimension.Hierarchy)], [.. weeks.Select(week => new Week(week.Vintage, week.Day.DayNumber))]);
        _places = [.. dimensions.Select(dimension => Enumerable.Range(0, dimension.Categories.Length)
            .ToDictionary(category => dimension.Categories[category], StringComparer.Ordinal))];
    }

    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>The weeks of <see cref="Shape"/>.</summary>
    public ImmutableArray<PrintedDay> Weeks { get; }

    /// <summary>The day of each week; no day comes twice where there is one vintage.</summary>
    public ImmutableArray<DateOnly> Days { get; }

    /// <summary>The cells, with those that nobody prints.</summary>
    public TableShape Shape { get; }

    /// <returns>A cell in words: its area, its sector unless that is the total, its day.</returns>
    public string Name(int cell)
    {
        var names = Dimensions.Select((dimension, at) => Shape.Category(cell, at) is var category && category == 0 && at > 0 ? "" : dimension.Categories[category]);
        return string.Join('，', names.Append(DayOf(cell)).Where(part => part.Length > 0));
    }

    /// <returns>A cell's day in words, and whether it is what was added since the one before: 2026-06-14 新增.</returns>
    public string DayOf(int cell) => Days[Shape.WeekOf(cell)].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (Shape.IsIncrement(cell) ? " 新增" : "");

    /// <returns>The categories of a cell, totals too.</returns>
    public string Categories(int cell) => string.Join('，', Dimensions.Select((dimension, at) => dimension.Categories[Shape.Category(cell, at)]));

    /// <returns>
    /// The places of a published table's categories on these axes, the first category where it lacks a dimension; null where one of its
    /// categories is not there, or has another total.
    /// </returns>
    /// <param name="vintage">The vintage that the table is of.</param>
    public Slice? Place(SnapshotTable table, int vintage = 0)
    {
        int[] first = [0];
        var categories = Dimensions.Select(_ => first).ToArray();
        int[] weeks = [WeekOf(vintage, table.Day)];
        foreach (var dimension in table.Safe.Dimensions)
        {
            if (dimension.Id == SafeDimensions.Week)
            {
                weeks = [.. dimension.Categories.Select(day => WeekOf(vintage, ParseDay(day)))];
                continue;
            }

            var at = Dimensions.Index().FirstOrDefault(one => one.Item.Id == dimension.Id, (-1, null!)).Index;
            if (at < 0)
            {
                return null;
            }

            int[] found = [.. dimension.Categories.Select(name => _places[at].GetValueOrDefault(name, -1))];
            if (found.Where((category, part) => category < 0
                || Dimensions[at].Parents[category] != (dimension.Parents[part] < 0 ? -1 : found[dimension.Parents[part]])).Any())
            {
                return null;
            }

            categories[at] = found;
        }

        return weeks.All(week => week >= 0) ? new([.. categories], weeks) : null;
    }

    /// <returns>The week of a vintage up to a day; below 0 where there is none.</returns>
    public int WeekOf(int vintage, DateOnly day) => Weeks.BinarySearch(new(vintage, day));

    /// <returns>The days that a published table prints.</returns>
    public static IEnumerable<DateOnly> DaysOf(SnapshotTable table) =>
        table.Safe.Dimensions.FirstOrDefault(dimension => dimension.Id == SafeDimensions.Week) is { } weeks ? weeks.Categories.Select(ParseDay) : [table.Day];

    private static DateOnly ParseDay(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A day up to which figures are printed, by a vintage of releases.</summary>
/// <param name="Vintage">From 0; see <see cref="Week"/>.</param>
internal readonly record struct PrintedDay(int Vintage, DateOnly Day) : IComparable<PrintedDay>
{
    /// <summary>Orders by vintage, then day.</summary>
    public int CompareTo(PrintedDay other) => Vintage != other.Vintage ? Vintage.CompareTo(other.Vintage) : Day.CompareTo(other.Day);
}

/// <summary>The part of an indicator's figures that one table prints, as places on the axes.</summary>
/// <param name="Categories">For each dimension the categories, in the order of the table.</param>
/// <param name="Weeks">In the order of the table.</param>
internal sealed record Slice(ImmutableArray<int[]> Categories, int[] Weeks)
{
    /// <returns>The cumulative cells in the order of the table's cells: the last dimension changes fastest but for the weeks.</returns>
    public IEnumerable<int> Cells(TableShape shape)
    {
        IEnumerable<int> places = [0];
        for (var dimension = 0; dimension < Categories.Length; dimension++)
        {
            var at = dimension;
            places = places.SelectMany(place => Categories[at].Select(category => place + shape.Offset(at, category)));
        }

        return places.SelectMany(place => Weeks.Select(week => shape.Cumulative(week, place)));
    }

    /// <returns>The same with every category of each dimension but the areas.</returns>
    /// <remarks>A table of attempts lacks the quizzes and bands that had none yet: readers know their zeros. Of areas it may have shown fewer.</remarks>
    public Slice WithAllButAreas(Axes axes) => this with
    {
        Categories = [.. axes.Dimensions.Select((dimension, at) =>
            dimension.Id == SafeDimensions.Area ? Categories[at] : Enumerable.Range(0, dimension.Categories.Length).ToArray())],
    };

    /// <returns>The cells of the last week that are no total of other cells of the table.</returns>
    public int[] Finest(TableShape shape)
    {
        var finest = Categories.Select((categories, dimension) =>
        {
            var shown = categories.ToHashSet();
            return Array.FindAll(categories, category => !shape.Dimensions[dimension].Children(category).ToArray().Any(shown.Contains));
        });
        return [.. (this with { Categories = [.. finest], Weeks = Weeks[^1..] }).Cells(shape)];
    }
}
