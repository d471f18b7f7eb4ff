using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Content.Quizzes;
using Site.Core.Text;

namespace Site.Content.Editing.Questions;

/// <summary>A question of a text, cut into the pieces that a form shows; joined in order they are the question, byte for byte.</summary>
/// <param name="Start">Where its heading begins, in UTF-16 units.</param>
/// <param name="Text">From its heading to the next question, empty lines at the end included.</param>
/// <param name="Level">Of its heading: 2, or 3 within a scenario.</param>
internal sealed partial record QuestionSource(int Start, string Text, int Level)
{
    public int End => Start + Text.Length;

    /// <summary>What stands before the words of the heading.</summary>
    public string Mark { get; private init; } = "";

    /// <summary>The words as written, blanks included.</summary>
    public string Words { get; private init; } = "";

    /// <summary>From the words to the attributes, with the opening brace.</summary>
    public string Open { get; private init; } = "";

    public string Attributes { get; private init; } = "";

    /// <summary>The closing brace and the rest of the line.</summary>
    public string Close { get; private init; } = "";

    /// <summary>Blocks below the heading, in order, each with the empty lines before it.</summary>
    public ImmutableArray<(QuestionBlock Kind, string Gap, string Text)> Blocks { get; private init; } = [];

    /// <summary>The answers, which joined are the block of answers.</summary>
    public ImmutableArray<AnswerSource> Answers { get; private init; } = [];

    /// <summary>Empty lines at the end.</summary>
    public string Tail { get; private init; } = "";

    /// <summary>What the pieces say; null where something in it has no place in a form.</summary>
    public QuestionForm? Form { get; private init; }

    /// <returns>All questions and scenarios of a quiz, in order. Headings in code do not count.</returns>
    public static ImmutableArray<QuestionSource> All(string text)
    {
        var starts = new List<(int Start, int Level)>();
        var (isInScenario, fence) = (false, "");
        var at = 0;
        foreach (var line in TextLines.Of(text))
        {
            if (Fence().Match(line) is { Success: true } found && (fence.Length == 0 || (found.Value.Trim()[0] == fence[0] && found.Value.Trim().Length >= fence.Length)))
            {
                fence = fence.Length == 0 ? found.Value.Trim() : "";
            }
            else if (fence.Length == 0 && Heading().Match(line) is { Success: true } heading && (heading.Groups["mark"].Length == 2 || isInScenario))
            {
                isInScenario = heading.Groups["mark"].Length == 3 || Scenario().IsMatch(line);
                starts.Add((at, heading.Groups["mark"].Length));
            }

            at += line.Length;
        }

        return [.. starts.Select((one, number) => Read(new(one.Start, text[one.Start..(number + 1 < starts.Count ? starts[number + 1].Start : text.Length)], one.Level)))];
    }

    private static QuestionSource Read(QuestionSource source)
    {
        var lines = TextLines.Of(source.Text);
        if (Whole().Match(lines[0]) is not { Success: true } heading)
        {
            return source;
        }

        source = source with
        {
            Mark = heading.Groups["mark"].Value,
            Words = heading.Groups["words"].Value,
            Open = heading.Groups["open"].Value,
            Attributes = heading.Groups["attributes"].Value,
            Close = heading.Groups["close"].Value,
        };
        var isScenario = QuestionAttributesText.Read(source.Attributes).Any(token => token == (".", "scenario"));
        var explanation = isScenario ? -1 : lines.IndexOf(lines.Skip(1).FirstOrDefault(line => Explained().IsMatch(line)) ?? "\0");
        var body = lines[1..(explanation < 0 ? lines.Length : explanation)];
        var kinds = isScenario ? body.Select(_ => QuestionBlock.Stem).ToImmutableArray() : Kinds(body);
        return kinds is { } known ? Fill(source, body, known, explanation < 0 ? [] : lines[explanation..], isScenario) : source;
    }

