using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Site.Core.Json;

/// <summary>A JSON Schema (draft 2020-12, or 7 where nothing newer is used) as a value; what is null is left out.</summary>
public sealed record JsonSchema
{
    /// <summary>The dialect that a whole schema names first.</summary>
    public const string Draft = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>The dialect that editors know.</summary>
    public const string EditorDraft = "http://json-schema.org/draft-07/schema#";

    [JsonPropertyName("$schema")]
    public string? Dialect { get; init; }

    [JsonPropertyName("$id")]
    public string? Id { get; init; }

    [JsonPropertyName("$ref")]
    public string? Reference { get; init; }

    public string? Title { get; init; }

    /// <summary>One name of a type, or more.</summary>
    public OneOrMore? Type { get; init; }

    public string? Format { get; init; }

    public string? Pattern { get; init; }

    public int? MinLength { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    /// <summary>Texts that are allowed; null among them is JSON's.</summary>
    public ImmutableArray<string?>? Enum { get; init; }

    public JsonNode? Const { get; init; }

    public string? Description { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public bool? UniqueItems { get; init; }

    /// <summary>What one of the items has to be.</summary>
    public JsonSchema? Contains { get; init; }

    public JsonSchema? Items { get; init; }

    public ImmutableArray<string>? Required { get; init; }

    /// <summary>What properties without a schema of their own have to be; <see cref="Nothing"/> forbids them.</summary>
    [JsonConverter(typeof(SchemaOrFalseConverter))]
    public JsonSchema? AdditionalProperties { get; init; }

    /// <summary>By name, in the order in which they are written.</summary>
    public OrderedDictionary<string, JsonSchema>? Properties { get; init; }

    public ImmutableArray<JsonSchema>? OneOf { get; init; }

    public ImmutableArray<JsonSchema>? AnyOf { get; init; }

    public ImmutableArray<JsonSchema>? AllOf { get; init; }

    /// <summary>What editors say of a property that should not be written any more.</summary>
    public string? DeprecationMessage { get; init; }

    [JsonPropertyName("$defs")]
    public OrderedDictionary<string, JsonSchema>? Definitions { get; init; }

    /// <summary>The schema that nothing follows; written as <c>false</c>.</summary>
    public static JsonSchema Nothing { get; } = new();

    /// <summary>A text that is not empty.</summary>
    public static JsonSchema Words { get; } = Text() with { MinLength = 1 };

    public static JsonSchema Text(string? description = null) => Of("string", description);

    /// <summary>A whole address.</summary>
    public static JsonSchema Uri(string? description = null) => Of("string", description) with { Format = "uri" };

    /// <summary>A day: <c>2026-06-16</c>.</summary>
    public static JsonSchema Day(string? description = null) => Of("string", description) with { Format = "date" };

    public static JsonSchema Boolean(string? description = null) => Of("boolean", description);

    public static JsonSchema Integer(int? from = null, int? to = null, string? description = null) =>
        Of("integer", description) with { Minimum = from, Maximum = to };

    public static JsonSchema Number(int? from = null, string? description = null) => Of("number", description) with { Minimum = from };

    public static JsonSchema Null { get; } = Of("null");

    public static JsonSchema OneOfTexts(IEnumerable<string?> texts, string? description = null) => new() { Enum = [.. texts], Description = description };

    public static JsonSchema Refer(string definition, string? description = null) => new() { Reference = "#/$defs/" + definition, Description = description };

    public static JsonSchema Array(JsonSchema items, int? min = null, string? description = null) =>
        Of("array", description) with { MinItems = min, Items = items };

    /// <summary>An object that has exactly these properties: all of them but those named as optional, and no other.</summary>
    public static JsonSchema Object(OrderedDictionary<string, JsonSchema> properties, params ReadOnlySpan<string> optional) => Of("object") with
    {
        Required = Without(properties.Keys, optional),
        AdditionalProperties = Nothing,
        Properties = properties,
    };

    /// <summary>The same, or null.</summary>
    public JsonSchema OrNull() => Type is { } types && Properties is null ? this with { Type = [.. types.Texts, "null"] } : new() { OneOf = [this with { Description = null }, Null], Description = Description };

    /// <summary>Writes a schema as a file, with LF at the end.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        JsonText.WriteFile(output, this, JsonSchemaContext.Default.JsonSchema);
        output.Write("\n"u8);
    }

    private static JsonSchema Of(string type, string? description = null) => new() { Type = [type], Description = description };

    private static ImmutableArray<string> Without(IEnumerable<string> names, ReadOnlySpan<string> optional)
    {
        var required = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names)
        {
            if (!optional.Contains(name))
            {
                required.Add(name);
            }
        }

        return required.DrainToImmutable();
    }
}

/// <summary>Writes <see cref="JsonSchema.Nothing"/> as <c>false</c>.</summary>
internal sealed class SchemaOrFalseConverter : JsonConverter<JsonSchema>
{
    public override JsonSchema Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, JsonSchema value, JsonSerializerOptions options)
    {
        if (ReferenceEquals(value, JsonSchema.Nothing))
        {
            writer.WriteBooleanValue(false);
            return;
        }

        JsonSerializer.Serialize(writer, value, JsonSchemaContext.Default.JsonSchema);
    }
}

[JsonSerializable(typeof(JsonSchema))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class JsonSchemaContext : JsonSerializerContext;
