namespace Site.Reading;

/// <summary>Reads a bank in GIFT.</summary>
internal static class GiftReader
{
    private const string BlankLine = "_____";

    /// <returns>The questions, each where it begins; mistakes are reported.</returns>
    public static List<RawQuestion> Read(string text, BankNotes notes)
    {
        var gift = new GiftText(notes.Path, text);
        var questions = new List<RawQuestion>();
        var category = "";
        foreach (var block in GiftBlocks.Split(text, gift))
        {
            var (from, to) = gift.Trim(block.From, block.To);
            if (from < to && gift.StartsWith("$CATEGORY:", from))
            {
                var end = gift.Find('\n', from, to) is >= 0 and var found ? found : to;
                category = BankCategories.Last(gift.Plain(from + "$CATEGORY:".Length, end));
                (from, to) = gift.Trim(end, to);
            }

            if (from < to && ReadQuestion(gift, block, (from, to), category, notes) is { } question)
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private static RawQuestion? ReadQuestion(GiftText gift, GiftBlocks.Block block, (int From, int To) range, string category, BankNotes notes)
    {
        var where = gift.At(range.From);
        var (name, from) = ReadName(gift, range.From, range.To);
        var (open, close) = (gift.Find('{', from, range.To), gift.Find('}', from, range.To));
        if (open < 0 && close < 0)
        {
            return new(where, name, block.Id, [.. block.Tags], category, gift.Text(from, range.To, TextForm.Moodle), new RawAnswer.Told());
        }

        if (open < 0 || close < open || gift.Find('{', open + 1, close) >= 0)
        {
            var at = open < 0 ? close : close < 0 ? open : close < open ? close : gift.Find('{', open + 1, close);
            notes.Error("bank/brace", gift.At(at), "花括号不成对，不知道答案从哪里到哪里。", "答案要用“{”和“}”括起来；题目和答案里本来就有的花括号，前面加反斜杠写成“\\{”“\\}”。");
            return null;
        }

        var (again, end) = (gift.Find('{', close + 1, range.To), gift.Find('}', close + 1, range.To));
        var extra = again < 0 || (end >= 0 && end < again) ? end : again;
        if (extra >= 0)
        {
            notes.Error("bank/brace", gift.At(extra), "一道题里有两处花括号。", "一道题只能有一处答案；两道题之间要空一行；本来就有的花括号写成“\\{”“\\}”。");
            return null;
        }

        return ReadAnswered(gift, new(where, name, block.Id, [.. block.Tags], category, gift.Text(from, open, TextForm.Moodle), new RawAnswer.Told()), (open, close, range.To), notes);
    }

    private static RawQuestion? ReadAnswered(
        GiftText gift, RawQuestion question, (int Open, int Close, int End) answer, BankNotes notes)
    {
        var feedback = gift.FindLast("####", answer.Open + 1, answer.Close);
        var read = new GiftAnswers(gift, question.Text.Form, notes).Read(answer.Open + 1, feedback < 0 ? answer.Close : feedback);
        if (read is null)
        {
            return null;
        }

        var rest = gift.Plain(answer.Close + 1, answer.End);
        var gap = read is RawAnswer.Words or RawAnswer.Numbers ? RawText.Blank.ToString() : BlankLine;
        var before = gift.Raw(answer.Open - 1 < 0 ? 0 : answer.Open - 1, answer.Open).Trim().Length == 0 ? " " : "";
        var after = rest.Length > 0 && char.IsWhiteSpace(gift[answer.Close + 1]) ? " " : "";
        return question with
        {
            Text = rest.Length == 0 ? question.Text : question.Text with { Text = question.Text.Text + before + gap + after + rest },
            Answer = read,
            Explanation = feedback < 0 ? RawText.Empty : gift.Text(feedback + 4, answer.Close, question.Text.Form),
        };
    }

    private static (string Name, int From) ReadName(GiftText gift, int from, int to)
    {
        if (!gift.StartsWith("::", from))
        {
            return ("", from);
        }

        for (var at = from + 2; (at = gift.Find(':', at, to)) >= 0; at++)
        {
            if (at + 1 < to && gift[at + 1] == ':')
            {
                return (gift.Plain(from + 2, at), at + 2);
            }
        }

        return ("", from);
    }
}
