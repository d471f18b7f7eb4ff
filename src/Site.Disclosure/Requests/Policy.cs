using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>What <c>input/policy.yaml</c> says about figures. Never published.</summary>
/// <param name="Rules">How small is too small.</param>
/// <param name="AgeBandPersons">A count by age band below this is unsafe; 2 or more.</param>
/// <param name="ReportTotals">Indicators that are otherwise never published, whose total of the whole city and campaign may be.</param>
/// <param name="IsWritten">Whether there is such a file, so that its thresholds are known to be those in force.</param>
internal sealed record Policy(DisclosureRules Rules, int AgeBandPersons, ImmutableArray<string> ReportTotals, bool IsWritten)
{
    /// <summary>A total of reports below this is never published, whatever the policy says.</summary>
    public const int LeastReports = 10;

    /// <summary>The rules of the method where nothing else is said.</summary>
    public static Policy Usual { get; } = new(new(), 10, [], false);

    /// <returns>The rules for one indicator: its own threshold where that is higher.</returns>
    public DisclosureRules For(Indicator indicator) => Rules with
    {
        LeastPersons = Math.Max(
            indicator.Publication is PublicationClass.Controlled or PublicationClass.Never ? LeastReports : Rules.LeastPersons, indicator.Threshold ?? 0),
    };
}
