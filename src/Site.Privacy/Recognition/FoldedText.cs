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

    /// <summary>The folded text, at most as long as the original.</summary>
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

/// <summary>Digits as they are spoken: besides Chinese numerals, what a clerk writes down from hearing (么 for 幺) and the words of radio operators (洞, 两, 拐, 勾).</summary>
internal static class Numerals
{
    private const string Spoken = "么洞两拐勾";
    private const string Digits = "10279";

    /// <returns>The ASCII digit, or the character as <see cref="FoldTable.FoldNumeral"/> folds it.</returns>
    public static char Fold(char c) => Spoken.IndexOf(c) is var at and >= 0 ? Digits[at] : FoldTable.FoldNumeral(c);

    /// <returns>Whether the character is a digit in any way of writing it.</returns>
    public static bool IsOne(char c) => char.IsAsciiDigit(Fold(c));
}
