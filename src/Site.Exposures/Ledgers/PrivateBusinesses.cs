using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Exposures.Ledgers;

/// <summary>Names of private persons' businesses in exposure ledgers, which readers see as 某某 with trade and street.</summary>
internal static class PrivateBusinesses
{
    private const int ShortestName = 4;

    public static bool Accepts(string path) => path.StartsWith("input/exposures/", StringComparison.Ordinal) && path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <returns>Whole names, and what is left of them without area and trade where that is long enough to name somebody.</returns>
    public static IEnumerable<string> Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        List<Diagnostic> reported = [];
        return ExposureLedger.Read(file, reported).SelectMany(Names).Where(name => name.Length >= ShortestName && !name.Contains("示例", StringComparison.Ordinal)).Distinct();
    }

    private static IEnumerable<string> Names(ExposureRow row) =>
        FirmReader.Read(row[ExposureColumns.Enterprise], row[ExposureColumns.CreditCode], "", "", [])?.Hidden ?? [];
}
