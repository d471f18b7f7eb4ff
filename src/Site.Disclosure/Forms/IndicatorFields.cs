using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads one blank of a form file.</summary>
internal static class IndicatorFields
{
    private const string CityTotal = "whole-city-and-year";

    private static readonly ImmutableArray<string> Names =
    [
        "id", "label", "labelHans", "unit", "printedUnit", "kind", "publication", "concept", "blank", "context", "threshold", "finest",
        "exception", "note",
    ];

    /// <param name="form">Id of the form; the indicator's id begins with it.</param>
    /// <param name="section">Id of the section; the second part of the indicator's id.</param>
    /// <param name="problems">Takes problems of subject <c>form</c>.</param>
    public static Indicator Read(string path, string form, string section, InputNode node, List<Problem> problems)
    {
        var fields = new InputFields(path, "form", node, Names, problems);
        var id = fields.Required("id");
        if (id.Length > 0 && (!id.StartsWith($"{form}.{section}.", StringComparison.Ordinal) || id.Split('.').Length != 3))
        {
            fields.Report("wrong-id", fields.Find("id")!, "指标的 id 要由表格、栏目和自己的名字组成。", $"写成 {form}.{section}.名字 这样，名字用小写字母、数字和连字符。");
        }

        var kind = fields.OneOf("kind", ["count", "boolean", "text", "header", "contact"],
            [IndicatorKind.Count, IndicatorKind.Boolean, IndicatorKind.Text, IndicatorKind.Header, IndicatorKind.Contact]);
        var (label, unit) = (fields.Required("label"), fields.Required("unit"));
        var indicator = new Indicator
        {
            Id = id,
            Section = section,
            Label = fields.Optional("labelHans") ?? label,
            PrintedLabel = label,
            Unit = unit,
            PrintedUnit = fields.Optional("printedUnit") ?? unit,
            Kind = kind,
            Publication = fields.OneOf("publication", ["never", "public", "public-after-disclosure-control", "internal"],
                [PublicationClass.Never, PublicationClass.Public, PublicationClass.Controlled, PublicationClass.Internal]),
            Concept = fields.Optional("concept"),
            Blank = fields.Optional("blank"),
            Context = fields.Required("context"),
            Threshold = fields.Number("threshold"),
            FinestLevel = fields.OneOf("finest", ["none", "city", "unit"], ["none", "city", "unit"]),
            MayShowCityTotal = fields.Optional("exception") is not null && fields.OneOf("exception", [CityTotal], [true]),
            Where = fields.Where,
        };
        ReportContext(fields, indicator);
        return indicator;
    }

    private static void ReportContext(InputFields fields, Indicator indicator)
    {
        if (indicator.Kind == IndicatorKind.Contact && indicator.Publication != PublicationClass.Never)
        {
            fields.Report("contact-published", fields.Find("publication") ?? fields.Find("id")!, "联系人的信息不能公开。", "写成 publication: never。");
        }

        if (indicator.Blank is { } blank && !indicator.Context.Contains(blank, StringComparison.Ordinal))
        {
            fields.Report("blank-not-in-context", fields.Find("blank")!, "context 里找不到 blank 写的空格。", "把表格里的原句（到这个空格的单位为止）照抄在 context 里，空格照抄在 blank 里。");
        }

        if (indicator.Kind == IndicatorKind.Count && indicator.Context.Length > 0
            && !indicator.Context.EndsWith(indicator.PrintedUnit, StringComparison.Ordinal) && indicator.Blank is null)
        {
            fields.Report("no-blank", fields.Find("context")!, "看不出这句话里哪里是要填的空格。", "照抄 blank，或者让 context 以单位结尾。");
        }
    }
}
