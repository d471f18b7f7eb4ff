using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Quizzes;
using Site.Core.Text;

namespace Site.Content.Editing.Questions;

/// <summary>
/// Reads the questions of a quiz for a form, and writes back what was changed in it: every byte of what was not stays. The text is a quiz's, with LF at the end of lines; it may begin with the front matter or
/// below it.
/// </summary>
public static partial class QuestionEdits
{
    /// <returns>The question around a place, with the scenario that it belongs to; null before the first one.</returns>
    /// <param name="at">In UTF-16 units.</param>
    public static QuestionAt? Find(string text, int at)
    {
        var all = QuestionSource.All(text);
        var number = all.Count(one => one.Start <= at) - 1;
        return number < 0 ? null : new(all[number].Form, ScenarioOf(all, number) is { } scenario ? scenario.Words : null);
    }

    /// <summary>Changes the question around a place.</summary>
    /// <returns>The edits of the text; empty where nothing changes, null where the form cannot say it: somebody has to write it in the text.</returns>
    public static ImmutableArray<TextEdit>? Change(string text, int at, QuestionForm wanted)
    {
        var all = QuestionSource.All(text);
        if (all.LastOrDefault(one => one.Start <= at) is not { Form: { } present } source)
        {
            return null;
        }

        var form = Clean(wanted);
        if (present.IsSameAs(form))
        {
            return [];
        }

        var edits = TextEdit.Between(source.Text, Written(source, present, form)).Select(edit => edit with { Start = edit.Start + source.Start }).ToImmutableArray();
        var changed = QuestionSource.All(TextEdit.Apply(text, edits));
        return changed.Length == all.Length && changed.LastOrDefault(one => one.Start <= source.Start)?.Form?.IsSameAs(form) == true ? edits : null;
    }

    /// <summary>Adds a question.</summary>
    /// <param name="at">Within a scenario, to which it is added; null for the end of the text.</param>
    /// <returns>The edits of the text; null where the form cannot say it.</returns>
    public static ImmutableArray<TextEdit>? Add(string text, int? at, QuestionForm wanted)
    {
        var all = QuestionSource.All(text);
        var number = at is { } place ? all.Count(one => one.Start <= place) - 1 : -1;
        var isWithin = number >= 0 && ScenarioOf(all, number) is not null;
        while (isWithin && number + 1 < all.Length && all[number + 1].Level == 3)
        {
            number++;
        }

        var end = isWithin ? all[number].End : text.Length;
        var before = text[..end];
        var form = Clean(wanted);
        var question = (before.EndsWith("\n\n", StringComparison.Ordinal) || before.Length == 0 ? "" : before.EndsWith('\n') ? "\n" : "\n\n") + New(form, isWithin ? 3 : 2) + (end < text.Length ? "\n" : "");
        var edit = new TextEdit(end, 0, question);
        return QuestionSource.All(TextEdit.Apply(text, [edit])) is var changed && changed.Length == all.Length + 1 && changed[isWithin ? number + 1 : all.Length].Form?.IsSameAs(form) == true ? [edit] : null;
    }

