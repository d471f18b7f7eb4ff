using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Yaml;
using Site.Statistics.Forms;

namespace Site.Statistics.Policies;

/// <summary>What <c>input/policy.yaml</c> says, of whatever: the one place that reads it. Never published.</summary>
public sealed record InputPolicy
{
    public const string Path = "input/policy.yaml";

    /// <summary>A total of reports below this is never published, whatever the policy says.</summary>
    internal const int LeastReports = 10;

    private const int MostKeepDays = 3650;

    /// <summary>The last day that every month has.</summary>
    private const int LastExposureDay = 28;

    private static readonly ImmutableArray<string> Names =
        ["leastPersons", "leastContributors", "dominancePercent", "ageBandPersons", "reportTotals", "signOff", "keepRectifiedDays", "exposureDays", "attempts", "publishPlan", "disclosed"];

    private static readonly ImmutableArray<string> DisclosedNames = ["cell", "found", "told"];

    private static readonly ImmutableArray<string> TotalNames = ["indicators", "signOffs"];

    /// <summary>What holds where nothing is written.</summary>
    public static InputPolicy Default { get; } = new();

    /// <summary>For how many days after it was put right an exposure entry stays on the lists, 0 to 3650.</summary>
    public int KeepRectifiedDays { get; private init; } = 180;

    /// <summary>Days of each month, 1 to 28 and ascending, on which exposure entries appear; empty where each appears on its own day.</summary>
    public ImmutableArray<int> ExposureDays { get; private init; } = [];

    /// <summary>Whether the public may see how the tasks of the plan stand.</summary>
    public bool PublishesPlan { get; private init; }

    /// <summary>What is written behind <c>signOff</c>, for the reader of sign-offs; or null.</summary>
    public YamlNode? SignOff { get; private init; }

    /// <summary>How small is too small.</summary>
    internal DisclosureRules Rules { get; private init; } = new();

    /// <summary>A count by age band below this is unsafe; 2 or more.</summary>
    internal int AgeBandPersons { get; private init; } = 10;

    /// <summary>Indicators that are otherwise never published, whose total of the whole city and campaign may be.</summary>
    internal ImmutableArray<string> ReportTotals { get; private init; } = [];

    /// <summary>What was published together by mistake, so that a withheld figure can be worked out.</summary>
    internal ImmutableArray<KnownDisclosure> Disclosed { get; private init; } = [];

    /// <summary>Whether there is such a file, so that its thresholds are known to be those in force.</summary>
    internal bool IsDeclared { get; private init; }

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <returns>The policy, and all that is wrong with the file; the default where the file is missing, or where a field is.</returns>
    public static Result<InputPolicy> Read(ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || YamlReader.ReadInput(file, diagnostics) is not { } node)
        {
            return new(Default, [.. diagnostics]);
        }

        var fields = new InputFields(Path, "policy", node, Names, diagnostics);
        var policy = new InputPolicy
        {
            Rules = new(
                Number("leastPersons", Default.Rules.LeastPersons, 2, 1000), Number("leastContributors", Default.Rules.LeastContributors, 1, 100),
                Number("dominancePercent", Default.Rules.DominancePercent, 1, 100)),
            AgeBandPersons = Number("ageBandPersons", Default.AgeBandPersons, 2, 1000),
            ReportTotals = Totals(fields, diagnostics),
            Disclosed = ReadDisclosed(fields, diagnostics),
            IsDeclared = true,
            KeepRectifiedDays = KeepDays(fields),
            ExposureDays = ReadExposureDays(fields),
            PublishesPlan = fields.Boolean("publishPlan"),
            SignOff = fields.Find("signOff"),
        };
        return new(policy, [.. diagnostics]);

        int Number(string name, int usual, int least, int most)
        {
            if (fields.Integer(name) is not { } number)
            {
                return usual;
            }

            if (number < least || number > most)
            {
                fields.Report("out-of-range", fields.Find(name)!, $"“{name}” 应当在 {least} 到 {most} 之间。", "改成范围内的整数，或者删掉这一行，用通常的值。");
                return usual;
            }

            return number;
        }
    }

    /// <summary>The rules for quiz attempts, which tables may show by age band, where a person is more easily recognized.</summary>
    internal DisclosureRules ForAttempts => new(LeastPersons: AgeBandPersons);

    /// <returns>The rules for one indicator: its own threshold where that is higher.</returns>
    internal DisclosureRules For(Indicator indicator) => Rules with
    {
        LeastPersons = Math.Max(
            indicator.Publication is PublicationClass.Controlled or PublicationClass.Never ? LeastReports : Rules.LeastPersons, indicator.Threshold ?? 0),
    };

    private static int KeepDays(InputFields fields)
    {
        if (fields.Find("keepRectifiedDays") is not { } node)
        {
            return Default.KeepRectifiedDays;
        }

        if (node is YamlNode.Scalar scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostKeepDays)
        {
            return days;
        }

        fields.Report("keep-rectified-days", node, "keepRectifiedDays 不是一个天数。", $"写 0 到 {MostKeepDays} 的整数，如 keepRectifiedDays: {Default.KeepRectifiedDays}。");
        return Default.KeepRectifiedDays;
    }

    private static ImmutableArray<int> ReadExposureDays(InputFields fields)
    {
        var days = new SortedSet<int>();
        foreach (var item in fields.List("exposureDays"))
        {
            if (item is YamlNode.Scalar scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= LastExposureDay)
            {
                days.Add(day);
            }
            else
            {
                fields.Report("exposure-days", item, "exposureDays 里有一项不是每月都有的日子。", $"写 1 到 {LastExposureDay} 的整数，如 exposureDays: [1, 16]，每月的这几天集中公开。");
            }
        }

        return [.. days];
    }

    private static ImmutableArray<KnownDisclosure> ReadDisclosed(InputFields fields, List<Diagnostic> diagnostics)
    {
        var known = ImmutableArray.CreateBuilder<KnownDisclosure>();
        foreach (var item in fields.List("disclosed"))
        {
            var entry = new InputFields(Path, "policy", item, DisclosedNames, diagnostics);
            var (cell, found, told) = (entry.Required("cell"), entry.Required("found"), entry.Required("told"));
            if (found.Length > 0 && !DateOnly.TryParseExact(found, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                entry.Report("wrong-type", entry.Find("found")!, "字段 “found” 应当是发现的日期。", "写成 “found: 2026-06-20”。");
            }
            else if (cell.Length > 0 && found.Length > 0 && told.Length > 0)
            {
                known.Add(new(cell.Trim('“', '”', ' '), found));
            }
        }

        return known.DrainToImmutable();
    }

    private static ImmutableArray<string> Totals(InputFields fields, List<Diagnostic> diagnostics)
    {
        if (fields.Find("reportTotals") is not { } node)
        {
            return [];
        }

        var totals = new InputFields(Path, "policy", node, TotalNames, diagnostics);
        if (totals.Texts("signOffs").Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal).Count() >= 2)
        {
            return totals.Texts("indicators");
        }

        totals.Report("two-sign-offs", node, "举报数的全市合计要有两个人签字才能公布。", "在 signOffs 里写上两个不同的人，例如“科室负责人（姓名）”和“分管领导（姓名）”。");
        return [];
    }
}
