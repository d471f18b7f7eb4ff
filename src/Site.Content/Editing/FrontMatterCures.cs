using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Content.FrontMatter;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.Editing;

/// <summary>Cures of mistakes in the fields of a page.</summary>
internal static partial class FrontMatterCures
{
    /// <summary>What people call fields that have other names.</summary>
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["题目"] = "title",
        ["时间"] = "date",
        ["来源"] = "source",
        ["出处"] = "source",
        ["审核"] = "reviewer",
        ["审核人"] = "reviewer",
        ["审核单位"] = "reviewer",
        ["单位"] = "unit",
        ["供稿单位"] = "unit",
        ["简介"] = "summary",
        ["图片"] = "image",
        ["草稿"] = "draft",
        ["关键词"] = "tags",
        ["author"] = "unit",
        ["keywords"] = "tags",
        ["category"] = "tags",
        ["img"] = "image",
        ["picture"] = "image",
        ["alt"] = "imageAlt",
        ["from"] = "source",
        ["name"] = "title",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Yes = ["是", "对", "真", "yes", "y", "on", "1", "True", "TRUE", "真的", "有"];
    private static readonly ImmutableArray<string> No = ["否", "不", "不是", "假", "no", "n", "off", "0", "False", "FALSE", "没有", "无"];

    /// <summary>A line that is no YAML: each way of writing it that may be meant is tried, and the first that the parser understands is it.</summary>
    public static Cure.Change? Syntax(Cures.Place place)
    {
        var parts = PageParts.Of(place.Text);
        var before = Fault(place.Text, parts);
        Cure.Change? better = null;
        foreach (var (start, line) in LinesAbout(place, parts))
        {
            foreach (var (label, written) in Candidates(line))
            {
                var text = TextEdit.Apply(place.Text, [new(start, line.Length, written)]);
                if (written == line || Fault(text, PageParts.Of(text)) is { } after && (better is not null || after <= before))
                {
                    continue;
                }

                // One that leaves a mistake further down is taken only where none makes all right.
                var change = new Cure.Change(label, TextEdit.Between(place.Text, text));
                if (Fault(text, PageParts.Of(text)) is null)
                {
                    return change;
                }

                better ??= change;
            }
        }

        return better;
    }

    public static Cure.Change? Comment(Cures.Place place) =>
        KeyAndValue().Match(place.Line) is { Success: true } match
            ? new("整个放进双引号", [new(place.LineStart + match.Groups["value"].Index, match.Groups["value"].Length, Quoted(match.Groups["value"].Value.Trim()))])
            : null;

    /// <summary>Fences where there are none: around the lines at the top that look like fields.</summary>
    public static Cure.Change? Fences(Cures.Place place)
    {
        var text = place.Text;
        var trimmed = text.Length - text.TrimStart(' ', '\n', '\t', '\u3000', '\uFEFF').Length;
        if (text.AsSpan(trimmed).StartsWith("---\n"))
        {
            return new("删去最上面的空行", [new(0, trimmed, "")]);
        }

        var first = Cures.Place.Of(place.Diagnostic, text, null, default);
        if (WrongFence().IsMatch(first.Line))
        {
            return new("改成“---”", [new(0, first.Line.Length, "---")]);
        }

        var end = first.Lines().TakeWhile(line => FieldLike().IsMatch(line.Line)).Select(line => line.Start + line.Line.Length).LastOrDefault();
        return end == 0 ? null : new("在字段的上面和下面各加一行“---”", end < text.Length && text.AsSpan(end + 1).TrimStart("\n").StartsWith("---") ? [new(0, 0, "---\n")] : [new(0, 0, "---\n"), new(end, 0, "\n---")]);
    }