    /// <returns>An id that no question of the text has, made like the last one.</returns>
    public static string FreeId(string text)
    {
        var ids = QuestionSource.All(text).Select(one => QuestionAttributesText.Read(one.Attributes).FirstOrDefault(token => token.Name == "#").Value).OfType<string>().ToList();
        var last = Numbered().Match(ids.Count > 0 ? ids[^1] : "q-00");
        var (stem, digits) = (last.Groups["stem"].Value, last.Groups["digits"].Value);
        return Enumerable.Range(digits.Length is > 0 and < 7 ? int.Parse(digits, CultureInfo.InvariantCulture) + 1 : 1, ids.Count + 1)
            .Select(number => (digits.Length > 0 ? stem : stem.TrimEnd('-') + "-") + number.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(digits.Length, 2), '0')).First(id => !ids.Contains(id));
    }

    private static QuestionSource? ScenarioOf(ImmutableArray<QuestionSource> all, int number)
    {
        var head = number;
        while (head > 0 && all[head].Level == 3)
        {
            head--;
        }

        return QuestionAttributesText.Read(all[head].Attributes).Contains((".", "scenario")) ? all[head] : null;
    }

    /// <returns>The same without what a form cannot mean: line ends within lines, spaces at the ends, parts of another type.</returns>
    private static QuestionForm Clean(QuestionForm form) => form with
    {
        Words = Line(form.Words),
        Topic = Line(form.Topic),
        Law = Line(form.Law),
        ReviewBy = Line(form.ReviewBy),
        IsPartial = form.IsPartial && form.Type == "multiple",
        Stem = Lines(form.Stem),
        Hint = form.Type == "scenario" ? "" : Lines(form.Hint),
        Explanation = form.Type == "scenario" ? "" : Lines(form.Explanation),
        Answers = form.HasBlanks || form.Type == "scenario" ? [] : [.. form.Answers.Select(answer => new AnswerForm(Line(answer.Text), form.Type switch { "match" => Line(answer.Other), "order" => "", _ => Lines(answer.Other) }, answer.IsRight && form.HasChoices))],
        Blanks = !form.HasBlanks ? [] : [.. form.Blanks.Select(blank => new BlankForm(Line(blank.Answer), Line(blank.Others), Line(blank.Tolerance), Line(blank.Unit)))],
    };

    private static string Line(string text) => EditedText.Normalized(text).Replace('\n', ' ').Trim();

    private static string Lines(string text) => EditedText.Normalized(text).Trim('\n');

    private static string New(QuestionForm form, int level) => Written(
        QuestionSource.All($"{(level == 3 ? "## 甲 {#a .scenario}\n\n" : "")}{new string('#', level)} 甲 {{#{form.Id} .{form.Type}}}\n")[^1], new("甲", form.Id, form.Type), form);

    private static string Written(QuestionSource source, QuestionForm present, QuestionForm wanted)
    {
        var blocks = new List<(QuestionBlock Kind, string Text)>
        {
            (QuestionBlock.Stem, present.Stem == wanted.Stem ? source.TextOf(QuestionBlock.Stem) : wanted.Stem),
            (QuestionBlock.Hint, present.Hint == wanted.Hint ? source.TextOf(QuestionBlock.Hint) : wanted.Hint.Length == 0 ? "" : "> 提示：" + wanted.Hint.Replace("\n", "\n> ", StringComparison.Ordinal)),
            (QuestionBlock.Answers, Answers(source, present, wanted).TrimEnd('\n')),
            (QuestionBlock.Explanation, present.Explanation == wanted.Explanation ? source.TextOf(QuestionBlock.Explanation) : wanted.Explanation.Length == 0 ? "" : source.ExplanationMark + wanted.Explanation),
        };
        var text = new StringBuilder(source.Mark).Append(Words(source, present, wanted)).Append(source.Open).Append(Attributes(source.Attributes, present, wanted)).Append(source.Close.TrimEnd('\n')).Append('\n');
        var kept = blocks.Where(block => block.Text.Length > 0).Select(block => block.Kind).ToList();
        foreach (var (kind, block) in blocks.Where(block => block.Text.Length > 0))
        {
            text.Append(Gap(source, kept, kind)).Append(block).Append('\n');
        }

        // The last line of a text may lack its line end.
        return (source.Text.EndsWith('\n') ? text.Append(source.Tail) : text.Remove(text.Length - 1, 1)).ToString();
    }

    /// <summary>A new block takes the empty lines that were there, and leaves one to the next; what follows one that went takes its.</summary>
    /// <returns>The empty lines before a block.</returns>
    private static string Gap(QuestionSource source, List<QuestionBlock> kept, QuestionBlock kind)
    {
        var had = source.Blocks.Select(block => block.Kind).ToList();
        var before = kept.IndexOf(kind) is > 0 and var place ? kept[place - 1] : (QuestionBlock?)null;
        var at = had.IndexOf(kind);
        if (at < 0)
        {
            var next = had.FindIndex(other => other > kind);
            return next >= 0 && Before(next) == before ? source.Blocks[next].Gap : before is null && kind == QuestionBlock.Answers ? "" : "\n";
        }

        while (at > 0 && !kept.Contains(had[at - 1]))
        {
            at--;
        }

        return Before(at) == before ? source.Blocks[at].Gap : "\n";

        QuestionBlock? Before(int number) => number == 0 ? null : had[number - 1];
    }

    private static string Words(QuestionSource source, QuestionForm present, QuestionForm wanted)
    {
        if (present.Words == wanted.Words && present.Blanks.SequenceEqual(wanted.Blanks))
        {
            return source.Words;
        }

        if (!wanted.HasBlanks)
        {
            return wanted.Words;
        }

        var known = BlankSource.All(source.Words);
        return string.Concat(wanted.Words.Split(Blank.Mark).Select((part, number) => part + (number >= wanted.Blanks.Length ? ""
            : number < known.Length && known[number].Form == wanted.Blanks[number] ? known[number].Text : Written(wanted.Blanks[number], wanted.Type, number < known.Length ? known[number].Attributes : ""))));
    }

    private static string Written(BlankForm blank, string type, string attributes)
    {
        attributes = QuestionAttributesText.Set(attributes, "alt", type == "blank" ? blank.Others : "", isQuoted: true);
        attributes = QuestionAttributesText.Set(attributes, "tolerance", type == "numeric" ? blank.Tolerance : "");
        attributes = QuestionAttributesText.Set(attributes, "unit", type == "numeric" ? blank.Unit : "");
        return $"[[{blank.Answer}]]{(attributes.Length > 0 ? $"{{{attributes}}}" : "")}";
    }

    private static string Attributes(string written, QuestionForm present, QuestionForm wanted)
    {
        foreach (var (name, before, now) in new[]
        {
            ("#", present.Id, wanted.Id), (".", present.Type, wanted.Type), ("topic", present.Topic, wanted.Topic), ("level", present.Level, wanted.Level), ("law", present.Law, wanted.Law),
            ("score", present.IsPartial ? "partial" : "", wanted.IsPartial ? "partial" : ""), ("reviewBy", present.ReviewBy, wanted.ReviewBy),
        })
        {
            written = before == now ? written : QuestionAttributesText.Set(written, name, now);
        }

        return written;
    }

    private static string Answers(QuestionSource source, QuestionForm present, QuestionForm wanted)
    {
        var style = wanted.Type switch { "match" => AnswerStyle.Pair, "order" => AnswerStyle.Step, _ => AnswerStyle.Choice };
        var known = source.Answers.All(answer => answer.Style == style) ? source.Answers : [];
        var (start, end) = (0, 0);
        while (start < known.Length && start < wanted.Answers.Length && known[start].Form == wanted.Answers[start])
        {
            start++;
        }

        while (end < known.Length - start && end < wanted.Answers.Length - start && known[^(end + 1)].Form == wanted.Answers[^(end + 1)])
        {
            end++;
        }

        return string.Concat(wanted.Answers.Select((answer, number) =>
            number < start ? known[number].Text
            : number >= wanted.Answers.Length - end ? Numbered(known[number - wanted.Answers.Length + known.Length], number)
            : Written(number < known.Length - end ? known[number] : null, answer, style, number)));
    }

    /// <returns>A step that has moved, with its number; others as they are.</returns>
    private static string Numbered(AnswerSource known, int number)
    {
        var text = known.Text.EndsWith('\n') ? known.Text : known.Text + "\n";
        return known.Style != AnswerStyle.Step ? text : Digits().Replace(text, (number + 1).ToString(CultureInfo.InvariantCulture), 1);
    }

    private static string Written(AnswerSource? known, AnswerForm answer, AnswerStyle style, int number)
    {
        var lead = known?.Lead ?? (style == AnswerStyle.Step ? string.Create(CultureInfo.InvariantCulture, $"{number + 1}. ") : "- ");
        var feedback = known is not null && known.Form.Other == answer.Other ? known.Feedback : answer.Other.Length == 0 ? "" : $"    > {answer.Other.Replace("\n", "\n    > ", StringComparison.Ordinal)}\n";
        return style switch
        {
            AnswerStyle.Pair => $"{lead}{answer.Text} {Pair.Separator} {answer.Other}\n",
            AnswerStyle.Step => $"{lead}{answer.Text}\n",
            _ => $"{lead}[{(answer.IsRight ? 'x' : ' ')}] {answer.Text}\n{feedback}{(feedback.Length > 0 && !feedback.EndsWith('\n') ? "\n" : "")}",
        };
    }

    [GeneratedRegex(@"^(?<stem>.*?)(?<digits>\d*)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\d+", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Digits();
}

/// <summary>A question that was found.</summary>
/// <param name="Form">What it says; null where something in it has no place in a form.</param>
/// <param name="Scenario">The title of the scenario that it is or belongs to; null where there is none.</param>
public sealed record QuestionAt(QuestionForm? Form, string? Scenario);
