using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Vocabularies;

namespace Site.Statistics.Published;

/// <summary>
/// A table whose every cell has been through disclosure control. Only a snapshot that is read back becomes one, so a page cannot print a figure that
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
    public ImmutableArray<SafeIndicator> Indicators { get; private init; }

    /// <summary>
    /// The cells: indicator by indicator, then category by category of each dimension in turn, the last one fastest.
    /// As many as indicators times categories of all dimensions.
    /// </summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>For each of <see cref="Cells"/> whether it shows a figure that lacks those of units that have not reported; empty where none does.</summary>
    public ImmutableArray<bool> Incomplete { get; init; } = [];

    /// <summary>Whether a cell says that nobody has reported it, or that it lacks somebody.</summary>
    public bool HasGaps => !Incomplete.IsEmpty || Cells.Any(cell => cell is Cell.NotReported);

    /// <returns>The cell of an indicator at one category of each dimension.</returns>
    /// <param name="indicator">Place in <see cref="Indicators"/>.</param>
    /// <param name="categories">Place in each dimension's categories, in the order of <see cref="Dimensions"/>.</param>
    /// <exception cref="ArgumentException">There is not one place for each dimension, or a place is outside.</exception>
    public Cell At(int indicator, params ReadOnlySpan<int> categories) => Cells[Index(indicator, categories)];

    /// <returns>Whether the cell of an indicator shows a figure that lacks those of units that have not reported.</returns>
    /// <param name="indicator">Place in <see cref="Indicators"/>.</param>
    /// <param name="categories">Place in each dimension's categories, in the order of <see cref="Dimensions"/>.</param>
    /// <exception cref="ArgumentException">There is not one place for each dimension, or a place is outside.</exception>
    public bool IsIncomplete(int indicator, params ReadOnlySpan<int> categories) => Index(indicator, categories) is var at && !Incomplete.IsEmpty && Incomplete[at];

    /// <returns>The same table with names for readers.</returns>
    /// <param name="nameOf">Gives a short name by an indicator's id, or null.</param>
    internal SafeTable Named(Func<string, string?> nameOf) => this with
    {
        Indicators = [.. Indicators.Select(indicator => nameOf(indicator.Id) is { } name ? indicator with { Short = name } : indicator)],
    };

    private int Index(int indicator, ReadOnlySpan<int> categories)
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

        return at;
    }
}

/// <summary>One way in which a safe table is broken down, with its totals: area, sector or week.</summary>
public sealed record SafeDimension
{
    internal SafeDimension(string id, ImmutableArray<string> categories, ImmutableArray<int> parents) =>
        (Id, Categories, Parents) = (id, categories, parents);

    /// <summary><c>area</c>, <c>sector</c>, <c>week</c>, or for quiz attempts <c>quiz</c>, <c>age_band</c>, <c>score_band</c>.</summary>
    public string Id { get; }

    /// <summary>The categories, each name once, each total before its parts; weeks in order of time, as the day up to which they count: <c>2026-06-07</c>.</summary>
    public ImmutableArray<string> Categories { get; }

    /// <summary>For each category the place of its total in <see cref="Categories"/>, always before it; -1 where it has none.</summary>
    public ImmutableArray<int> Parents { get; }
}

/// <summary>What a column of figures counts.</summary>
/// <param name="Id">Its id in the forms, such as <c>bt2024-month.consult.events</c>.</param>
/// <param name="Label">What readers see, in simplified Chinese, without the unit.</param>
/// <param name="Unit">The unit of count: 场, 次, 人次. Figures of different units are never added up or drawn on one axis.</param>
/// <param name="Concept">What it has in common with indicators of other forms, such as <c>consult.events</c>, or null.</param>
public sealed record SafeIndicator(string Id, string Label, string Unit, string? Concept = null)
{
    /// <summary>A few words for readers; the label where the form has none.</summary>
    public string Short { get; init; } = Label;
}

/// <summary>What dimensions and their categories are called.</summary>
public static class SafeDimensions
{
    public const string Area = "area";

    public const string Sector = "sector";

    /// <summary>Id of the dimension of time: each category is the day up to which it counts.</summary>
    public const string Week = "week";

    public const string Quiz = "quiz";

    public const string AgeBand = "age_band";

    public const string ScoreBand = "score_band";

    /// <summary>Ids of dimensions and what readers see.</summary>
    public static ImmutableArray<Term> Names { get; } =
    [
        new(Area, "地区"),
        new(Sector, "行业"),
        new(Week, "截至日期"),
        new(Quiz, "测验"),
        new(AgeBand, "年龄段"),
        new(ScoreBand, "得分段"),
    ];

    /// <summary>What a table of units' returns may be broken down by, in the order of its columns.</summary>
    public static ImmutableArray<string> OfReturns { get; } = [Area, Sector, Week];

    /// <summary>What a table of quiz attempts may be broken down by.</summary>
    public static ImmutableArray<string> OfAttempts { get; } = [Quiz, Area, AgeBand, ScoreBand];

    /// <returns>Whether a table with these dimensions is one of quiz attempts: no other has one of quizzes, age bands or score bands.</returns>
    public static bool AreOfAttempts(IEnumerable<string> dimensions) => dimensions.Any(dimension => dimension is Quiz or AgeBand or ScoreBand);

    /// <returns>What a category is called: 示例甲区; of a week the day, 6月7日.</returns>
    /// <param name="category">Place in the dimension's categories.</param>
    public static string Label(SafeDimension dimension, int category) =>
        Day(dimension, category) is { } day ? day.ToString("M月d日", CultureInfo.InvariantCulture) : dimension.Categories[category];

    /// <returns>The day up to which a category counts, or null where the dimension is no time.</returns>
    public static DateOnly? Day(SafeDimension dimension, int category) =>
        dimension.Id == Week && DateOnly.TryParseExact(dimension.Categories[category], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <returns>How many totals stand above a category, 0 or more.</returns>
    public static int Depth(SafeDimension dimension, int category)
    {
        var depth = 0;
        for (var at = dimension.Parents[category]; at >= 0; at = dimension.Parents[at])
        {
            depth++;
        }

        return depth;
    }

    /// <returns>Places of the categories that add up to the first one; all of them where none adds up to another.</returns>
    public static ImmutableArray<int> Parts(SafeDimension dimension)
    {
        var all = Enumerable.Range(0, dimension.Categories.Length);
        return dimension.Parents.All(parent => parent < 0) ? [.. all] : [.. all.Where(category => dimension.Parents[category] == 0)];
    }

    /// <returns>Whether all dimensions of a table have a total, but for weeks: then <see cref="Total"/> is what the whole table adds up to.</returns>
    /// <param name="beside">Place of a dimension that need have none; -1 for none.</param>
    public static bool HaveTotals(SafeTable table, int beside = -1) =>
        table.Dimensions.Where((dimension, at) => at != beside && dimension.Id != Week).All(HasTotal);

    /// <returns>The place of the total in each dimension, and of the newest week.</returns>
    public static int[] Total(SafeTable table) => [.. table.Dimensions.Select(dimension => dimension.Id == Week ? dimension.Categories.Length - 1 : 0)];

    /// <returns>Whether the first category is the total of all others.</returns>
    public static bool HasTotal(SafeDimension dimension) =>
        dimension.Parents.Count(parent => parent < 0) == 1;
}
