using System.Collections.Immutable;

namespace Site.Core.Yaml;

/// <summary>A piece of YAML and where it begins in the file: line and column from 1.</summary>
public abstract record YamlNode(int Line, int Column)
{
    /// <summary>Text, as written but for quotes and escapes; YAML's own guesses at types (yes, 0x1F, 12:30) play no part.</summary>
    /// <param name="IsQuoted">Whether quotes or a block mark it as text.</param>
    public sealed record Scalar(int Line, int Column, string Value, bool IsQuoted) : YamlNode(Line, Column)
    {
        /// <summary>Nothing is written, or one of YAML's words for nothing.</summary>
        public bool IsEmpty => !IsQuoted && Value is "" or "~" or "null" or "Null" or "NULL" || string.IsNullOrWhiteSpace(Value);
    }

    public sealed record Sequence(int Line, int Column, ImmutableArray<YamlNode> Items) : YamlNode(Line, Column);

    /// <param name="Entries">In the order written; the reader of fields says which names may stand here, and how often.</param>
    public sealed record Mapping(int Line, int Column, ImmutableArray<(Scalar Key, YamlNode Value)> Entries) : YamlNode(Line, Column);
}
