using System.Buffers;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>Reads a filled-in form from the cells of a Word document, each blank by its place in its sentence.</summary>
internal static class FilledDocument
{
    /// <summary>A document with fewer of a form's sentences is another one.</summary>
    private const double LeastShare = 0.5;

    /// <param name="path">Path of the file.</param>
    /// <param name="cells">Its text.</param>
    /// <param name="diagnostics">Takes <c>returns/unknown-form</c>, <c>returns/unknown-version</c> and what differs from the form.</param>
    /// <returns>What is written in the blanks of each form in it; those are left out of which it is not known beyond doubt what form of which version they are.</returns>
    public static ImmutableArray<FilledForm> ReadAll(string path, FormRegistry forms, ImmutableArray<DocumentCell> cells, List<Diagnostic> diagnostics)
    {
        var read = ImmutableArray.CreateBuilder<FilledForm>();
        foreach (var (known, part) in Parts(forms, cells))
        {
            if (Read(path, forms, known, part, diagnostics) is { } filled)
            {
                // What stands once at the top of a document holds for the other forms in it.
                read.Add(read.Count > 0 && read[0].Form != filled.Form
                    ? filled with { Unit = filled.Unit.Length > 0 ? filled.Unit : read[0].Unit, Day = filled.Day.Length > 0 ? filled.Day : read[0].Day }
                    : filled);
            }
        }

        return read.DrainToImmutable();
    }

    /// <summary>Cuts a document that holds several forms: before each 表号; without them between its tables, where they are of different forms.</summary>
    /// <returns>The parts in order, each with its form where its tables tell it.</returns>
    private static IEnumerable<(Form? Form, ImmutableArray<DocumentCell> Cells)> Parts(FormRegistry forms, ImmutableArray<DocumentCell> cells)
    {
        var marks = Enumerable.Range(0, cells.Length).Where(at => cells[at].Folded.Contains("表号", StringComparison.Ordinal) && HeaderFields.Read([cells[at]]).Form.Length > 0).ToList();
        if (marks.Count > 1)
        {
            return marks.Select((mark, at) => ((Form?)null, cells[(at == 0 ? 0 : mark)..(at + 1 < marks.Count ? marks[at + 1] : cells.Length)]));
        }

        if (marks.Count == 1 || forms.Collected.Count(form => Share(form, cells) >= LeastShare) < 2)
        {
            return [(null, cells)];
        }

        var parts = new List<(Form? Form, int Start)>();
        var start = 0;
        for (var at = 0; at < cells.Length; at++)
        {
            if (cells[at].Table > 0 && (at + 1 == cells.Length || cells[at + 1].Table != cells[at].Table))
            {
                var table = cells[start..(at + 1)];
                var likely = forms.Collected.Select(form => (Form: form, Share: Whole(form, table))).Where(entry => entry.Share > 0).OrderByDescending(entry => entry.Share).FirstOrDefault().Form;
                if (parts.Count == 0 || (likely is not null && likely != parts[^1].Form))
                {
                    parts.Add((likely, start));
                }

                start = at + 1;
            }
        }

        return parts.Select((part, at) => (parts.Count > 1 ? part.Form : null, cells[(at == 0 ? 0 : part.Start)..(at + 1 < parts.Count ? parts[at + 1].Start : cells.Length)]));
    }

    private static FilledForm? Read(string path, FormRegistry forms, Form? known, ImmutableArray<DocumentCell> cells, List<Diagnostic> diagnostics)
    {
        var header = HeaderFields.Read(cells);
        if ((known ?? FindForm(path, forms, header, cells, diagnostics)) is not { } form)
        {
            return null;
        }

        var before = diagnostics.Count;
        if (header.Version.Length > 0 && FigureParser.Plain(header.Version) != FigureParser.Plain(form.Version))
        {
            diagnostics.Add(Diagnostic.Error("returns/unknown-version", new(path), $"表格 “{form.Id}” 没有这个版本，现在用的是 {form.Version} 版。", Help(form)));
        }

        var blanks = ImmutableArray.CreateBuilder<WrittenBlank>();
        var matches = FormSentence.Of(form).Select(sentence => new FormDifference(sentence, SentenceMatch.Find(sentence, cells, out var others), others)).ToImmutableArray();
        FormDifferences.Report(path, form, matches, cells, diagnostics);
        foreach (var match in matches.Select(difference => difference.Match).OfType<SentenceMatch>().Where(match => match.IsWhole))
        {
            blanks.AddRange(match.Sentence.Blanks.Select((blank, i) => new WrittenBlank(blank.Indicator, match.Written[i], false, new(path), match.Cell.Description)));
        }

        foreach (var indicator in form.Indicators.Where(indicator => indicator.Kind == IndicatorKind.Boolean))
        {
            if (TickMatch.Find(indicator, cells) is { } tick)
            {
                blanks.Add(new(indicator, tick.Written, false, new(path), tick.Cell.Description));
            }
            else
            {
                FormDifferences.ReportMissing(path, form, [indicator], diagnostics);
            }
        }

        return diagnostics.Count == before ? new(form, header.Unit, header.Day, header.Correction, InOrder(form, blanks), header.Dropped) : null;
    }

