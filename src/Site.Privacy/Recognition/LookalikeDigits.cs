using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Letters and signs that people type for the digits 0 and 1: 15400000O21, l54….</summary>
internal static class LookalikeDigits
{
    private const string Zeros = "OoОоΟο○◯〇Ｏｏ";
    private const string Ones = "lIІіɪ丨｜|Ｉｌ";
    private const int Shortest = 7;
    private const int LeastDigits = 2;
    private const int MostBetween = 3;
    private static readonly QuickCharacters All = new(Zeros + Ones);
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
            if (digits >= LeastDigits && length >= Shortest)
            {
                read ??= text.ToCharArray();
                for (var i = start; i < end; i++)
                {
                    read[i] = Zeros.Contains(text[i]) ? '0' : Ones.Contains(text[i]) && IsLookalike(text, i) ? '1' : text[i];
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
    private static bool IsLookalike(string text, int at) => All.Contains(text[at])
        && (text[at] != '|' || !(at == 0 || at + 1 == text.Length || char.IsWhiteSpace(text[at - 1]) || char.IsWhiteSpace(text[at + 1])));

    private static bool IsDigit(char c) => FoldTable.Fold(c) is >= '0' and <= '9';
}
