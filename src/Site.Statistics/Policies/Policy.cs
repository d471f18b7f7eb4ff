using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Yaml;
using Site.Statistics.Forms;

namespace Site.Statistics.Policies;

/// <summary>What <c>input/policy.yaml</c> says about figures. Never published.</summary>
/// <param name="Rules">How small is too small.</param>
/// <param name="AgeBandPersons">A count by age band below this is unsafe; 2 or more.</param>
/// <param name="ReportTotals">Indicators that are otherwise never published, whose total of the whole city and campaign may be.</param>
/// <param name="IsDeclared">Whether there is such a file, so that its thresholds are known to be those in force.</param>
internal sealed record StatisticsPolicy(DisclosureRules Rules, int AgeBandPersons, ImmutableArray<string> ReportTotals, bool IsDeclared)
{
    /// <summary>A total of reports below this is never published, whatever the policy says.</summary>
    public const int LeastReports = 10;

    /// <summary>The rules of the method where nothing else is said.</summary>
    public static StatisticsPolicy Default { get; } = new(new(), 10, [], false);

    /// <returns>The rules for one indicator: its own threshold where that is higher.</returns>
    public DisclosureRules For(Indicator indicator) => Rules with
    {
        LeastPersons = Math.Max(
            indicator.Publication is PublicationClass.Controlled or PublicationClass.Never ? LeastReports : Rules.LeastPersons, indicator.Threshold ?? 0),
    };
}

/// <summary>Reads the part of <c>input/policy.yaml</c> that is about figures, and reports fields that nobody knows.</summary>
internal static class StatisticsPolicyReader
{
    public const string Path = "input/policy.yaml";

    /// <summary>All fields of the file. Those after the first five are read by others: this is the one list of what may stand there.</summary>
    private static readonly ImmutableArray<string> Names =
        ["leastPersons", "leastContributors", "dominancePercent", "ageBandPersons", "reportTotals", "signOff", "keepRectifiedDays", "attempts"];

    private static readonly ImmutableArray<string> TotalNames = ["indicators", "signOffs"];

    /// <returns>The policy; the usual one where the file is missing, or where a field is.</returns>
    /// <param name="files">Files of <c>input/</c>.</param>
    public static Result<StatisticsPolicy> Read(ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || InputYaml.Read(file, diagnostics) is not { } node)
        {
            return new(StatisticsPolicy.Default, [.. diagnostics]);
        }

        var fields = new InputFields(Path, "policy", node, Names, diagnostics);
        var usual = StatisticsPolicy.Default;
        var rules = new DisclosureRules(
            Number("leastPersons", usual.Rules.LeastPersons, 2, 1000), Number("leastContributors", usual.Rules.LeastContributors, 1, 100),
            Number("dominancePercent", usual.Rules.DominancePercent, 1, 100));
        var policy = new StatisticsPolicy(rules, Number("ageBandPersons", usual.AgeBandPersons, 2, 1000), Totals(fields, diagnostics), true);
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

/// <summary>How small is too small: <c>input/policy.yaml</c>. Never published, for the exact thresholds help an attacker.</summary>
/// <param name="LeastPersons">A count of persons below this is unsafe; 2 or more.</param>
/// <param name="LeastContributors">A sum of fewer contributors is unsafe; 1 or more.</param>
/// <param name="DominancePercent">No contributor may be estimated from above to within this share of its figure; 1 to 100.</param>
/// <param name="ShowsZeros">Whether a zero is safe and always shown, so that readers know that a withheld cell is 1 or more.</param>
internal sealed record DisclosureRules(
    int LeastPersons = 5, int LeastContributors = 3, int DominancePercent = 10, bool ShowsZeros = true)
{
    /// <summary>The rules for tables by age band, where a person is more easily recognized.</summary>
    public static DisclosureRules ForAgeBands { get; } = new(LeastPersons: 10);

    /// <summary>The least figure a reader takes a withheld cell to have: 1 where zeros are always shown, else 0.</summary>
    public byte Floor => (byte)(ShowsZeros ? 1 : 0);
}