    private static ImmutableArray<WrittenBlank> InOrder(Form form, IEnumerable<WrittenBlank> blanks)
    {
        var byId = blanks.ToDictionary(blank => blank.Indicator.Id, StringComparer.Ordinal);
        return [.. form.Indicators.Where(indicator => byId.ContainsKey(indicator.Id)).Select(indicator => byId[indicator.Id])];
    }

    /// <summary>What to do with a form of another shape.</summary>
    public static string Help(Form form) => $"用 site stats template {form.Id} 生成的空表重新填写；如果表格真的改了，先改 {form.Location.Path} 和它的 version。";

    private static Form? FindForm(string path, FormRegistry forms, HeaderFields header, ImmutableArray<DocumentCell> cells, List<Diagnostic> diagnostics)
    {
        var known = string.Join("、", forms.Collected.Select(form => $"{form.Id}（{form.Title}）"));
        if (header.Form.Length > 0)
        {
            var named = forms.FindForm(header.Form);
            if (named is null || named.IsNeverPublished)
            {
                diagnostics.Add(Diagnostic.Error("returns/unknown-form", new(path), $"表号 {Quoted.Id(header.Form)} 不是统计表。", $"已有的表格：{known}。"));
            }

            return named is { IsNeverPublished: false } ? named : null;
        }

        var likely = forms.Collected.Select(form => (Form: form, Share: Share(form, cells))).Where(entry => entry.Share >= LeastShare).ToList();
        if (likely.Count != 1)
        {
            diagnostics.Add(likely.Count == 0
                ? Diagnostic.Error("returns/unknown-form", new(path), "看不出这是哪一张统计表。", $"用 site stats template 生成的空表填写。已有的表格：{known}。")
                : Diagnostic.Error("returns/several-forms", new(path), $"这个文件里有 {likely.Count} 张统计表：{string.Join("、", likely.Select(entry => entry.Form.Id))}。", "一张表存成一个文件，分别导入。"));
        }

        return likely.Count == 1 ? likely[0].Form : null;
    }

    /// <returns>How many sentences of a form stand whole in some cells.</returns>
    private static int Whole(Form form, ImmutableArray<DocumentCell> cells) => FormSentence.Of(form).Count(sentence => SentenceMatch.Find(sentence, cells, out _) is { IsWhole: true });

    private static double Share(Form form, ImmutableArray<DocumentCell> cells)
    {
        var sentences = FormSentence.Of(form);
        return sentences.IsEmpty ? 0 : sentences.Count(sentence => SentenceMatch.Find(sentence, cells, out _) is not null) / (double)sentences.Length;
    }
}

/// <summary>A sentence of the form, and where it stands in the document.</summary>
/// <param name="Match">Its place in the document; null where it is not there.</param>
/// <param name="Others">In how many more places the whole sentence stands.</param>
internal sealed record FormDifference(FormSentence Sentence, SentenceMatch? Match, int Others);

/// <summary>Reports how a filled-in document differs from its form: blanks that are missing, new, moved, doubled, or in another unit.</summary>
internal static class FormDifferences
{
    private const int MostNew = 10;
    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789,_");

