using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>A row of an empty form as a workbook or as CSV.</summary>
/// <param name="Value">What is filled in already: the version.</param>
/// <param name="Kind">What belongs in it.</param>
internal sealed record TemplateRow(string Id, string Section, string Label, string Unit, string Value, IndicatorKind Kind)
{
    private const string Header = "表头";

    /// <returns>The version, whether it is a correction, and a row for each blank in the order printed.</returns>
    public static ImmutableArray<TemplateRow> Of(Form form) =>
    [
        new(FormMarks.Version(form), Header, FormMarks.VersionLabel + "（不要改动）", "文本", form.Version, IndicatorKind.Header),
        new(FormMarks.Correction(form), Header, FormMarks.CorrectionLabel + "（更正以前报的数才填“是”）", "是否", "", IndicatorKind.Boolean),
        .. form.Indicators.Select(indicator => new TemplateRow(
            indicator.Id,
            indicator.IsPersonal ? form.SectionOf(indicator).Title + "（个人信息，导入时丢弃）" : form.SectionOf(indicator).Title,
            indicator.Label,
            indicator.Unit,
            "",
            indicator.Kind)),
    ];
}
