using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Yaml;
using Site.Office.Duties;
using Site.Statistics.Forms;

namespace Site.Office.Plans;

/// <summary>A task of the plan of the campaign.</summary>
internal sealed record PlanTask
{
    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The part of the plan it stands in; empty where none is written.</summary>
    public required string Section { get; init; }

    /// <summary>Who is responsible: an office, never a person.</summary>
    public required string Office { get; init; }

    public DateOnly? Begins { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>Pages that show that it is done: ids, addresses, or paths of files.</summary>
    public required ImmutableArray<string> Pages { get; init; }

    /// <summary>Indicators whose sum over the city shows it.</summary>
    public required ImmutableArray<Indicator> Indicators { get; init; }

    /// <summary>How much each of the indicators has to come to, 1 or more.</summary>
    public required int AtLeast { get; init; }

    /// <summary>The duty that all units must have handed in, or null.</summary>
    public Duty? Duty { get; init; }

    /// <summary>The day on which somebody said that it was done, or null.</summary>
    public DateOnly? Done { get; init; }

    /// <summary>Whether the public may see it, where the policy lets the plan be seen at all.</summary>
    public required bool IsPublic { get; init; }

    public required Location Location { get; init; }

    /// <summary>Whether nothing on the site and no figure can show that it is done.</summary>
    public bool IsUncovered => Pages.IsEmpty && Indicators.IsEmpty;
}

/// <summary>The plan of a campaign: <c>input/plan.yaml</c>.</summary>
/// <param name="Year">The year of the campaign; 0 where there is no plan.</param>
/// <param name="Tasks">In the order of the file.</param>
internal sealed record PlanList(int Year, bool IsSample, ImmutableArray<PlanTask> Tasks)
{
    public const string Path = "input/plan.yaml";

    public static PlanList None { get; } = new(0, false, []);
}

/// <summary>Reads <c>input/plan.yaml</c>.</summary>
internal static partial class PlanReader
{
    private static readonly ImmutableArray<string> RootNames = ["year", "sample", "tasks"];

    private static readonly ImmutableArray<string> Names =
        ["id", "title", "section", "office", "begins", "deadline", "pages", "indicators", "atLeast", "duty", "done", "public"];

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <returns>The tasks that can be read, none where the file is missing; codes of subject <c>plan</c> say at its place what is wrong with the others.</returns>
    public static Result<PlanList> Read(ImmutableArray<SourceFile> files, FormRegistry forms, DutyList duties)
    {
        var diagnostics = new List<Diagnostic>();
        if (files.FirstOrDefault(file => file.Path == PlanList.Path) is not { } file || YamlReader.ReadInput(file, diagnostics) is not { } node)
        {
            return new(PlanList.None, [.. diagnostics]);
        }

        var root = new InputFields(PlanList.Path, "plan", node, RootNames, diagnostics);
        var year = root.Integer("year") ?? 0;
        if (year is < 2000 or > 2099)
        {
            root.Report("wrong-year", root.Find("year") ?? node, "要写明是哪一年的方案。", "在最上面写一行 year: 2026 这样的年份。");
            return new(PlanList.None, [.. diagnostics]);
        }

        var tasks = ImmutableArray.CreateBuilder<PlanTask>();
        foreach (var item in root.List("tasks"))
        {
            var before = diagnostics.Count;
            var task = Task(new(PlanList.Path, "plan", item, Names, diagnostics), year, forms, duties);
            if (tasks.FirstOrDefault(other => other.Id == task.Id) is { } other)
            {
                diagnostics.Add(Diagnostic.Error("plan/duplicate-id", task.Location, $"任务 “{task.Id}” 在第 {other.Location.Line} 行已经有了。", "给它换一个 id；同一件事只写一次。"));
            }
            else if (diagnostics.Count == before)
            {
                tasks.Add(task);
            }
        }

        return new(new(year, root.Boolean("sample"), tasks.DrainToImmutable()), [.. diagnostics]);
    }

    private static PlanTask Task(InputFields fields, int year, FormRegistry forms, DutyList duties)
    {
        var id = fields.Required("id");
        if (id.Length > 0 && !Id().IsMatch(id))
        {
            fields.Report("wrong-id", fields.Find("id")!, "id 只能用小写字母、数字和连字符。", "写成 consultation-day 这样。");
        }

        var (begins, deadline) = (Day(fields, "begins", year), Day(fields, "deadline", year));
        if (begins > deadline)
        {
            fields.Report("wrong-order", fields.Find("deadline")!, "deadline 比 begins 还早。", "begins 写开始的日期，deadline 写期限。");
        }

        return new()
        {
            Id = id,
            Title = Quoted.Printable(fields.Required("title")),
            Section = Quoted.Printable(fields.Optional("section") ?? ""),
            Office = Quoted.Printable(fields.Required("office")),
            Begins = begins,
            Deadline = deadline,
            Pages = fields.Texts("pages"),
            Indicators = [.. Indicators(fields, forms)],
            AtLeast = Math.Max(1, fields.Integer("atLeast") ?? 1),
            Duty = DutyOf(fields, duties),
            Done = Day(fields, "done", year),
            IsPublic = fields.Find("public") is null || fields.Boolean("public"),
            Location = fields.Location,
        };
    }

    private static IEnumerable<Indicator> Indicators(InputFields fields, FormRegistry forms)
    {
        foreach (var item in fields.List("indicators").OfType<YamlNode.Scalar>())
        {
            if (forms.FindIndicator(item.Value) is { Kind: IndicatorKind.Count } indicator)
            {
                yield return indicator;
                continue;
            }

            if (forms.IsIncomplete)
            {
                continue;
            }

            var near = NearestName.FindAll(item.Value, forms.Forms.SelectMany(form => form.Indicators).Where(known => known.Kind == IndicatorKind.Count).Select(known => known.Id)).FirstOrDefault();
            fields.Report("unknown-indicator", item, $"没有一张表格有填数的指标 {Quoted.Id(item.Value)}。", $"{(near is null ? "" : $"是不是 “{near}”？")}照抄 input/forms/ 里某个 kind: count 的指标的 id。");
        }
    }

    private static Duty? DutyOf(InputFields fields, DutyList duties)
    {
        if (fields.Optional("duty") is not { } id)
        {
            return null;
        }

        if (duties.All.FirstOrDefault(known => known.Id == id) is { } found)
        {
            return found;
        }

        fields.Report("unknown-duty", fields.Find("duty")!, $"{DutyList.Path} 里没有事项 {Quoted.Id(id)}。", duties.All.IsEmpty ? DutyList.Help : $"可以写：{string.Join("、", duties.All.Select(known => known.Id))}。");
        return null;
    }

    private static DateOnly? Day(InputFields fields, string name, int year)
    {
        if (fields.Optional(name) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            fields.Report("wrong-day", fields.Find(name)!, $"“{name}” 不是一个日期。", "写成 2026-06-25 这样。");
            return null;
        }

        if (day.Year < year || day > new DateOnly(year + 1, 1, 31))
        {
            fields.Report("outside-campaign", fields.Find(name)!, $"{text} 不在 {year} 年的活动期间。", "检查年份；别的年份的任务写在那一年的 plan.yaml 里。");
        }

        return day;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Id();
}
