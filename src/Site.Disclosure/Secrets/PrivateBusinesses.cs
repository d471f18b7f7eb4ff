using Site.Model;

namespace Site.Disclosure;

/// <summary>Names of private persons' businesses in exposure ledgers, which readers see as 某某 with trade and street.</summary>
internal static class PrivateBusinesses
{
    private const int ShortestName = 4;

    public static bool Wants(string path) => path.StartsWith("input/exposures/", StringComparison.Ordinal) && path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <returns>Whole names, and what is left of them without area and trade where that is long enough to name somebody.</returns>
    public static IEnumerable<string> Read(SourceFile file, List<Problem> problems)
    {
        List<Problem> reported = [];
        return ExposureLedger.Read(file, reported).SelectMany(Names).Where(name => name.Length >= ShortestName && !name.Contains("示例", StringComparison.Ordinal)).Distinct();
    }

    private static IEnumerable<string> Names(ExposureRow row) =>
        Firms.Read(row[ExposureColumns.Enterprise], row[ExposureColumns.CreditCode], "", "", [])?.Hidden ?? [];
}
