using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.Loading;

/// <summary>
/// Finds what a page that is no draft any more still has of the text that <c>site new</c> wrote: prompts, wherever they stand, and samples that nobody
/// has confirmed; and what writers leave to themselves: 待补充. A sample may be true: it counts as confirmed when the comment behind it is gone and no prompt is left in the page.
/// </summary>
internal static partial class DraftRemains
{
    /// <summary>In bytes: the file beside a draft, however an editor ends its lines.</summary>
    private const int LongestFile = 1000;

    // Most sites have no page that needs them.
    private static readonly FrozenDictionary<ContentType, Lazy<ImmutableArray<DraftSample>>> Samples =
        ContentTypes.All.ToFrozenDictionary(type => type, type => new Lazy<ImmutableArray<DraftSample>>(() => DraftSample.Of(type.Draft)));

    private static readonly ImmutableArray<DraftPrompt> InFields = [.. ContentTypes.All.SelectMany(type => DraftPrompt.InFields(type.Draft)).Distinct()];

    /// <summary>What values with a prompt begin with, or end with where the prompt stands inside.</summary>
    private static readonly SearchValues<char> FirstInFields = SearchValues.Create([.. InFields.Where(prompt => !prompt.IsInside).Select(prompt => prompt.Text[0])]);

    private static readonly SearchValues<char> LastInFields = SearchValues.Create([.. InFields.Where(prompt => prompt.IsInside).Select(prompt => prompt.Text[^1])]);

    private static readonly ImmutableArray<DraftPrompt> InBodies = [.. ContentTypes.All.SelectMany(type => DraftPrompt.InBody(type.Draft)).Distinct()];

    private static readonly QuickWords Notes = new("待补充", "待完善", "待核实", "此处填", "此处写", "此处补", "此处插", "TODO", "XXX", "×××", "{{", "X月", "×月", "[图片]", "【图片】", "[表情]");

    private static readonly QuickWords Beginnings = new(InBodies.Select(prompt => prompt.Beginning.Length > 0 ? prompt.Beginning : prompt.Text));

    /// <param name="type">The page's.</param>
    /// <param name="mapping">Its fields.</param>
    /// <param name="file">What the fields were read from, and the body.</param>
    /// <param name="diagnostics">Takes <c>draft/prompt-left</c> and <c>draft/sample-left</c>, each at its line.</param>
    public static void Find(string path, ContentType type, YamlNode.Mapping mapping, MarkdownFile file, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        FindInFields(path, mapping, diagnostics);
        FindInBody(path, file, diagnostics);
        FindNotes(path, file, diagnostics);
        FindSamples(path, type, file, hasPrompts: diagnostics.Count > before, diagnostics);
    }

    /// <returns><c>draft/prompt-left</c> at each file beside a page that is as <c>site new</c> wrote it.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static IEnumerable<Diagnostic> InFiles(IEnumerable<Page> pages, IReadOnlyList<ContentFile> files)
    {
        var named = pages.Where(page => page.Type.Draft.File is not null)
            .SelectMany(page => page.Type.FilesOf(page), (page, link) => (Path: LinkTargets.Join(page.Path, link.Target) ?? "", page.Type.Draft.File!.Value.Text))
            .DistinctBy(file => file.Path).ToDictionary(file => file.Path, file => file.Text.Trim(), StringComparer.Ordinal);
        return
            from file in files
            where named.TryGetValue(file.Path, out var text) && file.Length < LongestFile && Encoding.UTF8.GetString(file.Load()).Trim().Trim('\uFEFF') == text
            select Diagnostic.Error("draft/prompt-left", new(file.Path), "这个文件里还是模板的提示，还没有换成作品本身。", "换成作品的文件，名称不变；改了名称，就也改页面的 file。");
    }

