using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Json;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>The fields that may stand in one place: of a content type, of <c>site.yaml</c>, or of a group of fields within one.</summary>
public sealed class FieldSet
{
    private readonly FrozenDictionary<string, Field> byName;
    private readonly FrozenDictionary<string, string> synonyms;

    /// <param name="fields">In the order in which a message lists them.</param>
    /// <param name="synonyms">Other names that are understood, with the one each stands for.</param>
    public FieldSet(ImmutableArray<Field> fields, FrozenDictionary<string, string>? synonyms = null)
    {
        Fields = fields;
        byName = fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        this.synonyms = synonyms ?? FrozenDictionary<string, string>.Empty;
    }

    public ImmutableArray<Field> Fields { get; }

    public static FieldSet Of(params ImmutableArray<Field> fields) => new(fields);

    /// <returns>The field of this name, or null.</returns>
    public Field? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The JSON Schema of all fields together.</summary>
    public JsonSchema Schema()
    {
        var properties = new OrderedDictionary<string, JsonSchema>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            properties.Add(field.Name, field.Schema());
        }

        foreach (var (synonym, name) in synonyms.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            properties.Add(synonym, byName[name].Schema() with { DeprecationMessage = $"写成 {name}。" });
        }

        var needed = Fields.Where(field => field.IsRequired).Select(field => NamesOf(field.Name)).ToLookup(names => names.Length == 1);
        return new()
        {
            Type = ["object"],
            Required = needed[true].Any() ? [.. needed[true].Select(names => names[0])] : null,
            AdditionalProperties = JsonSchema.Nothing,
            Properties = properties,
            AllOf = needed[false].Any() ? [.. needed[false].Select(OneOf)] : null,
        };

        static JsonSchema OneOf(string[] names) => new() { AnyOf = [.. names.Select(name => new JsonSchema { Required = [name] })] };
    }

    /// <param name="subject">First part of the codes: <c>front-matter</c> or <c>site</c>.</param>
    /// <param name="prefix">What stands before a name in messages: empty, or <c>tour.</c> within a group.</param>
    /// <param name="diagnostics">Takes unknown, repeated, empty and missing fields, each at its place.</param>
    internal FieldValues Match(YamlNode.Mapping mapping, string path, string subject, string prefix, List<Diagnostic> diagnostics, TextPool pool)
    {
        var found = ImmutableArray.CreateBuilder<(string, YamlNode)>(mapping.Entries.Length);
        var fields = new FieldValues(this, path, subject, prefix, diagnostics, pool);
        foreach (var (key, value) in mapping.Entries)
        {
            if (Find(synonyms.GetValueOrDefault(key.Value, key.Value)) is not { Name: var name })
            {
                fields.Report("unknown-field", key, $"字段 “{Quoted.Field(prefix + key.Value)}” 不存在。", Help(key.Value));
            }
            else if (Has(found, name))
            {
                fields.Report("duplicate-field", key, $"字段 “{prefix}{name}” 写了两次。", "只留下一个。");
            }
            else
            {
                found.Add((name, value));
            }
        }

        fields = fields with { Found = found.DrainToImmutable() };
        foreach (var field in Fields.Where(field => field.IsRequired && fields.Find(field.Name) is null))
        {
            fields.Report("missing-field", prefix.Length == 0 ? null : mapping, $"缺少字段 “{prefix}{field.Name}”。", $"加上一行 “{field.Name}: {field.Example}”。");
        }

        return fields with { Found = [.. fields.Found.Where(field => !IsEmpty(fields, field.Name, field.Value))] };
    }

    private static bool Has(ImmutableArray<(string Name, YamlNode)>.Builder found, string name)
    {
        foreach (var (known, _) in found)
        {
            if (known == name)
            {
                return true;
            }
        }

        return false;
    }

    private string Help(string written)
    {
        var names = Fields.Select(field => field.Name);
        var known = $"可用字段：{string.Join("、", names)}。";
        return NearestName.Find(written, names) is { } name ? $"是不是 “{name}”？{known}" : known;
    }

    private static bool IsEmpty(FieldValues fields, string name, YamlNode value)
    {
        var isEmpty = value is YamlNode.Scalar { IsEmpty: true } or YamlNode.Sequence { Items.IsEmpty: true };
        if (isEmpty)
        {
            fields.Report("empty-field", value, $"字段 “{fields.Prefix}{name}” 没有写内容。", "写上内容，或者删掉这一行。");
        }

        return isEmpty;
    }

    /// <returns>The name, and the synonyms that stand for it.</returns>
    private string[] NamesOf(string name) =>
        [name, .. synonyms.Where(pair => pair.Value == name).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
}
