using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>Where facts come from: text with an address in it perhaps, or a title and an address apart.</summary>
internal static class SourceFields
{
    private const string Help = "写成文字 “发布单位《文件名》（日期）：网址”，或者 {title: 文件名, url: 网址}。";

    /// <summary>A title and an address, apart.</summary>
    public static FieldSet Parts { get; } = new([Field.Text("title", "文件名或网页的名称").Required(), Field.Url("url", "网址")],
        new Dictionary<string, string> { ["text"] = "title" }.ToFrozenDictionary(StringComparer.Ordinal));

    /// <returns>Sources in the order written.</returns>
    public static ImmutableArray<Source> Sources(this FieldValues fields, string name)
    {
        var sources = ImmutableArray.CreateBuilder<Source>();
        foreach (var item in fields.Items(fields.Declared<SourceField>(name).Name, oneAlone: true, Help))
        {
            if (fields.SourceOf(name, item) is { } source)
            {
                sources.Add(source);
            }
        }

        return sources.DrainToImmutable();
    }

    /// <returns>One source, or null.</returns>
    public static Source? Source(this FieldValues fields, string name) =>
        fields.Find<SourceField>(name) is { } node ? fields.SourceOf(name, node) : null;

    /// <returns>The text without the first address in it, nor the punctuation that led to it, and that address.</returns>
    public static Source Split(string text)
    {
        var (start, length) = WebAddress.FirstIn(text);
        if (length == 0)
        {
            return new(text);
        }

        var url = text.Substring(start, length);
        var before = text[..start].TrimEnd(" ：:，,、（(<《".ToCharArray());
        var after = text[(start + length)..].TrimStart(" ）)>》".ToCharArray());
        return before.Length + after.Length == 0 ? new(url, url) : new((before + after).Trim(), url);
    }

    private static Source? SourceOf(this FieldValues fields, string name, YamlNode node)
    {
        if (node is YamlNode.Scalar)
        {
            if (fields.TextOf(name, node) is not { } text)
            {
                return null;
            }

            if (WebAddress.LikelyIn(text).Any(address => fields.IsDeceiving(node, address) || fields.HasUser(name, node, address)))
            {
                return null;
            }

            var source = Split(text);
            fields.WarnOfLocal(node, source.Url);
            return fields.Kept(source);
        }

        return fields.Group(name, node, Parts, Help) is { } parts && parts.Text("title") is { } title
            ? fields.Kept(new(title, parts.Url("url")))
            : null;
    }

    private static Source Kept(this FieldValues fields, Source source) =>
        new(fields.Pool.Keep(source.Text), source.Url is null ? null : fields.Pool.Keep(source.Url));
}

/// <summary>Where a fact comes from.</summary>
/// <param name="Text">What a reader needs to find it: publisher, title, date, article.</param>
/// <param name="Url">Absolute https or http address, or null.</param>
public sealed record Source(string Text, string? Url = null);