    /// <param name="diagnostics">Takes diagnostics of subject <c>returns</c>: <c>blank-missing</c>, <c>blank-twice</c>, <c>blank-new</c>, <c>blank-moved</c>, <c>unit-changed</c>.</param>
    public static void Report(
        string path, Form form, ImmutableArray<FormDifference> found, ImmutableArray<DocumentCell> cells, List<Diagnostic> diagnostics)
    {
        foreach (var (sentence, match, others) in found)
        {
            if (match is null)
            {
                ReportMissing(path, form, sentence.Blanks.Select(blank => blank.Indicator), diagnostics);
            }
            else if (!match.IsWhole)
            {
                ReportBroken(path, form, match, diagnostics);
            }
            else if (others > 0)
            {
                diagnostics.Add(Diagnostic.Error("returns/blank-twice", new(path), $"{match.Cell.Description}：{Quoted.InMarks(sentence.Blanks[0].Indicator.Label)} 这句话在文件里出现了 {others + 1} 次，不知道该读哪一处。", "只留下一处。"));
            }
            else if (OtherSection(form, match, cells) is { } section)
            {
                diagnostics.Add(Diagnostic.Error("returns/blank-moved", new(path),
                    $"{match.Cell.Description}：{Quoted.InMarks(sentence.Blanks[0].Indicator.Label)} 从栏目 {Quoted.InMarks(form.SectionOf(sentence.Blanks[0].Indicator).Title)} 移到了 {Quoted.InMarks(section.Title)}。", FilledDocument.Help(form)));
            }
        }

        ReportNew(path, form, [.. found.Select(difference => difference.Match).OfType<SentenceMatch>()], cells, diagnostics);
    }

    public static void ReportMissing(string path, Form form, IEnumerable<Indicator> missing, List<Diagnostic> diagnostics) =>
        diagnostics.AddRange(missing.Select(indicator => Diagnostic.Error("returns/blank-missing", new(path),
            $"找不到栏目 {Quoted.InMarks(form.SectionOf(indicator).Title)} 里的空格 {Quoted.InMarks(indicator.Label)}（{indicator.Unit}）。", FilledDocument.Help(form))));

    private static void ReportBroken(string path, Form form, SentenceMatch match, List<Diagnostic> diagnostics)
    {
        var at = match.Written.Length;
        var blank = match.Sentence.Blanks[at].Indicator;
        if (match.Stop == SentenceStop.OtherUnit)
        {
            diagnostics.Add(Diagnostic.Error("returns/unit-changed", new(path),
                $"{match.Cell.Description}：{Quoted.InMarks(blank.Label)} 的空格后面应当是 “{blank.PrintedUnit}”，这里不是。", FilledDocument.Help(form)));
            at++;
        }
        else if (match.Stop == SentenceStop.OtherWords)
        {
            at++;
        }

        ReportMissing(path, form, match.Sentence.Blanks.Skip(at).Select(missing => missing.Indicator), diagnostics);
    }

    /// <returns>The section whose heading stands before a sentence, where it is not the sentence's own; null where no heading says so.</returns>
    private static FormSection? OtherSection(Form form, SentenceMatch match, ImmutableArray<DocumentCell> cells)
    {
        var headings = cells.Where(cell => cell.Table == match.Cell.Table && cell.Row == match.Cell.Row && cell.Column < match.Cell.Column)
            .Select(cell => FormFolding.Key(Heading(cell, cells).Text)).Where(key => key.Length > 0).ToList();
        var own = form.SectionOf(match.Sentence.Blanks[0].Indicator);
        return match.Cell.Table == 0 || string.Concat(headings).Contains(FormFolding.Key(own.Title), StringComparison.Ordinal)
            ? null
            : form.Sections.FirstOrDefault(section => section != own && headings.Contains(FormFolding.Key(section.Title), StringComparer.Ordinal));
    }

    /// <summary>The upper part of a cell that spans several rows.</summary>
    private static DocumentCell Heading(DocumentCell cell, ImmutableArray<DocumentCell> cells) => cell.IsContinued
        ? cells.LastOrDefault(other => other.Table == cell.Table && other.Column == cell.Column && other.Row < cell.Row && !other.IsContinued) ?? cell
        : cell;

    /// <summary>Brackets with nothing or a number in them, words before and behind, in no sentence that the form knows.</summary>
    private static void ReportNew(
        string path, Form form, ImmutableArray<SentenceMatch> matches, ImmutableArray<DocumentCell> cells, List<Diagnostic> diagnostics)
    {
        foreach (var cell in cells.Where(cell => cell.Table > 0).SelectMany(NewBlanks).Take(MostNew))
        {
            diagnostics.Add(Diagnostic.Error("returns/blank-new", new(path), $"{cell.Description}：这里有一个表格里没有的空格。", FilledDocument.Help(form)));
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
        return before.Length > 0 && !FormFolding.IsIgnored(before[^1])
            && behind.Length > 0 && char.GetUnicodeCategory(behind[0]) == System.Globalization.UnicodeCategory.OtherLetter
            && folded.AsSpan(open + 1, close - open - 1).Trim(' ').IndexOfAnyExcept(Numbers) < 0;
    }
}
