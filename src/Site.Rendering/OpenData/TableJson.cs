using System.Buffers;
using System.Text.Json;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Core.Vocabularies;
using Site.Rendering.Json;
using Site.Statistics.Published;

namespace Site.Rendering.OpenData;

/// <summary>A table as JSON: what it is, its dimensions and indicators, and the same cells as the CSV file, with the same names.</summary>
internal static class TableJson
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
        foreach (var (indicator, place, cell) in TableCells.Of(table))
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
            json.WriteString("label"u8, SafeDimensions.Names.Label(dimension.Id));
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

/// <summary>The JSON Schema of the tables' JSON files, published beside them.</summary>
internal static class TableJsonSchema
{
    private static ReadOnlySpan<byte> Text =>
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "一张统计表",
          "description": "各数从活动开始累计。cells 里每一项是一格：各个维度的分类、指标的 id 和数值；\"*\" 表示不公布，\"—\" 表示不会有数。",
          "type": "object",
          "required": ["$schema", "release", "table", "title", "asOf", "isSample", "license", "notes", "dimensions", "indicators", "cells"],
          "additionalProperties": false,
          "properties": {
            "$schema": { "type": "string", "format": "uri" },
            "release": { "type": "string", "pattern": "^[a-z0-9-]+$", "description": "哪一期" },
            "table": { "type": "string", "pattern": "^[a-z0-9-]+$", "description": "表的 id" },
            "title": { "type": "string", "minLength": 1 },
            "asOf": { "type": "string", "format": "date", "description": "数字截至哪一天" },
            "isSample": { "type": "boolean", "description": "是不是编出来演示的数字" },
            "license": { "type": "string", "format": "uri" },
            "notes": { "type": "array", "items": { "type": "string" } },
            "dimensions": {
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "required": ["id", "label", "categories"],
                "additionalProperties": false,
                "properties": {
                  "id": { "type": "string", "pattern": "^[a-z_]+$" },
                  "label": { "type": "string" },
                  "categories": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                      "type": "object",
                      "required": ["name"],
                      "additionalProperties": false,
                      "properties": {
                        "name": { "type": "string", "minLength": 1 },
                        "total": { "type": "string", "description": "它算在哪个合计里" }
                      }
                    }
                  }
                }
              }
            },
            "indicators": {
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "required": ["id", "label", "unit"],
                "additionalProperties": false,
                "properties": {
                  "id": { "type": "string", "minLength": 1 },
                  "label": { "type": "string", "minLength": 1 },
                  "unit": { "type": "string", "minLength": 1, "description": "计量单位；单位不同的数不能相加" },
                  "concept": { "type": "string", "description": "和别的表里哪些指标可以比较" }
                }
              }
            },
            "cells": {
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "required": ["indicator", "value"],
                "additionalProperties": { "type": "string", "minLength": 1 },
                "properties": {
                  "week": { "type": "string", "format": "date" },
                  "indicator": { "type": "string" },
                  "value": { "anyOf": [{ "type": "integer", "minimum": 0 }, { "enum": ["*", "—"] }] }
                }
              }
            }
          }
        }

        """u8;

    public static void Write(IBufferWriter<byte> output) => output.Write(Text);
}
