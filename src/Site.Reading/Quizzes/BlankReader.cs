using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads blanks in a question's text: <c>[[12350]]{alt="１２３５０"}</c>, <c>[[24]]{tolerance=1 unit=米}</c>.</summary>
internal static class BlankReader
{
    /// <returns>The blanks, or null; and the text with a mark for each blank. Mistakes are reported.</returns>
    public static (Answer? Answer, string Text) ReadBlanks(HeadingBlock heading, string text, QuizNotes notes)
    {
        var (shown, found) = Find(text);
        var blanks = found.Select(blank => ReadBlank(heading, blank, notes)).ToImmutableArray();
        if (blanks.IsEmpty)
        {
            notes.Error("quiz/no-blank", heading, $"题目“{SafeText.Quote(text)}”没有答案可填。", "请在题目里用“[[答案]]”标出要填的词；如果是选择题，请写出选项。");
        }

        return (blanks.IsEmpty || blanks.Contains(null) ? null : new Answer.Blanks(blanks!), shown);
    }

    /// <returns>The number, or null; and the text with a mark for the blank. Mistakes are reported.</returns>
    public static (Answer? Answer, string Text) ReadNumber(HeadingBlock heading, string text, QuizNotes notes)
    {
        var (shown, found) = Find(text);
        if (found is not [var blank])
        {
            notes.Error("quiz/no-blank", heading, $"数值题要有一个空，“{SafeText.Quote(text)}”有{found.Count}个。", "请在题目里写一处“[[数]]{tolerance=误差 unit=单位}”。");
            return (null, shown);
        }

        var values = Values(heading, blank.Attributes, ["tolerance", "unit"], notes);
        var value = Number(heading, blank.Answer, notes);
        var tolerance = values.TryGetValue("tolerance", out var written) ? Number(heading, written, notes) : 0;
        if (tolerance < 0)
        {
            notes.Error("quiz/unreadable-number", heading, $"误差“{SafeText.Quote(written!)}”小于0。", "误差写0或者更大的数。");
        }

        return (value is { } right && tolerance is >= 0 and { } within ? new Answer.Number(right, within, values.GetValueOrDefault("unit", "")) : null, shown);
    }

    private static (string Shown, List<(string Answer, HtmlAttributes? Attributes)> Blanks) Find(string text)
    {
        var shown = new StringBuilder();
        var blanks = new List<(string, HtmlAttributes?)>();
        var rest = text.AsSpan();
        int open;
        while ((open = rest.IndexOf("[[")) >= 0 && rest[open..].IndexOf("]]") is > 0 and var length)
        {
            AppendText(shown, rest[..open]);
            shown.Append(Blank.Mark);
            var answer = rest.Slice(open + 2, length - 2).Trim().ToString();
            rest = rest[(open + length + 2)..];
            var attributes = rest.StartsWith("{") ? AttributesText.Read(rest) : null;
            blanks.Add((answer, attributes?.Attributes));
            rest = rest[(attributes?.Length ?? 0)..];
        }

        AppendText(shown, rest);
        return (shown.ToString(), blanks);
    }

    // The mark of a blank stands for nothing else.
    private static void AppendText(StringBuilder shown, ReadOnlySpan<char> text) =>
        shown.Append(text.ToString().Replace(Blank.Mark, "＿＿", StringComparison.Ordinal));

    private static Blank? ReadBlank(HeadingBlock heading, (string Answer, HtmlAttributes? Attributes) blank, QuizNotes notes)
    {
        var others = Values(heading, blank.Attributes, ["alt"], notes).GetValueOrDefault("alt", "")
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (blank.Answer.Length == 0)
        {
            notes.Error("quiz/empty-blank", heading, "有一个空没有答案。", "请在“[[”和“]]”之间写上答案。");
            return null;
        }

        return new([.. others.Prepend(blank.Answer).Distinct(StringComparer.Ordinal)]);
    }

    private static Dictionary<string, string> Values(
        HeadingBlock heading, HtmlAttributes? attributes, ImmutableArray<string> known, QuizNotes notes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var unknown = (attributes?.Classes ?? []).Select(name => "." + name).Concat(attributes?.Id is { } id ? ["#" + id] : []).ToList();
        foreach (var (name, value) in attributes?.Properties ?? [])
        {
            if (!known.Contains(name) || !values.TryAdd(name, SafeText.Clean(value ?? "").Trim()))
            {
                unknown.Add(name);
            }
        }

        foreach (var name in unknown)
        {
            notes.Error(
                "quiz/unknown-attribute", heading, $"空后面的花括号里不能写“{SafeText.Quote(name)}”，或者写了两次。", $"可用的项：{string.Join('、', known)}。");
        }

        return values;
    }

    private static decimal? Number(HeadingBlock heading, string text, QuizNotes notes)
    {
        if (text.Length <= 20
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        notes.Error("quiz/unreadable-number", heading, $"“{SafeText.Quote(text)}”不是一个数。", "请用阿拉伯数字写，例如 24 或 0.5；单位写在 unit 里。");
        return null;
    }
}
