using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>The names that may stand in one place: of a kind of page, of <c>site.yaml</c>, or of a group of fields within one.</summary>
/// <param name="Names">In the order in which a message lists them.</param>
/// <param name="Required">Those of them that must be there.</param>
/// <param name="Synonyms">Other names that are understood, with the one each stands for.</param>
internal sealed record FieldSet(ImmutableArray<string> Names, ImmutableArray<string> Required, FrozenDictionary<string, string> Synonyms)
{
    /// <param name="subject">First part of the codes: <c>front-matter</c> or <c>site</c>.</param>
    /// <param name="prefix">What stands before a name in messages: empty, or <c>tour.</c> within a group.</param>
    /// <param name="diagnostics">Takes unknown, repeated, empty and missing fields, each at its place.</param>
    public FieldValues Match(
        YamlNode.Mapping mapping, string path, string subject, string prefix, List<Diagnostic> diagnostics, TextPool pool)
    {
        var found = ImmutableArray.CreateBuilder<(string, YamlNode)>(mapping.Entries.Length);
        var fields = new FieldValues(path, subject, prefix, diagnostics, pool);
        foreach (var (key, value) in mapping.Entries)
        {
            var name = Synonyms.GetValueOrDefault(key.Value, key.Value);
            var known = Names.IndexOf(name, StringComparer.Ordinal);
            if (known < 0)
            {
                fields.Report("unknown-field", key, $"字段 “{Quoted.Field(prefix + key.Value)}” 不存在。", Cure(key.Value));
            }
            else if (found.Any(entry => entry.Item1 == name))
            {
                fields.Report("duplicate-field", key, $"字段 “{prefix}{name}” 写了两次。", "只留下一个。");
            }
            else
            {
                found.Add((Names[known], value));
            }
        }

        fields = fields with { Found = found.DrainToImmutable() };
        foreach (var name in Required.Where(name => fields.Find(name) is null))
        {
            fields.Report("missing-field", prefix.Length == 0 ? null : mapping, $"缺少字段 “{prefix}{name}”。", $"加上一行 “{name}: {FieldExamples.Of(name)}”。");
        }

        return fields with { Found = [.. fields.Found.Where(field => !IsEmpty(fields, field.Name, field.Value))] };
    }

    private string Cure(string written)
    {
        var known = $"可用字段：{string.Join("、", Names)}。";
        return NearestName.Find(written, Names) is { } name ? $"是不是 “{name}”？{known}" : known;
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
}

/// <summary>
/// Other names that are understood: what Statiq's users are used to write, and what people write for an hour of a day.
/// All else is exactly as in the contract, capitals included.
/// </summary>
internal static class FieldNames
{
    public static FrozenDictionary<string, string> Synonyms { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Title"] = "title",
        ["Description"] = "summary",
        ["description"] = "summary",
        ["Published"] = "date",
        ["published"] = "date",
        ["Excluded"] = "draft",
        ["excluded"] = "draft",
        ["Order"] = "order",
        ["RedirectFrom"] = "redirectFrom",
        ["Xref"] = "id",
        ["xref"] = "id",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>For an entry of the menu.</summary>
    public static FrozenDictionary<string, string> MenuSynonyms { get; } =
        new Dictionary<string, string> { ["url"] = "address" }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, string> None { get; } = FrozenDictionary<string, string>.Empty;
}

/// <summary>What a required field may look like, for the cure of one that is missing.</summary>
internal static class FieldExamples
{
    public static string Of(string name) => name switch
    {
        "title" => "标题",
        "source" => "发布单位《文件名》（日期）",
        "reviewer" => "审核这一页的科室",
        "date" or "start" or "end" or "occurred" or "version" => "2025-06-16",
        "year" => "2025",
        "edition" => "24",
        "articles" => "119",
        "class" => "II",
        "series" => "open-class",
        "area" => "所在的区县",
        "place" => "地点",
        "slogan" => "当年的主题",
        "name" => "全称",
        "file" => "poster.pdf",
        "url" => "https://example.gov.cn/",
        "organiser" => "主办单位",
        "number" => "12350",
        _ => "内容",
    };
}
