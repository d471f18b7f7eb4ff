using System.Text.Json;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Json;

namespace Site.Rendering.StructuredData;

/// <summary>Describes where people can go: events, halls with their open days, and the month as a whole.</summary>
internal static class LinkedPlaces
{
    public static void Write(Utf8JsonWriter json, LinkedSubject subject, Page page)
    {
        switch (page)
        {
            case EventPage occasion:
                WriteEvent(json, subject, occasion);
                break;
            case CampaignPage campaign:
                WriteCampaign(json, subject, campaign);
                break;
            case HallPage hall:
                WriteHall(json, subject, hall);
                break;
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, LinkedSubject subject, EventPage page)
    {
        LinkedData.Begin(json, "Event"u8, subject);
        WriteSpan(json, page.Start, page.End);
        WritePlace(json, page.Place);
        if (page.Capacity is { } people)
        {
            json.WriteNumber("maximumAttendeeCapacity"u8, people);
        }

        LinkedData.WriteOrganization(json, "organizer"u8, subject.Settings.Organiser);
        json.WriteEndObject();
    }

    private static void WriteCampaign(Utf8JsonWriter json, LinkedSubject subject, CampaignPage page)
    {
        LinkedData.Begin(json, "Event"u8, subject);
        json.WriteString("alternateName"u8, page.Slogan);
        WriteSpan(json, new(page.Start, null), new(page.End, null));
        WritePlace(json, page.Place);
        LinkedData.WriteOrganization(json, "organizer"u8, subject.Settings.Organiser);
        json.WriteEndObject();
    }

    private static void WriteHall(Utf8JsonWriter json, LinkedSubject subject, HallPage page)
    {
        LinkedData.Begin(json, "CivicStructure"u8, subject);
        json.WriteStartObject("address"u8);
        json.WriteString("@type"u8, "PostalAddress"u8);
        json.WriteString("addressCountry"u8, "CN"u8);
        json.WriteString("addressLocality"u8, page.Area);
        json.WriteIfAny("streetAddress"u8, page.StreetAddress);
        json.WriteEndObject();
        if (page.Location is var (latitude, longitude))
        {
            json.WriteStartObject("geo"u8);
            json.WriteString("@type"u8, "GeoCoordinates"u8);
            json.WriteNumber("latitude"u8, latitude);
            json.WriteNumber("longitude"u8, longitude);
            json.WriteEndObject();
        }

        json.WriteIfAny("telephone"u8, page.Phone);
        if (!page.OpenDays.IsEmpty)
        {
            json.WriteStartArray("event"u8);
            foreach (var day in page.OpenDays)
            {
                WriteOpenDay(json, subject, page, day);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteOpenDay(Utf8JsonWriter json, LinkedSubject subject, HallPage hall, OpenDay day)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "Event"u8);
        json.WriteString("name"u8, subject.Title + "：开放日");
        json.WriteString("url"u8, subject.Url);
        WriteSpan(json, new(day.Day, day.From), day.To is { } to ? new(day.Day, to) : null);
        json.WriteBoolean("isAccessibleForFree"u8, day.IsFree);
        WritePlace(json, hall.StreetAddress ?? hall.Area);
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, Moment start, Moment? end)
    {
        json.WriteString("startDate"u8, start.Iso());
        json.WriteIfAny("endDate"u8, end?.Iso());
        json.WriteString("eventStatus"u8, "https://schema.org/EventScheduled"u8);
    }

    private static void WritePlace(Utf8JsonWriter json, string? place)
    {
        if (!string.IsNullOrEmpty(place))
        {
            json.WriteString("eventAttendanceMode"u8, "https://schema.org/OfflineEventAttendanceMode"u8);
            json.WriteStartObject("location"u8);
            json.WriteString("@type"u8, "Place"u8);
            json.WriteString("name"u8, place);
            json.WriteString("address"u8, place);
            json.WriteEndObject();
        }
    }
}
