using System.Collections.Immutable;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Entries;
using Site.Statistics.Inputs;
using Site.Statistics.Policies;

namespace Site.Exposures.Ledgers;

/// <summary>Turns the ledgers of <c>input/exposures/</c> into safe entries.</summary>
internal static class ExposureReader
{
    private const string Folder = "input/exposures/";

    /// <summary>Reads, checks and protects all entries. An entry whose date of publication is after the day of the build is left out.</summary>
    /// <param name="files">All files of <c>input/</c>.</param>
    /// <param name="website">For its laws and the day of the build.</param>
    /// <param name="published">The entries that are published now, or null.</param>
    /// <returns>The safe entries; no diagnostic repeats a cell. What is wrong with the policy is reported with the statistics.</returns>
    public static Result<SafeExposures> Read(InputFiles files, Website website, SourceFile? published)
    {
        var ledgers = files.All.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        if (ledgers.Count == 0)
        {
            return new(new([], [], []), []);
        }

        List<Diagnostic> diagnostics = [.. ledgers.Where(file => !IsLedger(file) && !IsNote(file)).Select(Stray)];
        var policy = files.Policy.Value;
        var units = files.Units;
        diagnostics.AddRange(units.Diagnostics);
        var context = new ExposureContext(KnownAreas.Of(units.Value), LegalReferences.LawsByName(website), website.AsOf, diagnostics);
        var written = ledgers.Where(IsLedger).SelectMany(file => ExposureLedger.Read(file, diagnostics)).Select(row => EntryReader.Read(row, context)).OfType<Entry>().ToList();
        var latest = EntryHistories.Latest(written, diagnostics);
        diagnostics.AddRange(PublishedStatuses.Find(latest, published, website.AsOf));
        return new(Shown([.. latest.Where(entry => entry.Published <= website.AsOf)], policy, website.AsOf, diagnostics), [.. diagnostics]);
    }

    private static SafeExposures Shown(ImmutableArray<Entry> entries, InputPolicy policy, DateOnly asOf, List<Diagnostic> diagnostics)
    {
        var withdrawn = entries.Where(entry => entry.Status == ExposureVocabularies.Withdrawn).ToList();
        var live = entries.Except(withdrawn).ToList();
        var levels = Generalization.Of(live, diagnostics);
        return new(Safe(live.Where(entry => !IsPast(entry))), Safe(live.Where(IsPast)), [.. withdrawn.Select(entry => entry.Id)]);

        bool IsPast(Entry entry) => entry is { Status: ExposureVocabularies.Rectified, StatusOn: { } since } && since.AddDays(policy.KeepRectifiedDays) < asOf;

        ImmutableArray<SafeExposure> Safe(IEnumerable<Entry> some) =>
        [
            .. some.Select(entry => SafeExposureFactory.Create(entry, levels.GetValueOrDefault(entry.Id, GeneralizationLevel.None), asOf))
                .OrderByDescending(entry => entry.Published.First).ThenBy(entry => entry.Id, StringComparer.Ordinal),
        ];
    }

    private static bool IsLedger(SourceFile file) => file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsNote(SourceFile file) => file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    private static Diagnostic Stray(SourceFile file) => Diagnostic.Warning("exposure/not-a-ledger", new(file.Path), "曝光台账只读 .csv 文件，这个文件没有读。", "另存为“CSV UTF-8（逗号分隔）”放在这里，再删掉这个文件。");
}
