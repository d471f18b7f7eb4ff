using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Site.Content.StructuredData;
using Site.Core.Json;
using Site.Rendering.Views;

namespace Site.Rendering.StructuredData;

/// <summary>Says in JSON-LD what a page is, in the words of schema.org.</summary>
internal static class JsonLd
{
    /// <summary>Writes a <c>script</c> element with a graph: the page's subject, and the way to it.</summary>
    public static void Write(IBufferWriter<byte> output, View view, SchemaContext context)
    {
        var subject = view.Describe(context) with { Name = context.Title, Url = context.Url, Description = context.Description, Image = context.Image };
        output.Write("<script type=\"application/ld+json\">"u8);
        using (var json = JsonText.ScriptWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("@context"u8, "https://schema.org"u8);
            json.WriteStartArray("@graph"u8);
            JsonSerializer.Serialize(json, subject, subject.GetType(), SchemaJson.Default);
            if (!view.Crumbs.IsEmpty)
            {
                JsonSerializer.Serialize(json, Breadcrumbs(view, context), SchemaJson.Default.SchemaBreadcrumbs);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("</script>\n"u8);
    }

    private static SchemaBreadcrumbs Breadcrumbs(View view, SchemaContext context) => new()
    {
        Type = "BreadcrumbList",
        ItemListElement =
        [
            .. view.Crumbs.Select((crumb, at) => new SchemaBreadcrumb(at + 1, crumb.Title, context.Absolute(crumb.Address))),
            new(view.Crumbs.Length + 1, context.Title, context.Url),
        ],
    };
}

[JsonSerializable(typeof(SchemaPage)), JsonSerializable(typeof(SchemaWork)), JsonSerializable(typeof(SchemaEvent)), JsonSerializable(typeof(SchemaVenue))]
[JsonSerializable(typeof(SchemaDataset)), JsonSerializable(typeof(SchemaSite)), JsonSerializable(typeof(SchemaBreadcrumbs))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class SchemaJson : JsonSerializerContext;
