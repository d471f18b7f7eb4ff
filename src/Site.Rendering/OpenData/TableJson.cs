using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Core.Json;
using Site.Core.Vocabularies;
using Site.Statistics.Published;

namespace Site.Rendering.OpenData;

/// <summary>A table as JSON: what it is, its dimensions and indicators, and the same cells as the CSV file, with the same names.</summary>
internal static class TableJson
{
    /// <summary>Address of the JSON Schema of these files.</summary>
    public const string SchemaAddress = "/data/table.schema.json";

    public static void Write(IBufferWriter<byte> output, SiteSettings settings, SafeRelease release, SafeTable table) => JsonText.WriteFile(output, new TableFile
    {
        Schema = SiteAddress.Absolute(settings, SchemaAddress),
        Release = release.Name,
        Table = table.Id,
        Title = table.Title,
        AsOf = LocalTime.Day(release.AsOf),
        IsSample = release.IsSample,
        License = SiteSettings.DataLicence,
        Notes = table.Notes,
        Dimensions = [.. table.Dimensions.Select(Describe)],
        Indicators = [.. table.Indicators.Select(indicator => new TableIndicator(indicator.Id, indicator.Label, indicator.Unit, NullIfEmpty(indicator.Concept)))],
        Cells = TableCells.Of(table).Select(cell => new TableCell(table, cell.Indicator, cell.Place, cell.Cell)),
    }, TableContext.Default.TableFile);

    public static void WriteSchema(IBufferWriter<byte> output) => Schema.Write(output);

    private static TableDimension Describe(SafeDimension dimension) => new(dimension.Id, SafeDimensions.Names.Label(dimension.Id),
        [.. dimension.Categories.Select((name, at) => new TableCategory(name, dimension.Parents[at] < 0 ? null : dimension.Categories[dimension.Parents[at]]))]);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static JsonSchema Name { get; } = JsonSchema.Text() with { Pattern = "^[a-z0-9-]+$" };

    private static JsonSchema Schema { get; } = JsonSchema.Object(new()
    {
        ["$schema"] = JsonSchema.Uri(),
        ["release"] = Name with { Description = "哪一期" },
        ["table"] = Name with { Description = "表的 id" },
        ["title"] = JsonSchema.Words,
        ["asOf"] = JsonSchema.Day("数字截至哪一天"),
        ["isSample"] = JsonSchema.Boolean("是不是编出来演示的数字"),
        ["license"] = JsonSchema.Uri(),
        ["notes"] = JsonSchema.Array(JsonSchema.Text()),
        ["dimensions"] = JsonSchema.Array(JsonSchema.Object(new()
        {
            ["id"] = JsonSchema.Text() with { Pattern = "^[a-z_]+$" },
            ["label"] = JsonSchema.Text(),
            ["categories"] = JsonSchema.Array(JsonSchema.Object(new() { ["name"] = JsonSchema.Words, ["total"] = JsonSchema.Text("它算在哪个合计里") }, "total"), 1),
        }), 1),
        ["indicators"] = JsonSchema.Array(JsonSchema.Object(new()
        {
            ["id"] = JsonSchema.Words,
            ["label"] = JsonSchema.Words,
            ["unit"] = JsonSchema.Words with { Description = "计量单位；单位不同的数不能相加" },
            ["concept"] = JsonSchema.Text("和别的表里哪些指标可以比较"),
        }, "concept"), 1),
        ["cells"] = JsonSchema.Array(new JsonSchema
        {
            Type = ["object"],
            Required = ["indicator", "value"],
            AdditionalProperties = JsonSchema.Words,
            Properties = new()
            {
                ["week"] = JsonSchema.Day(),
                ["indicator"] = JsonSchema.Text(),
                ["value"] = new() { AnyOf = [JsonSchema.Integer(0), JsonSchema.OneOfTexts([CellText.Withheld, CellText.NotApplicable, CellText.NotReported])] },
                ["incomplete"] = JsonSchema.Boolean("是不是还缺没有报送的单位的数；不缺的不写"),
            },
        }, 1),
    }) with
    {
        Dialect = JsonSchema.Draft,
        Title = "一张统计表",
        Description = "各数从活动开始累计。cells 里每一项是一格：各个维度的分类、指标的 id 和数值；\"*\" 表示不公布，\"—\" 表示不会有数，\"未报送\" 表示还没有单位报送（不是 0）；有 incomplete 的，还缺没有报送的单位的数。",
    };
}

/// <summary>The whole file; properties are written in the order in which they stand here.</summary>
internal sealed record TableFile
{
    [JsonPropertyName("$schema")]
    public required string Schema { get; init; }

    public required string Release { get; init; }

    public required string Table { get; init; }

    public required string Title { get; init; }

    public required string AsOf { get; init; }

    public required bool IsSample { get; init; }

    public required string License { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<TableDimension> Dimensions { get; init; }

    public required IReadOnlyList<TableIndicator> Indicators { get; init; }

    /// <summary>Made one by one while the file is written.</summary>
    public required IEnumerable<TableCell> Cells { get; init; }
}

internal sealed record TableDimension(string Id, string Label, IReadOnlyList<TableCategory> Categories);

/// <param name="Total">Name of the category that it is a part of, or null.</param>
internal sealed record TableCategory(string Name, string? Total);

internal sealed record TableIndicator(string Id, string Label, string Unit, string? Concept);

/// <summary>A cell: its category in each dimension, its indicator, and the figure.</summary>
/// <param name="Place">The place of its category in each dimension; valid until the next cell is asked for.</param>
[JsonConverter(typeof(TableCellConverter))]
internal readonly record struct TableCell(SafeTable Table, int Indicator, int[] Place, Cell Cell);

/// <summary>Writes a cell as one object whose first properties are the dimensions of its table.</summary>
internal sealed class TableCellConverter : JsonConverter<TableCell>
{
    /// <exception cref="NotSupportedException">Always: cells are only written.</exception>
    public override TableCell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, TableCell value, JsonSerializerOptions options)
    {
        var (table, indicator, place, cell) = value;
        writer.WriteStartObject();
        for (var at = 0; at < place.Length; at++)
        {
            writer.WriteString(table.Dimensions[at].Id, table.Dimensions[at].Categories[place[at]]);
        }

        writer.WriteString("indicator"u8, table.Indicators[indicator].Id);
        if (cell is Cell.Shown shown)
        {
            writer.WriteNumber("value"u8, shown.Value);
        }
        else
        {
            writer.WriteString("value"u8, CellText.Plain(cell));
        }

        if (table.IsIncomplete(indicator, place))
        {
            writer.WriteBoolean("incomplete"u8, value: true);
        }

        writer.WriteEndObject();
    }
}

[JsonSerializable(typeof(TableFile))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TableContext : JsonSerializerContext;
