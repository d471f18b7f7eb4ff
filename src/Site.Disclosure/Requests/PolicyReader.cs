using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads the part of <c>input/policy.yaml</c> that is about figures, and reports fields that nobody knows.</summary>
internal static class PolicyReader
{
    public const string Path = "input/policy.yaml";

    /// <summary>All fields of the file. Those after the first five are read by others: this is the one list of what may stand there.</summary>
    private static readonly ImmutableArray<string> Names =
        ["leastPersons", "leastContributors", "dominancePercent", "ageBandPersons", "reportTotals", "signOff", "keepRectifiedDays", "attempts"];

    private static readonly ImmutableArray<string> TotalNames = ["indicators", "signOffs"];

    /// <returns>The policy; the usual one where the file is missing, or where a field is.</returns>
    /// <param name="files">Files of <c>input/</c>.</param>
    public static Checked<Policy> Read(ImmutableArray<SourceFile> files)
    {
        var problems = new List<Problem>();
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || InputYaml.Read(file, problems) is not { } node)
        {
            return new(Policy.Usual, [.. problems]);
        }

        var fields = new InputFields(Path, "policy", node, Names, problems);
        var usual = Policy.Usual;
        var rules = new DisclosureRules(
            Number("leastPersons", usual.Rules.LeastPersons, 2, 1000), Number("leastContributors", usual.Rules.LeastContributors, 1, 100),
            Number("dominancePercent", usual.Rules.DominancePercent, 1, 100));
        var policy = new Policy(rules, Number("ageBandPersons", usual.AgeBandPersons, 2, 1000), Totals(fields, problems), true);
        return new(policy, [.. problems]);

        int Number(string name, int usual, int least, int most)
        {
            if (fields.Number(name) is not { } number)
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

    private static ImmutableArray<string> Totals(InputFields fields, List<Problem> problems)
    {
        if (fields.Find("reportTotals") is not { } node)
        {
            return [];
        }

        var totals = new InputFields(Path, "policy", node, TotalNames, problems);
        if (totals.Words("signOffs").Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal).Count() >= 2)
        {
            return totals.Words("indicators");
        }

        totals.Report("two-sign-offs", node, "举报数的全市合计要有两个人签字才能公布。", "在 signOffs 里写上两个不同的人，例如“科室负责人（姓名）”和“分管领导（姓名）”。");
        return [];
    }
}
