using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Json;
using Site.Statistics.Published;

namespace Site.Rendering.OpenData;

/// <summary>Lists all open data for data portals: <c>data/catalog.jsonld</c>.</summary>
/// <remarks>W3C Data Catalog Vocabulary (DCAT) Version 3, 2024; terms as its application profile DCAT-AP 3.0 wants them. The context stands in the
/// file, so that reading it needs no other address.</remarks>
internal static class DataCatalog
{
    private const string Path = "data/catalog.jsonld";
    private const string MediaTypes = "https://www.iana.org/assignments/media-types/";
    private const string Formats = "http://publications.europa.eu/resource/authority/file-type/";
    private const string Chinese = "http://publications.europa.eu/resource/authority/language/ZHO";

    public static IEnumerable<OutputFile> Render(Website website, PublicInput release)
    {
        var datasets = OpenDatasets.Of(website, release);
        return datasets.IsEmpty ? [] : [new(Path, output => Write(output, website.Settings, Home(release), datasets))];
    }

    private static string Home(PublicInput release) => release.Statistics.IsEmpty ? "/" : StatisticsUrls.Home;

    private static void Write(IBufferWriter<byte> output, SiteSettings settings, string page, ImmutableArray<OpenDataset> datasets)
    {
        var home = SiteAddress.Absolute(settings, "/" + Path);
        using var json = JsonText.FileWriter(output);
        json.WriteStartObject();
        WriteContext(json);
        json.WriteString("@id"u8, home);
        json.WriteString("@type"u8, "dcat:Catalog"u8);
        WriteText(json, settings, "dct:title"u8, settings.Title + "：开放数据");
        WriteText(json, settings, "dct:description"u8, "安全生产月的活动统计和其他公开数据。");
        WriteOffice(json, settings);
        WriteReference(json, "foaf:homepage"u8, SiteAddress.Absolute(settings, page), "foaf:Document"u8);
        WriteReference(json, "dct:language"u8, Chinese, "dct:LinguisticSystem"u8);
        WriteReference(json, "dct:license"u8, OpenDatasets.Licence, "dct:LicenseDocument"u8);
        WriteDay(json, "dct:modified"u8, datasets.Max(dataset => dataset.Modified));
        json.WriteStartArray("dcat:dataset"u8);
        foreach (var dataset in datasets)
        {
            WriteDataset(json, settings, home, dataset);
        }

        foreach (var series in datasets.Select(dataset => dataset.Series).OfType<OpenSeries>().DistinctBy(series => series.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("@id"u8, $"{home}#{series.Id}");
            json.WriteStartArray("@type"u8);
            json.WriteStringValue("dcat:DatasetSeries"u8);
            json.WriteStringValue("dcat:Dataset"u8);
            json.WriteEndArray();
            WriteText(json, settings, "dct:title"u8, series.Title);
            WriteText(json, settings, "dct:description"u8, $"{series.Title}，逐期发布。");
            WriteOffice(json, settings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context"u8);
        json.WriteString("dcat"u8, "http://www.w3.org/ns/dcat#"u8);
        json.WriteString("dct"u8, "http://purl.org/dc/terms/"u8);
        json.WriteString("foaf"u8, "http://xmlns.com/foaf/0.1/"u8);
        json.WriteString("xsd"u8, "http://www.w3.org/2001/XMLSchema#"u8);
        json.WriteEndObject();
    }

    private static void WriteDataset(Utf8JsonWriter json, SiteSettings settings, string home, OpenDataset dataset)
    {
        json.WriteStartObject();
        json.WriteString("@id"u8, $"{home}#{dataset.Id}");
        json.WriteString("@type"u8, "dcat:Dataset"u8);
        json.WriteString("dct:identifier"u8, dataset.Id);
        WriteText(json, settings, "dct:title"u8, dataset.Title);
        WriteText(json, settings, "dct:description"u8, dataset.Description);
        WriteOffice(json, settings);
        WriteReference(json, "dct:language"u8, Chinese, "dct:LinguisticSystem"u8);
        WriteReference(json, "dcat:landingPage"u8, SiteAddress.Absolute(settings, dataset.Page), "foaf:Document"u8);
        WriteDay(json, "dct:modified"u8, dataset.Modified);
        WriteKeywords(json, settings, dataset);
        if (dataset.Series is { } series)
        {
            WriteReference(json, "dcat:inSeries"u8, $"{home}#{series.Id}");
            if (series.Previous is { } previous)
            {
                WriteReference(json, "dcat:prev"u8, $"{home}#{previous}");
            }
        }

        json.WriteStartArray("dcat:distribution"u8);
        foreach (var file in dataset.Files)
        {
            WriteDistribution(json, settings, home, dataset, file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDistribution(Utf8JsonWriter json, SiteSettings settings, string home, OpenDataset dataset, OpenFile file)
    {
        var address = SiteAddress.Absolute(settings, file.Address);
        json.WriteStartObject();
        json.WriteString("@id"u8, $"{home}#{dataset.Id}-{file.Format}");
        json.WriteString("@type"u8, "dcat:Distribution"u8);
        WriteText(json, settings, "dct:title"u8, $"{dataset.Title}，{file.Format.ToUpperInvariant()}");
        WriteReference(json, "dcat:accessURL"u8, SiteAddress.Absolute(settings, dataset.Page));
        WriteReference(json, "dcat:downloadURL"u8, address);
        WriteReference(json, "dcat:mediaType"u8, MediaTypes + file.MediaType, "dct:MediaType"u8);
        WriteReference(json, "dct:format"u8, Formats + file.Format.ToUpperInvariant(), "dct:MediaTypeOrExtent"u8);
        WriteReference(json, "dct:license"u8, OpenDatasets.Licence, "dct:LicenseDocument"u8);
        if (file.Schema is { } schema)
        {
            WriteReference(json, "dct:conformsTo"u8, SiteAddress.Absolute(settings, schema), "dct:Standard"u8);
        }

        json.WriteEndObject();
    }

    private static void WriteKeywords(Utf8JsonWriter json, SiteSettings settings, OpenDataset dataset)
    {
        if (dataset.Keywords.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("dcat:keyword"u8);
        foreach (var keyword in dataset.Keywords)
        {
            WriteValue(json, settings, keyword);
        }

        json.WriteEndArray();
    }

    private static void WriteOffice(Utf8JsonWriter json, SiteSettings settings)
    {
        json.WriteStartObject("dct:publisher"u8);
        json.WriteString("@id"u8, SiteAddress.Absolute(settings, "/") + "#office");
        json.WriteString("@type"u8, "foaf:Agent"u8);
        WriteText(json, settings, "foaf:name"u8, settings.Organiser);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, SiteSettings settings, ReadOnlySpan<byte> name, string text)
    {
        json.WritePropertyName(name);
        WriteValue(json, settings, text);
    }

    private static void WriteValue(Utf8JsonWriter json, SiteSettings settings, string text)
    {
        json.WriteStartObject();
        json.WriteString("@value"u8, text);
        json.WriteString("@language"u8, settings.Language);
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, ReadOnlySpan<byte> name, string address, ReadOnlySpan<byte> type = default)
    {
        json.WriteStartObject(name);
        json.WriteString("@id"u8, address);
        if (!type.IsEmpty)
        {
            json.WriteString("@type"u8, type);
        }

        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteStartObject(name);
            json.WriteString("@value"u8, LocalTime.Day(known));
            json.WriteString("@type"u8, "xsd:date"u8);
            json.WriteEndObject();
        }
    }
}
