using System.Collections.Immutable;

namespace Site.Disclosure;

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
    /// <param name="others">How many more places have it whole: more than none is one too many.</param>
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
            return FoldedSearch.Find(folded, close + 1, close + 1 + LongestBehind, blank.After) is { } behind
                && IsWriting(folded.AsSpan(close + 1, behind.Start - close - 1), blank)
                ? behind
                : null;
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
    /// <summary>It was.</summary>
    None,

    /// <summary>There is nothing to write on where the blank should be.</summary>
    NoBlank,

    /// <summary>The blank is there, and another unit behind it.</summary>
    OtherUnit,

    /// <summary>The blank and its unit are there; what follows is not.</summary>
    OtherWords,
}
