using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Json;
using Site.Core.Sources;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Rendering.OpenData;

namespace Site.Rendering.Exposures;

/// <summary>The exposure entries on the lists as data: CSV, JSON, and the schema of the JSON.</summary>
internal static class ExposureFiles
{
    private static readonly ImmutableArray<string> Columns =
    [
        "id", "published", "kind", "enterprise", "credit_code", "area", "sector", "place", "hazard", "hazard_type", "legal_basis", "decision",
        "deadline", "status", "status_on", "reasons", "sample",
    ];

    /// <returns>Nothing where there has never been an entry; files without entries where none is left.</returns>
    public static IEnumerable<OutputFile> Render(Website website, PublicInput input) =>
        input.Exposures.IsEmpty && input.PastExposures.IsEmpty && input.WithdrawnExposures.IsEmpty ? [] :
        [
            new(ExposureAddresses.Csv[1..], output => WriteCsv(output, input.Exposures)),
            new(ExposureAddresses.Json[1..], output => WriteJson(output, website, input.Exposures)),
            new(ExposureAddresses.Schema[1..], output => ExposureSchema.Of(website.Settings).Write(output)),
        ];

    /// <summary>Days are as exact as they may be: 2026-06-10, 2026-06 or 2026.</summary>
    private static void WriteCsv(IBufferWriter<byte> output, ImmutableArray<SafeExposure> entries)
    {
        SafeCsv.WriteRow(output, Columns.AsSpan());
        foreach (var entry in entries)
        {
            SafeCsv.WriteRow(output,
            [
                entry.Id, entry.Published.Iso, entry.Kind, entry.Subject, entry.CreditCode ?? "", entry.Area, entry.Sector ?? "", entry.Place ?? "",
                entry.Hazard, entry.HazardType ?? "", string.Join('；', entry.LegalBases.Select(basis => basis.Text)), entry.Decision,
                entry.Deadline?.Iso ?? "", entry.Status, entry.StatusOn?.Iso ?? "", string.Join(' ', entry.Reasons), entry.IsSample ? "true" : "false",
            ]);
        }
    }

    private static void WriteJson(IBufferWriter<byte> output, Website website, ImmutableArray<SafeExposure> entries)
    {
        var settings = website.Settings;
        JsonText.WriteFile(output, new ExposureFile
        {
            Schema = SiteAddress.Absolute(settings, ExposureAddresses.Schema),
            Title = $"曝光台 · {settings.Title}",
            Publisher = settings.Organiser,
            AsOf = LocalTime.Day(website.AsOf),
            Entries = [.. entries.Select(entry => Of(settings, entry))],
        }, ExposureContext.Default.ExposureFile);
        output.Write("\n"u8);
    }

    private static ExposureRow Of(SiteSettings settings, SafeExposure entry) => new()
    {
        Id = entry.Id,
        Url = SiteAddress.Absolute(settings, ExposureAddresses.Of(entry.Id)),
        Published = entry.Published.Iso,
        Kind = entry.Kind,
        Enterprise = entry.Subject,
        CreditCode = entry.CreditCode,
        Area = entry.Area,
        Sector = entry.Sector,
        Place = entry.Place,
        Hazard = entry.Hazard,
        HazardType = entry.HazardType,
        LegalBasis = [.. entry.LegalBases.Select(basis => new ExposureBasis(basis.Text, SiteAddress.Absolute(settings, basis.Address)))],
        Decision = entry.Decision,
        Deadline = entry.Deadline?.Iso,
        Status = entry.Status,
        StatusOn = entry.StatusOn?.Iso,
        Overdue = entry.IsOverdue,
        Reasons = entry.Reasons,
        Sample = entry.IsSample,
    };
}

/// <summary>The whole JSON file; properties are written in the order in which they stand here, null as null.</summary>
internal sealed record ExposureFile
{
    [JsonPropertyName("$schema")]
    public required string Schema { get; init; }

    public required string Title { get; init; }

    public required string Publisher { get; init; }

    public required string AsOf { get; init; }

    public required IReadOnlyList<ExposureRow> Entries { get; init; }
}

