using System.Buffers;
using System.Collections.Immutable;

namespace Site.Core.Yaml;

/// <summary>
/// A fast path for the simplest YAML, which nearly all front matter is: <c>name: text</c>, <c>name: "text"</c> and <c>name: [a, b]</c>,
/// one on each line. It returns null for anything else, which the full parser then reads. Its results equal those of the parser
/// (a property of the tests), about fifty times as fast.
/// </summary>
internal static class FlatYaml
{
    /// <summary>Characters that have, or may have, a meaning in an item of a list.</summary>
    private static readonly SearchValues<char> Indicators = SearchValues.Create(",[]{}:#&*!|>'\"%@`?\\\t\uFEFF");

    /// <summary>Characters that end quoted text, or begin an escape in it.</summary>
    private static readonly SearchValues<char> InQuotes = SearchValues.Create("\"\\\t\uFEFF");

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <param name="text">YAML with LF at the end of each line.</param>
    /// <param name="firstLine">Line in the file on which it begins, from 1.</param>
    /// <returns>The mapping, or null if the text has another form or a mistake.</returns>
    public static YamlNode.Mapping? Read(string text, int firstLine)
    {
        var entries = ImmutableArray.CreateBuilder<(YamlNode.Scalar, YamlNode)>(12);
        var line = firstLine;
        for (var start = 0; start < text.Length; line++)
        {
            var end = text.IndexOf('\n', start);
            var written = text.AsSpan(start, (end < 0 ? text.Length : end) - start);
            if (entries.Count == YamlDialect.FrontMatter.MostItems || Entry(written, line) is not { } entry)
            {
                return null;
            }

            entries.Add(entry);
            start = end < 0 ? text.Length : end + 1;
        }

        return entries.Count == 0 ? null : new(firstLine, 1, entries.DrainToImmutable());
    }

    private static (YamlNode.Scalar, YamlNode)? Entry(ReadOnlySpan<char> written, int line)
    {
        var colon = written.IndexOf(':');
        if (colon < 1 || colon + 1 >= written.Length || written[colon + 1] != ' ' || !IsName(written[..colon]))
        {
            return null;
        }

        var rest = written[(colon + 1)..].TrimEnd(' ');
        var value = rest.TrimStart(' ');
        var column = colon + 2 + rest.Length - value.Length;
        return Value(value, line, column) is { } node ? (new(line, 1, written[..colon].ToString(), IsQuoted: false), node) : null;
    }

    private static YamlNode? Value(ReadOnlySpan<char> value, int line, int column)
    {
        switch (value)
        {
            case []:
                return null;
            case ['[', .. var items, ']']:
                return Items(items, line, column);
            case ['"', .. var quoted, '"']:
                return quoted.ContainsAny(InQuotes) ? null : new YamlNode.Scalar(line, column, quoted.ToString(), IsQuoted: true);
            default:
                return IsPlain(value) ? new YamlNode.Scalar(line, column, value.ToString(), IsQuoted: false) : null;
        }
    }

    private static YamlNode.Sequence? Items(ReadOnlySpan<char> items, int line, int column)
    {
        var nodes = ImmutableArray.CreateBuilder<YamlNode>(4);
        foreach (var range in items.Split(','))
        {
            var padded = items[range];
            var item = padded.Trim(' ');
            if (nodes.Count == YamlDialect.FrontMatter.MostItems || item.IsEmpty || !StartsPlainly(item[0]) || item.ContainsAny(Indicators))
            {
                return null;
            }

            var offset = range.Start.Value + padded.Length - padded.TrimStart(' ').Length;
            nodes.Add(new YamlNode.Scalar(line, column + 1 + offset, item.ToString(), IsQuoted: false));
        }

        return new(line, column, nodes.DrainToImmutable());
    }

    private static bool IsPlain(ReadOnlySpan<char> value) =>
        StartsPlainly(value[0])
        && value[^1] != ':'
        && !value.ContainsAny('\t', '\uFEFF')
        && value.IndexOf(": ", StringComparison.Ordinal) < 0
        && value.IndexOf(" #", StringComparison.Ordinal) < 0;

    private static bool StartsPlainly(char c) => char.IsAsciiLetterOrDigit(c) || c >= '\u00A1';

    private static bool IsName(ReadOnlySpan<char> name) =>
        name.IndexOfAnyExcept(Letters) < 0 && !name.Equals("null", StringComparison.OrdinalIgnoreCase);
}
