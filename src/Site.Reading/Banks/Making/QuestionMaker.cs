using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Model;

namespace Site.Reading;

/// <summary>Makes a question in our own terms, and notes what is lost.</summary>
internal static partial class QuestionMaker
{
    private const string NoBlank = "题目里没有空，把空放在了最后。";

    /// <returns>The question, or null where it cannot be carried; why is noted or reported.</returns>
    public static BankQuestion? Make(RawQuestion raw, QuestionTags tags, ItemNotes item)
    {
        if (raw.Answer is RawAnswer.Unknown unknown)
        {
            item.Change($"没有带过来：{unknown.Why}");
            return null;
        }

        var told = new List<string>();
        var answer = raw.Answer switch
        {
            RawAnswer.Choices choices => ChoiceMaker.Make(choices, tags, item),
            RawAnswer.Words words => WordMaker.Make(words, item, told),
            RawAnswer.Numbers numbers => WordMaker.Make(numbers, numbers.Unit.Length > 0 ? numbers.Unit : tags.Unit, item, told),
            RawAnswer.Pairs pairs => ListMaker.Make(pairs, item),
            RawAnswer.Steps steps => ListMaker.Make(steps, item),
            _ => null,
        };
        var hasBlank = answer is BankAnswer.Fill or BankAnswer.Number;
        var text = hasBlank ? WithBlank(raw.Text, answer!, item) : raw.Text;
        var before = item.Bank.Problems.Count;
        var blocks = BankText.Read(text, item);
        var parts = item.Bank.Problems.Count > before ? null : QuestionText.Split(blocks, raw.Name, hasBlank, item);
        var explanation = BankText.Read(raw.Explanation, item).Select(block => block.Lines).Concat(told.Select(MarkdownEscape.Start));
        var hint = Hint(raw.Hints, item);
        if (answer is null || parts is null)
        {
            return null;
        }

        NoteName(raw.Name, parts.Heading, item);
        return new(
            raw.Where, Id(raw.Id, item), Heading(parts.Heading, answer), parts.Stem, hint, answer, string.Join("\n\n", explanation), tags.Topic, tags.Level, tags.Law, null)
        {
            ReviewBy = tags.ReviewBy,
        };
    }

    private static string Id(string? own, ItemNotes item)
    {
        var id = item.Bank.Ids.Take(own);
        if (own is not null && id != own)
        {
            item.Change($"编号“{SafeText.Quote(own)}”不能用或者用过了，换成了“{id}”。");
        }

        return id;
    }

    // A mark for each blank, and no other; a number's unit stands in its braces.
    private static string Heading(string text, BankAnswer answer)
    {
        if (answer is not (BankAnswer.Fill or BankAnswer.Number))
        {
            return text;
        }

        var clean = text.Replace("\\[\\[", "［［", StringComparison.Ordinal);
        clean = UnderlineRun().Replace(clean, "＿＿").Replace(RawText.Blank.ToString(), Blank.Mark, StringComparison.Ordinal);
        return answer is BankAnswer.Number { Unit: { Length: > 0 } unit } && clean.Contains(Blank.Mark + unit, StringComparison.Ordinal)
            ? clean.Replace(Blank.Mark + unit, Blank.Mark, StringComparison.Ordinal)
            : clean;
    }

    private static RawText WithBlank(RawText text, BankAnswer answer, ItemNotes item)
    {
        var wanted = answer is BankAnswer.Fill fill ? fill.Blanks.Length : 1;
        if (text.Text.Contains(RawText.Blank, StringComparison.Ordinal))
        {
            return text;
        }

        // A long row of underlines is where Moodle puts it; shorter ones and empty brackets are what people type.
        var left = wanted;
        var marked = (LongRow().Count(text.Text) >= wanted ? LongRow() : Place()).Replace(text.Text, place => left-- > 0 ? RawText.Blank.ToString() : place.Value);
        if (left <= 0)
        {
            return text with { Text = marked };
        }

        item.Change(NoBlank);
        var end = text.Form is TextForm.Html or TextForm.Moodle && ClosingTags().Match(text.Text) is { Success: true } tags ? tags.Index : text.Text.TrimEnd().Length;
        return text with { Text = text.Text[..end] + " " + string.Concat(Enumerable.Repeat(RawText.Blank + " ", wanted)).TrimEnd() + text.Text[end..] };
    }

    private static string? Hint(ImmutableArray<RawText> hints, ItemNotes item)
    {
        var written = hints.Where(hint => !hint.IsEmpty).ToArray();
        if (written.Length > 1)
        {
            item.Change($"{written.Length}条提示只留了第一条。");
        }

        return written.Length > 0 && BankText.Words(written[0], "提示", item) is { Length: > 0 } hint ? hint : null;
    }

    private static void NoteName(string name, string heading, ItemNotes item)
    {
        if (Letters(name) is { Length: > 0 } letters && !Letters(heading).StartsWith(letters, StringComparison.Ordinal))
        {
            item.Change($"题名“{SafeText.Quote(name)}”没有用上。");
        }
    }

    private static string Letters(string text) => string.Concat(Wording.Fold(text).Where(char.IsLetterOrDigit));

    [GeneratedRegex("_{5,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LongRow();

    [GeneratedRegex(@"_{3,}|＿{2,}|[（(][ 　\u00A0]*[)）]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"(\\_){4,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnderlineRun();

    [GeneratedRegex(@"\s*(</[a-z0-9]+>\s*|<br\s*/?>\s*|<img\b[^<>]*>\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ClosingTags();
}