/// <summary>An entry; days are as exact as they may be.</summary>
internal sealed record ExposureRow
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Published { get; init; }

    public required string Kind { get; init; }

    public required string Enterprise { get; init; }

    public string? CreditCode { get; init; }

    public required string Area { get; init; }

    public string? Sector { get; init; }

    public string? Place { get; init; }

    public required string Hazard { get; init; }

    public string? HazardType { get; init; }

    public required IReadOnlyList<ExposureBasis> LegalBasis { get; init; }

    public required string Decision { get; init; }

    public string? Deadline { get; init; }

    public required string Status { get; init; }

    public string? StatusOn { get; init; }

    public required bool Overdue { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    public required bool Sample { get; init; }
}

internal sealed record ExposureBasis(string Text, string Url);

[JsonSerializable(typeof(ExposureFile))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class ExposureContext : JsonSerializerContext;

/// <summary>Says what <c>data/exposures.json</c> holds.</summary>
internal static class ExposureSchema
{
    public static JsonSchema Of(SiteSettings settings) => JsonSchema.Object(new()
    {
        ["$schema"] = JsonSchema.Uri(),
        ["title"] = JsonSchema.Text(),
        ["publisher"] = JsonSchema.Text("发布单位"),
        ["as_of"] = JsonSchema.Day("生成的日期"),
        ["entries"] = JsonSchema.Array(JsonSchema.Refer("entry")),
    }) with
    {
        Dialect = JsonSchema.Draft,
        Id = SiteAddress.Absolute(settings, ExposureAddresses.Schema),
        Title = "曝光台",
        Description = "曝光台列表上的条目。日期能公开到哪一级就写到哪一级：2026-06-10、2026-06 或 2026。",
        Definitions = new()
        {
            ["day"] = JsonSchema.Text() with { Pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" },
            ["entry"] = Entry(),
        },
    };

    private static JsonSchema Entry() => JsonSchema.Object(new()
    {
        ["id"] = JsonSchema.Text() with { Pattern = "^[A-Za-z0-9][A-Za-z0-9_-]*$" },
        ["url"] = JsonSchema.Uri(),
        ["published"] = JsonSchema.Refer("day", "公布日期"),
        ["kind"] = OneOf(ExposureVocabularies.Kinds, "类别"),
        ["enterprise"] = JsonSchema.Words with { Description = "单位名称；个体工商户只写行业和街路" },
        ["credit_code"] = JsonSchema.Text("统一社会信用代码").OrNull() with { Pattern = "^[0-9A-Z]{18}$" },
        ["area"] = JsonSchema.Words,
        ["sector"] = OneOf(Vocabulary.Sectors, "行业", isOptional: true),
        ["place"] = JsonSchema.Text().OrNull(),
        ["hazard"] = JsonSchema.Words with { Description = "问题；红榜是做法。■■ 是遮盖了的个人信息" },
        ["hazard_type"] = OneOf(ExposureVocabularies.HazardTypes, "隐患类型", isOptional: true),
        ["legal_basis"] = JsonSchema.Array(JsonSchema.Object(new() { ["text"] = JsonSchema.Text(), ["url"] = JsonSchema.Uri() })),
        ["decision"] = JsonSchema.Words with { Description = "处理决定和文号" },
        ["deadline"] = JsonSchema.Refer("day", "整改期限").OrNull(),
        ["status"] = OneOf(ExposureVocabularies.Statuses.Where(status => status.Id != ExposureVocabularies.Withdrawn), "状态"),
        ["status_on"] = JsonSchema.Refer("day", "进入这个状态的日期").OrNull(),
        ["overdue"] = JsonSchema.Boolean("过了整改期限还没有改好"),
        ["reasons"] = JsonSchema.Array(new() { Enum = [.. ExposureVocabularies.Reasons.Select(reason => reason.Id)] }) with { Description = Describe("为什么公开", ExposureVocabularies.Reasons) },
        ["sample"] = JsonSchema.Boolean("是不是编的示例"),
    });

    private static JsonSchema OneOf(IEnumerable<Term> terms, string name, bool isOptional = false) =>
        JsonSchema.OneOfTexts([.. terms.Select(term => term.Id), .. isOptional ? new string?[] { null } : []], Describe(name, terms));

    private static string Describe(string name, IEnumerable<Term> terms) => $"{name}：{string.Join("，", terms.Select(term => $"{term.Id} {term.Label}"))}";
}
