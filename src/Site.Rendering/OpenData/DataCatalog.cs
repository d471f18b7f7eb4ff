using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Json;
using Site.Core.Sources;
using Site.Exposures.Released;

namespace Site.Rendering.OpenData;

/// <summary>Lists all open data for data portals: <c>data/catalog.jsonld</c>.</summary>
/// <remarks>W3C Data Catalog Vocabulary (DCAT) Version 3, 2024; terms as its application profile DCAT-AP 3.0 wants them. The context stands in the
/// file, so that reading it needs no other address.</remarks>
internal static class DataCatalog
{
    private const string Path = "data/catalog.jsonld";
    private const string MediaTypes = "https://www.iana.org/assignments/media-types/";
    private const string Formats = "http://publications.europa.eu/resource/authority/file-type/";

    private static readonly CatalogReference Chinese = new("http://publications.europa.eu/resource/authority/language/ZHO", "dct:LinguisticSystem");
    private static readonly CatalogReference Licence = new(SiteSettings.DataLicence, "dct:LicenseDocument");

    public static IEnumerable<OutputFile> Render(Website website, PublicInput input)
    {
        var datasets = OpenDatasets.Of(website, input);
        return datasets.IsEmpty ? [] : [new(Path, output =>
            JsonText.WriteFile(output, new Describing(website.Settings).Catalog(OpenDatasets.Home(input), datasets), CatalogContext.Default.Catalog))];
    }

    private sealed class Describing(SiteSettings settings)
    {
        private readonly string home = SiteAddress.Absolute(settings, "/" + Path);
        private readonly CatalogOffice office = new(
            SiteAddress.Absolute(settings, "/") + "#office", "foaf:Agent", new(settings.Organiser, settings.Language));

        public Catalog Catalog(string page, ImmutableArray<OpenDataset> datasets) => new()
        {
            Id = home,
            Types = ["dcat:Catalog"],
            Title = Text(settings.Title + "：开放数据"),
            Description = Text("安全生产月的活动统计和其他公开数据。"),
            Publisher = office,
            Homepage = new(SiteAddress.Absolute(settings, page), "foaf:Document"),
            Language = Chinese,
            Licence = Licence,
            Modified = Day(datasets.Max(dataset => dataset.Modified)),
            Datasets =
            [
                .. datasets.Select(Dataset),
                .. datasets.Select(dataset => dataset.Series).OfType<OpenSeries>().DistinctBy(series => series.Id, StringComparer.Ordinal).Select(Series),
            ],
        };

        private CatalogDataset Dataset(OpenDataset dataset) => new()
        {
            Id = $"{home}#{dataset.Id}",
            Types = ["dcat:Dataset"],
            Identifier = dataset.Id,
            Title = Text(dataset.Title),
            Description = Text(dataset.Description),
            Publisher = office,
            Language = Chinese,
            LandingPage = new(SiteAddress.Absolute(settings, dataset.Page), "foaf:Document"),
            Modified = Day(dataset.Modified),
            Keywords = dataset.Keywords.IsEmpty ? null : [.. dataset.Keywords.Select(Text)],
            InSeries = dataset.Series is { } series ? new($"{home}#{series.Id}") : null,
            Previous = dataset.Series is { Previous: { } previous } ? new($"{home}#{previous}") : null,
            Distributions = [.. dataset.Files.Select(file => Distribution(dataset, file))],
        };

        private CatalogDataset Series(OpenSeries series) => new()
        {
            Id = $"{home}#{series.Id}",
            Types = ["dcat:DatasetSeries", "dcat:Dataset"],
            Title = Text(series.Title),
            Description = Text($"{series.Title}，逐期发布。"),
            Publisher = office,
        };

        private CatalogDistribution Distribution(OpenDataset dataset, OpenFile file) => new()
        {
            Id = $"{home}#{dataset.Id}-{file.Format}",
            Types = ["dcat:Distribution"],
            Title = Text($"{dataset.Title}，{file.Format.ToUpperInvariant()}"),
            AccessUrl = new(SiteAddress.Absolute(settings, dataset.Page)),
            DownloadUrl = new(SiteAddress.Absolute(settings, file.Address)),
            MediaType = new(MediaTypes + file.MediaType, "dct:MediaType"),
            Format = new(Formats + file.Format.ToUpperInvariant(), "dct:MediaTypeOrExtent"),
            Licence = Licence,
            ConformsTo = file.Schema is { } schema ? new(SiteAddress.Absolute(settings, schema), "dct:Standard") : null,
        };

        private CatalogText Text(string text) => new(text, settings.Language);

        private static CatalogDay? Day(DateOnly? day) => day is { } known ? new(LocalTime.Day(known)) : null;
    }
}

