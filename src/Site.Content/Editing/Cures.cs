using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Editing;

/// <summary>
/// What can be done about a mistake without knowing more than the text: a function of the text and its diagnostic. A cure mends what the message is about
/// and leaves all else as it is; where more than one answer is likely, there is none.
/// </summary>
public static partial class Cures
{
    private static readonly FrozenDictionary<string, Func<Place, Cure?>> ByCode = new Dictionary<string, Func<Place, Cure?>>(StringComparer.Ordinal)
    {
        ["yaml/syntax"] = FrontMatterCures.Syntax,
        ["yaml/key"] = FrontMatterCures.Syntax,
        ["yaml/alias"] = FrontMatterCures.Syntax,
        ["yaml/tag"] = FrontMatterCures.Syntax,
        ["yaml/not-fields"] = FrontMatterCures.Syntax,
        ["yaml/comment"] = FrontMatterCures.Comment,
        ["front-matter/missing"] = FrontMatterCures.Fences,
        ["front-matter/doubled-fence"] = place => place.Change("删去多出来的“---”", place.WholeLine("")),
        ["front-matter/unterminated"] = FrontMatterCures.SecondFence,
        ["front-matter/wrong-type"] = FrontMatterCures.Value,
        ["front-matter/out-of-range"] = FrontMatterCures.Value,
        ["front-matter/unknown-field"] = FrontMatterCures.Name,
        ["front-matter/duplicate-field"] = place => FrontMatterCures.WithoutLine(place, "删去重复的这一行"),
        ["front-matter/empty-field"] = place => FrontMatterCures.Commented(place) ?? FrontMatterCures.WithoutLine(place, "删去空的这一行"),
        ["front-matter/unknown-word"] = FrontMatterCures.Word,
        ["front-matter/repeated-word"] = FrontMatterCures.WithoutItem,
        ["front-matter/tag"] = FrontMatterCures.Tag,
        ["front-matter/tag-capitals"] = FrontMatterCures.Tag,
        ["front-matter/markup"] = FrontMatterCures.Markup,
        ["front-matter/quoted-value"] = FrontMatterCures.Unquoted,
        ["front-matter/wide-address"] = MarkdownCures.Address,
        ["front-matter/tag-space"] = FrontMatterCures.SplitTag,
        ["front-matter/hidden-character"] = Hidden,
        ["markdown/hidden-character"] = Hidden,
        ["draft/sample-left"] = place => place.Change("样例是真的，去掉注释", SampleComment().Match(place.Line) is { Success: true } comment ? new TextEdit(place.LineStart + comment.Index, comment.Length, "") : null),
        ["file/control-character"] = place => place.Change("删去这个字符", place.At < place.Text.Length ? new TextEdit(place.At, 1, "") : null),
        ["file/name"] = place => FileNames.Better(NameOf(place.Path)) is { } better ? new Cure.Rename($"改名为 {better}", better) : null,
        ["file/double-ending"] = place => FileExtension.Of(place.Path) == ".txt" ? new Cure.Rename($"改名为 {NameOf(place.Path)[..^4]}", NameOf(place.Path)[..^4]) : null,
        ["file/kind"] = place => FileExtension.Of(place.Path) is ".markdown" or ".mdown" or ".mkd" && Path.ChangeExtension(NameOf(place.Path), ".md") is { } name ? new Cure.Rename($"改名为 {name}", name) : null,
        ["markdown/leftover-heading"] = MarkdownCures.Heading,
        ["markdown/level-one-heading"] = MarkdownCures.LevelOne,
        ["markdown/skipped-level"] = MarkdownCures.SkippedLevel,
        ["markdown/leading-rule"] = place => place.Change("删去这一行", place.WholeLine("")),
        ["markdown/empty-heading"] = place => place.Change("删去这一行", place.WholeLine("")),
        ["markdown/leftover-emphasis"] = MarkdownCures.Emphasis,
        ["markdown/leftover-link"] = MarkdownCures.Link,
        ["markdown/leftover-table"] = MarkdownCures.Table,
        ["markdown/tabs"] = MarkdownCures.Tabs,
        ["markdown/leftover-sign"] = MarkdownCures.Sign,
        ["markdown/sign-not-alone"] = MarkdownCures.Sign,
        ["markdown/leftover-quote"] = place => place.Change("改成半角的“> ”", WideQuote().Match(place.Line) is { Success: true } quote ? new TextEdit(place.LineStart, quote.Length, "> ") : null),
        ["markdown/leftover-task"] = MarkdownCures.Task,
        ["markdown/leftover-list"] = MarkdownCures.List,
        ["markdown/joined-lines"] = MarkdownCures.Joined,
        ["markdown/leftover-rule"] = MarkdownCures.Rule,
        ["markdown/leftover-indent"] = place => place.Change("删去行首的全角空格", new TextEdit(place.LineStart, place.Line.Length - place.Line.TrimStart(' ', '\u3000').Length, "")),
        ["markdown/leftover-entity"] = MarkdownCures.Entity,
        ["markdown/unclosed-code"] = MarkdownCures.Code,
        ["markdown/indented-text"] = MarkdownCures.Indented,
        ["markdown/underlined-heading"] = MarkdownCures.Underlined,
        ["markdown/word-leftover"] = place => place.Cut("删去 Word 的记号", OfWord()),
        ["markdown/other-dialect"] = place => place.Cut("删去这个记号", OfOthers()),
        ["markdown/attribute-dropped"] = place => MarkdownCures.WideAttributes(place) ?? place.Cut("删去花括号", Attribute()),
        ["link/unsafe-address"] = MarkdownCures.Slashes,
        ["markdown/raw-html"] = MarkdownCures.Tags,
        ["markdown/unused-footnote"] = place => place.Change("删去这条脚注", place.WholeLine("")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="diagnostic">Of the text.</param>
    /// <param name="text">The file, with LF at the end of each line.</param>
    /// <param name="type">What page it is; null for other files.</param>
    /// <param name="today">Gives days the year that nobody wrote.</param>
    /// <returns>What mends it, or null where that is for a person to say.</returns>
    public static Cure? Find(Diagnostic diagnostic, string text, ContentType? type, DateOnly today)
    {
        var place = Place.Of(diagnostic, text, type, today);
        return (ByCode.TryGetValue(diagnostic.Code, out var find) ? find(place) : null) ?? Suggested(place);
    }

    /// <summary>A file that is no UTF-8, of which nothing else can be said.</summary>
    /// <param name="bytes">All of it.</param>
    public static Cure? OfBytes(Diagnostic diagnostic, byte[] bytes) => diagnostic.Code switch
    {
        "file/not-utf8" or "file/not-text" when (OtherFormat.Of(bytes) is not { } other || other.Name.StartsWith("UTF-16", StringComparison.Ordinal)) && EditedText.ReadOlder(bytes) is { } text => new Cure.Recode("改存成 UTF-8", text),
        "file/name" or "file/double-ending" or "file/kind" => Find(diagnostic, "", null, default),
        _ => null,
    };

    /// <summary>“是不是 ‘X’？”: the help has found the likely word.</summary>
    private static Cure.Change? Suggested(Place place)
    {
        if (Guess().Match(place.Diagnostic.Help) is not { Success: true } guess || Quotation().Match(place.Diagnostic.Message) is not { Success: true } quotation)
        {
            return null;
        }

        var (right, wrong) = (guess.Groups["right"].Value, quotation.Groups["wrong"].Value);
        var end = place.Text.IndexOf("\n\n", place.At, StringComparison.Ordinal) is >= 0 and var blank ? blank : place.Text.Length;
        var at = place.Text.IndexOf(wrong, place.At, end - place.At, StringComparison.Ordinal);
        return at < 0 || wrong.Contains('…', StringComparison.Ordinal) ? null : place.Change($"改成 {right}", new TextEdit(at, wrong.Length, right));
    }

    private static Cure.Change? Hidden(Place place)
    {
        if (place.At >= place.Text.Length || place.Text[place.At] is var unit && unit is '\uFFFD' or < '\u00A0')
        {
            return null;
        }

        var instead = unit is '\u00A0' or '\u202F' ? " " : "";
        var edits = Enumerable.Range(0, place.Text.Length).Where(i => place.Text[i] == unit).Select(i => new TextEdit(i, 1, instead));
        return new(instead.Length == 0 ? "全部删去" : "全部换成普通空格", [.. edits]);
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    [GeneratedRegex(@"[ \t]+#[^\n]*$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex SampleComment();

    [GeneratedRegex("^[ \u3000]*[＞》〉][ \u3000]*", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex WideQuote();

    [GeneratedRegex("是不是 ?“(?<right>[^”]+)”", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Guess();

    [GeneratedRegex("“(?<wrong>[^”]+)”", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\[bookmark: ?[^\]\n]*\]|错误[!！] ?(?:未|书签自引用|文档中没有指定|不能|超(?:级)?链接|链接无效|使用“)[^\n。.]{0,30}[。.]?|Error! (?:Reference source|Bookmark|Hyperlink|No text of)[^\n。]{0,20}|(?:HYPERLINK|PAGEREF)[^\n]{0,80}|(?:\\?\* *)?\bMERGEFORMAT\b|\bTOC +\\[a-z][^\n]{0,40}|\b_(?:Toc|Ref|Hlk)[0-9]{5,}|\[(?:if|endif)[^\]\n]{0,40}\]", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex OfWord();

    [GeneratedRegex(@":::+[^\n]{0,30}|!!! ?[a-z]+[^\n]{0,30}|\[\[?_?(?:TOC|toc)_?\]\]?|\$\$|\{\{[^}\n]*\}\}|\{%[^%\n]*%\}", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@" ?\{[^{}\n]*\}", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Attribute();

    /// <summary>Where a mistake is.</summary>
    /// <param name="At">UTF-16 units before it.</param>
    /// <param name="LineStart">UTF-16 units before its line.</param>
    /// <param name="Line">Its line, without the line end.</param>
    internal sealed record Place(Diagnostic Diagnostic, string Text, ContentType? Type, DateOnly Today, int At, int LineStart, string Line)
    {
        public string Path => Diagnostic.Location.Path;

        public int LineEnd => LineStart + Line.Length;

        public static Place Of(Diagnostic diagnostic, string text, ContentType? type, DateOnly today)
        {
            var start = OffsetOfLine(text, diagnostic.Location.Line);
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            return new(diagnostic, text, type, today, Math.Min(start + diagnostic.Location.Column - 1, end), start, text[start..end]);
        }

        /// <returns>Lines from this one on that go together, each with the place where it begins.</returns>
        public IEnumerable<(int Start, string Line)> Lines()
        {
            for (var start = LineStart; start < Text.Length;)
            {
                var end = Text.IndexOf('\n', start) is >= 0 and var found ? found : Text.Length;
                yield return (start, Text[start..end]);
                start = end + 1;
            }
        }

        public Cure.Change? Change(string label, params ImmutableArray<TextEdit?> edits) =>
            edits.Any(edit => edit is null) || TextEdit.Apply(Text, edits.Select(edit => edit!.Value)) == Text ? null : new(label, [.. edits.Select(edit => edit!.Value)]);

        /// <returns>The line in other words; with its line end where the words are none.</returns>
        public TextEdit WholeLine(string line) => new(LineStart, Line.Length + (line.Length == 0 && LineEnd < Text.Length ? 1 : 0), line);

        /// <returns>The same without the first match at the place, or else in its line.</returns>
        public Cure.Change? Cut(string label, Regex pattern)
        {
            var match = pattern.Match(Text, At) is { Success: true } found && found.Index < LineEnd ? found : pattern.Match(Line);
            var at = match.Success && match.Index >= At && match.Index < LineEnd && Text.AsSpan(match.Index).StartsWith(match.Value) ? match.Index : LineStart + match.Index;
            return match.Success ? Change(label, new TextEdit(at, match.Length, "")) : null;
        }

        private static int OffsetOfLine(string text, int line)
        {
            var start = 0;
            for (var i = 1; i < line; i++)
            {
                var end = text.IndexOf('\n', start);
                if (end < 0)
                {
                    return text.Length;
                }

                start = end + 1;
            }

            return start;
        }
    }
}
