using System.Buffers;

namespace Site.Rendering;

/// <summary>The JSON Schema of the tables' JSON files, published beside them.</summary>
internal static class FigureSchema
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
