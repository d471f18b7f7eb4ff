using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>From the ledgers of <c>input/exposures/</c> to safe entries.</summary>
internal static class ExposureReader
{
    private const string Folder = "input/exposures/";

    /// <summary>Reads, checks and protects all entries. An entry published after the day of the build is not out yet.</summary>
    /// <param name="files">All files of <c>input/</c>.</param>
    /// <param name="website">For its laws and the day of the build.</param>
    /// <returns>Exposures alone are filled in; no problem repeats a cell.</returns>
    /// <param name="published">What is published now, or null.</param>
    public static Checked<Release> Read(ImmutableArray<SourceFile> files, Website website, SourceFile? published)
    {
        var ledgers = files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        if (ledgers.Count == 0)
        {
            return new(Release.Empty, []);
        }

        List<Problem> problems = [.. ledgers.Where(file => !IsLedger(file) && !IsNote(file)).Select(Stray)];
        var rules = ExposureRules.Read(files, problems);
        var units = UnitReader.Read(files);
        problems.AddRange(units.Problems);
        var context = new ExposureContext(KnownAreas.Of(units.Value), LegalReferences.Names(website), website.AsOf, problems);
        var written = ledgers.Where(IsLedger).SelectMany(file => ExposureLedger.Read(file, problems)).Select(row => EntryReader.Read(row, context)).OfType<Entry>().ToList();
        var latest = Histories.Latest(written, problems);
        problems.AddRange(PublishedStatuses.Find(latest, published, website.AsOf));
        return new(Shown([.. latest.Where(entry => entry.Published <= website.AsOf)], rules, website.AsOf, problems), [.. problems]);
    }

    private static Release Shown(ImmutableArray<Entry> entries, ExposureRules rules, DateOnly asOf, List<Problem> problems)
    {
        var withdrawn = entries.Where(entry => entry.Status == ExposureVocabularies.Withdrawn).ToList();
        var live = entries.Except(withdrawn).ToList();
        var steps = Coarsening.Of(live, problems);
        return Release.Empty with
        {
            Exposures = Safe(live.Where(entry => !IsPast(entry))),
            PastExposures = Safe(live.Where(IsPast)),
            WithdrawnExposures = [.. withdrawn.Select(entry => entry.Id)],
        };

        bool IsPast(Entry entry) => entry is { Status: ExposureVocabularies.Rectified, StatusOn: { } since } && since.AddDays(rules.KeepRectifiedDays) < asOf;

        ImmutableArray<SafeExposure> Safe(IEnumerable<Entry> some) =>
        [
            .. some.Select(entry => SafeExposures.Make(entry, steps.GetValueOrDefault(entry.Id, Generality.None), asOf))
                .OrderByDescending(entry => entry.Published.First).ThenBy(entry => entry.Id, StringComparer.Ordinal),
        ];
    }

    private static bool IsLedger(SourceFile file) => file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsNote(SourceFile file) => file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    private static Problem Stray(SourceFile file) => Problem.Warning("exposure/not-a-ledger", new(file.Path), "曝光台账只读 .csv 文件，这个文件没有读。", "另存为“CSV UTF-8（逗号分隔）”放在这里，再删掉这个文件。");
}
