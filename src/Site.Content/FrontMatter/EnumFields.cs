using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>Fields whose words come from a closed list, and tags, whose words are free.</summary>
internal static class EnumFields
{
    private const int LongestTag = 30;

    /// <returns>Ids of the vocabulary, in the order written, each once.</returns>
    public static ImmutableArray<string> Enums(this FieldValues fields, string name)
    {
        var vocabulary = fields.Declared<EnumField>(name).Vocabulary;
        return fields.Unique(name, item => fields.EnumOf(name, item, vocabulary));
    }

    /// <returns>An id of the vocabulary, or null where the field is absent or (reported) not among them.</returns>
    public static string? Enum(this FieldValues fields, string name)
    {
        var vocabulary = fields.Declared<EnumField>(name).Vocabulary;
        return fields.Find(name) is { } node ? fields.EnumOf(name, node, vocabulary) : null;
    }

    /// <returns>Tags in the order written, each once; each may stand in an address.</returns>
    public static ImmutableArray<string> Tags(this FieldValues fields, string name) =>
        fields.Unique(fields.Declared<TagListField>(name).Name, item => fields.TagOf(name, item));

    private static ImmutableArray<string> Unique(this FieldValues fields, string name, Func<YamlNode, string?> read)
    {
        if (fields.Find(name) is YamlNode.Scalar { Value: var text } alone && text.AsSpan().ContainsAny(',', '，', '、'))
        {
            fields.WrongType(name, alone, "一个列表", $"放进方括号，用半角逗号隔开：[{string.Join(", ", text.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))}]。");
            return [];
        }

        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var item in fields.Items(name, oneAlone: true, ""))
        {
            if (read(item) is not { } word)
            {
                continue;
            }

            if (words.Contains(word))
            {
                fields.Report("repeated-word", item, $"“{word}” 在 {fields.Prefix}{name} 里写了两次。", "只留下一个。");
                continue;
            }

            words.Add(word);
        }

        return words.DrainToImmutable();
    }

    private static string? EnumOf(this FieldValues fields, string name, YamlNode node, ImmutableArray<Term> vocabulary)
    {
        if (fields.TextOf(name, node) is not { } word)
        {
            return null;
        }

        foreach (var term in vocabulary)
        {
            if (term.Id == word)
            {
                return term.Id;
            }
        }

        var known = $"可用：{string.Join("、", vocabulary.Select(term => $"{term.Id}（{term.Label}）"))}。";
        if (vocabulary.FirstOrDefault(term => term.Label == word) is { } labelled)
        {
            fields.Report("unknown-word", node, $"“{word}” 是给读者看的名称，{fields.Prefix}{name} 里要写它的代号。", $"改成 “{labelled.Id}”。{known}");
            return null;
        }

        var nearest = NearestName.Find(word, vocabulary.Select(term => term.Id));
        fields.Report("unknown-word", node, $"“{Quoted.Field(word)}” 不是 {fields.Prefix}{name} 可以用的词。",
            nearest is null ? known : $"是不是 “{nearest}”？{known}");
        return null;
    }

    private static string? TagOf(this FieldValues fields, string name, YamlNode node)
    {
        if (fields.TextOf(name, node) is not { } tag)
        {
            return null;
        }

        if (FileNames.IsDevice(tag))
        {
            fields.Report("tag", node, $"“{Quoted.Field(tag)}” 不能用作标签：它是 Windows 保留的设备名，在 Windows 上建不出这个文件夹。", "换一个词。");
            return null;
        }

        var runes = tag.EnumerateRunes().ToArray();
        if (runes.Length <= LongestTag && tag[0] != '.' && tag[^1] != '.'
            && Array.TrueForAll(runes, rune => Han.IsUnified(rune) || (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)) || rune.Value is '-' or '_' or '·' or ' ' or '.' or '+'))
        {
            if (tag.Split(' ') is { Length: > 1 } words && Array.TrueForAll(words, word => word.Length > 1 && word.EnumerateRunes().All(Han.IsUnified)))
            {
                fields.Diagnostics.Add(Diagnostic.Warning($"{fields.Subject}/tag-space", fields.LocationOf(node), $"“{Quoted.Field(tag)}” 中间有空格，会当作一个标签。", $"是几个标签，就写成 [{string.Join(", ", words)}]；是一个标签，就去掉空格。"));
            }

            return fields.Pool.Keep(tag);
        }

        if (tag.Split(['，', '、', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } several)
        {
            fields.Report("tag", node, $"“{Quoted.Field(tag)}” 是几个标签，写成了一个。", $"标签之间用半角逗号，后面空一格：[{Quoted.Field(string.Join(", ", several))}]。");
            return null;
        }

        fields.Report("tag", node, $"“{Quoted.Field(tag)}” 不能用作标签：标签会写进网址。",
            $"标签只用汉字、字母、数字、空格和 “-”，不超过 {LongestTag} 个字。");
        return null;
    }
}
