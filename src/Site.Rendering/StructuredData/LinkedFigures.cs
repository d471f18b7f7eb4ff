using System.Text.Json;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Rendering.OpenData;
using Site.Rendering.Statistics;
using Site.Rendering.Views;
using Site.Statistics.Published;

namespace Site.Rendering.StructuredData;

/// <summary>Describes figures as data sets, for search engines of data.</summary>
/// <remarks>schema.org <c>Dataset</c> and <c>DataCatalog</c>, with the properties that Google Dataset Search asks for.</remarks>
internal static class LinkedFigures
{
    public static void Write(Utf8JsonWriter json, LinkedSubject subject, View view)
    {
        LinkedData.Begin(json, view is StatisticsView ? "DataCatalog"u8 : "Dataset"u8, subject);
        json.WriteString("inLanguage"u8, subject.Settings.Language);
        json.WriteString("license"u8, OpenDatasets.Licence);
        json.WriteBoolean("isAccessibleForFree"u8, true);
        LinkedData.WriteOrganization(json, "creator"u8, subject.Settings.Organiser);
        switch (view)
        {
            case TableView table:
                WriteTable(json, subject, table);
                break;
            case ReleaseView { Summary.Release: var release }:
                json.WriteString("dateModified"u8, LocalTime.Day(release.AsOf));
                WriteCatalog(json, subject);
                WriteSets(json, subject, "hasPart"u8, release.Tables.Select(one => new PageLink(one.Title, StatisticsUrls.Of(release, one))));
                break;
            case StatisticsView { Releases: var releases }:
                WriteSets(json, subject, "dataset"u8, releases.Select(one => new PageLink(one.Title, StatisticsUrls.Of(one))));
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, LinkedSubject subject, TableView view)
    {
        json.WriteString("dateModified"u8, LocalTime.Day(view.Release.AsOf));
        WriteCatalog(json, subject);
        json.WriteString("measurementTechnique"u8, SiteAddress.Join(subject.Root, StatisticsUrls.Method));
        json.WriteStartArray("variableMeasured"u8);
        foreach (var indicator in view.Table.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "PropertyValue"u8);
            json.WriteString("propertyID"u8, indicator.Id);
            json.WriteString("name"u8, indicator.Label);
            json.WriteString("unitText"u8, indicator.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("distribution"u8);
        WriteFile(json, subject, StatisticsUrls.File(view.Release, view.Table, "csv"), "text/csv");
        WriteFile(json, subject, StatisticsUrls.File(view.Release, view.Table, "json"), "application/json");
        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, LinkedSubject subject, string address, string mediaType)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "DataDownload"u8);
        json.WriteString("encodingFormat"u8, mediaType);
        json.WriteString("contentUrl"u8, SiteAddress.Join(subject.Root, address));
        json.WriteEndObject();
    }

    private static void WriteCatalog(Utf8JsonWriter json, LinkedSubject subject)
    {
        json.WriteStartObject("includedInDataCatalog"u8);
        json.WriteString("@type"u8, "DataCatalog"u8);
        json.WriteString("name"u8, subject.Settings.Title);
        json.WriteString("url"u8, SiteAddress.Join(subject.Root, StatisticsUrls.Home));
        json.WriteEndObject();
    }

    private static void WriteSets(Utf8JsonWriter json, LinkedSubject subject, ReadOnlySpan<byte> name, IEnumerable<PageLink> pages)
    {
        json.WriteStartArray(name);
        foreach (var page in pages)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "Dataset"u8);
            json.WriteString("name"u8, page.Title);
            json.WriteString("url"u8, SiteAddress.Join(subject.Root, page.Address));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
