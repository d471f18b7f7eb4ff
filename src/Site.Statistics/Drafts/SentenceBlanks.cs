using System.Buffers;
using System.Text.RegularExpressions;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Drafts;

/// <summary>Finds the blanks in the sentences of a cell: brackets with nothing in them, lines to write on, boxes to tick.</summary>
internal static partial class SentenceBlanks
{
    private const int LongestContext = 1000;

    private static readonly SearchValues<char> EndsOfParts = SearchValues.Create("，,；;。\n（(_□");
    private static readonly SearchValues<char> EndsOfPhrases = SearchValues.Create("，,；;。\n（(_□、");

    /// <summary>Words before a blank that say nothing by themselves: 共有, 其中.</summary>
    private const int LongestBeginning = 2;

    /// <summary>In characters, brackets included: nobody writes words into empty brackets that lie side by side.</summary>
    private const int ShortestForWords = 4;

    private const string Separators = "，,；;。：:";

    /// <param name="cell">Number of the cell.</param>
    /// <param name="text">Its text: paragraphs, separated by line feeds.</param>
    /// <param name="heading">Heading of its row.</param>
    /// <param name="beside">Text of the cell to the left: what boxes alone in a cell are about.</param>
    public static IEnumerable<FoundBlank> Find(int cell, string text, string heading, string requirement, string beside)
    {
        FoundBlank? before = null;
        var (start, sentence) = (0, 0);
        foreach (var place in Places(text))
        {
            var (from, end) = (place.Index, place.Index + place.Length);
            var begin = BeginOf(text, from, end);
            if (begin != sentence || before is null)
            {
                // A sentence that begins with its blank goes on from the one before it, whose words it needs.
                before = begin > 0 && before is not null && IsEmpty(text, begin, from) && text.AsSpan(start, from - start).IndexOf('\n') < 0 ? before : null;
                (start, sentence) = (before is null ? begin : start, begin);
            }

            if (end - start > LongestContext)
            {
                continue;
            }

            if (Make(cell, text, place, start, before, heading, requirement, beside) is { } found)
            {
                before = found.Kind == IndicatorKind.Boolean ? null : found;
                yield return found;
            }
        }
    }

    /// <returns>How many boxes stand before words other than 是 and 否: choices that a form of this program cannot hold.</returns>
    public static int Choices(string text) => Choice().Count(Tick().Replace(text, ""));

    private static IEnumerable<Match> Places(string text)
    {
        var end = 0;
        foreach (Match place in Place().Matches(text))
        {
            if (place.Index >= end && (!place.Groups["open"].Success || FormUnits.At(text.AsSpan(place.Index + place.Length)) is var (_, length) && EndsAt(text, place.Index + place.Length + length)))
            {
                end = place.Index + place.Length;
                yield return place;
            }
        }
    }

    private static bool EndsAt(string text, int at) => at >= text.Length || char.IsPunctuation(text[at]) || char.IsWhiteSpace(text[at]);

    private static FoundBlank? Make(int cell, string text, Match place, int start, FoundBlank? before, string heading, string requirement, string beside)
    {
        var (from, end) = (place.Index, place.Index + place.Length);
        var ahead = text[start..from];
        if (place.Groups["tick"].Success || place.Groups["asked"].Success)
        {
            var words = ahead.Trim(' ', '\u3000', '\u00A0', '，', ',', '(', '（');
            var asked = IsEmpty(words, 0, words.Length) ? beside.Trim() : words;
            return asked.Length is 0 or > LongestContext ? null : new()
            {
                Heading = heading,
                Requirement = requirement,
                Label = asked.TrimEnd('：', ':'),
                Context = asked,
                PrintedUnit = "是否",
                Kind = IndicatorKind.Boolean,
                Cell = cell,
                End = end,
            };
        }

        var unit = FormUnits.At(text.AsSpan(end));
        if (unit is null && (place.Groups["open"].Success || place.Length < ShortestForWords))
        {
            return null;
        }

        var label = Label(text, start, from, before);
        if (label.Length == 0 || IsEmpty(ahead, 0, ahead.Length))
        {
            // No word before it by which it could be found again: the words beside it are put there.
            label = heading.Length > 0 ? heading : beside.Trim();
            ahead = label + "：" + ahead;
            if (IsEmpty(label, 0, label.Length))
            {
                return null;
            }
        }

        var close = unit is var (_, length) ? end + length : end;
        if (before is null && FormFolding.Key(label).Length <= LongestBeginning && Behind(text, close) is { Length: > 0 } counted)
        {
            // 共有（  ）家企业开展…: what is counted stands behind.
            label = counted;
        }

        var behind = unit is null ? TextEnd(text, end) : close;
        return new()
        {
            Heading = heading,
            Requirement = requirement,
            Label = label,
            Context = (ahead + text[from..behind]).Replace('\n', ' '),
            Blank = place.Value.Replace('\n', ' '),
            PrintedUnit = unit?.Unit ?? "文本",
            Kind = unit is null ? IndicatorKind.Text : IndicatorKind.Count,
            Note = unit is not var (word, _) ? "空格后面没有单位，当作文字，不汇总；要汇总的写上单位，kind 改成 count"
                : !FormUnits.IsKnown(word) ? $"单位“{word}”不常见，请核对"
                : FoundBlank.Simplified(word).EndsWith('元') ? "金额只收整数：有小数的，请把表格的单位改小，例如“万元”改成“元”"
                : FoundBlank.Simplified(word) is ['万' or '千', ..] or "%" or "％" ? "只收整数：有小数的，请把表格的单位改小"
                : null,
            Before = before,
            Cell = cell,
            End = behind,
        };
    }