/// <summary>What the prefixes of the names mean.</summary>
internal sealed record CatalogPrefixes
{
    public string Dcat { get; } = "http://www.w3.org/ns/dcat#";

    public string Dct { get; } = "http://purl.org/dc/terms/";

    public string Foaf { get; } = "http://xmlns.com/foaf/0.1/";

    public string Xsd { get; } = "http://www.w3.org/2001/XMLSchema#";
}

/// <summary>What the catalog and all that it lists begin with; then come their own properties, in the order in which they stand.</summary>
internal abstract record CatalogResource
{
    [JsonPropertyName("@id"), JsonPropertyOrder(-4)]
    public required string Id { get; init; }

    [JsonPropertyName("@type"), JsonPropertyOrder(-3)]
    public required OneOrMore Types { get; init; }

    [JsonPropertyName("dct:title"), JsonPropertyOrder(-1)]
    public required CatalogText Title { get; init; }
}

/// <summary>The whole file.</summary>
internal sealed record Catalog : CatalogResource
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-5)]
    public CatalogPrefixes Context { get; } = new();

    [JsonPropertyName("dct:description")]
    public required CatalogText Description { get; init; }

    [JsonPropertyName("dct:publisher")]
    public required CatalogOffice Publisher { get; init; }

    [JsonPropertyName("foaf:homepage")]
    public required CatalogReference Homepage { get; init; }

    [JsonPropertyName("dct:language")]
    public required CatalogReference Language { get; init; }

    [JsonPropertyName("dct:license")]
    public required CatalogReference Licence { get; init; }

    [JsonPropertyName("dct:modified")]
    public CatalogDay? Modified { get; init; }

    [JsonPropertyName("dcat:dataset")]
    public required IReadOnlyList<CatalogDataset> Datasets { get; init; }
}

/// <summary>A data set, or a series of them.</summary>
internal sealed record CatalogDataset : CatalogResource
{
    [JsonPropertyName("dct:identifier"), JsonPropertyOrder(-2)]
    public string? Identifier { get; init; }

    [JsonPropertyName("dct:description")]
    public required CatalogText Description { get; init; }

    [JsonPropertyName("dct:publisher")]
    public required CatalogOffice Publisher { get; init; }

    [JsonPropertyName("dct:language")]
    public CatalogReference? Language { get; init; }

    [JsonPropertyName("dcat:landingPage")]
    public CatalogReference? LandingPage { get; init; }

    [JsonPropertyName("dct:modified")]
    public CatalogDay? Modified { get; init; }

    [JsonPropertyName("dcat:keyword")]
    public IReadOnlyList<CatalogText>? Keywords { get; init; }

    [JsonPropertyName("dcat:inSeries")]
    public CatalogReference? InSeries { get; init; }

    [JsonPropertyName("dcat:prev")]
    public CatalogReference? Previous { get; init; }

    [JsonPropertyName("dcat:distribution")]
    public IReadOnlyList<CatalogDistribution>? Distributions { get; init; }
}

/// <summary>A file of a data set.</summary>
internal sealed record CatalogDistribution : CatalogResource
{
    [JsonPropertyName("dcat:accessURL")]
    public required CatalogReference AccessUrl { get; init; }

    [JsonPropertyName("dcat:downloadURL")]
    public required CatalogReference DownloadUrl { get; init; }

    [JsonPropertyName("dcat:mediaType")]
    public required CatalogReference MediaType { get; init; }

    [JsonPropertyName("dct:format")]
    public required CatalogReference Format { get; init; }

    [JsonPropertyName("dct:license")]
    public required CatalogReference Licence { get; init; }

    [JsonPropertyName("dct:conformsTo")]
    public CatalogReference? ConformsTo { get; init; }
}

/// <summary>Who publishes.</summary>
internal sealed record CatalogOffice(
    [property: JsonPropertyName("@id")] string Id,
    [property: JsonPropertyName("@type")] string Type,
    [property: JsonPropertyName("foaf:name")] CatalogText Name);

/// <summary>A text in the site's language.</summary>
internal sealed record CatalogText([property: JsonPropertyName("@value")] string Value, [property: JsonPropertyName("@language")] string Language);

/// <summary>Another resource, by its address, and what it is where that is not plain.</summary>
internal sealed record CatalogReference([property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string? Type = null);

/// <summary>A day.</summary>
internal sealed record CatalogDay([property: JsonPropertyName("@value")] string Value)
{
    [JsonPropertyName("@type")]
    public string Type => "xsd:date";
}

[JsonSerializable(typeof(Catalog))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class CatalogContext : JsonSerializerContext;
