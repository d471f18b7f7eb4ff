using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Makes of a checked entry what may be shown of it.</summary>
internal static class SafeExposures
{
    private const string Sample = "示例";

    /// <param name="step">How coarsely it has to be shown.</param>
    /// <param name="asOf">The day of the build, on which deadlines have passed or not.</param>
    public static SafeExposure Make(Entry entry, Generality step, DateOnly asOf)
    {
        var precision = step == Generality.None ? DayPrecision.Day : step < Generality.Year ? DayPrecision.Month : DayPrecision.Year;
        var deadline = entry.Deadline is { } due ? new SafeDay(due, precision) : null;
        var isOpen = entry.Status is ExposureVocabularies.Open or ExposureVocabularies.InProgress;
        return new()
        {
            Id = entry.Id,
            Published = new(entry.Published, precision),
            Kind = entry.Kind,
            Subject = Subject(entry, step),
            CreditCode = entry.CreditCode,
            Area = step == Generality.None ? entry.Area.Label : District(entry, step),
            District = District(entry, step),
            Sector = step < Generality.Sectors ? entry.Sector : null,
            Place = step == Generality.None ? entry.Place : null,
            Hazard = step < Generality.Hazards ? Dated(entry.Hazard, step) : Unsaid(entry.Kind),
            HazardType = step < Generality.Hazards ? entry.HazardType : null,
            LegalBases = Laws(entry, step),
            Decision = step < Generality.Hazards ? Dated(entry.Decision, step) : DecisionNumbers.Find(entry.Decision) ?? "已依法作出决定",
            Deadline = deadline,
            Status = entry.Status,
            StatusOn = entry.StatusOn is { } since ? new(since, precision) : null,
            Reasons = entry.Reasons,
            IsOverdue = isOpen && deadline is not null && deadline.Last < asOf,
            Ledger = entry.Row.Path,
            IsSample = entry.Row[ExposureColumns.Enterprise].Contains(Sample, StringComparison.Ordinal),
        };
    }

    /// <summary>A private person's street is left out with the place.</summary>
    private static string Subject(Entry entry, Generality step) =>
        step == Generality.None || !entry.Firm.IsPerson ? entry.Firm.Subject
        : $"{entry.Firm.Subject[..entry.Firm.Subject.LastIndexOf('（')]}（{District(entry, step)}）";

    private static string District(Entry entry, Generality step) => step < Generality.City ? entry.Area.District : KnownArea.City;

    private static string Dated(string text, Generality step) => step == Generality.None ? text : DaysInText.ToMonths(text);

    private static ImmutableArray<SafeLegalBasis> Laws(Entry entry, Generality step) =>
    [
        .. entry.LegalBases.Select(reference => new SafeLegalBasis(reference.Law.Address, LegalReferences.Text(reference, step < Generality.Hazards)))
            .Distinct(),
    ];

    private static string Unsaid(string kind) => kind == "violation" ? "有安全生产违法行为，具体内容不公开。" : "有安全生产方面的问题，具体内容不公开。";
}