    public static Cure.Change? SecondFence(Cures.Place place)
    {
        var lines = Cures.Place.Of(place.Diagnostic with { Location = new(place.Path) }, place.Text, null, default).Lines().Skip(1).ToList();
        if (lines.FirstOrDefault(line => WrongFence().IsMatch(line.Line)) is { Line: not null } wrong)
        {
            return new("改成“---”", [new(wrong.Start, wrong.Line.Length, "---")]);
        }

        var fields = lines.TakeWhile(line => FieldLike().IsMatch(line.Line) || line.Line.StartsWith('#') || line.Line.StartsWith("  ", StringComparison.Ordinal) || line.Line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        return fields.Count == 0 ? null : new("在最后一个字段下面加一行“---”", [new(fields[^1].Start + fields[^1].Line.Length, 0, "\n---")]);
    }

    /// <summary>A value of another sort than its field's, where its meaning is plain.</summary>
    public static Cure.Change? Value(Cures.Place place)
    {
        var (field, path, value) = Found(place);
        if (field is null || value is null)
        {
            return null;
        }

        value = value.Trim('“', '”', '‘', '’', '"', '【', '】', '［', '］', '(', ')', '（', '）');
        FieldValue? better = field switch
        {
            DateField => Text(WrittenDays.Day(value, place.Today) is { } day && day.Length >= 10 ? day[..10] : null),
            MomentField => Text(WrittenDays.Day(value, place.Today)),
            TimeField => Text(WrittenDays.Time(value)),
            BooleanField => Text(Yes.Contains(value, StringComparer.OrdinalIgnoreCase) ? "true" : No.Contains(value, StringComparer.OrdinalIgnoreCase) ? "false" : null),
            IntegerField => Text(Number().Match(Halfwidth.Of(value)) is { Success: true } number ? number.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal) : null),
            TagListField or EnumField { IsList: true } or TextListField => value.AsSpan().ContainsAny(",，、；")
                ? new FieldValue.List([.. value.Split([',', '，', '、', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => new FieldValue.Text(item))]) : null,
            UrlField or PathField { AllowsUrl: true } => Text(value.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + value : Halfwidth.Of(value) is var half && half != value ? half : null),
            PhoneField => Text(Halfwidth.Of(value)),
            TextField { Name: "id" } => Text(string.Concat(value.Where(unit => !char.IsWhiteSpace(unit) && unit is not ('/' or '\\' or '#' or '%' or '?' or '<' or '>' or '"')))),
            _ => null,
        };
        return better is null or FieldValue.Text { Value: "" } ? null : Set(place, path, better, $"改成 {Shown(better)}");

        static FieldValue.Text? Text(string? text) => text is null ? null : new(text);
    }

    public static Cure.Change? Name(Cures.Place place)
    {
        if (FieldLike().Match(place.Line.TrimStart('-', ' ')) is not { Success: true } || place.Type is null)
        {
            return null;
        }

        var end = place.Line.AsSpan(place.At - place.LineStart).IndexOfAny(":：");
        var written = end < 0 ? "" : place.Line.Substring(place.At - place.LineStart, end).Trim(' ', '"', '\'');
        var fields = place.Type.AllFields.Fields;
        var name = fields.FirstOrDefault(field => field.Help.Split('；', '，', '：')[0] == written || field.Name.Equals(written, StringComparison.OrdinalIgnoreCase))?.Name
            ?? (Names.TryGetValue(written, out var known) && fields.Any(field => field.Name == known) ? known : null);
        return name is null || end <= 0 || PageParts.Of(place.Text).Fields(place.Text)?.Find(name) is not null ? null
            : place.Change($"改成 {name}", new TextEdit(place.At, end, name));
    }

    public static Cure.Change? WithoutLine(Cures.Place place, string label)
    {
        var parts = PageParts.Of(place.Text);
        var fields = parts.Fields(place.Text);
        var at = place.At - parts.YamlStart;
        if (fields?.Entries.LastOrDefault(entry => entry.Key.Start == at || entry.Value.Start == at || (LineOf(place.Text, parts.YamlStart + entry.Key.Start) == place.LineStart)) is not { Key: not null } found
            || (place.Diagnostic.Code.EndsWith("empty-field", StringComparison.Ordinal) && place.Type?.AllFields.Find(found.Key.Value)?.IsRequired != false))
        {
            return null;
        }

        var start = LineOf(place.Text, parts.YamlStart + found.Key.Start);
        var last = parts.YamlStart + Math.Max(found.Key.End, found.Value.Start > found.Key.End + 1 && found.Value is YamlSpan.Scalar { Value.Length: 0 } ? found.Key.End : found.Value.End);
        var end = place.Text.IndexOf('\n', last) + 1;
        return end == 0 ? null : place.Change(label, new TextEdit(start, end - start, ""));
    }

    /// <summary>A word that is no id of its vocabulary: its label, or a likely one.</summary>
    public static Cure.Change? Word(Cures.Place place)
    {
        var (field, path, value) = Found(place);
        if (field is not EnumField { Vocabulary: var terms } || value is null)
        {
            return null;
        }

        var id = terms.FirstOrDefault(term => term.Label == value || term.Label.Split('（')[0] == value)?.Id
            ?? terms.FirstOrDefault(term => value.Length > 1 && term.Label.Contains(value, StringComparison.Ordinal))?.Id
            ?? NearestName.Find(Halfwidth.Of(value).ToLowerInvariant(), terms.Select(term => term.Id));
        return id is null ? null : Set(place, path, new FieldValue.Text(id), $"改成 {id}（{terms.First(term => term.Id == id).Label}）");
    }

    public static Cure.Change? WithoutItem(Cures.Place place) => Found(place) is (not null, var path, not null) && path.Length > 1 ? Set(place, path, null, "只留一个") : null;

    public static Cure.Change? Tag(Cures.Place place)
    {
        if (place.Diagnostic.Code.EndsWith("capitals", StringComparison.Ordinal))
        {
            return TagWrittenAs().Match(place.Diagnostic.Message) is { Success: true } written && PageParts.Of(place.Text) is var parts && parts.Fields(place.Text)?.Find("tags") is { } tags
                && place.Text.IndexOf(written.Groups["wrong"].Value, parts.YamlStart + tags.Start, tags.End - tags.Start, StringComparison.Ordinal) is >= 0 and var at
                    ? place.Change($"改成 {written.Groups["right"].Value}", new TextEdit(at, written.Groups["wrong"].Length, written.Groups["right"].Value)) : null;
        }

        if (Found(place) is not (not null, var path, { } value))
        {
            return null;
        }

        if (value.AsSpan().ContainsAny("，、；;"))
        {
            return SplitTag(place, value.Split(['，', '、', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        var items = value.Split([',', '，', '、', '；', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => string.Concat(Halfwidth.Of(item).EnumerateRunes().Where(rune => Han.IsUnified(rune) || (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)) || rune.Value is '-' or '_' or ' ' or '·' or '+')).Trim())
            .Where(item => item.Length is > 0 and <= 30 && !FileNames.IsDevice(item)).ToList();
        return items switch
        {
            [var one] => Set(place, path, new FieldValue.Text(one), $"改成 {one}"),
            _ => null,
        };
    }

    public static Cure.Change? Markup(Cures.Place place)
    {
        var line = Bold().Replace(place.Line, "${text}");
        line = EntityMark().Replace(line, " ");
        line = LinkMark().Replace(line, "${text}");
        line = TagMark().Replace(line, "");
        return place.Change("删去符号，留下文字", new TextEdit(place.LineStart, place.Line.Length, line));
    }

    /// <summary>Words with spaces or Chinese commas between them, which became one tag, as a tag each.</summary>
    public static Cure.Change? SplitTag(Cures.Place place) => Found(place) is (not null, _, { } value) ? SplitTag(place, value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null;

    private static Cure.Change? SplitTag(Cures.Place place, string[] words)
    {
        if (Found(place) is not (not null, var path, { } value) || PageParts.Of(place.Text).Fields(place.Text)?.Find(path[0]) is not { } tags)
        {
            return null;
        }

        ImmutableArray<FieldValue> split = [.. words.Select(word => new FieldValue.Text(word))];
        var all = FieldValue.Of(tags) is FieldValue.List list ? list.Items.SelectMany(item => item == new FieldValue.Text(value) ? split : [item]).Distinct() : split;
        return Set(place, [path[0]], new FieldValue.List([.. all]), "分成几个标签");
    }

    /// <summary>A value that begins with <c>#</c> and so is a comment: 标签 of social networks.</summary>
    public static Cure.Change? Commented(Cures.Place place)
    {
        if (CommentAlone().Match(place.Line) is not { Success: true } found)
        {
            return null;
        }

        var words = found.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('#', '＃')).Where(word => word.Length > 0).ToList();
        var value = words.Count == 0 ? null : found.Groups["name"].Value == "tags" ? $"[{string.Join(", ", words)}]" : $"\"{found.Groups["words"].Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return value is null ? null : place.Change($"改成 {value}", new TextEdit(place.LineStart + found.Groups["words"].Index, found.Groups["words"].Length, value));
    }

    public static Cure.Change? Unquoted(Cures.Place place) =>
        QuotedValue().Match(place.Line) is { Success: true } value ? place.Change("删去前后的引号", new TextEdit(place.LineStart + value.Index, value.Length, value.Groups["text"].Value)) : null;

    /// <returns>The field at the place, the steps to the value, and the value; nulls where there is none.</returns>
    private static (Field? Field, ImmutableArray<string> Path, string? Value) Found(Cures.Place place)
    {
        var parts = PageParts.Of(place.Text);
        var at = place.At - parts.YamlStart;
        if (place.Type is null || at < 0 || parts.Fields(place.Text) is not { } root)
        {
            return (null, [], null);
        }

        var set = place.Type.AllFields;
        Field? field = null;
        var path = ImmutableArray.CreateBuilder<string>();
        for (YamlSpan node = root; ;)
        {
            switch (node)
            {
                case YamlSpan.Scalar scalar:
                    return (field, path.ToImmutable(), scalar.Value.Trim());
                case YamlSpan.Mapping mapping when mapping.Entries.FirstOrDefault(entry => at >= entry.Key.Start && at <= Math.Max(entry.Value.End, entry.Key.End)) is { Key: not null } found:
                    path.Add(found.Key.Value);
                    field = set.Find(found.Key.Value) ?? (set == place.Type.AllFields ? set.Find(SynonymOf(found.Key.Value)) : null);
                    set = field switch { GroupField group => group.Parts, SourceField => SourceFields.Parts, _ => FieldSet.Of() };
                    node = found.Value;
                    break;
                case YamlSpan.Sequence list when list.Items.Select((item, number) => (item, number)).FirstOrDefault(item => at >= item.item.Start && at <= item.item.End) is { item: not null } found:
                    path.Add(found.number.ToString(CultureInfo.InvariantCulture));
                    node = found.item;
                    break;
                default:
                    return (null, [], null);
            }
        }
    }

    private static string SynonymOf(string name) => name switch { "Published" or "published" => "date", "Excluded" or "excluded" => "draft", _ => name };

    private static Cure.Change? Set(Cures.Place place, ImmutableArray<string> path, FieldValue? value, string label)
    {
        var parts = PageParts.Of(place.Text);
        return FrontMatterEdits.Set(place.Type!.AllFields, parts.Yaml(place.Text), path, value) is { IsEmpty: false } edits
            ? new(label, [.. edits.Select(edit => edit with { Start = edit.Start + parts.YamlStart })]) : null;
    }

    private static string Shown(FieldValue value) => value switch
    {
        FieldValue.Text { Value: var text } => text,
        FieldValue.List { Items: var items } => $"[{string.Join(", ", items.Select(Shown))}]",
        _ => "",
    };

    /// <returns>The line of the first mistake in the fields; null where there is none.</returns>
    private static int? Fault(string text, PageParts parts)
    {
        var found = new List<Core.Diagnostics.Diagnostic>();
        YamlReader.Read(parts.Yaml(text), 2, "", found);
        return found.Where(one => one.Severity == Core.Diagnostics.Severity.Error).Select(one => (int?)one.Location.Line).FirstOrDefault();
    }

    /// <returns>The line of the mistake and those above it, to the first: what is said of a line is often the fault of the one before.</returns>
    private static IEnumerable<(int Start, string Line)> LinesAbout(Cures.Place place, PageParts parts)
    {
        yield return (place.LineStart, place.Line);
        for (var end = place.LineStart - 1; end >= parts.YamlStart;)
        {
            var start = LineOf(place.Text, end);
            yield return (start, place.Text[start..end]);
            end = start - 1;
        }
    }

    private static IEnumerable<(string Label, string Line)> Candidates(string line)
    {
        var indent = line.Length - line.TrimStart(' ', '\t', '\u3000').Length;
        var rest = line[indent..];
        if (line.AsSpan(0, indent).ContainsAny('\t', '\u3000'))
        {
            yield return ("行首换成空格", line[..indent].Replace("\t", "  ", StringComparison.Ordinal).Replace("\u3000", "  ", StringComparison.Ordinal) + rest);
            yield return ("删去行首的空白", rest);
        }

        if (WideColon().Match(line) is { Success: true } colon)
        {
            var repaired = $"{line[..colon.Groups["colon"].Index]}: {line[(colon.Groups["colon"].Index + 1)..].TrimStart(' ', '\u3000')}";
            yield return ("改成半角冒号", repaired);
            if (KeyAndValue().Match(repaired) is { Success: true } value)
            {
                yield return ("改成半角冒号，内容放进双引号", WithQuotes(repaired, value));
            }
        }

        if (NarrowColon().Match(line) is { Success: true } narrow)
        {
            yield return ("冒号后面加一个空格", line.Insert(narrow.Groups["colon"].Index + 1, " "));
        }

        if (KeyAndValue().Match(line) is { Success: true } match)
        {
            var value = match.Groups["value"].Value.Trim();
            var list = Halfwidth.Of(value).Replace('【', '[').Replace('】', ']').Replace('、', ',').TrimEnd(',', ' ');
            if (list.StartsWith('['))
            {
                yield return ("补全方括号", $"{line[..match.Groups["value"].Index]}{(list.EndsWith(']') ? list : list + "]")}");
            }

            if (value.StartsWith('"') && value.Contains('\\', StringComparison.Ordinal))
            {
                yield return ("反斜杠写两个", line.Replace("\\", "\\\\", StringComparison.Ordinal));
            }

            if (value.Length > 1 && value[0] is '"' or '\'' && !value[1..].Contains(value[0], StringComparison.Ordinal))
            {
                yield return ("补上后面的引号", $"{line[..match.Groups["value"].Index]}{Quoted(value[1..].TrimEnd('”', '’', '“', '‘'))}");
            }

            yield return ("整个放进双引号", WithQuotes(line, match));
        }

        if (indent > 0)
        {
            yield return ("和别的字段对齐", rest);
        }

        yield return ("删去这一行的记号", line.Replace("\t", "  ", StringComparison.Ordinal));
    }

    private static string WithQuotes(string line, Match match) => $"{line[..match.Groups["value"].Index]}{Quoted(match.Groups["value"].Value.Trim())}";

    private static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static int LineOf(string text, int at) => at <= 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    [GeneratedRegex(@"^\s*(?:- )?[\w]+\s*:\s+(?<value>\S.*)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex KeyAndValue();

    [GeneratedRegex(@"^[^:：]*?(?<colon>：)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex WideColon();

    [GeneratedRegex(@"^\s*(?:- )?\w+(?<colon>:)(?=\S)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex NarrowColon();

    [GeneratedRegex(@"^\s*[\w\p{IsCJKUnifiedIdeographs}]{1,20}\s*[:：]", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex FieldLike();

    [GeneratedRegex(@"^\s*(?:[-－—–_＿=]{1,2}|[－—–＿_=]{3,}|-{4,}|- - -|---.*[^\s-].*)\s*$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex WrongFence();

    [GeneratedRegex(@"^[约共大概]*\s*(?<number>-?\d{1,3}(?:,\d{3})+|-?\d+)\s*(?:分钟|小时|人|人次|名|个|岁|年|届|平方米|㎡|m2|%|月|分|次|道|题)?$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Number();

    [GeneratedRegex("标签 “(?<wrong>[^”]+)” 在 .+ 里写作 “(?<right>[^”]+)”", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex TagWrittenAs();

    [GeneratedRegex(@"(?:\*\*|＊＊)(?<text>[^*＊\n]+)(?:\*\*|＊＊)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Bold();

    [GeneratedRegex("&(?:nbsp|ensp|emsp);", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex EntityMark();

    [GeneratedRegex(@"!?\[(?<text>[^\[\]\n]+)\][(（][^()（）\n]*[)）]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex LinkMark();

    [GeneratedRegex(@"</?(?:br|b|i|u|strong|em|p|font|span|div)(?:\s[^<>\n]*)?/?>", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex TagMark();

    [GeneratedRegex("(?<=^[^:\n]+: *(?:- +)?)[“‘](?<text>[^“”‘’\n]+)[”’](?= *$)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex QuotedValue();

    [GeneratedRegex(@"^(?<name>\w+): +(?<words>#[^\s#].*?)\s*$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex CommentAlone();
}
