using System.Buffers;
using System.Text.Json;
using Site.Model;

namespace Site.Rendering;

/// <summary>A table as JSON: what it is, its dimensions and indicators, and the same cells as the CSV file, with the same names.</summary>
internal static class FigureJson
{
    /// <summary>Address of the JSON Schema of these files.</summary>
    public const string SchemaAddress = "/data/table.schema.json";

    public static void Write(IBufferWriter<byte> output, SiteSettings settings, SafeRelease release, SafeTable table)
    {
        using var json = JsonText.FileWriter(output);
        json.WriteStartObject();
        json.WriteString("$schema"u8, SiteAddress.Absolute(settings, SchemaAddress));
        json.WriteString("release"u8, release.Name);
        json.WriteString("table"u8, table.Id);
        json.WriteString("title"u8, table.Title);
        json.WriteString("asOf"u8, LocalTime.Day(release.AsOf));
        json.WriteBoolean("isSample"u8, release.IsSample);
        json.WriteString("license"u8, OpenDatasets.Licence);
        json.WriteStartArray("notes"u8);
        foreach (var note in table.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        WriteDimensions(json, table);
        WriteIndicators(json, table);
        json.WriteStartArray("cells"u8);
        foreach (var (indicator, place, cell) in FigureCells.Of(table))
        {
            WriteCell(json, table, indicator, place, cell);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDimensions(Utf8JsonWriter json, SafeTable table)
    {
        json.WriteStartArray("dimensions"u8);
        foreach (var dimension in table.Dimensions)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, dimension.Id);
            json.WriteString("label"u8, Dimensions.Names.Label(dimension.Id));
            json.WriteStartArray("categories"u8);
            for (var at = 0; at < dimension.Categories.Length; at++)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, dimension.Categories[at]);
                json.WriteIfAny("total"u8, dimension.Parents[at] < 0 ? null : dimension.Categories[dimension.Parents[at]]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIndicators(Utf8JsonWriter json, SafeTable table)
    {
        json.WriteStartArray("indicators"u8);
        foreach (var indicator in table.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, indicator.Id);
            json.WriteString("label"u8, indicator.Label);
            json.WriteString("unit"u8, indicator.Unit);
            json.WriteIfAny("concept"u8, indicator.Concept);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, SafeTable table, int indicator, int[] place, Cell cell)
    {
        json.WriteStartObject();
        for (var at = 0; at < place.Length; at++)
        {
            json.WriteString(table.Dimensions[at].Id, table.Dimensions[at].Categories[place[at]]);
        }

        json.WriteString("indicator"u8, table.Indicators[indicator].Id);
        if (cell is Cell.Shown shown)
        {
            json.WriteNumber("value"u8, shown.Value);
        }
        else
        {
            json.WriteString("value"u8, CellText.Plain(cell));
        }

        json.WriteEndObject();
    }
}
