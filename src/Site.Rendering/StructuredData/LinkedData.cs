using System.Buffers;
using System.Text.Json;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Content.Types;
using Site.Rendering.Exposures;
using Site.Core.Json;
using Site.Rendering.Pages;
using Site.Rendering.Statistics;
using Site.Rendering.Views;

namespace Site.Rendering.StructuredData;

/// <summary>Says in JSON-LD what a page is, in the words of schema.org.</summary>
internal static class LinkedData
{
    /// <summary>Writes a <c>script</c> element with a graph: the page's subject, and the way to it.</summary>
    public static void Write(IBufferWriter<byte> output, LinkedSubject subject, bool hasSearch)
    {
        output.Write("<script type=\"application/ld+json\">"u8);
        using (var json = JsonText.ScriptWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("@context"u8, "https://schema.org"u8);
            json.WriteStartArray("@graph"u8);
            WriteSubject(json, subject, hasSearch);
            WriteCrumbs(json, subject);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("</script>\n"u8);
    }

    private static void WriteSubject(Utf8JsonWriter json, LinkedSubject subject, bool hasSearch)
    {
        switch (subject.View)
        {
            case HomeView:
                WriteSite(json, subject, hasSearch);
                break;
            case PageView { Page: EventPage or HallPage or CampaignPage } view:
                LinkedPlaces.Write(json, subject, view.Page);
                break;
            case PageView view:
                LinkedWorks.Write(json, subject, view.Page);
                break;
            case StatisticsView or ReleaseView or TableView:
                LinkedFigures.Write(json, subject, subject.View);
                break;
            case ExposureView:
                Begin(json, "WebPage"u8, subject);
                json.WriteEndObject();
                break;
            default:
                Begin(json, "CollectionPage"u8, subject);
                json.WriteEndObject();
                break;
        }
    }

    /// <summary>Opens an object and writes what every subject has: type, name, address, description, picture, language.</summary>
    public static void Begin(Utf8JsonWriter json, ReadOnlySpan<byte> type, LinkedSubject subject)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, type);
        json.WriteString("name"u8, subject.Title);
        json.WriteString("url"u8, subject.Url);
        json.WriteIfAny("description"u8, subject.View.Description);
        json.WriteIfAny("image"u8, subject.Picture);
    }

    /// <summary>Writes the office that runs the campaign, or the one named, as a property.</summary>
    public static void WriteOrganization(Utf8JsonWriter json, ReadOnlySpan<byte> property, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type"u8, "Organization"u8);
        json.WriteString("name"u8, name);
        json.WriteEndObject();
    }

    private static void WriteSite(Utf8JsonWriter json, LinkedSubject subject, bool hasSearch)
    {
        Begin(json, "WebSite"u8, subject);
        json.WriteString("inLanguage"u8, subject.Settings.Language);
        WriteOrganization(json, "publisher"u8, subject.Settings.Organiser);
        if (hasSearch)
        {
            json.WriteStartObject("potentialAction"u8);
            json.WriteString("@type"u8, "SearchAction"u8);
            json.WriteStartObject("target"u8);
            json.WriteString("@type"u8, "EntryPoint"u8);
            json.WriteString("urlTemplate"u8, subject.Root + "search/?q={search_term_string}");
            json.WriteEndObject();
            json.WriteString("query-input"u8, "required name=search_term_string"u8);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteCrumbs(Utf8JsonWriter json, LinkedSubject subject)
    {
        if (subject.View.Crumbs.IsEmpty)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("@type"u8, "BreadcrumbList"u8);
        json.WriteStartArray("itemListElement"u8);
        var position = 1;
        foreach (var crumb in subject.View.Crumbs)
        {
            WriteCrumb(json, position++, crumb.Title, SiteAddress.Join(subject.Root, crumb.Address));
        }

        WriteCrumb(json, position, subject.Title, subject.Url);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCrumb(Utf8JsonWriter json, int position, string name, string url)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "ListItem"u8);
        json.WriteNumber("position"u8, position);
        json.WriteString("name"u8, name);
        json.WriteString("item"u8, url);
        json.WriteEndObject();
    }
}

/// <summary>What the JSON-LD of one page speaks about.</summary>
/// <param name="Website">The site.</param>
/// <param name="Root">Absolute address of the home page.</param>
/// <param name="View">The page.</param>
/// <param name="Title">Plain text, marked where it is made up.</param>
/// <param name="Url">Absolute address of the page.</param>
/// <param name="Picture">Absolute address of its share picture, or null.</param>
internal sealed record LinkedSubject(Website Website, string Root, View View, string Title, string Url, string? Picture)
{
    public SiteSettings Settings => Website.Settings;
}