    private static void FindInFields(string path, YamlNode node, List<Diagnostic> diagnostics)
    {
        switch (node)
        {
            case YamlNode.Mapping mapping:
                foreach (var (_, value) in mapping.Entries)
                {
                    FindInFields(path, value, diagnostics);
                }

                break;
            case YamlNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    FindInFields(path, item, diagnostics);
                }

                break;
            case YamlNode.Scalar scalar when IsPrompt(scalar.Value.Trim()):
                diagnostics.Add(PromptLeft(new(path, scalar.Line, scalar.Column), scalar.Value.Trim(), "换成真实的内容；可以不写的字段，没有内容就删掉这一行。"));
                break;
        }
    }

    /// <param name="value">Of a field, without white space around it.</param>
    /// <returns>Whether it is what <c>site new</c> wrote for somebody to replace.</returns>
    public static bool IsPrompt(string value)
    {
        if (value.Length == 0 || !(FirstInFields.Contains(value[0]) || LastInFields.Contains(value[^1])))
        {
            return false;
        }

        foreach (var prompt in InFields)
        {
            if (prompt.IsIn(value))
            {
                return true;
            }
        }

        return false;
    }

    private static void FindInBody(string path, MarkdownFile file, List<Diagnostic> diagnostics)
    {
        if (!Beginnings.AnyIn(file.Body))
        {
            return;
        }

        var isCode = false;
        foreach (var (text, line) in file.Body.Split('\n').Select((text, at) => (text, file.BodyLine + at)))
        {
            var written = DraftPrompt.WithoutMarks(text);
            isCode ^= written.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && InBodies.Any(prompt => prompt.IsIn(written)))
            {
                diagnostics.Add(PromptLeft(new(path, line, text.IndexOf(written, StringComparison.Ordinal) + 1), written, "换成真实的内容；没有要写的就删掉。"));
            }
        }
    }

    private static void FindNotes(string path, MarkdownFile file, List<Diagnostic> diagnostics)
    {
        if (!Notes.AnyIn(file.Body))
        {
            return;
        }

        foreach (var (text, line) in file.Body.Split('\n').Select((text, at) => (text, file.BodyLine + at)))
        {
            if (Note().Match(text) is { Success: true } note && !diagnostics.Exists(one => one.Code == "draft/prompt-left" && one.Location.Line == line))
            {
                diagnostics.Add(Diagnostic.Warning("draft/note-left", new(path, line, note.Groups["note"].Index + 1), $"“{Quoted.Line(note.Groups["note"].Value)}”像是写的时候留给自己的话，会照原样发布。", "补上内容，或者删去它。"));
            }
        }
    }

    // Alone on its line, or in brackets of its own.
    [GeneratedRegex(@"^[ 　>*#-]*(?<note>待补充|待完善|待核实|此处(?:填|写|补|插)[^\n。]{0,12}|TODO|X{3,}|×{3,}|[\[【](?:图片|表情|视频)[\]】])[。.…：:！! ]*$|(?<note>\{\{ *\p{IsCJKUnifiedIdeographs}{1,20} *\}\}|(?<![A-Za-zX×])[X×]{1,2}月[X×]{1,2}日)|[（(【〔\[](?<note>待补充|待完善|待核实|此处(?:填|写|补|插)[^\n。（）()]{0,12}|TODO|X{3,})[）)】〕\]](?!\()", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Note();

    private static Diagnostic PromptLeft(Location location, string text, string help) =>
        Diagnostic.Error("draft/prompt-left", location, $"“{Quoted.Line(text)}”是模板里的提示，还没有换成真实的内容。", help);

    private static void FindSamples(string path, ContentType type, MarkdownFile file, bool hasPrompts, List<Diagnostic> diagnostics)
    {
        if (!hasPrompts && !file.Yaml.Contains('#', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var (text, line) in file.Yaml.Split('\n').Select((text, at) => (text, file.YamlLine + at)))
        {
            var (value, comment) = DraftSample.Divide(text);
            if (value.Length == 0 || (comment.Length == 0 && !hasPrompts))
            {
                continue;
            }

            if (Samples[type].Value.Any(sample => sample.IsIn(value, comment, hasPrompts)))
            {
                diagnostics.Add(Diagnostic.Error("draft/sample-left", new(path, line, text.Length - text.TrimStart().Length + 1),
                    $"“{Quoted.Line(value)}”是模板里的样例，还没有核对。", "改成真实的内容；核对过、本来就是这样，就留下它，删掉后面“#”起的注释；没有就删掉这一行。"));
            }
        }
    }
}

/// <summary>Words of a draft that tell its writer what to write there.</summary>
/// <param name="Text">All of them.</param>
/// <param name="Beginning">What a text that goes on after it begins with.</param>
/// <param name="IsInside">Whether the draft has something of its own before the words.</param>
internal sealed partial record DraftPrompt(string Text, string Beginning, bool IsInside)
{
    /// <summary>A clause of so many characters is nobody's own, and neither is a whole prompt of <see cref="OwnText"/>.</summary>
    private const int OwnClause = 10;

    private const int OwnText = 6;

    /// <returns>Those of the front matter, the lines to be written as comments included: values in Chinese without a comment behind them.</returns>
    public static IEnumerable<DraftPrompt> InFields(DraftText draft) =>
        from line in DraftSample.Lines(draft)
        let parts = DraftSample.Divide(line)
        where parts.Comment.Length == 0
        from value in Values(parts.Value)
        where value.EnumerateRunes().Any(Han.Is)
        select Of(value);

    /// <returns>Those of the body: sentences, and what says 写.</returns>
    public static IEnumerable<DraftPrompt> InBody(DraftText draft) =>
        from line in draft.Body.Split('\n')
        let text = WithoutMarks(line)
        where text.AsSpan().ContainsAny("写。") || Blank().IsMatch(text)
        select Of(text);

    /// <returns>A line of Markdown without what makes it a heading, an item, a quotation or a choice, and without attributes behind it.</returns>
    public static string WithoutMarks(string line) => Attributes().Replace(Marks().Replace(line, ""), "").Trim();

    /// <returns>Whether a text still is, or begins with, this prompt.</returns>
    public bool IsIn(string text) => IsInside
        ? text.EndsWith(Text, StringComparison.Ordinal)
        : text == Text || (Beginning.Length > 0 && text.StartsWith(Beginning, StringComparison.Ordinal));

    /// <returns>The value of a field, or each item of <c>[甲, 乙]</c>.</returns>
    private static IEnumerable<string> Values(string line)
    {
        var value = line[Key().Match(line).Length..];
        return value.Length == line.Length ? []
            : value.StartsWith('[') ? value[1..].Split(']')[0].Split(['[', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : value.Split(['[', ']', ','])[..1].Where(text => text.Length > 0).Select(text => text.Trim());
    }

    private static DraftPrompt Of(string text)
    {
        var own = Blank().Split(text).MaxBy(piece => piece.Length)!;
        var end = own.AsSpan().IndexOfAny("，；：。");
        var clause = end < 0 ? own : own[..end];
        return own != text ? new(own, own, true)
            : new(text, clause.Length >= OwnClause || clause.StartsWith("请写", StringComparison.Ordinal) ? clause : text.Length >= OwnText ? text : "", false);
    }

    // "- [x] ", "> ", "1. ", "## "
    [GeneratedRegex(@"^\s*(?:(?:[-*+]|[0-9]{1,9}[.)]|>|#{1,6})(?:\s+|(?<=>))(?:\[[ xX]\]\s+)?)*", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s*\{#.*\}\s*$", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\{\{\w+\}\}", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    internal static partial Regex Blank();

    [GeneratedRegex(@"^\s*(?:\w+:|-)\s+", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Key();
}

/// <summary>A line of a draft's front matter with a value that may be true, and a comment that says what to do with it.</summary>
/// <param name="Value">The line without its comment: what is filled in is left open, spaces do not count.</param>
/// <param name="Comment">Without its sign.</param>
internal sealed partial record DraftSample(Regex Value, string Comment)
{
    /// <returns>All of a draft, the lines to be written as comments included.</returns>
    public static ImmutableArray<DraftSample> Of(DraftText draft) =>
    [
        .. from line in Lines(draft)
           let parts = Divide(line)
           where parts.Comment.Length > 0
           select new DraftSample(Pattern(parts.Value), parts.Comment),
    ];

    /// <returns>The lines of a draft's front matter, those to be written as comments without their signs.</returns>
    public static IEnumerable<string> Lines(DraftText draft) =>
        draft.Text.Split("\n---\n")[0].Split('\n').Skip(1).Where(line => !line.StartsWith("# 可选", StringComparison.Ordinal))
            .Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line);

    /// <returns>A line of YAML without the comment at its end, and the comment without its sign; a line that is a comment has no value.</returns>
    public static (string Value, string Comment) Divide(string line)
    {
        for (var sign = line.IndexOf('#', StringComparison.Ordinal); sign >= 0; sign = line.IndexOf('#', sign + 1))
        {
            if ((sign == 0 || char.IsWhiteSpace(line[sign - 1])) && (sign + 1 == line.Length || char.IsWhiteSpace(line[sign + 1])))
            {
                return (line[..sign].Trim(), line[(sign + 1)..].Trim());
            }
        }

        return (line.Trim(), "");
    }

    /// <param name="isUnfinished">Whether the page is seen to be unfinished: then the same value is no chance, with or without its comment.</param>
    public bool IsIn(string value, string comment, bool isUnfinished) => (comment == Comment || isUnfinished) && Value.IsMatch(Spaces().Replace(value, ""));

    private static Regex Pattern(string value)
    {
        var pieces = DraftPrompt.Blank().Split(Spaces().Replace(value, "")).Select(Regex.Escape);
        return new($"^{string.Join("[^#]+", pieces)}$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(MatchTime.Milliseconds));
    }

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Spaces();
}