    /// <returns>What each line belongs to, an empty one to what is before it; null where something stands in another order.</returns>
    private static ImmutableArray<QuestionBlock>? Kinds(ImmutableArray<string> body)
    {
        var first = body.Length - 1;
        while (first >= 0 && (body[first].Trim().Length == 0 || Answer().IsMatch(body[first]) || Feedback().IsMatch(body[first])))
        {
            first--;
        }

        // Feedback without an answer before it is something else.
        first++;
        while (first < body.Length && !Answer().IsMatch(body[first]))
        {
            if (body[first].Trim().Length > 0)
            {
                return null;
            }

            first++;
        }

        var kinds = new QuestionBlock[body.Length];
        var hint = -1;
        for (var number = 0; number < body.Length; number++)
        {
            var isHint = number < first && body[number].StartsWith('>') && !body[number].StartsWith("> [!", StringComparison.Ordinal) && (hint < 0 || hint == number - 1) && (number == 0 || body[number - 1].Trim().Length == 0 || hint == number - 1);
            hint = isHint ? number : hint;
            kinds[number] = number >= first ? QuestionBlock.Answers : isHint ? QuestionBlock.Hint : body[number].Trim().Length == 0 && number > 0 ? kinds[number - 1] : QuestionBlock.Stem;
            if (kinds[number] == QuestionBlock.Stem && (hint >= 0 || Marked().IsMatch(body[number])))
            {
                return null;
            }
        }

        return [.. kinds];
    }

    private static QuestionSource Fill(QuestionSource source, ImmutableArray<string> body, ImmutableArray<QuestionBlock> kinds, ImmutableArray<string> explanation, bool isScenario)
    {
        var blocks = ImmutableArray.CreateBuilder<(QuestionBlock Kind, string Gap, string Text)>();
        var (gap, answers) = ("", new List<AnswerSource>());
        foreach (var (lines, kind) in body.Select((line, number) => (line, number)).GroupBy(one => kinds[one.number]).OrderBy(group => group.First().number).Select(group => (group.Select(one => one.line).ToList(), group.Key))
            .Append((explanation.ToList(), QuestionBlock.Explanation)))
        {
            var from = lines.FindIndex(line => line.Trim().Length > 0);
            if (from < 0)
            {
                gap += string.Concat(lines);
                continue;
            }

            var to = lines.FindLastIndex(line => line.Trim().Length > 0) + 1;
            if (kind == QuestionBlock.Answers && AnswerSource.Read(lines[from..to]) is var read)
            {
                if (read is null)
                {
                    return source;
                }

                answers = read;
            }

            blocks.Add((kind, gap + string.Concat(lines[..from]), string.Concat(lines[from..to])));
            gap = string.Concat(lines[to..]);
        }

        var filled = source with { Blocks = blocks.ToImmutable(), Answers = [.. answers], Tail = gap };
        return filled with { Form = filled.ToForm(isScenario) };
    }

    private QuestionForm? ToForm(bool isScenario)
    {
        var attributes = QuestionAttributesText.Read(Attributes);
        var written = Value(".");
        var isBlank = written is "blank" or "numeric" || (written.Length == 0 && (Answers.IsEmpty || Words.Contains("[[", StringComparison.Ordinal)));
        var type = written.Length > 0 ? written : isBlank ? "blank" : Answers.Count(answer => answer.Form.IsRight) > 1 ? "multiple" : "single";
        var style = type switch { "match" => AnswerStyle.Pair, "order" => AnswerStyle.Step, _ => AnswerStyle.Choice };
        if (Value("#").Length == 0 || attributes.GroupBy(token => token.Name).Any(group => group.Count() > 1) || (isBlank || isScenario ? !Answers.IsEmpty : Answers.Any(answer => answer.Style != style)))
        {
            return null;
        }

        var blanks = isBlank ? BlankSource.All(Words) : [];
        return new(blanks.Aggregate(Words, (words, blank) => words.Replace(blank.Text, Blank.Mark, StringComparison.Ordinal)), Value("#"), type)
        {
            Topic = Value("topic"),
            Level = Value("level"),
            Law = Value("law"),
            ReviewBy = Value("reviewBy"),
            IsPartial = Value("score") == "partial",
            Stem = TextOf(QuestionBlock.Stem),
            Hint = HintOf(TextOf(QuestionBlock.Hint)),
            Answers = [.. Answers.Select(answer => answer.Form)],
            Blanks = [.. blanks.Select(blank => blank.Form)],
            Explanation = Explained().Replace(TextOf(QuestionBlock.Explanation), "", 1).Trim('\n'),
        };

        string Value(string name) => attributes.FirstOrDefault(token => token.Name == name).Value ?? "";
    }

