using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Rendering.Pictures.Sharing;

/// <summary>Sets titles in lines.</summary>
internal static partial class ShareText
{
    /// <summary>Space between Chinese and Latin, in em, about as text-autospace sets it.</summary>
    public const double Gap = 0.16;

    /// <summary>How far an opening bracket hangs out of the line, in em.</summary>
    private const double Hang = 0.46;

    // GB/T 15834-2011, 5.1: these may not begin a line, and those may not end one.
    private const string NeverFirst = "，。、；：！？）》」』】〉〕”’…—·%％℃,.;:!?)]}", NeverLast = "（《「『【〈〔“‘([{", Hanging = "（《「『【〈〔“‘", HalfEmptyAtEnd = "，。、；：！？）》」』】〉〕”’";

    private const string Pauses = "，。、；：！？— ";

    /// <summary>These belong to the word before them.</summary>
    private const string Particles = "的了着过地得们吗呢吧";

    /// <returns>
    /// Text as it can be drawn: one line, no control or direction characters, no character that the typeface lacks. A Chinese character that it lacks
    /// becomes 〓, the printer's mark for a missing type; anything else is left out.
    /// </returns>
    public static string Drawable(string text)
    {
        var drawn = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            drawn.Append(Rune.IsWhiteSpace(rune) ? " "
                : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ? ""
                : ShareType.Bold.Has(rune) ? rune.ToString()
                : Han.Is(rune) ? "〓" : "");
        }

