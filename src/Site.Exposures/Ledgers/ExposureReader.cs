using System.Collections.Immutable;
using Site.Content.Campaigns;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Types;
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
    /// <param name="ground">For its laws and the day of the build.</param>
    /// <param name="published">The entries that are published now, or null.</param>
    /// <returns>The safe entries; no diagnostic repeats a cell. What is wrong with the policy is reported with the statistics.</returns>
    public static Result<SafeExposures> Read(InputFiles files, InputGround ground, SourceFile? published)
    {
        var ledgers = files.All.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        if (ledgers.Count == 0)
        {
            return new(new([], [], []), []);
        }

        List<Diagnostic> diagnostics = [.. ledgers.Where(file => !IsLedger(file) && !IsNote(file) && !EntryPictures.IsIn(file.Path)).Select(Stray)];
        var policy = files.Policy.Value;
        var units = files.Units;
        diagnostics.AddRange(units.Diagnostics);
        var context = new ExposureContext(KnownAreas.Of(units.Value), LegalReferences.LawsByName(ground), EntryPictures.NamesIn(ledgers), ground.AsOf, diagnostics);
        var rows = ledgers.Where(IsLedger).SelectMany(file => ExposureLedger.Read(file, diagnostics)).ToList();
        diagnostics.AddRange(EntryPictures.FindUnused(ledgers, rows));
        var written = rows.Select(row => EntryReader.Read(row, context)).OfType<Entry>().ToList();
        var latest = EntryHistories.Latest(written, diagnostics);
        diagnostics.AddRange(PublishedStatuses.Find(latest, published, ground.AsOf));
        var batches = new Batches(policy.ExposureDays);
        var until = batches.LastUpTo(ground.AsOf);
        var live = latest.Where(entry => entry.Published <= until).ToImmutableArray();
        if (!batches.Are && live.Any(entry => entry.IsReported))
        {
            diagnostics.Add(NoBatches());
        }

        var (built, statuses) = PublishedStatuses.Of(published, ground.AsOf);
        diagnostics.AddRange(batches.FindLate(live, built, statuses, ground.AsOf));
        return new(Shown(live, policy, batches, ground.AsOf, entry => SettledAt(entry, until, statuses), diagnostics), [.. diagnostics]);
    }

    /// <returns>An entry in the status that it had on a day: as a ledger tells, or else as it is published, or else open.</returns>
    private static Entry SettledAt(Entry entry, DateOnly day, IReadOnlyDictionary<string, string> published)
    {
        var settled = entry;
        while (settled.StatusOn > day && settled.Before is { } before)
        {
            settled = before;
        }

        return settled.StatusOn > day ? settled with { Status = published.GetValueOrDefault(entry.Id, ExposureVocabularies.Open), StatusOn = null } : settled;
    }

    private static Diagnostic NoBatches() => Diagnostic.Warning("exposure/no-batches", new(InputPolicy.Path),
        "台账里有跟举报有关的条目，policy.yaml 没有写哪几天集中公开：有人比较前后两天的网站，就能推出它们的日期。", "在 policy.yaml 里写上，如 exposureDays: [1, 16]，所有条目都在每月的这几天一起出现。");

    /// <param name="settle">Gives an entry as it was on the last day on which what rests on leads may change.</param>
    private static SafeExposures Shown(
        ImmutableArray<Entry> entries, InputPolicy policy, Batches batches, DateOnly asOf, Func<Entry, Entry> settle, List<Diagnostic> diagnostics)
    {
        var withdrawn = entries.Where(entry => entry.Status == ExposureVocabularies.Withdrawn).ToList();
        var live = entries.Except(withdrawn).ToList();
        var levels = Generalization.Of(live, batches, diagnostics);
        diagnostics.AddRange(TellingIds.Find(live, levels));
        var safe = live.Select(entry => (Entry: entry, Level: levels.GetValueOrDefault(entry.Id, GeneralizationLevel.None)))
            .Select(one => SafeExposureFactory.Create(one.Level == GeneralizationLevel.None ? one.Entry : settle(one.Entry), one.Level, asOf))
            .OrderByDescending(entry => entry.Published.First).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToLookup(IsPast);
        return new([.. safe[false]], [.. safe[true]], [.. withdrawn.Select(entry => entry.Id)]);

        // The last day that the entry may have meant counts, so that the day on which it leaves tells no more than the entry.
        bool IsPast(SafeExposure entry) => entry is { Status: ExposureVocabularies.Rectified, StatusOn: { } since } && since.Last.AddDays(policy.KeepRectifiedDays) < asOf;
    }

    private static bool IsLedger(SourceFile file) => !EntryPictures.IsIn(file.Path) && file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsNote(SourceFile file) => file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    private static Diagnostic Stray(SourceFile file) => Diagnostic.Warning("exposure/not-a-ledger", new(file.Path), "曝光台账只读 .csv 文件，这个文件没有读。", "另存为“CSV UTF-8（逗号分隔）”放在这里，再删掉这个文件。");
}

/// <summary>
/// All of <c>content/</c> that the reading of <c>input/</c> rests on. Who keeps what was read for a later build compares this and no more, so whatever reads <c>input/</c> gets this and no website:
/// a content type that it needs besides is named in <see cref="Of(Website)"/>.
/// </summary>
public sealed record InputGround
{
    private InputGround(SiteSettings settings, DateOnly asOf, ImmutableArray<Page> pages) => (Settings, AsOf, Pages) = (settings, asOf, pages);

    public SiteSettings Settings { get; }

    /// <summary>The day of the build.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Pages of laws and campaigns, in the order of the website.</summary>
    public ImmutableArray<Page> Pages { get; }

    public static InputGround Of(Website website) => new(website.Settings, website.AsOf, [.. website.Pages.Where(page => page is LawPage or CampaignPage)]);

    /// <returns>Pages of one type, in their order; none of a type that is not named above.</returns>
    public IEnumerable<TPage> Of<TPage>()
        where TPage : Page => Pages.OfType<TPage>();
}