    /// <returns>A block without the line end; empty where there is none.</returns>
    public string TextOf(QuestionBlock kind) => Blocks.FirstOrDefault(block => block.Kind == kind).Text?.TrimEnd('\n', '\r') ?? "";

    /// <summary>What stands before the words of the explanation.</summary>
    public string ExplanationMark => Explained().Match(TextOf(QuestionBlock.Explanation)) is { Success: true } mark ? mark.Value : "--- 解析\n";

    private static string HintOf(string block)
    {
        var text = string.Join('\n', block.Split('\n').Select(line => line.TrimStart('>').TrimStart(' ')));
        return text.StartsWith("提示", StringComparison.Ordinal) ? text[2..].TrimStart('：', ':', ' ') : text;
    }

    [GeneratedRegex(@"^(?<mark>#{2,3})[ \t]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\{[^{}]*\.scenario(?![\w-])[^{}]*\}\s*$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Scenario();

    [GeneratedRegex(@"^(?<mark>#{2,3}[ \t]+)(?<words>.*?)(?<open>[ \t]*\{)(?<attributes>[^{}]*)(?<close>\}[ \t]*\r?\n?)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, MatchTime.Milliseconds)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^ {0,3}(?:`{3,}|~{3,})", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^---[- ]*解析[：: ]*(?:\r?\n)*", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Explained();

    [GeneratedRegex(@"^(?:[-*+]|\d{1,9}[.)])[ \t]+\S", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^ {2,}>", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Feedback();
}

/// <summary>What stands below the heading of a question, in this order.</summary>
internal enum QuestionBlock
{
    Stem,
    Hint,
    Answers,
    Explanation,
}

/// <summary>How an answer is written.</summary>
internal enum AnswerStyle
{
    /// <summary><c>- [x] text</c>, and under it, indented, <c>&gt; feedback</c>.</summary>
    Choice,

    /// <summary><c>- left :: right</c>.</summary>
    Pair,

    /// <summary><c>1. step</c>.</summary>
    Step,
}

/// <summary>An answer as it is written.</summary>
/// <param name="Text">All its lines.</param>
/// <param name="Lead">What stands before its words, or before the bracket of a choice.</param>
/// <param name="Feedback">The lines of the feedback of a choice.</param>
internal sealed partial record AnswerSource(AnswerStyle Style, string Text, string Lead, string Feedback, AnswerForm Form)
{
    /// <param name="lines">Without empty ones at either end.</param>
    /// <returns>Null where a line is no answer, or not all are of one style.</returns>
    public static List<AnswerSource>? Read(List<string> lines)
    {
        var read = new List<AnswerSource>();
        for (var at = 0; at < lines.Count;)
        {
            var more = lines.Skip(at + 1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal) && line.TrimStart().StartsWith('>')).ToList();
            var empty = lines.Skip(at + 1 + more.Count).TakeWhile(line => line.Trim().Length == 0).ToList();
            if (Of(lines[at], string.Concat(more), string.Concat(empty)) is not { } one || (more.Count > 0 && one.Style != AnswerStyle.Choice) || (read.Count > 0 && read[0].Style != one.Style))
            {
                return null;
            }

            read.Add(one);
            at += 1 + more.Count + empty.Count;
        }

        return read;
    }

    private static AnswerSource? Of(string line, string feedback, string empty)
    {
        var whole = line + feedback + empty;
        return Choice().Match(line) is { Success: true } choice ? new(AnswerStyle.Choice, whole, choice.Groups["lead"].Value, feedback, new(choice.Groups["text"].Value, Told(feedback), choice.Groups["mark"].Value != " "))
            : PairLine().Match(line) is { Success: true } pair ? new(AnswerStyle.Pair, whole, pair.Groups["lead"].Value, "", new(pair.Groups["text"].Value, pair.Groups["other"].Value, false))
            : Step().Match(line) is { Success: true } step ? new(AnswerStyle.Step, whole, step.Groups["lead"].Value, "", new(step.Groups["text"].Value, "", false))
            : null;
    }

    private static string Told(string feedback) => string.Join('\n', feedback.TrimEnd('\n').Split('\n').Select(line => line.TrimStart().TrimStart('>').Trim()));

    [GeneratedRegex(@"^(?<lead>[-*+][ \t]+)\[(?<mark>[ xX])\][ \t]+(?<text>\S.*?)[ \t]*\r?\n?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, MatchTime.Milliseconds)]
    private static partial Regex Choice();

    [GeneratedRegex(@"^(?<lead>[-*+][ \t]+)(?<text>\S.*?)[ \t]*::[ \t]*(?<other>\S.*?)[ \t]*\r?\n?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, MatchTime.Milliseconds)]
    private static partial Regex PairLine();

    [GeneratedRegex(@"^(?<lead>\d{1,9}[.)][ \t]+)(?<text>\S.*?)[ \t]*\r?\n?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, MatchTime.Milliseconds)]
    private static partial Regex Step();
}

/// <summary>A blank as it is written: <c>[[24]]{tolerance=1 unit=米}</c>.</summary>
/// <param name="Attributes">What stands in the braces; empty without them.</param>
internal sealed partial record BlankSource(string Text, string Attributes, BlankForm Form)
{
    public static ImmutableArray<BlankSource> All(string words) => [.. Whole().Matches(words).Select(match =>
    {
        var attributes = QuestionAttributesText.Read(match.Groups["attributes"].Value);
        return new BlankSource(match.Value, match.Groups["attributes"].Value, new(match.Groups["answer"].Value.Trim(), Value("alt"), Value("tolerance"), Value("unit")));

        string Value(string name) => attributes.FirstOrDefault(token => token.Name == name).Value ?? "";
    })];

    [GeneratedRegex(@"\[\[(?<answer>[^\[\]]*)\]\](?:\{(?<attributes>[^{}]*)\})?", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Whole();
}

/// <summary>The attributes of a heading or of a blank, as they are written.</summary>
internal static partial class QuestionAttributesText
{
    /// <returns>Names with values in order; the name of an id is <c>#</c>, of a class <c>.</c></returns>
    public static ImmutableArray<(string Name, string Value)> Read(string attributes) => [.. Token().Matches(attributes).Select(Of)];

    /// <summary>Sets one; where it was written, in its place, else last. An empty value takes it away.</summary>
    /// <param name="isQuoted">Whether it gets quotes even where it needs none; one that has them keeps them.</param>
    public static string Set(string attributes, string name, string value, bool isQuoted = false)
    {
        var found = Token().Matches(attributes).FirstOrDefault(token => Of(token).Name == name);
        var isBare = Bare().IsMatch(value) && !(found?.Groups["quoted"].Success ?? isQuoted);
        var written = name is "#" or "." ? name + value : $"{name}={(isBare ? value : $"\"{value.Replace("\"", "", StringComparison.Ordinal)}\"")}";
        if (found is null)
        {
            return value.Length == 0 ? attributes : $"{attributes.TrimEnd()} {written}".TrimStart();
        }

        return value.Length > 0 ? attributes[..found.Index] + written + attributes[(found.Index + found.Length)..]
            : (attributes[..found.Index].TrimEnd() + attributes[(found.Index + found.Length)..]).TrimStart();
    }

    private static (string Name, string Value) Of(Match token) => token.Value[0] is '#' or '.' ? (token.Value[..1], token.Value[1..])
        : (token.Groups["name"].Value, token.Groups["quoted"].Success ? token.Groups["quoted"].Value : token.Groups["bare"].Value);

    [GeneratedRegex("""[#.][^\s#.="]+|(?<name>[\w-]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]*))""", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[\w-]+$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Bare();
}
