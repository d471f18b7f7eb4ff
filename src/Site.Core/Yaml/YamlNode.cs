using System.Collections.Immutable;
using Site.Core.Text;

namespace Site.Core.Yaml;

/// <summary>A node of YAML with the line and column of its beginning in the file, both from 1.</summary>
public abstract record YamlNode(int Line, int Column)
{
    /// <returns>The node as messages show it: “value” with a space before it for text; otherwise its kind: 一个列表, 一组字段.</returns>
    public string Describe() => this switch
    {
        Scalar scalar => $" “{Quoted.Field(scalar.Value)}”",
        Sequence => "一个列表",
        _ => "一组字段",
    };

    /// <summary>Text without quotes and escapes; the implicit types of YAML (yes, 0x1F, 12:30) are not applied.</summary>
    /// <param name="IsQuoted">Whether quotes or a block mark it as text.</param>
    public sealed record Scalar(int Line, int Column, string Value, bool IsQuoted) : YamlNode(Line, Column)
    {
        /// <summary>Whether nothing is written, or one of YAML's words for null.</summary>
        public bool IsEmpty => !IsQuoted && Value is "" or "~" or "null" or "Null" or "NULL" || string.IsNullOrWhiteSpace(Value);
    }

    /// <param name="Items">In the order written.</param>
    public sealed record Sequence(int Line, int Column, ImmutableArray<YamlNode> Items) : YamlNode(Line, Column);

    /// <param name="Entries">In the order written; a name may stand twice, which the reader of fields reports.</param>
    public sealed record Mapping(int Line, int Column, ImmutableArray<(Scalar Key, YamlNode Value)> Entries) : YamlNode(Line, Column)
    {
        /// <returns>The value of the first field with a name, or null.</returns>
        public YamlNode? Find(string name) => Entries.FirstOrDefault(entry => entry.Key.Value == name).Value;
    }
}
