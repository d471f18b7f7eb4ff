using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Converts a question to our own syntax, and reports what is lost.</summary>
internal static partial class QuestionConverter
{
    private const string NoBlank = "题目里没有空，把空放在了最后。";

    /// <returns>The question, or null where it cannot be carried; why is reported.</returns>
    public static BankQuestion? Convert(RawQuestion raw, QuestionTags tags, ItemContext item)
    {
        if (raw.Answer is RawAnswer.Unknown unknown)
        {
            item.ReportChange($"没有带过来：{unknown.Why}");
            return null;
        }

        var remarks = new List<string>();
        var answer = raw.Answer switch
        {
            RawAnswer.Choices choices => ChoiceConverter.Convert(choices, tags, item),
            RawAnswer.Words words => BlankConverter.Convert(words, item, remarks),
            RawAnswer.Numbers numbers => BlankConverter.Convert(numbers, numbers.Unit.Length > 0 ? numbers.Unit : tags.Unit, item, remarks),
            RawAnswer.Pairs pairs => ListConverter.Convert(pairs, item),
            RawAnswer.Steps steps => ListConverter.Convert(steps, item),
            _ => null,
        };
        var hasBlank = answer is BankAnswer.Fill or BankAnswer.Number;
        var text = hasBlank ? WithBlank(raw.Text, answer!, item) : raw.Text;
        var before = item.Bank.Diagnostics.Count;
        var blocks = BankText.Read(text, item);
        var parts = item.Bank.Diagnostics.Count > before ? null : QuestionText.Split(blocks, raw.Name, hasBlank, item);
        var explanation = BankText.Read(raw.Explanation, item).Select(block => block.Lines).Concat(remarks.Select(MarkdownEscape.Start));
        var hint = Hint(raw.Hints, item);
        if (answer is null || parts is null)
        {
            return null;
        }

        ReportName(raw.Name, parts.Heading, item);
        return new(
            raw.Location, Id(raw.Id, item), Heading(parts.Heading, answer, item), parts.Stem, hint, answer, string.Join("\n\n", explanation), tags.Topic, tags.Level, tags.Law, null)
        {
            ReviewBy = tags.ReviewBy,
        };
    }

    private static string Id(string? own, ItemContext item)
    {
        var id = item.Bank.Ids.Take(own);
        if (own is not null && id != own)
        {
            item.ReportChange($"编号“{Quoted.Line(own)}”不能用或者用过了，换成了“{id}”。");
        }

        return id;
    }

    // A mark for each blank, and no other; a number's unit stands in its braces.
    private static string Heading(string text, BankAnswer answer, ItemContext item)
    {
        if (answer is not (BankAnswer.Fill or BankAnswer.Number))
        {
            return text;
        }

        var clean = text.Replace("\\[\\[", "［［", StringComparison.Ordinal);
        if (clean != text || UnderlineRun().IsMatch(clean))
        {
            item.ReportChange("题目里本来就有的双方括号或者一串下划线会被当成空，改成了中文的“［［”“＿＿”。");
        }

        clean = UnderlineRun().Replace(clean, "＿＿").Replace(RawText.BlankMark.ToString(), Blank.Mark, StringComparison.Ordinal);
        return answer is BankAnswer.Number { Unit: { Length: > 0 } unit } && clean.Contains(Blank.Mark + unit, StringComparison.Ordinal)
            ? clean.Replace(Blank.Mark + unit, Blank.Mark, StringComparison.Ordinal)
            : clean;
    }

    private static RawText WithBlank(RawText text, BankAnswer answer, ItemContext item)
    {
        var wanted = answer is BankAnswer.Fill fill ? fill.Blanks.Length : 1;
        if (text.Text.Contains(RawText.BlankMark, StringComparison.Ordinal))
        {
            return text;
        }

        // A long row of underlines is where Moodle puts it; shorter ones and empty brackets are what people type.
        var left = wanted;
        var marked = (LongRow().Count(text.Text) >= wanted ? LongRow() : TypedBlank()).Replace(text.Text, place => left-- > 0 ? RawText.BlankMark.ToString() : place.Value);
        if (left <= 0)
        {
            return text with { Text = marked };
        }

        item.ReportChange(NoBlank);
        var end = text.Format is TextFormat.Html or TextFormat.Moodle && ClosingTags().Match(text.Text) is { Success: true } tags ? tags.Index : text.Text.TrimEnd().Length;
        return text with { Text = text.Text[..end] + " " + string.Concat(Enumerable.Repeat(RawText.BlankMark + " ", wanted)).TrimEnd() + text.Text[end..] };
    }

    private static string? Hint(ImmutableArray<RawText> hints, ItemContext item)
    {
        var written = hints.Where(hint => !hint.IsEmpty).ToArray();
        if (written.Length > 1)
        {
            item.ReportChange($"{written.Length}条提示只留了第一条。");
        }

        return written.Length > 0 && BankText.PlainLine(written[0], "提示", item) is { Length: > 0 } hint ? hint : null;
    }

