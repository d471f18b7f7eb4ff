using System.Buffers;
using System.Text;
using Site.Content.Settings;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;

namespace Site.Rendering.Exposures;

/// <summary>Says what <c>data/exposures.json</c> holds, as JSON Schema (draft 2020-12).</summary>
internal static class ExposureSchema
{
    public static void Write(IBufferWriter<byte> output, SiteSettings settings) => Encoding.UTF8.GetBytes(
        $$"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "{{SiteAddress.Absolute(settings, ExposureAddresses.Schema)}}",
          "title": "曝光台",
          "description": "曝光台列表上的条目。日期能公开到哪一级就写到哪一级：2026-06-10、2026-06 或 2026。",
          "type": "object",
          "additionalProperties": false,
          "required": ["$schema", "title", "publisher", "as_of", "entries"],
          "properties": {
            "$schema": { "type": "string", "format": "uri" },
            "title": { "type": "string" },
            "publisher": { "type": "string", "description": "发布单位" },
            "as_of": { "type": "string", "format": "date", "description": "生成的日期" },
            "entries": { "type": "array", "items": { "$ref": "#/$defs/entry" } }
          },
          "$defs": {
            "day": { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" },
            "entry": {
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "url", "published", "kind", "enterprise", "credit_code", "area", "sector", "place", "hazard", "hazard_type", "legal_basis", "decision", "deadline", "status", "status_on", "overdue", "reasons", "sample"],
              "properties": {
                "id": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$" },
                "url": { "type": "string", "format": "uri" },
                "published": { "$ref": "#/$defs/day", "description": "公布日期" },
                "kind": { "enum": [{{Words(ExposureVocabularies.Kinds)}}], "description": "类别：{{Labels(ExposureVocabularies.Kinds)}}" },
                "enterprise": { "type": "string", "minLength": 1, "description": "单位名称；个体工商户只写行业和街路" },
                "credit_code": { "type": ["string", "null"], "pattern": "^[0-9A-Z]{18}$", "description": "统一社会信用代码" },
                "area": { "type": "string", "minLength": 1 },
                "sector": { "enum": [{{Words(Vocabulary.Sectors)}}, null], "description": "行业：{{Labels(Vocabulary.Sectors)}}" },
                "place": { "type": ["string", "null"] },
                "hazard": { "type": "string", "minLength": 1, "description": "问题；红榜是做法。■■ 是遮盖了的个人信息" },
                "hazard_type": { "enum": [{{Words(ExposureVocabularies.HazardTypes)}}, null], "description": "隐患类型：{{Labels(ExposureVocabularies.HazardTypes)}}" },
                "legal_basis": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["text", "url"],
                    "properties": { "text": { "type": "string" }, "url": { "type": "string", "format": "uri" } }
                  }
                },
                "decision": { "type": "string", "minLength": 1, "description": "处理决定和文号" },
                "deadline": { "oneOf": [{ "$ref": "#/$defs/day" }, { "type": "null" }], "description": "整改期限" },
                "status": { "enum": [{{Words(ExposureVocabularies.Statuses.Where(status => status.Id != ExposureVocabularies.Withdrawn))}}], "description": "状态：{{Labels(ExposureVocabularies.Statuses.Where(status => status.Id != ExposureVocabularies.Withdrawn))}}" },
                "status_on": { "oneOf": [{ "$ref": "#/$defs/day" }, { "type": "null" }], "description": "进入这个状态的日期" },
                "overdue": { "type": "boolean", "description": "过了整改期限还没有改好" },
                "reasons": { "type": "array", "items": { "enum": [{{Words(ExposureVocabularies.Reasons)}}] }, "description": "为什么公开：{{Labels(ExposureVocabularies.Reasons)}}" },
                "sample": { "type": "boolean", "description": "是不是编的示例" }
              }
            }
          }
        }

        """.ReplaceLineEndings("\n"), output);

    private static string Words(IEnumerable<Term> terms) => string.Join(", ", terms.Select(term => $"\"{term.Id}\""));

    private static string Labels(IEnumerable<Term> terms) => string.Join("，", terms.Select(term => $"{term.Id} {term.Label}"));
}
