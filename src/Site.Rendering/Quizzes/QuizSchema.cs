using System.Buffers;
using System.Text;
using Site.Content.Quizzes;
using Site.Content.Settings;

namespace Site.Rendering.Quizzes;

/// <summary>Says what <c>data/quizzes/ID.json</c> holds, as JSON Schema (draft 2020-12).</summary>
internal static class QuizSchema
{
    public static void Write(IBufferWriter<byte> output, SiteSettings settings) => Encoding.UTF8.GetBytes(
        $$"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "{{SiteAddress.Absolute(settings, QuizAddresses.Schema)}}",
          "title": "题库",
          "description": "一套测验的全部公开题目，连同答案、解析和依据。html、stem、left、steps、feedback、explanation 是 HTML 片段，链接和图片都是完整的网址。",
          "type": "object",
          "additionalProperties": false,
          "required": ["$schema", "id", "url", "title", "summary", "language", "license", "publisher", "reviewer", "as_of", "review_by", "sample", "sources", "topics", "scenarios", "questions"],
          "properties": {
            "$schema": { "type": "string", "format": "uri" },
            "id": { "type": "string", "minLength": 1 },
            "url": { "type": "string", "format": "uri", "description": "测验的网页" },
            "title": { "type": "string", "minLength": 1 },
            "summary": { "type": "string" },
            "language": { "type": "string" },
            "license": { "type": "string", "format": "uri" },
            "publisher": { "type": "string" },
            "reviewer": { "type": "string", "description": "由谁审核" },
            "as_of": { "type": "string", "format": "date", "description": "生成的日期" },
            "review_by": { "type": ["string", "null"], "format": "date", "description": "最迟哪一天复核" },
            "sample": { "type": "boolean", "description": "是不是编的示例" },
            "sources": { "type": "array", "items": { "type": "string" } },
            "topics": { "type": "array", "items": { "type": "string" }, "uniqueItems": true },
            "scenarios": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["id", "title", "html"],
                "properties": { "id": { "type": "string" }, "title": { "type": "string" }, "html": { "type": "string", "minLength": 1 } }
              }
            },
            "questions": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/question" } }
          },
          "$defs": {
            "question": {
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "type", "text", "topic", "level", "scenario", "law", "explanation"],
              "properties": {
                "id": { "type": "string", "minLength": 1, "description": "全站唯一，永不另用" },
                "type": { "enum": ["single", "multiple", "judge", "blank", "numeric", "match", "order"], "description": "单选、多选、判断、填空、数值、匹配、排序" },
                "text": { "type": "string", "minLength": 1, "description": "纯文字；____ 是要填的空" },
                "topic": { "type": ["string", "null"] },
                "level": { "type": "integer", "minimum": 1, "maximum": 3, "description": "1易，2中，3难" },
                "scenario": { "type": ["string", "null"], "description": "情景的编号" },
                "law": {
                  "oneOf": [
                    { "type": "null" },
                    {
                      "type": "object",
                      "additionalProperties": false,
                      "required": ["id", "year"],
                      "properties": { "id": { "type": "string" }, "year": { "type": "integer" }, "article": { "type": "integer", "minimum": 1 } }
                    }
                  ]
                },
                "stem": { "type": "string" },
                "hint": { "type": "string" },
                "score": { "enum": ["strict", "partial"], "description": "多选：全对才得分，或者选对一部分得一部分" },
                "choices": {
                  "type": "array",
                  "minItems": 2,
                  "contains": { "properties": { "correct": { "const": true } } },
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["html", "correct"],
                    "properties": { "html": { "type": "string", "minLength": 1 }, "correct": { "type": "boolean" }, "feedback": { "type": "string" } }
                  }
                },
                "blanks": {
                  "type": "array",
                  "minItems": 1,
                  "description": "每个空的答案，第一个是显示的，其余也算对",
                  "items": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }
                },
                "number": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["value", "tolerance", "unit"],
                  "properties": { "value": { "type": "number" }, "tolerance": { "type": "number", "minimum": 0 }, "unit": { "type": "string" } }
                },
                "pairs": {
                  "type": "array",
                  "minItems": 2,
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["left", "right"],
                    "properties": { "left": { "type": "string" }, "right": { "type": "string" } }
                  }
                },
                "steps": { "type": "array", "minItems": 2, "items": { "type": "string" }, "description": "照正确的先后" },
                "explanation": { "type": "string" }
              },
              "oneOf": [
                { "required": ["choices"], "properties": { "type": { "enum": ["single", "multiple", "judge"] } } },
                { "required": ["blanks"], "properties": { "type": { "const": "blank" } } },
                { "required": ["number"], "properties": { "type": { "const": "numeric" } } },
                { "required": ["pairs"], "properties": { "type": { "const": "match" } } },
                { "required": ["steps"], "properties": { "type": { "const": "order" } } }
              ]
            }
          }
        }

        """.ReplaceLineEndings("\n"), output);
}
