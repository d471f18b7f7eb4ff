using System.Buffers;
using System.Collections.Immutable;
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
        JsonText.WriteScript(output, new SchemaGraph(view.Crumbs.IsEmpty ? [subject] : [subject, Breadcrumbs(view, context)]), SchemaGraphContext.Default.SchemaGraph);
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

internal sealed record SchemaGraph([property: JsonPropertyName("@graph")] ImmutableArray<SchemaThing> Graph)
{
    [JsonPropertyName("@context"), JsonPropertyOrder(-1)]
    public string Context { get; } = "https://schema.org";
}

[JsonSerializable(typeof(SchemaGraph))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class SchemaGraphContext : JsonSerializerContext;
