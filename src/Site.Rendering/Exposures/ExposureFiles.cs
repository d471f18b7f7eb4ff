using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Rendering.Json;
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
    public static IEnumerable<OutputFile> Render(Website website, PublicInput release) =>
        release.Exposures.IsEmpty && release.PastExposures.IsEmpty && release.WithdrawnExposures.IsEmpty ? [] :
        [
            new(ExposureAddresses.Csv[1..], output => WriteCsv(output, release.Exposures)),
            new(ExposureAddresses.Json[1..], output => WriteJson(output, website, release.Exposures)),
            new(ExposureAddresses.Schema[1..], output => ExposureSchema.Write(output, website.Settings)),
        ];

    /// <summary>Days are as exact as they may be: 2026-06-10, 2026-06 or 2026.</summary>
    private static void WriteCsv(IBufferWriter<byte> output, ImmutableArray<SafeExposure> entries)
    {
        Encoding.UTF8.GetBytes(SafeCsv.Row(Columns), output);
        foreach (var entry in entries)
        {
            Encoding.UTF8.GetBytes(SafeCsv.Row(
            [
                entry.Id, entry.Published.Iso, entry.Kind, entry.Subject, entry.CreditCode ?? "", entry.Area, entry.Sector ?? "", entry.Place ?? "",
                entry.Hazard, entry.HazardType ?? "", string.Join('；', entry.LegalBases.Select(basis => basis.Text)), entry.Decision,
                entry.Deadline?.Iso ?? "", entry.Status, entry.StatusOn?.Iso ?? "", string.Join(' ', entry.Reasons), entry.IsSample ? "true" : "false",
            ]), output);
        }
    }

    private static void WriteJson(IBufferWriter<byte> output, Website website, ImmutableArray<SafeExposure> entries)
    {
        var settings = website.Settings;
        using (var json = JsonText.FileWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("$schema"u8, SiteAddress.Absolute(settings, ExposureAddresses.Schema));
            json.WriteString("title"u8, $"曝光台 · {settings.Title}");
            json.WriteString("publisher"u8, settings.Organiser);
            json.WriteString("as_of"u8, LocalTime.Day(website.AsOf));
            json.WriteStartArray("entries"u8);
            foreach (var entry in entries)
            {
                Write(json, settings, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, SiteSettings settings, SafeExposure entry)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, entry.Id);
        json.WriteString("url"u8, SiteAddress.Absolute(settings, ExposureAddresses.Of(entry.Id)));
        json.WriteString("published"u8, entry.Published.Iso);
        json.WriteString("kind"u8, entry.Kind);
        json.WriteString("enterprise"u8, entry.Subject);
        json.WriteString("credit_code"u8, entry.CreditCode);
        json.WriteString("area"u8, entry.Area);
        json.WriteString("sector"u8, entry.Sector);
        json.WriteString("place"u8, entry.Place);
        json.WriteString("hazard"u8, entry.Hazard);
        json.WriteString("hazard_type"u8, entry.HazardType);
        json.WriteStartArray("legal_basis"u8);
        foreach (var basis in entry.LegalBases)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, basis.Text);
            json.WriteString("url"u8, SiteAddress.Absolute(settings, basis.Address));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("decision"u8, entry.Decision);
        json.WriteString("deadline"u8, entry.Deadline?.Iso);
        json.WriteString("status"u8, entry.Status);
        json.WriteString("status_on"u8, entry.StatusOn?.Iso);
        json.WriteBoolean("overdue"u8, entry.IsOverdue);
        json.WriteStartArray("reasons"u8);
        foreach (var reason in entry.Reasons)
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
        json.WriteBoolean("sample"u8, entry.IsSample);
        json.WriteEndObject();
    }
}
