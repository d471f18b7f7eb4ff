using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.FrontMatter;

/// <summary>The two parts of a page's file.</summary>
/// <param name="Yaml">The lines between the fences; empty where there is no front matter.</param>
/// <param name="YamlLine">Line in the file of the first of them, from 1.</param>
/// <param name="Body">What follows.</param>
/// <param name="BodyLine">Line in the file of its first line, from 1.</param>
internal readonly partial record struct MarkdownFile(string Yaml, int YamlLine, string Body, int BodyLine)
{
    /// <summary>Further down a fence begins nothing but a line across the text.</summary>
    private const int LatestFence = 20;

    private const string Help = "在文件第 1 行写 “---”，下面写 title、source、reviewer 等字段，再用一行 “---” 结束，然后写正文。";

    /// <summary>Divides a file at its fences: lines of three hyphens, with nothing after them but spaces.</summary>
    /// <param name="diagnostics">Takes <c>front-matter/missing</c>, <c>front-matter/doubled-fence</c> and <c>front-matter/unterminated</c>.</param>
    /// <returns>The parts; without fences all is body.</returns>
    public static MarkdownFile Split(string path, string text, List<Diagnostic> diagnostics)
    {
        if (!IsFence(text, 0, out var yamlStart))
        {
            var (what, cure) = Missing(text);
            diagnostics.Add(Diagnostic.Error("front-matter/missing", new(path), what, cure));
            return new("", 1, text, 1);
        }

        var line = 2;
        for (var start = yamlStart; start < text.Length; line++)
        {
            if (IsFence(text, start, out var bodyStart))
            {
                if (text.AsSpan(yamlStart, start - yamlStart).IsWhiteSpace() && FieldLike().IsMatch(text[bodyStart..]))
                {
                    diagnostics.Add(Diagnostic.Error("front-matter/doubled-fence", new(path, line), "字段上面多了一行 “---”，下面的字段都当作正文了。", "删去这一行：字段的上面和下面各只有一行 “---”。"));
                    return new("", 1, "", 1);
                }

                return new(text[yamlStart..start], 2, text[bodyStart..], line + 1);
            }

            var end = text.IndexOf('\n', start);
            start = end < 0 ? text.Length : end + 1;
        }

        diagnostics.Add(Diagnostic.Error("front-matter/unterminated", new(path),
            "第 1 行的 “---” 开始了字段区，但后面没有找到结束它的 “---”。", "在最后一个字段的下面加一行 “---”，再写正文。"));
        return new("", 1, "", 1);
    }

    private static bool IsFence(string text, int start, out int next)
    {
        next = start;
        if (string.CompareOrdinal(text, start, "---", 0, 3) != 0)
        {
            return false;
        }

        var end = text.IndexOf('\n', start);
        next = end < 0 ? text.Length : end + 1;
        return text.AsSpan(start + 3, (end < 0 ? text.Length : end) - start - 3).Trim(" \t").IsEmpty;
    }

    /// <returns>What stands where the first fence should, and what to do.</returns>
    private static (string Message, string Help) Missing(string text)
    {
        var lines = text.Split('\n').Take(LatestFence).ToList();
        if (WrongFence().Match(lines[0]) is { Success: true })
        {
            return ($"第 1 行是 “{Quoted.Line(lines[0].Trim())}”，字段区要用三个半角减号 “---” 开头。", "把这一行改成 “---”，结束字段区的那一行也一样：三个半角减号，前面没有空格。");
        }

        var fence = lines.FindIndex(line => line.TrimEnd() == "---");
        return fence > 0 && fence + 1 < lines.Count && FieldLike().IsMatch(lines[fence + 1])
            ? lines.Take(fence).All(string.IsNullOrWhiteSpace)
                ? ($"字段区从第 {fence + 1} 行才开始，上面多了空行。", "删去上面的空行，让 “---” 成为第 1 行。")
                : ($"字段区从第 {fence + 1} 行才开始，上面还有文字。", "把上面的文字移到字段区的下面，让 “---” 成为第 1 行。")
            : ("文件没有以 “---” 开头的字段区。", Help);
    }

    /// <summary>What programs and people write for three hyphens.</summary>
    [GeneratedRegex(@"^[ 　]+-{3,}\s*$|^-{4,}\s*$|^- ?- ?-?\s*$|^[—–－─―]{1,6}\s*$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex WrongFence();

    [GeneratedRegex(@"^\s*(?:title|date|summary|source|reviewer|draft|标题|日期)[ \t]*[:：]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex FieldLike();
}
