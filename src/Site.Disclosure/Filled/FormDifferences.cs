using System.Buffers;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>A sentence of the form, and where the document has it.</summary>
/// <param name="Match">Null where it has it nowhere.</param>
/// <param name="Others">How many more places have it whole.</param>
internal sealed record FormDifference(FormSentence Sentence, SentenceMatch? Match, int Others);

/// <summary>Says in what a filled-in document differs from its form: blanks that are missing, new, moved, doubled, or in another unit.</summary>
internal static class FormDifferences
{
    private const int MostNew = 10;
    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789,_");

    /// <param name="problems">Takes problems of subject <c>returns</c>: <c>blank-missing</c>, <c>blank-twice</c>, <c>blank-new</c>, <c>blank-moved</c>, <c>unit-changed</c>.</param>
    public static void Report(
        string path, Form form, ImmutableArray<FormDifference> found, ImmutableArray<DocumentCell> cells, List<Problem> problems)
    {
        foreach (var (sentence, match, others) in found)
        {
            if (match is null)
            {
                ReportMissing(path, form, sentence.Blanks.Select(blank => blank.Indicator), problems);
            }
            else if (!match.IsWhole)
            {
                ReportBroken(path, form, match, problems);
            }
            else if (others > 0)
            {
                problems.Add(Problem.Error("returns/blank-twice", new(path), $"{match.Cell.Seen}：{Quotation.Of(sentence.Blanks[0].Indicator.Label)} 这句话在文件里出现了 {others + 1} 次，不知道该读哪一处。", "只留下一处。"));
            }
            else if (OtherSection(form, match, cells) is { } section)
            {
                problems.Add(Problem.Error("returns/blank-moved", new(path),
                    $"{match.Cell.Seen}：{Quotation.Of(sentence.Blanks[0].Indicator.Label)} 从栏目 {Quotation.Of(form.SectionOf(sentence.Blanks[0].Indicator).Title)} 移到了 {Quotation.Of(section.Title)}。", FilledDocument.Cure(form)));
            }
        }

        ReportNew(path, form, [.. found.Select(difference => difference.Match).OfType<SentenceMatch>()], cells, problems);
    }

    public static void ReportMissing(string path, Form form, IEnumerable<Indicator> missing, List<Problem> problems) =>
        problems.AddRange(missing.Select(indicator => Problem.Error("returns/blank-missing", new(path),
            $"找不到栏目 {Quotation.Of(form.SectionOf(indicator).Title)} 里的空格 {Quotation.Of(indicator.Label)}（{indicator.Unit}）。", FilledDocument.Cure(form))));

    private static void ReportBroken(string path, Form form, SentenceMatch match, List<Problem> problems)
    {
        var at = match.Written.Length;
        var blank = match.Sentence.Blanks[at].Indicator;
        if (match.Stop == SentenceStop.OtherUnit)
        {
            problems.Add(Problem.Error("returns/unit-changed", new(path),
                $"{match.Cell.Seen}：{Quotation.Of(blank.Label)} 的空格后面应当是 “{blank.PrintedUnit}”，这里不是。", FilledDocument.Cure(form)));
            at++;
        }
        else if (match.Stop == SentenceStop.OtherWords)
        {
            at++;
        }

        ReportMissing(path, form, match.Sentence.Blanks.Skip(at).Select(missing => missing.Indicator), problems);
    }

    /// <returns>The section whose heading stands before a sentence, where it is not the sentence's own; null where no heading says so.</returns>
    private static FormSection? OtherSection(Form form, SentenceMatch match, ImmutableArray<DocumentCell> cells)
    {
        var headings = cells.Where(cell => cell.Table == match.Cell.Table && cell.Row == match.Cell.Row && cell.Column < match.Cell.Column)
            .Select(cell => FormLetters.Key(Heading(cell, cells).Text)).Where(key => key.Length > 0).ToList();
        var own = form.SectionOf(match.Sentence.Blanks[0].Indicator);
        return match.Cell.Table == 0 || string.Concat(headings).Contains(FormLetters.Key(own.Title), StringComparison.Ordinal)
            ? null
            : form.Sections.FirstOrDefault(section => section != own && headings.Contains(FormLetters.Key(section.Title), StringComparer.Ordinal));
    }

    /// <summary>The upper part of a cell that spans several rows.</summary>
    private static DocumentCell Heading(DocumentCell cell, ImmutableArray<DocumentCell> cells) => cell.IsContinued
        ? cells.LastOrDefault(other => other.Table == cell.Table && other.Column == cell.Column && other.Row < cell.Row && !other.IsContinued) ?? cell
        : cell;

    /// <summary>Brackets with nothing or a number in them, words before and behind, in no sentence that the form knows.</summary>
    private static void ReportNew(
        string path, Form form, ImmutableArray<SentenceMatch> matches, ImmutableArray<DocumentCell> cells, List<Problem> problems)
    {
        foreach (var cell in cells.Where(cell => cell.Table > 0).SelectMany(NewBlanks).Take(MostNew))
        {
            problems.Add(Problem.Error("returns/blank-new", new(path), $"{cell.Seen}：这里有一个表格里没有的空格。", FilledDocument.Cure(form)));
        }

        IEnumerable<DocumentCell> NewBlanks(DocumentCell cell)
        {
            for (var open = cell.Folded.IndexOf('('); open >= 0; open = cell.Folded.IndexOf('(', open + 1))
            {
                var close = FoldedSearch.Closing(cell.Folded, open, 20);
                if (close > 0 && IsBlank(cell.Folded, open, close) && !matches.Any(match => match.Cell == cell && match.Start <= open && open < match.End))
                {
                    yield return cell;
                }
            }
        }
    }

    private static bool IsBlank(string folded, int open, int close)
    {
        var before = folded.AsSpan(0, open).TrimEnd(' ');
        var behind = folded.AsSpan(close + 1).TrimStart(' ');
        return before.Length > 0 && !FormLetters.IsSilent(before[^1])
            && behind.Length > 0 && char.GetUnicodeCategory(behind[0]) == System.Globalization.UnicodeCategory.OtherLetter
            && folded.AsSpan(open + 1, close - open - 1).Trim(' ').IndexOfAnyExcept(Numbers) < 0;
    }
}
