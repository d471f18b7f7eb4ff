using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Disclosure;

/// <summary>The dimensions of a table as its request asks for them.</summary>
internal static class RequestedDimensions
{
    /// <returns>One to three, in the order area, sector, week; a table of a single total has the day alone.</returns>
    public static ImmutableArray<SafeDimension> Of(Layout.Asked table, YearPlan plan)
    {
        var dimensions = ImmutableArray.CreateBuilder<SafeDimension>(3);
        if (table.Request.FinestRank is not null)
        {
            var slice = table.On(new(plan.Areas.Tree, plan.Areas.Names, plan.Sectors, table.Weeks))!;
            dimensions.Add(new("area", [.. slice.Areas.Select(area => plan.Areas.Names[area])],
                [.. slice.Areas.Select(area => Array.IndexOf(slice.Areas, plan.Areas.Tree.Parents[area]))]));
        }

        if (table.Request.HasSectors)
        {
            dimensions.Add(new("sector", plan.Sectors, [-1, .. Enumerable.Repeat(0, plan.Sectors.Length - 1)]));
        }

        if (table.Request.HasWeeks || dimensions.Count == 0)
        {
            dimensions.Add(new("week", [.. table.Weeks.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
                [.. Enumerable.Repeat(-1, table.Weeks.Length)]));
        }

        return dimensions.ToImmutable();
    }
}
