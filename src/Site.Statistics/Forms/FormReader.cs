using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Statistics.Forms;

/// <summary>From the files of <c>input/forms/</c> to forms.</summary>
internal static class FormReader
{
    private const string Folder = "input/forms/";

    /// <param name="files">Files of <c>input/</c>; those of <c>input/forms/</c> that end in <c>.yaml</c> are read.</param>
    /// <returns>The forms that can be read, and all that is wrong with any: codes of subject <c>form</c>, <c>yaml</c> and <c>input</c>.</returns>
    public static Result<FormRegistry> Read(ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var forms = ImmutableArray.CreateBuilder<Form>();
        foreach (var file in files.Where(IsForm).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (YamlReader.ReadInput(file, diagnostics) is not { } node || FormParser.Read(file.Path, node, diagnostics) is not { } form)
            {
                continue;
            }

            if (forms.FirstOrDefault(other => other.Id == form.Id) is { } other)
            {
                diagnostics.Add(Diagnostic.Error("form/duplicate-id", form.Location, $"表格 “{form.Id}” 在 {other.Location.Path} 里已经有了。",
                    "新一年的表格要用新的 id，例如在后面写上年份；改动旧表格就直接改原来的文件。"));
                continue;
            }

            forms.Add(form);
        }

        var isIncomplete = diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
        return new(forms.Count == 0 && !isIncomplete ? FormRegistry.Empty : new([.. forms.OrderBy(form => form.Id, StringComparer.Ordinal)]) { IsIncomplete = isIncomplete }, [.. diagnostics]);
    }

    private static bool IsForm(SourceFile file) =>
        file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal);
}

/// <summary>Reads one form file.</summary>
internal static partial class FormParser
{
    private static readonly ImmutableArray<string> FormNames =
        ["id", "version", "title", "titleHans", "year", "place", "annex", "source", "script", "due", "dueNote", "publication", "sections", "checks"];

    private static readonly ImmutableArray<string> SectionNames = ["id", "title", "titleHans", "requirement", "indicators"];

    /// <returns>Whether a form may have this id.</returns>
    public static bool IsId(string text) => FormId().IsMatch(text);

    /// <param name="diagnostics">Takes diagnostics of subject <c>form</c>.</param>
    /// <returns>The form, or null where anything is wrong with it: half a form would turn returns away for the wrong reason.</returns>
    public static Form? Read(string path, YamlNode node, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        var fields = new InputFields(path, "form", node, FormNames, diagnostics);
        var id = Id(fields, "id", FormId());
        var sections = fields.List("sections").Select(section => Section(path, id, section, diagnostics)).ToImmutableArray();
        if (sections.IsEmpty)
        {
            fields.Report("no-sections", node, "表格里没有一个栏目。", "在 sections 下面写上各个栏目和它们的空格。");
        }

        ReportTwice(sections, diagnostics);
        var form = new Form
        {
            Id = id,
            Version = fields.Required("version"),
            Title = fields.Optional("titleHans") ?? fields.Required("title"),
            PrintedTitle = fields.Required("title"),
            Year = fields.Integer("year") ?? Missing(fields, "year"),
            Due = Due(fields),
            IsNeverPublished = fields.Optional("publication") is not null
                && fields.Enum("publication", ["protected", "never"], [false, true]),
            Sections = sections,
            Checks = [.. fields.List("checks").SelectMany(check => FormCheckParser.Read(path, id, sections, check, diagnostics))],
            Location = new(path),
        };
        return diagnostics.Count == before ? form : null;
    }

    private static FormSection Section(string path, string form, YamlNode node, List<Diagnostic> diagnostics)
    {
        var fields = new InputFields(path, "form", node, SectionNames, diagnostics);
        var id = Id(fields, "id", FormId());
        return new(
            id,
            fields.Optional("titleHans") ?? fields.Required("title"),
            fields.Required("title"),
            fields.Optional("requirement") ?? "",
            [.. fields.List("indicators").Select(indicator => IndicatorParser.Read(path, form, id, indicator, diagnostics))]);
    }

