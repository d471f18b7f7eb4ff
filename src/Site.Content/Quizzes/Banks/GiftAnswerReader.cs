using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads what stands in the braces of a question in GIFT.</summary>
/// <param name="format">The format of texts that do not say theirs: that of the question.</param>
internal sealed partial class GiftAnswerReader(GiftText gift, TextFormat format, BankContext context)
{
    /// <returns>The answer, or null where it is wrong, which is reported.</returns>
    public RawAnswer? Read(int from, int to)
    {
        (from, to) = gift.Trim(from, to);
        if (from == to)
        {
            return RawAnswer.Unknown.Essay;
        }

        if (gift[from] == '#')
        {
            return ReadNumbers(from + 1, to);
        }

        if (gift[from] == '>')
        {
            return ReadSteps(from, to);
        }

        if (gift.Find('~', from, to) >= 0)
        {
            return ReadChoices(from, to);
        }

        if (gift.Find('=', from, to) >= 0 && gift.FindLast("->", from, to) >= 0)
        {
            return ReadPairs(from, to);
        }

        var end = gift.Find('#', from, to) is > 0 and var mark ? mark : to;
        return gift.Plain(from, end).ToUpperInvariant() switch
        {
            "T" or "TRUE" => ReadJudge(true, end, to),
            "F" or "FALSE" => ReadJudge(false, end, to),
            _ => ReadWords(from, to),
        };
    }

    private RawAnswer.Choices ReadJudge(bool isTrue, int from, int to)
    {
        var second = from < to ? gift.Find('#', from + 1, to) : -1;
        var wrong = from < to ? gift.Text(from + 1, second < 0 ? to : second, format) : RawText.Empty;
        var right = second < 0 ? RawText.Empty : gift.Text(second + 1, to, format);
        return RawAnswer.Choices.TrueFalse(isTrue, gift.At(from), isTrue ? right : wrong, isTrue ? wrong : right);
    }

    private RawAnswer.Choices ReadChoices(int from, int to)
    {
        var parts = Parts(from, to, "~=");
        var choices = ImmutableArray.CreateBuilder<RawChoice>();
        foreach (var (mark, start, end) in parts)
        {
            var (weight, at) = Weight(start, end, mark == '=' ? 100 : 0);
            var feedback = gift.Find('#', at, end);
            choices.Add(new(
                gift.At(start), gift.Text(at, feedback < 0 ? end : feedback, format), weight, feedback < 0 ? RawText.Empty : gift.Text(feedback + 1, end, format)));
        }

        return new(choices.ToImmutable(), parts.Any(part => part.Mark == '='), IsJudge: false);
    }

    private RawAnswer.Words ReadWords(int from, int to) => new(
        [
            [
                .. Parts(from, to, "=").Select(part =>
                {
                    var (weight, at) = Weight(part.From, part.To, 100);
                    var feedback = gift.Find('#', at, part.To);
                    return new RawWord(
                        gift.Text(at, feedback < 0 ? part.To : feedback, TextFormat.Plain).Text, weight, feedback < 0 ? RawText.Empty : gift.Text(feedback + 1, part.To, format));
                }),
            ],
        ],
        IsCaseSensitive: false);

    private RawAnswer.Pairs? ReadPairs(int from, int to)
    {
        var pairs = ImmutableArray.CreateBuilder<RawPair>();
        foreach (var (_, start, end) in Parts(from, to, "="))
        {
            var arrow = Arrow(start, end);
            if (arrow < 0)
            {
                context.Error("bank/unreadable-pair", gift.At(start), "匹配题的这一项没有“->”。", "每一项写成“=左 -> 右”。");
                return null;
            }

            pairs.Add(new(gift.Text(start, arrow, format), gift.Plain(arrow + 2, end)));
        }

        return new(pairs.ToImmutable());
    }

    private int Arrow(int from, int to)
    {
        for (var at = from; (at = gift.Find('-', at, to)) >= 0; at++)
        {
            if (at + 1 < to && gift[at + 1] == '>')
            {
                return at;
            }
        }

        return -1;
    }

