using System.Buffers;
using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>Warns of Markdown, entities, tags, hidden characters, full-width addresses and quotes around a whole value in fields, which are plain text and shown as they are.</summary>
internal static partial class FieldMarks
{
    private static readonly SearchValues<char> Triggers = SearchValues.Create("*＊&]<：／“‘" + HiddenCharacters.Units);

    /// <summary>Fields that name somebody or a place, or tell in plain sentences: quotes around all of one come from a Chinese keyboard. A title may be a quotation.</summary>
    private static readonly SearchValues<string> NeverQuoted = SearchValues.Create(["summary", "source", "reviewer", "unit", "place", "address", "imageAlt"], StringComparison.Ordinal);

    /// <param name="node">All fields, or null where they could not be read.</param>
    /// <param name="yaml">What they were read from, and the line of the file on which it begins.</param>
    /// <param name="subject">Of the codes: <c>front-matter</c> or <c>site</c>.</param>
    public static void Find(YamlNode? node, (string Text, int Line) yaml, string path, string subject, List<Diagnostic> diagnostics)
    {
        switch (node)
        {
            case YamlNode.Mapping mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    if (value is YamlNode.Scalar { IsQuoted: false } text && NeverQuoted.Contains(key.Value) && Quotes().IsMatch(text.Value))
                    {
                        diagnostics.Add(Diagnostic.Warning($"{subject}/quoted-value", new(path, text.Line, text.Column), "内容整个放在中文引号里，引号会照原样显示。", "删去前后的引号；本来就要显示引号，就在外面再加一对英文双引号。"));
                    }

                    Find(value, yaml, path, subject, diagnostics);
                }

                break;
            case YamlNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    Find(item, yaml, path, subject, diagnostics);
                }

                break;
            case YamlNode.Scalar scalar when scalar.Value.AsSpan().ContainsAny(Triggers) || scalar.Value.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'):
                if (Mark().Match(scalar.Value) is { Success: true } mark)
                {
                    diagnostics.Add(Diagnostic.Warning($"{subject}/markup", new(path, scalar.Line, Column(scalar, yaml, mark.Value)),
                        $"字段里的“{Quoted.Line(mark.Value)}”会照原样显示：字段是纯文字，不能加粗，也不能放链接。", "直接写文字，删去这些符号。"));
                }

                if (WideAddress().Match(scalar.Value) is { Success: true } address)
                {
                    diagnostics.Add(Diagnostic.Warning($"{subject}/wide-address", new(path, scalar.Line, Column(scalar, yaml, address.Value)), $"网址“{Quoted.Line(address.Value)}”里的冒号或斜线是全角的，点不开。", "网址里的符号都用半角。"));
                }

                if (HiddenCharacters.IndexIn(scalar.Value, 0) is >= 0 and var at)
                {
                    var unit = scalar.Value[at];
                    diagnostics.Add(HiddenCharacters.Warning(unit, new(path, scalar.Line, Column(scalar, yaml, unit.ToString())), $"{subject}/hidden-character", 1));
                }

                break;
        }
    }

    /// <returns>The column of the words where they stand on the line on which the value begins; otherwise that of the value.</returns>
    private static int Column(YamlNode.Scalar scalar, (string Text, int Line) yaml, string words)
    {
        var line = yaml.Text.Split('\n')[scalar.Line - yaml.Line];
        var at = scalar.Column <= line.Length ? line.IndexOf(words, scalar.Column - 1, StringComparison.Ordinal) : -1;
        return at < 0 ? scalar.Column : at + 1;
    }

    [GeneratedRegex(@"\*\*[^*\s\p{P}][^*\n]*\*\*|＊＊[^＊\s\p{P}][^＊\n]*＊＊|!?\[[^\[\]\n]+\][(（][^()（）\n]*(?:[/#]|\.md)[^()（）\n]*[)）]|&(?:nbsp|ensp|emsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});|<br\s*/?>|<(?<tag>b|i|u|strong|em|p|font|span|div)(?:\s[^<>\n]*)?>[^<>\n]*</\k<tag>>", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Mark();

    [GeneratedRegex("^(?:“[^“”]+”|‘[^‘’]+’)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"https?(?:：[/／]{2}|:／／)[^\s，。；）]{0,60}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex WideAddress();
}