    private static string Behind(string text, int from) =>
        (text.AsSpan(from).IndexOfAny(EndsOfPhrases) is var stop and >= 0 ? text[from..(from + stop)] : text[from..]).Trim();

    /// <returns>Where the words end that follow a blank for words, by which it is told where the writing ends.</returns>
    private static int TextEnd(string text, int end)
    {
        var stop = text.AsSpan(end).IndexOfAny(EndsOfParts);
        return stop < 0 ? text.Length : end + stop;
    }

    /// <returns>The words directly before a blank; with those of the blank before it where they say little by themselves.</returns>
    private static string Label(string text, int start, int from, FoundBlank? before)
    {
        var begin = Math.Max(start, before?.End ?? start);
        var clause = text[Math.Min(begin, from)..from].Trim(' ', '\u3000', '\u00A0', '\n', '、', '，', ',', '；', ';', '。', '(', '（');
        var cut = clause.LastIndexOfAny([.. Separators]);
        clause = cut >= 0 && cut + 1 < clause.Length && FormFolding.Key(clause[(cut + 1)..]).Length > 1 ? clause[(cut + 1)..].Trim() : clause.TrimEnd('：', ':');
        return before is null || FormFolding.Key(clause).Length > 4 ? clause : $"{First(before)}：{(clause.Length > 0 ? clause : before.PrintedUnit)}";
    }

    private static string First(FoundBlank blank) => blank.Before is { } before ? First(before) : blank.Label;

    /// <returns>Where the sentence begins in which a place stands.</returns>
    private static int BeginOf(string text, int from, int end)
    {
        var begin = from == 0 ? -1 : text.LastIndexOfAny(['\n', '；', ';', '。'], from - 1);
        while (begin + 1 < end && char.IsWhiteSpace(text[begin + 1]) && begin + 1 < from)
        {
            begin++;
        }

        return begin + 1;
    }

    private static bool IsEmpty(string text, int from, int to) => FormFolding.Key(text[from..Math.Max(from, to)]).Length == 0;

    /// <summary>The end of a question of one line, 是否…; yes and no to tick; brackets with nothing in them, of which the print may have lost one; a line; spaces before a unit.</summary>
    [GeneratedRegex(
        @"(?<asked>(?<=^[ \u3000]{0,4}是否[^\n；;。（(：:_□☐○◯〇❏☑/／]{2,120}([：:][ \u3000\u00A0]{0,20})?)(?=\n|$))"
        + @"|(?<tick>[（(]?\s{0,4}[□☐○◯〇❏☑]\s{0,4}是\s{0,4}[、/／|]?\s{0,8}[□☐○◯〇❏]\s{0,4}否\s{0,4}[）)]?"
        + @"|[（(]?\s{0,4}是\s{0,4}[□☐○◯〇❏]\s{0,8}[、/／|]?\s{0,4}否\s{0,4}[□☐○◯〇❏]\s{0,4}[）)]?"
        + @"|是\s{0,4}[（(][\s_]{0,8}[）)]\s{0,8}[、，,]?\s{0,4}否\s{0,4}[（(][\s_]{0,8}[）)]"
        + @"|[（(]\s{0,4}是\s{0,4}[/／、|或]\s{0,4}否\s{0,4}[）)]|(?<=[：:_\s])是\s{0,4}[/／]\s{0,4}否(?!" + Han.Pattern + "))"
        + @"|[（(〔【［\[][ \t\u3000\u00A0\u2000-\u200B_＿﹍]{0,60}[）)〕】］\]]"
        + @"|[_＿﹍](?:[ \u3000\u00A0]{0,20}[_＿﹍]){1,80}"
        + @"|(?<open>(?<=[”》]|" + Han.Pattern + @")(?:[ \u3000\u00A0]{2,40}[）)]|[（(][ \u3000\u00A0]{2,40}|[ \u3000\u00A0]{2,40}))",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, MatchTime.Milliseconds)]
    private static partial Regex Place();

    [GeneratedRegex(@"[□☐○◯〇❏]\s{0,4}是|是\s{0,4}[□☐○◯〇❏]|[□☐○◯〇❏]\s{0,4}否|否\s{0,4}[□☐○◯〇❏]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Tick();

    [GeneratedRegex(@"[□☐❏]\s{0,4}" + Han.Pattern, RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Choice();
}
