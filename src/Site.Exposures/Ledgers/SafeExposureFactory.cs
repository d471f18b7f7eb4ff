using System.Collections.Immutable;
using Site.Exposures.Entries;

namespace Site.Exposures.Ledgers;

/// <summary>Turns a checked entry into what may be shown of it. This is the only place that creates a <see cref="SafeExposure"/>.</summary>
internal static class SafeExposureFactory
{
    private const string Sample = "示例";

    /// <param name="level">How far it has to be generalized.</param>
    /// <param name="asOf">The day of the build, on which deadlines have passed or not.</param>
    public static SafeExposure Create(Entry entry, GeneralizationLevel level, DateOnly asOf)
    {
        var precision = level == GeneralizationLevel.None ? DayPrecision.Day : level < GeneralizationLevel.Year ? DayPrecision.Month : DayPrecision.Year;
        var deadline = entry.Deadline is { } due ? new SafeDay(due, precision) : null;
        var isOpen = entry.Status is ExposureVocabularies.Open or ExposureVocabularies.InProgress;
        return new()
        {
            Id = entry.Id,
            Published = new(entry.Published, precision),
            Kind = entry.Kind,
            Subject = Subject(entry, level),
            CreditCode = entry.CreditCode,
            Area = level == GeneralizationLevel.None ? entry.Area.Label : District(entry, level),
            District = District(entry, level),
            Sector = level < GeneralizationLevel.Sectors ? entry.Sector : null,
            Place = level == GeneralizationLevel.None ? entry.Place : null,
            Hazard = level < GeneralizationLevel.Hazards ? Dated(entry.Hazard, level) : Unsaid(entry.Kind),
            HazardType = level < GeneralizationLevel.Hazards ? entry.HazardType : null,
            LegalBases = Laws(entry, level),
            Decision = level < GeneralizationLevel.Hazards ? Dated(entry.Decision, level) : DecisionNumbers.Find(entry.Decision) is { } number ? DecisionNumbers.WithoutRunning(number) : "已依法作出决定",
            Deadline = deadline,
            Status = entry.Status,
            StatusOn = entry.StatusOn is { } since ? new(since, precision) : null,
            Reasons = entry.Reasons,
            IsOverdue = isOpen && deadline is not null && deadline.Last < asOf,
            Picture = level == GeneralizationLevel.None ? PictureOf(entry) : null,
            PictureAfter = level == GeneralizationLevel.None && entry.Status == ExposureVocabularies.Rectified ? entry.PictureAfter : null,
            Ledger = entry.Row.Path,
            IsSample = entry.Row[ExposureColumns.Enterprise].Contains(Sample, StringComparison.Ordinal),
        };
    }

    /// <summary>A private person's street is omitted together with the place.</summary>
    private static string Subject(Entry entry, GeneralizationLevel level) =>
        level == GeneralizationLevel.None || !entry.Firm.IsPerson ? entry.Firm.Subject
        : $"{entry.Firm.Subject[..entry.Firm.Subject.LastIndexOf('（')]}（{District(entry, level)}）";

    private static string District(Entry entry, GeneralizationLevel level) => level < GeneralizationLevel.City ? entry.Area.District : KnownArea.City;

    private static string Dated(string text, GeneralizationLevel level) => level == GeneralizationLevel.None ? text : DecisionNumbers.WithoutRunning(DaysInText.ToMonths(text));

    private static ImmutableArray<SafeLegalBasis> Laws(Entry entry, GeneralizationLevel level) =>
    [
        .. entry.LegalBases.Select(reference => new SafeLegalBasis(reference.Law.Address, LegalReferences.Text(reference, level < GeneralizationLevel.Hazards)))
            .Distinct(),
    ];

    /// <summary>A ledger that tells of a later status need not name the picture again.</summary>
    private static SafePicture? PictureOf(Entry? entry) => entry is null ? null : entry.Picture ?? PictureOf(entry.Before);

    private static string Unsaid(string kind) => kind == "violation" ? "有安全生产违法行为，具体内容不公开。" : "有安全生产方面的问题，具体内容不公开。";
}
