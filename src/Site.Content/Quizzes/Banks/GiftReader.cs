using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads a bank in GIFT.</summary>
internal static class GiftReader
{
    private const string BlankLine = "_____";

    /// <returns>The questions, each where it begins; mistakes are reported.</returns>
    public static List<RawQuestion> Read(string text, BankContext context)
    {
        var gift = new GiftText(context.Path, text);
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

            if (from < to && ReadQuestion(gift, block, (from, to), category, context) is { } question)
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private static RawQuestion? ReadQuestion(GiftText gift, GiftBlocks.Block block, (int From, int To) range, string category, BankContext context)
    {
        var location = gift.At(range.From);
        var (name, from) = ReadName(gift, range.From, range.To);
        ImmutableArray<string> losses = from == range.From && gift.StartsWith("::", from) ? ["题名开头有“::”，后面没有收尾的“::”：不知道题名到哪里为止，“::”留在了题目里。"] : [];
        var (open, close) = (gift.Find('{', from, range.To), gift.Find('}', from, range.To));
        if (open < 0 && close < 0)
        {
            return new(location, name, block.Id, [.. block.Tags], category, gift.Text(from, range.To, TextFormat.Moodle), new RawAnswer.Description()) { Losses = losses };
        }

        if (open < 0 || close < open || gift.Find('{', open + 1, close) >= 0)
        {
            var at = open < 0 ? close : close < 0 ? open : close < open ? close : gift.Find('{', open + 1, close);
            context.Error("bank/brace", gift.At(at), "花括号不成对，不知道答案从哪里到哪里。", "答案要用“{”和“}”括起来；题目和答案里本来就有的花括号，前面加反斜杠写成“\\{”“\\}”。");
            return null;
        }

        var (again, end) = (gift.Find('{', close + 1, range.To), gift.Find('}', close + 1, range.To));
        var extra = again < 0 || (end >= 0 && end < again) ? end : again;
        if (extra >= 0)
        {
            context.Error("bank/brace", gift.At(extra), "一道题里有两处花括号。", "一道题只能有一处答案；两道题之间要空一行；本来就有的花括号写成“\\{”“\\}”。");
            return null;
        }

        return ReadAnswered(gift, new(location, name, block.Id, [.. block.Tags], category, gift.Text(from, open, TextFormat.Moodle), new RawAnswer.Description()) { Losses = losses }, (open, close, range.To), context);
    }

    private static RawQuestion? ReadAnswered(
        GiftText gift, RawQuestion question, (int Open, int Close, int End) answer, BankContext context)
    {
        var feedback = gift.FindLast("####", answer.Open + 1, answer.Close);
        var read = new GiftAnswerReader(gift, question.Text.Format, context).Read(answer.Open + 1, feedback < 0 ? answer.Close : feedback);
        if (read is null)
        {
            return null;
        }

        var rest = gift.Plain(answer.Close + 1, answer.End);
        var gap = read is RawAnswer.Words or RawAnswer.Numbers ? RawText.BlankMark.ToString() : BlankLine;
        var before = gift.Raw(answer.Open - 1 < 0 ? 0 : answer.Open - 1, answer.Open).Trim().Length == 0 ? " " : "";
        var after = rest.Length > 0 && char.IsWhiteSpace(gift[answer.Close + 1]) ? " " : "";
        return question with
        {
            Text = rest.Length == 0 ? question.Text : question.Text with { Text = question.Text.Text + before + gap + after + rest },
            Answer = read,
            Explanation = feedback < 0 ? RawText.Empty : gift.Text(feedback + 4, answer.Close, question.Text.Format),
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

/// <summary>Cuts a file in GIFT into questions: they stand between blank lines.</summary>
internal static partial class GiftBlocks
{
    /// <summary>A question or a category, with what the comments in it say.</summary>
    /// <param name="From">Offset of its first line.</param>
    /// <param name="To">Offset after its last line.</param>
    internal sealed record Block(int From, int To, string? Id, List<string> Tags);

    public static List<Block> Split(string text, GiftText gift)
    {
        var blocks = new List<Block>();
        var from = -1;
        var isOpen = false;
        string? id = null;
        var tags = new List<string>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            var isComment = line.TrimStart().StartsWith("//", StringComparison.Ordinal);
            if (isComment)
            {
                ReadComment(line.ToString());
            }

            if (line.IsWhiteSpace() && from >= 0 && !(isOpen && Continues(text, end + 1, gift)))
            {
                Close(start);
            }
            else if (!line.IsWhiteSpace())
            {
                from = from < 0 ? start : from;
                isOpen = !isComment && gift.FindLast("{", from, end) > gift.FindLast("}", from, end);
            }

            start = end + 1;
        }

        Close(text.Length);
        return blocks;

        void ReadComment(string line)
        {
            id = Id().Match(line) is { Success: true } found ? Unescape(found.Groups["value"].Value) : id;
            tags.AddRange(Tag().Matches(line).Select(tag => Unescape(tag.Groups["value"].Value)));
        }

        void Close(int to)
        {
            if (from >= 0)
            {
                blocks.Add(new(from, to, id, tags));
            }

            (from, isOpen, id, tags) = (-1, false, null, []);
        }
    }

    // Moodle takes every blank line for the end; where the answers are still open, people mean the lines after it too.
    private static bool Continues(string text, int at, GiftText gift)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at >= text.Length || gift.StartsWith("::", at) || gift.StartsWith("$CATEGORY", at) || gift.StartsWith(" ", at))
        {
            return false;
        }

        var (open, close) = (gift.Find('{', at, gift.Length), gift.Find('}', at, gift.Length));
        return close >= 0 && (open < 0 || close < open);
    }

    private static string Unescape(string text) => text.Replace("\\]", "]", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"(?<!\\)\[id:(?<value>.+?)(?<!\\)\]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<!\\)\[tag:(?<value>.+?)(?<!\\)\]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Tag();
}

/// <summary>
/// A file in GIFT whose comment lines are blanked out, so that every offset is one of the file. Source of all rules: Moodle,
/// "GIFT format", and what its importer does where that says nothing.
/// </summary>
internal sealed class GiftText(string path, string text)
{
    private const string Escapable = "~=#{}:\\";

    private readonly string masked = Mask(text);

    public int Length => masked.Length;

    public char this[int at] => masked[at];

    public Location At(int offset) => Location.At(path, text, offset);

    /// <returns>Offset of the first such character that no backslash stands before, or -1.</returns>
    public int Find(char wanted, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (masked[at] == '\\')
            {
                at++;
            }
            else if (masked[at] == wanted)
            {
                return at;
            }
        }

        return -1;
    }

    /// <returns>Offset of the last such row of characters, the first of which no backslash stands before; or -1.</returns>
    public int FindLast(string wanted, int from, int to)
    {
        var last = -1;
        for (var at = from; (at = Find(wanted[0], at, to)) >= 0; at++)
        {
            last = at + wanted.Length <= to && string.CompareOrdinal(masked, at, wanted, 0, wanted.Length) == 0 ? at : last;
        }

        return last;
    }

    public bool StartsWith(string wanted, int at) => string.CompareOrdinal(masked, at, wanted, 0, wanted.Length) == 0;

    /// <returns>The same range without white space at both ends.</returns>
    public (int From, int To) Trim(int from, int to)
    {
        while (from < to && char.IsWhiteSpace(masked[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(masked[to - 1]))
        {
            to--;
        }

        return (from, to);
    }

    /// <returns>The characters as they stand there.</returns>
    public string Raw(int from, int to) => masked[from..to];

    /// <returns>The text without backslashes, trimmed.</returns>
    public string Plain(int from, int to)
    {
        (from, to) = Trim(from, to);
        var plain = new StringBuilder(to - from);
        for (var at = from; at < to; at++)
        {
            var next = masked[at] == '\\' && at + 1 < to ? masked[at + 1] : '\0';
            if (next == 'n' || (next != '\0' && Escapable.Contains(next, StringComparison.Ordinal)))
            {
                plain.Append(next == 'n' ? '\n' : next);
                at++;
            }
            else
            {
                plain.Append(masked[at]);
            }
        }

        return plain.ToString().Trim();
    }

    /// <returns>The text, in the format that stands before it in brackets, or else in the one given.</returns>
    public RawText Text(int from, int to, TextFormat format)
    {
        (from, to) = Trim(from, to);
        var end = from < to && masked[from] == '[' ? masked.IndexOf(']', from, to - from) : -1;
        TextFormat? named = end < 0 ? null : masked[(from + 1)..end] switch
        {
            "html" => TextFormat.Html,
            "moodle" => TextFormat.Moodle,
            "plain" => TextFormat.Plain,
            "markdown" => TextFormat.Markdown,
            _ => null,
        };
        return new(Plain(named is null ? from : end + 1, to), named ?? format);
    }

    private static string Mask(string text)
    {
        var units = text.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(start, end - start).TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                Array.Fill(units, ' ', start, end - start);
            }

            start = end + 1;
        }

        return new(units);
    }
}