    private static ImmutableArray<string> Due(InputFields fields)
    {
        var days = fields.Texts("due");
        if (days.Any(day => !MonthAndDay().IsMatch(day)))
        {
            fields.Report("wrong-due", fields.Find("due")!, "上报时间要写成“月-日”。", "写成 due: [06-25] 这样；有几个时间的用逗号隔开。");
        }

        return [.. days.Order(StringComparer.Ordinal)];
    }

    private static void ReportTwice(ImmutableArray<FormSection> sections, List<Diagnostic> diagnostics)
    {
        foreach (var group in sections.SelectMany(section => section.Indicators).GroupBy(indicator => indicator.Id).Where(group => group.Count() > 1))
        {
            diagnostics.Add(Diagnostic.Error("form/duplicate-indicator", group.Last().Location,
                $"指标 “{group.Key}” 在第 {group.First().Location.Line} 行已经有了。", "给它换一个 id；同一个指标只写一次。"));
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

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex FormId();

    [GeneratedRegex("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex MonthAndDay();
}

/// <summary>Reads the checks of a form file: <c>{id, kind, pairs, times, severity}</c>, a check a pair.</summary>
internal static class FormCheckParser
{
    private static readonly ImmutableArray<string> Names = ["id", "kind", "pairs", "times", "severity"];

    /// <param name="sections">What the form has; both sides of a pair must be indicators of it.</param>
    /// <param name="diagnostics">Takes diagnostics of subject <c>form</c>.</param>
    public static ImmutableArray<FormCheck> Read(
        string path, string form, ImmutableArray<FormSection> sections, YamlNode node, List<Diagnostic> diagnostics)
    {
        var fields = new InputFields(path, "form", node, Names, diagnostics);
        var id = fields.Required("id");
        var kind = fields.Enum("kind", ["needs", "at-most", "together", "cumulative"],
            [FormCheckKind.Needs, FormCheckKind.AtMost, FormCheckKind.Together, FormCheckKind.Cumulative]);
        var severity = fields.Optional("severity") is null
            ? Severity.Error
            : fields.Enum("severity", ["error", "warning"], [Severity.Error, Severity.Warning]);
        if (kind == FormCheckKind.Cumulative)
        {
            return [new(id, kind, [], "", 1, severity, fields.Location)];
        }

        var checks = ImmutableArray.CreateBuilder<FormCheck>();
        foreach (var pair in fields.List("pairs"))
        {
            var sides = pair is YamlNode.Sequence items ? items.Items.OfType<YamlNode.Scalar>().ToArray() : [];
            if (sides.Length < 2)
            {
                fields.Report("wrong-pair", pair, "这里应当是一对指标的 id。", "写成 [左边的指标, 右边的指标]；左边要先加起来的，按顺序写在前面。");
                continue;
            }

            foreach (var side in sides.Where(side => !Has(sections, side.Value)))
            {
                fields.Report("unknown-indicator", side, $"表格 “{form}” 里没有指标 {Quoted.Id(side.Value)}。", "照抄上面某个指标的 id。");
            }

            checks.Add(new(id, kind, [.. sides[..^1].Select(side => side.Value)], sides[^1].Value, fields.Integer("times") ?? 1, severity, fields.At(pair)));
        }

        return checks.DrainToImmutable();
    }

    private static bool Has(ImmutableArray<FormSection> sections, string id) =>
        sections.Any(section => section.Indicators.Any(indicator => indicator.Id == id));
}

/// <summary>Reads one blank of a form file.</summary>
internal static class IndicatorParser
{
    private const string CityTotal = "whole-city-and-year";

    /// <summary>In characters: a longer name does not fit above a column on a phone.</summary>
    private const int LongestShort = 12;

    private static readonly ImmutableArray<string> Names =
    [
        "id", "label", "labelHans", "short", "unit", "printedUnit", "kind", "publication", "concept", "blank", "context", "threshold", "finest",
        "exception", "note",
    ];

    /// <param name="form">Id of the form; the indicator's id begins with it.</param>
    /// <param name="section">Id of the section; the second part of the indicator's id.</param>
    /// <param name="diagnostics">Takes diagnostics of subject <c>form</c>.</param>
    public static Indicator Read(string path, string form, string section, YamlNode node, List<Diagnostic> diagnostics)
    {
        var fields = new InputFields(path, "form", node, Names, diagnostics);
        var id = fields.Required("id");
        if (id.Length > 0 && (!id.StartsWith($"{form}.{section}.", StringComparison.Ordinal) || id.Split('.').Length != 3))
        {
            fields.Report("wrong-id", fields.Find("id")!, "指标的 id 要由表格、栏目和自己的名字组成。", $"写成 {form}.{section}.名字 这样，名字用小写字母、数字和连字符。");
        }

        var kind = fields.Enum("kind", ["count", "boolean", "text", "header", "contact"],
            [IndicatorKind.Count, IndicatorKind.Boolean, IndicatorKind.Text, IndicatorKind.Header, IndicatorKind.Contact]);
        var (label, unit) = (fields.Required("label"), fields.Required("unit"));
        var indicator = new Indicator
        {
            Id = id,
            Section = section,
            Label = fields.Optional("labelHans") ?? label,
            PrintedLabel = label,
            Short = Short(fields),
            Unit = unit,
            PrintedUnit = fields.Optional("printedUnit") ?? unit,
            Kind = kind,
            Publication = fields.Enum("publication", ["never", "public", "public-after-disclosure-control", "internal"],
                [PublicationClass.Never, PublicationClass.Public, PublicationClass.Controlled, PublicationClass.Internal]),
            Concept = fields.Optional("concept"),
            Blank = fields.Optional("blank"),
            Context = fields.Required("context"),
            Threshold = fields.Integer("threshold"),
            FinestLevel = fields.Enum("finest", ["none", "city", "unit"], ["none", "city", "unit"]),
            MayShowCityTotal = fields.Optional("exception") is not null && fields.Enum("exception", [CityTotal], [true]),
            Location = fields.Location,
        };
        ReportContext(fields, indicator);
        return indicator;
    }

    private static string? Short(InputFields fields)
    {
        var text = fields.Optional("short");
        if (text?.EnumerateRunes().Count() > LongestShort)
        {
            fields.Report("long-short", fields.Find("short")!, $"短名称超过了 {LongestShort} 个字，手机上放不下。", "写几个字就行，例如 “公开课”；完整的说法留在 label 里。");
        }

        return text;
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

        if (indicator.IsReported && indicator.Context.Length > 0 && FormFolding.Key(Ahead(indicator)).Length == 0)
        {
            fields.Report("no-words", fields.Find("context")!, "这个空格前面一个字也没有，收回的表里找不到它。", "context 从空格前面的字写起，例如 “开展宣讲（  ）场”。");
        }

        if (indicator.Kind == IndicatorKind.Count && indicator.Context.Length > 0
            && !indicator.Context.EndsWith(indicator.PrintedUnit, StringComparison.Ordinal) && indicator.Blank is null)
        {
            fields.Report("no-blank", fields.Find("context")!, "看不出这句话里哪里是要填的空格。", "照抄 blank，或者让 context 以单位结尾。");
        }
    }
    /// <returns>What stands before the blank in its sentence.</returns>
    private static string Ahead(Indicator indicator) => indicator switch
    {
        { Kind: IndicatorKind.Boolean } => indicator.Context,
        { Blank: { Length: > 0 } blank } => indicator.Context[..Math.Max(0, indicator.Context.LastIndexOf(blank, StringComparison.Ordinal))],
        _ => indicator.Context[..Math.Max(0, indicator.Context.Length - indicator.PrintedUnit.Length)],
    };
}
