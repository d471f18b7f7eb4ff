using System.Collections.Immutable;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>Fields of text: one line without hidden characters, spaces at the ends dropped.</summary>
internal static class TextFields
{
    /// <returns>The text, never empty, or null.</returns>
    public static string? Text(this FieldValues fields, string name) =>
        fields.Find<TextField>(name) is { } node ? fields.TextOf(name, node) : null;

    /// <returns>The text, or the empty one: its absence is reported as a missing field.</returns>
    public static string RequiredText(this FieldValues fields, string name) => fields.Text(name) ?? "";

    /// <returns>The text, kept once for all pages that have the same, or null.</returns>
    public static string? CommonText(this FieldValues fields, string name) =>
        fields.Text(name) is { } text ? fields.Pool.Keep(text) : null;

    /// <summary>Text of several lines, each trimmed at its end, or null.</summary>
    public static string? Lines(this FieldValues fields, string name) => fields.Find<TextField>(name) switch
    {
        null => null,
        YamlNode.Scalar scalar when scalar.Value.Contains('\n') =>
            scalar.Value.Split('\n').Select(line => fields.Clean(name, scalar, line)).ToList() is var lines && lines.Contains(null)
                ? null
                : string.Join('\n', lines).Trim('\n'),
        var node => fields.TextOf(name, node),
    };

    /// <returns>Texts in the order written; empty where the field is absent. One text alone counts as a list of one where that is allowed.</returns>
    public static ImmutableArray<string> Texts(this FieldValues fields, string name) =>
        [.. fields.Items(name, fields.Declared<TextListField>(name).OneAlone, "写成 [第一项, 第二项]，或者每行一个 “- ”。")
            .Select(item => fields.TextOf(name, item)).OfType<string>()];

    /// <returns>The items of a list; empty where the field is absent or (reported) no list.</returns>
    public static ImmutableArray<YamlNode> Items(this FieldValues fields, string name, bool oneAlone, string help)
    {
        switch (fields.Find(name))
        {
            case null:
                return [];
            case YamlNode.Sequence list:
                return list.Items;
            case var node when oneAlone:
                return [node];
            case var node:
                fields.WrongType(name, node, "一个列表", help);
                return [];
        }
    }

    /// <returns>The text of a value, never empty; null (reported) for anything else.</returns>
    public static string? TextOf(this FieldValues fields, string name, YamlNode node)
    {
        switch (node)
        {
            case not YamlNode.Scalar:
                fields.WrongType(name, node, "一段文字", "直接写文字；有冒号或方括号的放进英文双引号里。");
                return null;
            case YamlNode.Scalar { IsEmpty: true }:
                fields.Report("empty-field", node, $"字段 “{fields.Prefix}{name}” 有一项没有写内容。", "写上内容，或者删掉这一项。");
                return null;
            case YamlNode.Scalar scalar:
                return fields.Clean(name, scalar, scalar.Value);
        }
    }

    private static string? Clean(this FieldValues fields, string name, YamlNode.Scalar scalar, string value)
    {
        var text = value.Trim();
        if (text.Contains('\n'))
        {
            fields.WrongType(name, scalar, "一行文字", "写在一行里；太长时用 “>-” 开头，下面每行多缩进两个空格。");
            return null;
        }

        if (ForbiddenCharacters.FirstIn(text) is { } character)
        {
            fields.Report("control-character", scalar, $"字段 “{fields.Prefix}{name}” 里有一个看不见的字符 {character}。", "删掉它；如果看不到，就把这一行重新打一遍。");
            return null;
        }

        return text;
    }
}

/// <summary>Fields of telephone numbers.</summary>
internal static class PhoneFields
{
    /// <returns>3 to 20 digits with hyphens, spaces, brackets or a plus perhaps, or null where the field is absent or (reported) none.</returns>
    public static string? Phone(this FieldValues fields, string name)
    {
        if (fields.Find<PhoneField>(name) is not { } node || fields.TextOf(name, node) is not { } number)
        {
            return null;
        }

        if (number.Length <= 30 && number.Count(char.IsAsciiDigit) is >= 3 and <= 20
            && number.All(c => char.IsAsciiDigit(c) || "-+ ()（）转".Contains(c)))
        {
            return number;
        }

        fields.WrongType(name, node, "一个电话号码", "只写数字和 “-”，一个字段一个号码。");
        return null;
    }
}
