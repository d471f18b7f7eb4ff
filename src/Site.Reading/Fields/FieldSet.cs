using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>The names that may stand in one place: of a kind of page, of <c>site.yaml</c>, or of a group of fields within one.</summary>
/// <param name="Names">In the order in which a message lists them.</param>
/// <param name="Required">Those of them that must be there.</param>
/// <param name="Synonyms">Other names that are understood, with the one each stands for.</param>
internal sealed record FieldSet(ImmutableArray<string> Names, ImmutableArray<string> Required, FrozenDictionary<string, string> Synonyms)
{
    /// <param name="subject">First part of the codes: <c>front-matter</c> or <c>site</c>.</param>
    /// <param name="prefix">What stands before a name in messages: empty, or <c>tour.</c> within a group.</param>
    /// <param name="problems">Takes unknown, repeated, empty and missing fields, each at its place.</param>
    public WrittenFields Match(
        YamlNode.Mapping mapping, string path, string subject, string prefix, List<Problem> problems, TextPool pool)
    {
        var found = ImmutableArray.CreateBuilder<(string, YamlNode)>(mapping.Entries.Length);
        var fields = new WrittenFields(path, subject, prefix, problems, pool);
        foreach (var (key, value) in mapping.Entries)
        {
            var name = Synonyms.GetValueOrDefault(key.Value, key.Value);
            var known = Names.IndexOf(name, StringComparer.Ordinal);
            if (known < 0)
            {
                fields.Report("unknown-field", key, $"字段 “{Quoted.Short(prefix + key.Value)}” 不存在。", Cure(key.Value));
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

    private static bool IsEmpty(WrittenFields fields, string name, YamlNode value)
    {
        var isEmpty = value is YamlNode.Scalar { IsEmpty: true } or YamlNode.Sequence { Items.IsEmpty: true };
        if (isEmpty)
        {
            fields.Report("empty-field", value, $"字段 “{fields.Prefix}{name}” 没有写内容。", "写上内容，或者删掉这一行。");
        }

        return isEmpty;
    }
}
