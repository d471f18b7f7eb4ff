using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What a table, its indicators and its categories are called, each list in the order of the table's cells.</summary>
/// <param name="Id">Its name in <c>input/tables.yaml</c>.</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="Indicators">The indicators.</param>
/// <param name="Areas">One for each area.</param>
/// <param name="Sectors">One for each sector, the total first.</param>
/// <param name="Weeks">One for each week.</param>
internal sealed record TableNames(
    string Id, string Title, ImmutableArray<SafeIndicator> Indicators, ImmutableArray<string> Areas, ImmutableArray<string> Sectors,
    ImmutableArray<string> Weeks)
{
    /// <returns>A cell in words: indicator, area, sector and week, and whether it is what the week added.</returns>
    public string Of(CubeCell cell) =>
        $"{Indicators[cell.Indicator].Label}，{Areas[cell.Area]}，{Sectors[cell.Sector]}，{Weeks[cell.Week]}{(cell.IsIncrement ? "新增" : "")}";
}
