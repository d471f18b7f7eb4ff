using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Letters and signs that people type for the digits 0 and 1: 15400000O21, l54…; behind a word for a number also those for 1, 2, 5 and 8: 手机1S400000B64.</summary>
internal static class LookalikeDigits
{
    private const string Zeros = "OoОоΟο○◯〇Ｏｏ";
    private const string Ones = "lIІіɪ丨｜|Ｉｌ";
    private const int Shortest = 7;
    private const int LeastDigits = 2;
    private const int MostBetween = 3;
    private const string Weak = "iZzSsB";
    private const string WeakDigits = "122558";
    private const int LeastBesideWeak = 8;
    private const int FarthestWord = 10;
    private static readonly QuickCharacters All = new(Zeros + Ones + Weak);
    private static readonly SearchValues<char> WeakLetters = SearchValues.Create(Weak);
    private static readonly string[] Words = ["手机", "手機", "电话", "電話", "号码", "號碼", "联系", "聯繫", "打", "拨", "身份证", "身份證", "tel", "Tel", "TEL"];
    private static readonly SearchValues<char> Between = SearchValues.Create(" -.·,，、/／~～—:：()（）");

    /// <returns>The text with digits in place of such letters, as long as before; null where no run of seven digits and such letters, two of them digits, holds one.</returns>
    public static string? Read(string text)
    {
        char[]? read = null;
        for (var at = All.IndexIn(text, 0); at >= 0; at = All.IndexIn(text, at))
        {
            if (!IsLookalike(text, at))
            {
                at++;
                continue;
            }

            var (start, end) = RunAround(text, at, out var digits, out var length);
            var hasWeak = text.AsSpan(start, end - start).ContainsAny(WeakLetters);
            if (digits >= (hasWeak ? LeastBesideWeak : LeastDigits) && length >= Shortest && (!hasWeak || IsAfterWord(text, start)))
            {
                read ??= text.ToCharArray();
                for (var i = start; i < end; i++)
                {
                    read[i] = Zeros.Contains(text[i]) ? '0' : Ones.Contains(text[i]) && IsLookalike(text, i) ? '1'
                        : Weak.IndexOf(text[i]) is var weak and >= 0 ? WeakDigits[weak] : text[i];
                }
            }

            at = end;
        }

        return read is null ? null : new(read);
    }

    /// <param name="digits">How many of its characters are digits.</param>
    /// <param name="length">How many are digits or look like one.</param>
    private static (int Start, int End) RunAround(string text, int at, out int digits, out int length)
    {
        var start = at;
        while (Step(text, start - 1, -1) is var before and >= 0)
        {
            start = before;
        }

        var end = at + 1;
        while (Step(text, end, 1) is var behind and >= 0)
        {
            end = behind + 1;
        }

        (digits, length) = (0, 0);
        for (var i = start; i < end; i++)
        {
            digits += IsDigit(text[i]) ? 1 : 0;
            length += IsDigit(text[i]) || IsLookalike(text, i) ? 1 : 0;
        }

        var isWord = (start > 0 && char.IsAsciiLetter(text[start - 1])) || (end < text.Length && char.IsAsciiLetter(text[end]) && text[end] is not ('X' or 'x'));
        length = isWord ? 0 : length;
        return (start, end);
    }

    /// <returns>The index of the next digit or look-alike in a direction, across a few signs; -1 if there is none.</returns>
    private static int Step(string text, int at, int direction)
    {
        for (var seen = 0; at >= 0 && at < text.Length && seen <= MostBetween; at += direction, seen++)
        {
            if (IsDigit(text[at]) || IsLookalike(text, at))
            {
                return at;
            }

            if (!Between.Contains(text[at]))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <returns>Whether a character looks like a digit; a bar with a space beside it, or at the end of a line, stands between the cells of a table.</returns>
    private static bool IsLookalike(string text, int at) => All.Contains(text[at]) && (!Weak.Contains(text[at]) || TouchesDigit(text, at))
        && (text[at] != '|' || !(at == 0 || at + 1 == text.Length || char.IsWhiteSpace(text[at - 1]) || char.IsWhiteSpace(text[at + 1])));

    private static bool TouchesDigit(string text, int at) => (at > 0 && IsDigit(text[at - 1])) || (at + 1 < text.Length && IsDigit(text[at + 1]));

    private static bool IsAfterWord(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - FarthestWord)..start);
        foreach (var word in Words)
        {
            if (before.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDigit(char c) => FoldTable.Fold(c) is >= '0' and <= '9';
}
