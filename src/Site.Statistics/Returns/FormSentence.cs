using System.Collections.Immutable;
using Site.Core.Office;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>A sentence of a form with its blanks: <c>开展集中学习（  ）场，参与（  ）人次</c>.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Blanks">In the order printed, one or more.</param>
/// <param name="Before">Key of what stands before the first blank; see <see cref="FormFolding.Key"/>.</param>
internal sealed record FormSentence(string Text, ImmutableArray<SentenceBlank> Blanks, string Before)
{
    /// <returns>The sentences of a form in the order printed. A blank whose context goes on from the one before stands in the same sentence.</returns>
    public static ImmutableArray<FormSentence> Of(Form form)
    {
        var sentences = ImmutableArray.CreateBuilder<FormSentence>();
        foreach (var section in form.Sections)
        {
            var chain = new List<Indicator>();
            foreach (var indicator in section.Indicators.Where(indicator => indicator.Kind is IndicatorKind.Count or IndicatorKind.Text))
            {
                if (chain.Count > 0 && !indicator.Context.StartsWith(chain[^1].Context, StringComparison.Ordinal))
                {
                    sentences.Add(Make(chain));
                    chain.Clear();
                }

                chain.Add(indicator);
            }

            if (chain.Count > 0)
            {
                sentences.Add(Make(chain));
            }
        }

        return sentences.DrainToImmutable();
    }

    /// <returns>The sentence as printed, with something else in the place of each blank and its brackets.</returns>
    public string With(Func<Indicator, string> fill)
    {
        var text = new System.Text.StringBuilder();
        var from = 0;
        foreach (var blank in Blanks)
        {
            text.Append(Text, from, blank.Start - from).Append(fill(blank.Indicator));
            from = blank.End;
        }

        return text.Append(Text, from, Text.Length - from).ToString();
    }

    private static FormSentence Make(List<Indicator> chain)
    {
        var text = chain[^1].Context;
        var starts = chain.Select(Start).ToArray();
        var ends = chain.Select((indicator, i) => starts[i] + (indicator.Blank?.Length ?? 0)).ToArray();
        var blanks = chain.Select((indicator, i) => new SentenceBlank(
            indicator,
            starts[i],
            ends[i],
            FormFolding.Key(indicator.Kind == IndicatorKind.Count ? indicator.PrintedUnit : ""),
            FormFolding.Key(text[ends[i]..(i + 1 < starts.Length ? starts[i + 1] : text.Length)])));
        return new(text, [.. blanks], FormFolding.Key(text[..starts[0]]));
    }

    private static int Start(Indicator indicator) => indicator.Blank is { } blank
        ? indicator.Context.LastIndexOf(blank, StringComparison.Ordinal)
        : indicator.Context.Length - indicator.PrintedUnit.Length;
}

/// <summary>A blank of a sentence.</summary>
/// <param name="Start">Where its brackets begin in the text of the sentence.</param>
/// <param name="End">Just past its brackets.</param>
/// <param name="Unit">Key of its unit, empty for words.</param>
/// <param name="After">Key of all that stands between it and the next blank, its unit first; or up to the sentence's end.</param>
internal sealed record SentenceBlank(Indicator Indicator, int Start, int End, string Unit, string After);

