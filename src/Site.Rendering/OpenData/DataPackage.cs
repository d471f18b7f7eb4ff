using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Json;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Statistics.Published;

namespace Site.Rendering.OpenData;

/// <summary>Describes all open data as a Frictionless Data Package: <c>data/datapackage.json</c>.</summary>
/// <remarks>Data Package 2.0 (datapackage.org/standard), with Table Schema for the CSV files; what it says holds in version 1 too.</remarks>
internal static class DataPackage
{
    private const string Path = "data/datapackage.json";
    private const string Profiles = "https://datapackage.org/profiles/2.0/";

    public static IEnumerable<OutputFile> Render(Website website, PublicInput input)
    {
        var datasets = OpenDatasets.Of(website, input);
        return datasets.IsEmpty ? [] : [new(Path, output => JsonText.WriteFile(output, Describe(website.Settings, OpenDatasets.Home(input), datasets), PackageContext.Default.Package))];
    }

    private static Package Describe(SiteSettings settings, string page, ImmutableArray<OpenDataset> datasets)
    {
        var office = new PackageOffice(settings.Organiser, SiteAddress.Absolute(settings, "/"));
        return new()
        {
            Schema = Profiles + "datapackage.json",
            Name = "safety-month",
            Id = SiteAddress.Absolute(settings, "/" + Path),
            Title = settings.Title + "：开放数据",
            Description = "安全生产月的活动统计和其他公开数据。“*”表示不公布，“—”表示不会有数。",
            Homepage = SiteAddress.Absolute(settings, page),
            Created = datasets.Max(dataset => dataset.Modified) is { } day ? LocalTime.Midnight(day) : null,
            Licenses = [new("CC-BY-4.0", SiteSettings.DataLicence, "Creative Commons Attribution 4.0 International")],
            Sources = [office],
            Contributors = [office],
            Resources = [.. datasets.SelectMany(dataset => dataset.Files.Select(file => Describe(settings, dataset, file)))],
        };
    }

    private static PackageResource Describe(SiteSettings settings, OpenDataset dataset, OpenFile file) => new()
    {
        Profile = Profiles + "dataresource.json",
        Name = dataset.Files.Length == 1 ? dataset.Id : $"{dataset.Id}-{file.Format}",
        Path = file.Address[StatisticsUrls.Home.Length..],
        Type = file.Fields.IsEmpty ? null : "table",
        Title = dataset.Title,
        Description = dataset.Description,
        Homepage = SiteAddress.Absolute(settings, dataset.Page),
        Format = file.Format,
        Mediatype = file.MediaType,
        Encoding = "utf-8",
        Schema = file.Fields.IsEmpty ? null : Describe(file),
    };

    private static PackageTable Describe(OpenFile file) => new()
    {
        Profile = Profiles + "tableschema.json",
        Fields = [.. file.Fields.Select(field => new PackageField(field.Name, field.Type, field.Title, Constrain(field)))],
        MissingValues = [.. file.MissingValues, ""],
        PrimaryKey = file.Fields.Any(field => field.IsKey) ? [.. file.Fields.Where(field => field.IsKey).Select(field => field.Name)] : null,
    };

    private static PackageConstraints? Constrain(OpenField field) => field.IsKey || !field.AllowedValues.IsEmpty
        ? new(field.IsKey ? true : null, field.AllowedValues.IsEmpty ? null : field.AllowedValues)
        : null;
}

/// <summary>The whole file; properties are written in the order in which they stand here.</summary>
internal sealed record Package
{
    [JsonPropertyName("$schema")]
    public required string Schema { get; init; }

    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Homepage { get; init; }

    /// <summary>RFC 3339.</summary>
    public string? Created { get; init; }

    public required IReadOnlyList<PackageLicence> Licenses { get; init; }

    public required IReadOnlyList<PackageOffice> Sources { get; init; }

    public required IReadOnlyList<PackageOffice> Contributors { get; init; }

    public required IReadOnlyList<PackageResource> Resources { get; init; }
}

internal sealed record PackageLicence(string Name, string Path, string Title);

internal sealed record PackageOffice(string Title, string Path);

/// <summary>A file of the package.</summary>
internal sealed record PackageResource
{
    [JsonPropertyName("$schema")]
    public required string Profile { get; init; }

    public required string Name { get; init; }

    /// <summary>From the folder of the package.</summary>
    public required string Path { get; init; }

    public string? Type { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Homepage { get; init; }

    public required string Format { get; init; }

    public required string Mediatype { get; init; }

    public required string Encoding { get; init; }

    public PackageTable? Schema { get; init; }
}

/// <summary>What the columns of a CSV file hold (Table Schema).</summary>
internal sealed record PackageTable
{
    [JsonPropertyName("$schema")]
    public required string Profile { get; init; }

    public required IReadOnlyList<PackageField> Fields { get; init; }

    public required IReadOnlyList<string> MissingValues { get; init; }

    public IReadOnlyList<string>? PrimaryKey { get; init; }
}

internal sealed record PackageField(string Name, string Type, string Title, PackageConstraints? Constraints);

internal sealed record PackageConstraints(bool? Required, IReadOnlyList<string>? Enum);

[JsonSerializable(typeof(Package))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PackageContext : JsonSerializerContext;