    // Its first line says how Moodle shows and scores the steps, which is not for us.
    private RawAnswer.Steps ReadSteps(int from, int to)
    {
        var start = from + SortOptions().Match(gift.Raw(from, to)).Length;
        var steps = ImmutableArray.CreateBuilder<RawText>();
        while (start < to)
        {
            var end = gift.Raw(start, to).IndexOf('\n', StringComparison.Ordinal) is >= 0 and var line ? start + line : to;
            var step = gift.Text(start, end, format);
            if (!step.IsEmpty)
            {
                steps.Add(step);
            }

            start = end + 1;
        }

        return new(steps.ToImmutable());
    }

    private RawAnswer.Numbers? ReadNumbers(int from, int to)
    {
        var items = ImmutableArray.CreateBuilder<RawNumber>();
        var wrong = gift.Find('~', from, to);
        foreach (var (_, start, end) in Parts(from, wrong < 0 ? to : wrong, "="))
        {
            var (weight, at) = Weight(start, end, 100);
            var mark = gift.Find('#', at, end);
            if (ReadNumber(gift.Plain(at, mark < 0 ? end : mark)) is not var (value, tolerance))
            {
                context.Error(
                    "bank/unreadable-number", gift.At(at), $"“{Quoted.Line(gift.Plain(at, end))}”不是数。", "请写成“3.14”“3.14:0.01”（误差）或者“1..5”（范围）。");
                return null;
            }

            items.Add(new(value, tolerance, weight, mark < 0 ? RawText.Empty : gift.Text(mark + 1, end, format)));
        }

        var feedback = wrong < 0 ? -1 : gift.Find('#', wrong, to);
        return new(items.ToImmutable(), "") { WrongFeedback = feedback < 0 ? RawText.Empty : gift.Text(feedback + 1, to, format) };
    }

    private static (decimal Value, decimal Tolerance)? ReadNumber(string text)
    {
        if (text.Split("..") is [var least, var most] && BankNumbers.Read(least) is { } low && BankNumbers.Read(most) is { } high && low <= high)
        {
            return ((low + high) / 2, (high - low) / 2);
        }

        return text.Split(':') is [var middle, var around] && BankNumbers.Read(middle) is { } value && BankNumbers.Read(around) is { } tolerance ? (value, Math.Abs(tolerance))
            : BankNumbers.Read(text) is { } exact ? (exact, 0)
            : null;
    }

    private (decimal Weight, int From) Weight(int from, int to, decimal otherwise)
    {
        (from, to) = gift.Trim(from, to);
        return WeightMark().Match(gift.Raw(from, Math.Min(to, from + 20))) is { Success: true } mark
            ? (decimal.Parse(mark.Groups["percent"].Value, CultureInfo.InvariantCulture), from + mark.Length)
            : (otherwise, from);
    }

    // Pieces that begin with one of the marks, each after its mark; text before the first is one with the mark of a right answer.
    private List<(char Mark, int From, int To)> Parts(int from, int to, string marks)
    {
        var starts = new List<int>();
        for (var at = from; at < to; at++)
        {
            if (gift[at] == '\\')
            {
                at++;
            }
            else if (marks.Contains(gift[at], StringComparison.Ordinal) && !(gift[at] == '=' && starts.Count > 0 && starts[^1] == at - 1 && gift[at - 1] == '~'))
            {
                starts.Add(at);
            }
        }

        var parts = new List<(char, int, int)>();
        var first = gift.Trim(from, starts.Count > 0 ? starts[0] : to);
        if (first.From < first.To)
        {
            parts.Add(('=', first.From, first.To));
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var isRight = gift[starts[i]] == '=' || (starts[i] + 1 < to && gift[starts[i]] == '~' && gift[starts[i] + 1] == '=');
            parts.Add((isRight ? '=' : '~', starts[i] + (isRight && gift[starts[i]] == '~' ? 2 : 1), i + 1 < starts.Count ? starts[i + 1] : to));
        }

        return parts;
    }

    [GeneratedRegex(@"^%(?<percent>-?[0-9]{1,3}(\.[0-9]{0,10})?)%", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex WeightMark();

    [GeneratedRegex(@"^>[ \t]*([0-9]+|ALL|EXACT|RANDOM|RELATIVE\w*|REL|CONTIGUOUS|CONTIG|HORIZONTAL|HORI|H|VERTICAL|VERT|V|ABSOLUTE\w*|ABS|LONGEST\w*|SHOW|HIDE|TRUE|FALSE|YES|NO|none|123|abc|ABCD|iii|III|[ \t])*(\n|$|(?<=\s))", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex SortOptions();
}