/// <summary>A sentence of the form as found in a filled-in document.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Cell">The cell it stands in.</param>
/// <param name="Start">Where it begins in the cell.</param>
/// <param name="End">Just past what of it was found.</param>
/// <param name="Written">For each blank that was found what is written in it, brackets included.</param>
/// <param name="Stop">What the first blank that was not found stumbled over.</param>
internal sealed record SentenceMatch(
    FormSentence Sentence, DocumentCell Cell, int Start, int End, ImmutableArray<string> Written, SentenceStop Stop)
{
    private const int LongestWriting = 80;
    private const int LongestBehind = 30;
    private const string NumberWords = "无零〇没有约近余多几个、，。万千百十一二三四五六七八九";

    /// <summary>Whether all of its blanks were found.</summary>
    public bool IsWhole => Written.Length == Sentence.Blanks.Length;

    /// <returns>
    /// The sentence's one place in the document; where it is nowhere whole, the place where most of it was found. Null where not even its
    /// beginning stands before a blank.
    /// </returns>
    /// <param name="others">In how many more places the whole sentence stands: there must be none.</param>
    public static SentenceMatch? Find(FormSentence sentence, ImmutableArray<DocumentCell> cells, out int others)
    {
        var found = cells.SelectMany(cell => FoldedSearch.FindAll(cell.Folded, sentence.Before).Select(before => Match(sentence, cell, before))).ToList();
        var whole = found.Where(match => match.IsWhole).ToList();
        others = Math.Max(0, whole.Count - 1);
        return whole.FirstOrDefault() ?? found.Where(match => match.Stop != SentenceStop.NoBlank || match.Written.Length > 0).MaxBy(match => match.Written.Length);
    }

    private static SentenceMatch Match(FormSentence sentence, DocumentCell cell, FoldedSpan before)
    {
        var written = ImmutableArray.CreateBuilder<string>();
        var at = before.End;
        foreach (var blank in sentence.Blanks)
        {
            at = FoldedSearch.SkipSpace(cell.Folded, at);
            if (Gap(cell.Folded, at, blank) is not { } gap)
            {
                return new(sentence, cell, before.Start, at, written.ToImmutable(), StopAt(cell.Folded, at, blank));
            }

            written.Add(cell.Text[at..gap.Start]);
            at = gap.End;
        }

        return new(sentence, cell, before.Start, at, written.ToImmutable(), SentenceStop.None);
    }

    /// <returns>What comes behind the writing: the words up to the next blank, or null where they do not.</returns>
    private static FoldedSpan? Gap(string folded, int from, SentenceBlank blank)
    {
        if (from < folded.Length && folded[from] == '(' && FoldedSearch.Closing(folded, from, LongestWriting) is var close and >= 0)
        {
            return blank.After.Length == 0 ? new(close + 1, close + 1) : FoldedSearch.Find(folded, close + 1, close + 1 + LongestBehind, blank.After) is { } behind
                && IsWriting(folded.AsSpan(close + 1, behind.Start - close - 1), blank)
                ? behind
                : null;
        }

        if (blank.After.Length == 0)
        {
            var end = folded.AsSpan(from).IndexOfAny('\n', ';', '。') is var stop and >= 0 ? from + stop : folded.Length;
            return end - from <= LongestWriting ? new(end, end) : null;
        }

        var next = FoldedSearch.Find(folded, from, from + (blank.Indicator.Kind == IndicatorKind.Text ? LongestWriting : LongestBehind), blank.After);
        return next is not null && IsWriting(folded.AsSpan(from, next.Start - from), blank) ? next : null;
    }

    /// <summary>Whether what stands outside brackets can be a number, or words in a blank for words; other words are another sentence.</summary>
    private static bool IsWriting(ReadOnlySpan<char> written, SentenceBlank blank)
    {
        foreach (var c in written)
        {
            if (c is '(' or ';' or '。' || (blank.Indicator.Kind == IndicatorKind.Text ? c == '\n' : c >= '\u3000' && !NumberWords.Contains(c) && !blank.Unit.Contains(c)))
            {
                return false;
            }
        }

        return true;
    }

    private static SentenceStop StopAt(string folded, int from, SentenceBlank blank)
    {
        var close = from < folded.Length && folded[from] == '(' ? FoldedSearch.Closing(folded, from, LongestWriting) : -1;
        if (close < 0)
        {
            return SentenceStop.NoBlank;
        }

        var behind = FoldedSearch.SkipSpace(folded, close + 1);
        return blank.Unit.Length == 0 || FoldedSearch.EndAt(folded, behind, blank.Unit) < 0 ? SentenceStop.OtherUnit : SentenceStop.OtherWords;
    }
}

/// <summary>Why a sentence was not found to its end.</summary>
internal enum SentenceStop
{
    /// <summary>The sentence was found whole.</summary>
    None,

    /// <summary>There is nothing to write on where the blank should be.</summary>
    NoBlank,

    /// <summary>The blank is there, and another unit behind it.</summary>
    OtherUnit,

    /// <summary>The blank and its unit are there; what follows is not.</summary>
    OtherWords,
}

