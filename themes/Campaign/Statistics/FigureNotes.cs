using System.Collections.Immutable;
using Site.Core.Vocabularies;
using Site.Rendering.Statistics;
using Site.Statistics.Published;
using Site.Themes.Campaign.Labels;

namespace Site.Themes.Campaign.Statistics;

/// <summary>What has to be said beside figures.</summary>
internal static class FigureNotes
{
    /// <returns>How to read the figures of a release.</returns>
    public static ImmutableArray<string> Of(SafeRelease release) =>
    [
        "“*”：这个数不公布（图里是虚线框），免得有人推算出个别单位或者个别人的情况。",
        "“—”：这里不会有数。0 是真的没有。",
        .. release.Tables.Any(table => table.HasGaps) ? [$"“{CellText.NotReported}”：这里的单位还没有报送，不是 0。“缺”：这个数里还缺没有报送的单位。"] : Array.Empty<string>(),
        $"各数从活动开始累计到“截至”的那一天。合计包括不公布的部分。{Reported(release, "还没有报送的单位不在数里。")}",
    ];

    /// <returns>For each indicator with a short name, what the form calls it.</returns>
    public static IEnumerable<string> Names(SafeTable table) =>
        from indicator in table.Indicators
        where indicator.Short != indicator.Label
        select $"{indicator.Short}：统计表上写的是“{indicator.Label.Replace('“', '‘').Replace('”', '’')}”。";

    /// <returns>The day and how many units have reported: 截至2026年6月28日，42/50 个单位已报送截至6月28日的数。</returns>
    public static string InShort(SafeRelease release) =>
        $"截至{Days.Plain(release.AsOf)}，" + (FigureTexts.Coverage(release) is { } coverage ? coverage + "。" : $"{release.Tables.Length}张表。");

    /// <returns>The same with what it means.</returns>
    public static string Caveat(SafeRelease release) => InShort(release) + Reported(release, "没有报送的单位还不在数里。");

    /// <returns>What a table is broken down by: 分地区、行业，逐周.</returns>
    public static string BrokenDownBy(SafeTable table)
    {
        var parts = string.Join("、", table.Dimensions.Where(dimension => dimension.Id != SafeDimensions.Week).Select(dimension => SafeDimensions.Names.Label(dimension.Id)));
        var isWeekly = table.Dimensions.Any(dimension => dimension.Id == SafeDimensions.Week);
        return (parts.Length > 0 ? "分" + parts : "") + (isWeekly ? parts.Length > 0 ? "，逐周" : "逐周" : "");
    }

    /// <returns>Class of a cell that is no number, or null.</returns>
    public static string? Class(Cell cell) => cell switch { Cell.Withheld => "withheld", Cell.NotApplicable or Cell.NotReported => "none", _ => null };

    /// <param name="whoever">What is said of releases that count whoever ever reported.</param>
    private static string Reported(SafeRelease release, string whoever) =>
        !IsPartial(release) ? "" : release.Coverage!.Week is null ? whoever : "没有报送这一期的单位，用它上一次报送的数；从没报送过的不在数里。";

    private static bool IsPartial(SafeRelease release) => release.Coverage is { } coverage && coverage.Reported < coverage.Expected;
}
