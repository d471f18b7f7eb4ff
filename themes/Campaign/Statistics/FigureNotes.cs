using System.Collections.Immutable;
using Site.Core.Vocabularies;
using Site.Statistics.Published;
using Site.Themes.Campaign.Labels;

namespace Site.Themes.Campaign.Statistics;

/// <summary>What has to be said beside figures.</summary>
internal static class FigureNotes
{
    /// <returns>How to read the figures of a release.</returns>
    public static ImmutableArray<string> Of(SafeRelease release) =>
    [
        "“*”：这个数不公布，免得有人推算出个别单位或者个别人的情况。",
        "“—”：这里不会有数。0 是真的没有。",
        $"各数从活动开始累计到“截至”的那一天。合计包括不公布的部分。{Reported(release)}",
    ];

    /// <returns>The day and how many units have reported: 截至2026年6月28日，42/50个单位已报送。</returns>
    public static string InShort(SafeRelease release) =>
        $"截至{Days.Plain(release.AsOf)}，" + (release.Coverage is { } coverage ? $"{coverage.Reported}/{coverage.Expected} 个单位已报送。" : $"{release.Tables.Length}张表。");

    /// <returns>The same with what it means.</returns>
    public static string Caveat(SafeRelease release) => InShort(release) + (IsPartial(release) ? "没有报送的单位还不在数里。" : "");

    /// <returns>What a table is broken down by: 分地区、行业，逐周.</returns>
    public static string BrokenDownBy(SafeTable table)
    {
        var parts = string.Join("、", table.Dimensions.Where(dimension => dimension.Id != SafeDimensions.Week).Select(dimension => SafeDimensions.Names.Label(dimension.Id)));
        var isWeekly = table.Dimensions.Any(dimension => dimension.Id == SafeDimensions.Week);
        return (parts.Length > 0 ? "分" + parts : "") + (isWeekly ? parts.Length > 0 ? "，逐周" : "逐周" : "");
    }

    /// <returns>Class of a cell that is no number, or null.</returns>
    public static string? Class(Cell cell) => cell switch { Cell.Withheld => "withheld", Cell.NotApplicable => "none", _ => null };

    private static string Reported(SafeRelease release) => IsPartial(release) ? "还没有报送的单位不在数里。" : "";

    private static bool IsPartial(SafeRelease release) => release.Coverage is { } coverage && coverage.Reported < coverage.Expected;
}
