using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Text;
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

/// <summary>Removes days from texts.</summary>
internal static partial class DaysInText
{
    /// <summary>Replaces each date in a text by its month: 6月3日上午9时 becomes 6月, 2026-06-03 becomes 2026年6月.</summary>
    public static string ToMonths(string text) =>
        Numeric().Replace(Written().Replace(text, "${month}"), match =>
            $"{match.Groups["year"].Value}年{int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture)}月");

    [GeneratedRegex("(?<month>[0-9０-９]{1,2}\\s*月|[一二三四五六七八九十]{1,2}月)\\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s*[日号](?:(?:凌晨|清晨|上午|中午|下午|傍晚|晚上|夜间)?\\s*[0-9]{1,2}\\s*[时点:：](?:[0-9]{1,2}分?)?|凌晨|清晨|上午|中午|下午|傍晚|晚上|夜间)?", RegexOptions.None, 1000)]
    private static partial Regex Written();

    [GeneratedRegex("(?<![0-9])(?<year>(?:19|20)[0-9]{2})[-/.](?<month>[0-9]{1,2})[-/.][0-9]{1,2}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Numeric();
}

/// <summary>Finds the number of a decision: 示应急罚〔2026〕12号, 第12号, or a code alone such as ZD-2026-012.</summary>
internal static partial class DecisionNumbers
{
    /// <summary>Leaves out what numbers the decisions of a year in their order, which tells the day: of 示应急罚〔2026〕12号 remains 示应急罚〔2026〕.</summary>
    public static string WithoutRunning(string text) => Loose().Replace(Numbers().Replace(text, match => Year().Match(match.Value) is { Success: true } year
        ? match.Value[..(year.Index + year.Length)]
        : match.Value[..match.Value.AsSpan().IndexOfAnyInRange('0', '9')].TrimEnd('第', '-', '－', ' ')), "${word}");

    /// <returns>The number with the letters and office before it, or null where the text has none.</returns>
    public static string? Find(string text) => Numbers().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(
        "(?:[A-Za-z]|" + Han.Pattern + "){0,16}[〔\\[［（(【]\\s*(?:19|20)[0-9]{2}\\s*年?[〕\\]］）)】]\\s*第?\\s*[0-9]{1,6}(?:-[0-9]{1,4})?\\s*号?"
        + "|(?:[A-Za-z]|" + Han.Pattern + "){0,16}(?:19|20)[0-9]{2}\\s*年?\\s*第\\s*[0-9]{1,6}\\s*号"
        + "|(?:[A-Za-z]|" + Han.Pattern + "){0,16}第\\s*[0-9]{1,8}\\s*号"
        + "|(?:[A-Za-z]|" + Han.Pattern + "){1,12}[-－][A-Za-z0-9－-]{0,12}(?:19|20)[0-9]{2}[-－][0-9]{1,6}(?:号)?"
        + "|(?:[A-Za-z]|" + Han.Pattern + "){1,16}(?:19|20)[0-9]{2}[-－][0-9]{1,6}(?:号)?"
        + "|(?<![0-9])(?:19|20)[0-9]{2}[-－][0-9]{3,6}号?(?![0-9-])"
        + "|^[A-Za-z][A-Za-z0-9/_-]{0,30}[0-9][A-Za-z0-9/_-]{0,10}$", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    /// <summary>A year in brackets, or before 年, 第 or a hyphen.</summary>
    [GeneratedRegex("[〔\\[［（(【]\\s*(?:19|20)[0-9]{2}\\s*年?\\s*[〕\\]］）)】]|(?:19|20)[0-9]{2}\\s*年|(?:19|20)[0-9]{2}(?=\\s*第|[-－])", RegexOptions.None, 1000)]
    private static partial Regex Year();

    /// <summary>A number in another form, behind a word for it or before 号.</summary>
    [GeneratedRegex("(?<word>(?:文号|案号|编号|决定书|通知书|指令书)[:：为是 ]{0,3})[A-Za-z0-9/－-]*[0-9][A-Za-z0-9/－-]*号?|(?<word>)第?[0-9０-９]{3,12}号(?!楼|门|院|库|线|路|机|炉|罐|泵|车间)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loose();
}
