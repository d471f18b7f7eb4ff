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

/// <summary>Describes all open data as a Frictionless Data Package: <c>data/datapackage.json</c>.</summary>
/// <remarks>Data Package 2.0 (datapackage.org/standard), with Table Schema for the CSV files; what it says holds in version 1 too.</remarks>
internal static class DataPackage
{
    private const string Path = "data/datapackage.json";
    private const string Profiles = "https://datapackage.org/profiles/2.0/";

    public static IEnumerable<OutputFile> Render(Website website, PublicInput release)
    {
        var datasets = OpenDatasets.Of(website, release);
        return datasets.IsEmpty ? [] : [new(Path, output => Write(output, website.Settings, Home(release), datasets))];
    }

    private static string Home(PublicInput release) => release.Statistics.IsEmpty ? "/" : StatisticsUrls.Home;

    private static void Write(IBufferWriter<byte> output, SiteSettings settings, string page, ImmutableArray<OpenDataset> datasets)
    {
        using var json = JsonText.FileWriter(output);
        json.WriteStartObject();
        json.WriteString("$schema"u8, Profiles + "datapackage.json");
        json.WriteString("name"u8, "safety-month"u8);
        json.WriteString("id"u8, SiteAddress.Absolute(settings, "/" + Path));
        json.WriteString("title"u8, settings.Title + "：开放数据");
        json.WriteString("description"u8, "安全生产月的活动统计和其他公开数据。“*”表示不公布，“—”表示不会有数。");
        json.WriteString("homepage"u8, SiteAddress.Absolute(settings, page));
        if (datasets.Max(dataset => dataset.Modified) is { } day)
        {
            json.WriteString("created"u8, LocalTime.Midnight(day));
        }

        WriteLicences(json);
        WriteOffice(json, "sources"u8, settings);
        WriteOffice(json, "contributors"u8, settings);
        json.WriteStartArray("resources"u8);
        foreach (var dataset in datasets)
        {
            foreach (var file in dataset.Files)
            {
                WriteResource(json, settings, dataset, file);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLicences(Utf8JsonWriter json)
    {
        json.WriteStartArray("licenses"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, "CC-BY-4.0"u8);
        json.WriteString("path"u8, OpenDatasets.Licence);
        json.WriteString("title"u8, "Creative Commons Attribution 4.0 International"u8);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteOffice(Utf8JsonWriter json, ReadOnlySpan<byte> property, SiteSettings settings)
    {
        json.WriteStartArray(property);
        json.WriteStartObject();
        json.WriteString("title"u8, settings.Organiser);
        json.WriteString("path"u8, SiteAddress.Absolute(settings, "/"));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResource(Utf8JsonWriter json, SiteSettings settings, OpenDataset dataset, OpenFile file)
    {
        var isTable = !file.Fields.IsEmpty;
        json.WriteStartObject();
        json.WriteString("$schema"u8, Profiles + "dataresource.json");
        json.WriteString("name"u8, dataset.Files.Length == 1 ? dataset.Id : $"{dataset.Id}-{file.Format}");
        json.WriteString("path"u8, file.Address[StatisticsUrls.Home.Length..]);
        if (isTable)
        {
            json.WriteString("type"u8, "table"u8);
        }

        json.WriteString("title"u8, dataset.Title);
        json.WriteString("description"u8, dataset.Description);
        json.WriteString("homepage"u8, SiteAddress.Absolute(settings, dataset.Page));
        json.WriteString("format"u8, file.Format);
        json.WriteString("mediatype"u8, file.MediaType);
        json.WriteString("encoding"u8, "utf-8"u8);
        if (isTable)
        {
            WriteSchema(json, file);
        }

        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, OpenFile file)
    {
        json.WriteStartObject("schema"u8);
        json.WriteString("$schema"u8, Profiles + "tableschema.json");
        json.WriteStartArray("fields"u8);
        foreach (var field in file.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, field.Name);
            json.WriteString("type"u8, field.Type);
            json.WriteString("title"u8, field.Title);
            WriteConstraints(json, field);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "missingValues"u8, [.. file.MissingValues, ""]);
        if (file.Fields.Any(field => field.IsKey))
        {
            WriteTexts(json, "primaryKey"u8, file.Fields.Where(field => field.IsKey).Select(field => field.Name));
        }

        json.WriteEndObject();
    }

    private static void WriteConstraints(Utf8JsonWriter json, OpenField field)
    {
        if (!field.IsKey && field.AllowedValues.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("constraints"u8);
        if (field.IsKey)
        {
            json.WriteBoolean("required"u8, true);
        }

        if (!field.AllowedValues.IsEmpty)
        {
            WriteTexts(json, "enum"u8, field.AllowedValues);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
