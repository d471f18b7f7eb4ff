using System.Text;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>A text normalized for recognition, with a mapping back to the original characters.</summary>
public sealed class FoldedText
{
    private readonly int[]? starts;
    private readonly int[]? ends;

    private FoldedText(string text, int[]? starts, int[]? ends)
    {
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /// <summary>The folded text, at most as long as the original but for counted digits.</summary>
    public string Text { get; }

    /// <summary>Folds a text.</summary>
    /// <returns>The folded text; the original itself where nothing needs folding.</returns>
    public static FoldedText Of(string text, Folding folding)
    {
        var first = FirstFolded(text, folding);
        if (first == text.Length)
        {
            return new(text, null, null);
        }

        var folded = new char[text.Length];
        var from = new int[text.Length];
        var to = new int[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = folding == Folding.Numerals ? Numerals.Fold(text[i]) : FoldTable.Fold(text[i]);
            var start = i;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
                && FoldTable.FoldPair(text, i) is var digit and not '\0')
            {
                c = digit;
                i++;
            }

            if (c != FoldTable.Invisible || folding != Folding.Words)
            {
                (folded[length], from[length], to[length]) = (c, start, i + 1);
                length++;
            }
            else if (length > 0)
            {
                to[length - 1] = i + 1;
            }
        }

        return new(new string(folded, 0, length), from, to);
    }

    /// <returns>The text folded for numerals, with counted digits written out: 154四个0 as 1540000; null where there is none behind a digit.</returns>
    public static FoldedText? OfCounted(string text)
    {
        if (!text.Contains('个'))
        {
            return null;
        }

        var folded = new StringBuilder(text.Length);
        var from = new List<int>(text.Length);
        var to = new List<int>(text.Length);
        var (hasCount, last) = (false, '\0');
        for (var at = 0; at < text.Length; at++)
        {
            var c = Numerals.Fold(text[at]);
            var count = at + 2 < text.Length && text[at + 1] == '个' && c is >= '2' and <= '8' && char.IsAsciiDigit(last) ? c - '0' : 0;
            var digit = count > 0 ? text[at + 2] is 'O' or 'o' ? '0' : Numerals.Fold(text[at + 2]) : '\0';
            if (char.IsAsciiDigit(digit))
            {
                hasCount = true;
                folded.Append(digit, count);
                from.AddRange(Enumerable.Repeat(at, count));
                to.AddRange(Enumerable.Repeat(at + 3, count));
                (at, last) = (at + 2, digit);
                continue;
            }

            folded.Append(c);
            from.Add(at);
            to.Add(at + 1);
            last = c is ' ' or ',' or '、' or ':' ? last : c;
        }

        return hasCount ? new(folded.ToString(), [.. from], [.. to]) : null;
    }

    /// <summary>Maps a range of the folded text to the original text.</summary>
    /// <param name="start">First folded character, from 0.</param>
    /// <param name="end">The index after the last folded character; more than <paramref name="start"/>.</param>
    public PrivateMatch ToMatch(PrivateKind kind, int start, int end)
    {
        var first = starts is null ? start : starts[start];
        var behind = ends is null ? end : ends[end - 1];
        return new(kind, first, behind - first);
    }

    private static int FirstFolded(string text, Folding folding)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var plain = folding == Folding.Numerals ? Numerals.Fold(c) : FoldTable.Fold(c);
            if (plain != c || c == FoldTable.Invisible || char.IsHighSurrogate(c))
            {
                return i;
            }
        }

        return text.Length;
    }
}

/// <summary>How far a text is normalized.</summary>
public enum Folding
{
    /// <summary>Invisible characters are removed, and belong to the character before: for words and names.</summary>
    Words,

    /// <summary>Invisible characters become U+200B: between digits they may join or separate two numbers.</summary>
    Numbers,

    /// <summary>As for numbers, and Chinese numerals (一, 壹, 幺, 洞) and digits in circles count as digits.</summary>
    Numerals,
}

/// <summary>Digits as they are spoken: besides Chinese numerals, what a clerk writes down from hearing (么, 妖, 腰 for 幺) and the words of radio operators (洞, 两, 拐, 勾).</summary>
internal static class Numerals
{
    private const string Spoken = "么妖腰洞两拐勾";
    private const string Digits = "1110279";

    /// <returns>The ASCII digit, or the character as <see cref="FoldTable.FoldNumeral"/> folds it.</returns>
    public static char Fold(char c) => Spoken.IndexOf(c) is var at and >= 0 ? Digits[at] : FoldTable.FoldNumeral(c);

    /// <returns>Whether the character is a digit in any way of writing it.</returns>
    public static bool IsOne(char c) => char.IsAsciiDigit(Fold(c));
}
