using System.Collections.Immutable;
using System.Globalization;

namespace Site.Model;

/// <summary>What dimensions and their categories are called.</summary>
public static class Dimensions
{
    /// <summary>Id of the dimension of time: each category is the day up to which it counts.</summary>
    public const string Week = "week";

    /// <summary>Ids of dimensions and what readers see.</summary>
    public static ImmutableArray<Term> Names { get; } =
    [
        new("area", "地区"),
        new("sector", "行业"),
        new(Week, "截至日期"),
        new("quiz", "测验"),
        new("age_band", "年龄段"),
        new("score_band", "得分段"),
    ];

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

    /// <returns>Whether the first category is the total of all others.</returns>
    public static bool HasTotal(SafeDimension dimension) =>
        dimension.Parents.Count(parent => parent < 0) == 1;
}