        return Spaces().Replace(drawn.Replace("\uFFFD", "").ToString(), " ").Trim();
    }

    /// <returns>The text cut where Chinese meets Latin: between two parts stands the gap.</returns>
    public static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var (start, before) = (0, default(Rune?));
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } last && ((Han.Is(last) && IsLatin(rune)) || ((IsLatin(last) || last.Value == '%') && Han.Is(rune))))
            {
                parts.Add(text[start..at]);
                start = at;
            }

            at += rune.Utf16SequenceLength;
            before = rune;
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <returns>Width of a line in em, with its gaps, and without the empty half of a mark at its end.</returns>
    public static double WidthOf(string text) => text.EnumerateRunes().Sum(ShareType.Bold.Advance) + (Gap * (Parts(text).Count - 1))
        - (text.Length > 0 && HalfEmptyAtEnd.Contains(text[^1], StringComparison.Ordinal) ? Hang : 0) - HangOf(text);

    /// <returns>How far a line starts to the left of its edge, in em: more than 0 where it begins with an opening bracket.</returns>
    public static double HangOf(string text) =>
        text.Length > 0 && Hanging.Contains(text[0], StringComparison.Ordinal) && ShareType.Bold.Advance(Rune.GetRuneAt(text, 0)) > 0.9 ? Hang : 0;

    /// <summary>Sets a text in as few lines as it needs, of about equal width, broken between words where that is possible.</summary>
    /// <param name="text">From <see cref="Drawable"/>, not empty.</param>
    /// <param name="width">Of a line, in em.</param>
    /// <param name="most">Lines, 1 or more.</param>
    /// <param name="areWordsWhole">Whether no word may be broken.</param>
    /// <returns>The lines, or null where the text needs more.</returns>
    public static List<string>? Wrap(string text, double width, int most, bool areWordsWhole = false)
    {
        var pieces = new List<Piece>();
        foreach (var piece in Unbreakable(text, width))
        {
            if (areWordsWhole && pieces.Count > 0 && pieces[^1].BreaksWord)
            {
                pieces[^1] = new(pieces[^1].Text + piece.Text, piece.BreaksWord);
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return Enumerable.Range(1, most).Select(count => Set(pieces, width, count)).FirstOrDefault(lines => lines is not null);
    }

    /// <returns>As <see cref="Wrap"/>, with the end of the text given up for an ellipsis until it fits.</returns>
    public static List<string> WrapShortened(string text, double width, int most)
    {
        var ends = new List<int>([0]);
        foreach (var rune in text.EnumerateRunes())
        {
            ends.Add(ends[^1] + rune.Utf16SequenceLength);
        }

        var fits = ends.FindIndex(end => WidthOf(text[..end]) > width * most);
        for (var length = fits < 0 ? ends.Count - 2 : fits; length > 0; length--)
        {
            var start = End().Replace(text[..ends[length]], "");
            var isMidWord = start.Contains(' ', StringComparison.Ordinal) && length + 1 < ends.Count
                && IsLetter(text, ends[length] - 1) && IsLetter(text, ends[length]);
            if (start.Length > 0 && !isMidWord && Wrap(start + "…", width, most) is { } lines)
            {
                return lines;
            }
        }

        return ["…"];
    }

    private static bool IsLetter(string text, int at) => char.IsAsciiLetter(text[at]);

    private static bool IsLatin(Rune rune) => (Rune.IsLetter(rune) && rune.Value < 0x250) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;

    /// <summary>Chinese, Japanese and full-width characters, between which any line may break.</summary>
    private static bool IsWide(Rune rune) => Han.Is(rune) || rune.Value is (>= 0x3000 and <= 0x30FF) or (>= 0xFF00 and <= 0xFF60);

    /// <returns>The text as pieces that stay whole.</returns>
    private static List<Piece> Unbreakable(string text, double width)
    {
        var pieces = new List<Piece>();
        foreach (var word in ShareWords.Of(text))
        {
            var isSplit = word.EnumerateRunes().Any(IsWide) || WidthOf(word) > width;
            var split = isSplit ? word.EnumerateRunes().Select(rune => rune.ToString()).ToList() : [word];
            for (var at = 0; at < split.Count; at++)
            {
                var breaksWord = at < split.Count - 1;
                if (pieces.Count > 0 && (NeverFirst.Contains(split[at][0], StringComparison.Ordinal) || NeverLast.Contains(pieces[^1].Text[^1], StringComparison.Ordinal)))
                {
                    pieces[^1] = new(pieces[^1].Text + split[at], breaksWord);
                    continue;
                }

                if (pieces.Count > 0 && split.Count == 1 && Particles.Contains(split[at], StringComparison.Ordinal))
                {
                    pieces[^1] = pieces[^1] with { BreaksWord = true };
                }

                pieces.Add(new(split[at], breaksWord));
            }
        }

        return pieces;
    }

    /// <returns>The cheapest way to set the pieces in just so many lines, or null: uneven lines cost, and broken words more.</returns>
    private static List<string>? Set(List<Piece> pieces, double width, int count)
    {
        var ideal = WidthOf(string.Concat(pieces.Select(piece => piece.Text))) / count;
        var known = new Dictionary<(int, int), (double Price, List<string> Lines)?>();
        return From(0, count)?.Lines;

        (double Price, List<string> Lines)? From(int start, int left) =>
            known.TryGetValue((start, left), out var found) ? found : known[(start, left)] = Search(start, left);

        (double Price, List<string> Lines)? Search(int start, int left)
        {
            (double Price, List<string> Lines)? best = null;
            for (var end = left == 1 ? pieces.Count : start + 1; end <= pieces.Count; end++)
            {
                var line = string.Concat(pieces.Skip(start).Take(end - start).Select(piece => piece.Text)).Trim();
                var lineWidth = WidthOf(line);
                if (lineWidth > width)
                {
                    break;
                }

                if (line.Length == 0 || (left == 1 ? (0, []) : From(end, left - 1)) is not { } rest)
                {
                    continue;
                }

                var price = ((lineWidth - ideal) * (lineWidth - ideal)) + (left == 1 ? 0 : pieces[end - 1].BreakPrice) + rest.Price;
                if (best is null || price < best.Value.Price)
                {
                    best = (price, [line, .. rest.Lines]);
                }
            }

            return best;
        }
    }

    [GeneratedRegex(" +", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\s\p{P}]+$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex End();

    /// <summary>What stays together in a line.</summary>
    /// <param name="BreaksWord">Whether a word goes on behind it.</param>
    private readonly record struct Piece(string Text, bool BreaksWord)
    {
        /// <summary>A broken word costs most; a mark or a space is where a reader pauses anyway.</summary>
        public double BreakPrice => (BreaksWord ? 9 : 0) - (Pauses.Contains(Text[^1], StringComparison.Ordinal) ? 8 : 0);
    }
}
