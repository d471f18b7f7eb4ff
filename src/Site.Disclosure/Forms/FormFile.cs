using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads one form file.</summary>
internal static partial class FormFile
{
    private static readonly ImmutableArray<string> FormNames =
        ["id", "version", "title", "titleHans", "year", "place", "annex", "source", "script", "due", "dueNote", "publication", "sections", "checks"];

    private static readonly ImmutableArray<string> SectionNames = ["id", "title", "titleHans", "requirement", "indicators"];

    /// <param name="problems">Takes problems of subject <c>form</c>.</param>
    /// <returns>The form, or null where anything is wrong with it: half a form would turn returns away for the wrong reason.</returns>
    public static Form? Read(string path, InputNode node, List<Problem> problems)
    {
        var before = problems.Count;
        var fields = new InputFields(path, "form", node, FormNames, problems);
        var id = Id(fields, "id", FormId());
        var sections = fields.List("sections").Select(section => Section(path, id, section, problems)).ToImmutableArray();
        if (sections.IsEmpty)
        {
            fields.Report("no-sections", node, "表格里没有一个栏目。", "在 sections 下面写上各个栏目和它们的空格。");
        }

        ReportTwice(sections, problems);
        var form = new Form
        {
            Id = id,
            Version = fields.Required("version"),
            Title = fields.Optional("titleHans") ?? fields.Required("title"),
            PrintedTitle = fields.Required("title"),
            Year = fields.Number("year") ?? Missing(fields, "year"),
            Due = Due(fields),
            IsNeverPublished = fields.Optional("publication") is not null
                && fields.OneOf("publication", ["protected", "never"], [false, true]),
            Sections = sections,
            Checks = [.. fields.List("checks").SelectMany(check => FormChecks.Read(path, id, sections, check, problems))],
            Where = new(path),
        };
        return problems.Count == before ? form : null;
    }

    private static FormSection Section(string path, string form, InputNode node, List<Problem> problems)
    {
        var fields = new InputFields(path, "form", node, SectionNames, problems);
        var id = Id(fields, "id", FormId());
        return new(
            id,
            fields.Optional("titleHans") ?? fields.Required("title"),
            fields.Required("title"),
            fields.Optional("requirement") ?? "",
            [.. fields.List("indicators").Select(indicator => IndicatorFields.Read(path, form, id, indicator, problems))]);
    }

    private static ImmutableArray<string> Due(InputFields fields)
    {
        var days = fields.Words("due");
        if (days.Any(day => !MonthAndDay().IsMatch(day)))
        {
            fields.Report("wrong-due", fields.Find("due")!, "上报时间要写成“月-日”。", "写成 due: [06-25] 这样；有几个时间的用逗号隔开。");
        }

        return [.. days.Order(StringComparer.Ordinal)];
    }

    private static void ReportTwice(ImmutableArray<FormSection> sections, List<Problem> problems)
    {
        foreach (var group in sections.SelectMany(section => section.Indicators).GroupBy(indicator => indicator.Id).Where(group => group.Count() > 1))
        {
            problems.Add(Problem.Error("form/duplicate-indicator", group.Last().Where,
                $"指标 “{group.Key}” 在第 {group.First().Where.Line} 行已经有了。", "给它换一个 id；同一个指标只写一次。"));
        }
    }

    private static string Id(InputFields fields, string name, Regex shape)
    {
        var id = fields.Required(name);
        if (id.Length > 0 && !shape.IsMatch(id))
        {
            fields.Report("wrong-id", fields.Find(name)!, "id 只能用小写字母、数字和连字符。", "写成 bt2024-month 这样。");
        }

        return id;
    }

    private static int Missing(InputFields fields, string name)
    {
        fields.Required(name);
        return 0;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormId();

    [GeneratedRegex("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAndDay();
}