    private static void ReportName(string name, string heading, ItemContext item)
    {
        if (Letters(name) is { Length: > 0 } letters && !Letters(heading).StartsWith(letters, StringComparison.Ordinal))
        {
            item.ReportChange($"题名“{Quoted.Line(name)}”没有用上。");
        }
    }

    private static string Letters(string text) => string.Concat(AnswerText.FoldWidth(text).EnumerateRunes().Where(Rune.IsLetterOrDigit));

    [GeneratedRegex("_{5,}", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex LongRow();

    /// <summary>What people type where something is to be filled in: three or more underlines, or brackets with nothing in them.</summary>
    [GeneratedRegex(@"_{3,}|＿{2,}|[（(][ 　\u00A0]*[)）]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    internal static partial Regex TypedBlank();

    [GeneratedRegex(@"(\\_){4,}", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex UnderlineRun();

    [GeneratedRegex(@"\s*(</[a-z0-9]+>\s*|<br\s*/?>\s*|<img\b[^<>]*>\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex ClosingTags();
}

/// <summary>A question's text, cut into what its heading says and what stands below.</summary>
/// <param name="Heading">Markdown of one line that is plain text, with <see cref="RawText.BlankMark"/> for blanks.</param>
/// <param name="Stem">Markdown blocks, or empty.</param>
internal sealed record QuestionText(string Heading, string Stem)
{
    /// <param name="blocks">The text.</param>
    /// <param name="name">What stands in where there are no words.</param>
    /// <param name="hasBlank">Whether the words up to the last blank belong to the heading.</param>
    /// <returns>The parts, or null where there are no words at all or a blank lies in a list or a table; mistakes are reported.</returns>
    public static QuestionText? Split(ImmutableArray<TextBlock> blocks, string name, bool hasBlank, ItemContext item)
    {
        var end = hasBlank ? LastBlank(blocks) : FirstWords(blocks);
        if (hasBlank && (end < 0 || blocks.Any(block => block.Kind is not TextKind.Paragraph && HasBlank(block))))
        {
            item.ReportChange("没有带过来：空在列表、表格或者链接里。");
            return null;
        }

        var heading = end < 0 ? [] : hasBlank ? blocks[..(end + 1)].RemoveAll(block => block.Kind is not TextKind.Paragraph) : ImmutableArray.Create(blocks[end]);
        var words = Escape(TextBlock.OneLine(string.Join(TextBlock.Break, heading.Select(block => block.PlainText))));
        if (end < 0 && string.IsNullOrWhiteSpace(name))
        {
            item.Error("bank/no-text", "这道题没有文字，不知道问的是什么。", "请给它写上题目。");
            return null;
        }

        ReportChanges(blocks, heading, item);
        var rest = blocks.RemoveAll(heading.Contains);
        var pictures = heading.SelectMany(block => block.Pictures);
        return new(words.Length > 0 ? words : Escape(name), string.Join("\n\n", pictures.Concat(rest.Select(block => Plain(block, item)))));
    }

    private static int FirstWords(ImmutableArray<TextBlock> blocks) =>
        blocks.IndexOf(blocks.FirstOrDefault(block => block.Kind is TextKind.Paragraph && block.PlainText.Length > 0)!);

    private static int LastBlank(ImmutableArray<TextBlock> blocks) =>
        blocks.LastIndexOf(blocks.LastOrDefault(block => block.Kind is TextKind.Paragraph && HasBlank(block))!);

    private static bool HasBlank(TextBlock block) => block.Markdown.Contains(RawText.BlankMark, StringComparison.Ordinal);

    private static string Escape(string words) => MarkdownEscape.Inline(words.ReplaceLineEndings(" ").Trim());

    private static void ReportChanges(ImmutableArray<TextBlock> blocks, ImmutableArray<TextBlock> heading, ItemContext item)
    {
        if (heading.Any(block => block.HasMarkup))
        {
            item.ReportChange("题目里的粗体、链接等样式没有带过来，只留了文字。");
        }

        if (heading.Length > 0 && blocks.IndexOf(heading[^1]) >= heading.Length)
        {
            item.ReportChange("题目前面的图片、表格等移到了题目下面。");
        }
        else if (heading.Length > 1)
        {
            item.ReportChange("题目的几段并成了一行。");
        }
        else if (heading.Any(block => block.HasBreak))
        {
            item.ReportChange("题目里的几行并成了一行。");
        }
    }

    // The first quotation below a question is its hint.
    private static string Plain(TextBlock block, ItemContext item)
    {
        if (block.Kind is not TextKind.Quote)
        {
            return block.Lines;
        }

        item.ReportChange("题目里的引用写成了普通段落。");
        return block.PlainText;
    }
}
