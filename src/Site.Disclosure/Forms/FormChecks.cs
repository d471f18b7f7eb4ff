using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads the checks of a form file: <c>{id, kind, pairs, times, severity}</c>, a check a pair.</summary>
internal static class FormChecks
{
    private static readonly ImmutableArray<string> Names = ["id", "kind", "pairs", "times", "severity"];

    /// <param name="sections">What the form has; both sides of a pair must be indicators of it.</param>
    /// <param name="problems">Takes problems of subject <c>form</c>.</param>
    public static ImmutableArray<FormCheck> Read(
        string path, string form, ImmutableArray<FormSection> sections, InputNode node, List<Problem> problems)
    {
        var fields = new InputFields(path, "form", node, Names, problems);
        var id = fields.Required("id");
        var kind = fields.OneOf("kind", ["needs", "at-most", "together", "cumulative"],
            [FormCheckKind.Needs, FormCheckKind.AtMost, FormCheckKind.Together, FormCheckKind.Cumulative]);
        var severity = fields.Optional("severity") is null
            ? Severity.Error
            : fields.OneOf("severity", ["error", "warning"], [Severity.Error, Severity.Warning]);
        if (kind == FormCheckKind.Cumulative)
        {
            return [new(id, kind, [], "", 1, severity, fields.Where)];
        }

        var checks = ImmutableArray.CreateBuilder<FormCheck>();
        foreach (var pair in fields.List("pairs"))
        {
            var sides = pair is InputNode.Items items ? items.Nodes.OfType<InputNode.Word>().ToArray() : [];
            if (sides.Length < 2)
            {
                fields.Report("wrong-pair", pair, "这里应当是一对指标的 id。", "写成 [左边的指标, 右边的指标]；左边要先加起来的，按顺序写在前面。");
                continue;
            }

            foreach (var side in sides.Where(side => !Has(sections, side.Text)))
            {
                fields.Report("unknown-indicator", side, $"表格 “{form}” 里没有指标 {SafeWord.Quote(side.Text)}。", "照抄上面某个指标的 id。");
            }

            checks.Add(new(id, kind, [.. sides[..^1].Select(side => side.Text)], sides[^1].Text, fields.Number("times") ?? 1, severity, fields.At(pair)));
        }

        return checks.DrainToImmutable();
    }

    private static bool Has(ImmutableArray<FormSection> sections, string id) =>
        sections.Any(section => section.Indicators.Any(indicator => indicator.Id == id));
}