/// <summary>A yes-or-no blank as found in a filled-in document.</summary>
/// <param name="Cell">The cell its words stand in.</param>
/// <param name="Written">What is ticked or written behind them, in the same paragraph or the next cell of the row.</param>
internal sealed record TickMatch(DocumentCell Cell, string Written)
{
    /// <returns>The place of its words where something to tick follows, else the first place of its words; null where they are nowhere.</returns>
    public static TickMatch? Find(Indicator indicator, ImmutableArray<DocumentCell> cells)
    {
        var key = FormFolding.Key(indicator.Context);
        var found = cells.SelectMany((cell, at) => FoldedSearch.FindAll(cell.Folded, key).Select(words => Read(cell, words.End, cells, at))).ToList();
        return found.FirstOrDefault(match => match.IsTicked) ?? found.FirstOrDefault();
    }

    private bool IsTicked => FigureParser.Plain(Written) is { Length: > 0 } && FigureParser.ReadBoolean(Written).Mistake is null;

    private static TickMatch Read(DocumentCell cell, int from, ImmutableArray<DocumentCell> cells, int at)
    {
        var end = cell.Folded.AsSpan(from).IndexOfAny(';', '。', '\n');
        var rest = cell.Text[from..(end < 0 ? cell.Text.Length : from + end)].Trim(' ', '：', ':', '”', '"', '\u00A0', '\u3000');
        var line = cell.Text.AsSpan(from).IndexOf('\n');
        if (rest.Length == 0 || FigureParser.Plain(rest).All(FormFolding.IsIgnored))
        {
            var next = at + 1 < cells.Length ? cells[at + 1] : null;
            rest = line >= 0 && IsTick(cell.Text[(from + line + 1)..].Split('\n')[0]) ? cell.Text[(from + line + 1)..].Split('\n')[0]
                : next is not null && next.Table == cell.Table && next.Row == cell.Row && cell.Table > 0 && !next.IsContinued && IsTick(next.Text) ? next.Text
                : "";
        }

        return new(cell, rest);
    }

    private static bool IsTick(string text) => FigureParser.ReadBoolean(text).Mistake is null;
}

/// <summary>Finds a key in folded text, passing over spaces, punctuation and quotation marks.</summary>
internal static class FoldedSearch
{
    /// <param name="folded">Text folded character by character.</param>
    /// <param name="key">Letters without anything silent, one or more.</param>
    /// <returns>Just past the key where it begins exactly here, or -1.</returns>
    public static int EndAt(string folded, int at, string key)
    {
        var matched = 0;
        for (var i = at; i < folded.Length; i++)
        {
            if (folded[i] == key[matched])
            {
                if (++matched == key.Length)
                {
                    return i + 1;
                }
            }
            else if (matched == 0 || !FormFolding.IsIgnored(folded[i]))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <param name="from">First place to look at.</param>
    /// <param name="before">The key must begin before this place.</param>
    /// <returns>Where the key begins and just past it, or null.</returns>
    public static FoldedSpan? Find(string folded, int from, int before, string key)
    {
        for (var at = from; at < Math.Min(before, folded.Length); at++)
        {
            if (folded[at] == key[0] && EndAt(folded, at, key) is var end and >= 0)
            {
                return new(at, end);
            }
        }

        return null;
    }

    /// <returns>Every place where the key stands, in order.</returns>
    public static IEnumerable<FoldedSpan> FindAll(string folded, string key)
    {
        for (var from = 0; Find(folded, from, folded.Length, key) is { } found; from = found.Start + 1)
        {
            yield return found;
        }
    }

    /// <returns>The place of the bracket that closes the one at a place, or -1 where none does within so many characters.</returns>
    public static int Closing(string folded, int open, int within)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(folded.Length, open + within); i++)
        {
            depth += folded[i] == '(' ? 1 : folded[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <returns>The first place from here on that is a bracket, or may belong to a number, or says something.</returns>
    public static int SkipSpace(string folded, int from)
    {
        while (from < folded.Length && FormFolding.IsIgnored(folded[from]) && folded[from] is not ('(' or ')' or '-' or '.' or ','))
        {
            from++;
        }

        return from;
    }
}

/// <summary>A stretch of text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Just past its last.</param>
internal sealed record FoldedSpan(int Start, int End);
