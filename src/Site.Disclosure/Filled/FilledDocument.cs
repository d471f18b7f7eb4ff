using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads a filled-in form from the cells of a Word document, each blank by its place in its sentence.</summary>
internal static class FilledDocument
{
    /// <summary>A document with fewer of a form's sentences is another one.</summary>
    private const double LeastShare = 0.5;

    /// <param name="path">Path of the file.</param>
    /// <param name="cells">Its text.</param>
    /// <param name="problems">Takes <c>returns/unknown-form</c>, <c>returns/unknown-version</c> and what differs from the form.</param>
    /// <returns>What is written in the blanks, or null where it is not known beyond doubt which form of which version this is.</returns>
    public static FilledForm? Read(string path, FormBook book, ImmutableArray<DocumentCell> cells, List<Problem> problems)
    {
        var header = HeaderFields.Read(cells);
        if (FindForm(path, book, header, cells, problems) is not { } form)
        {
            return null;
        }

        var before = problems.Count;
        if (header.Version.Length > 0 && FigureText.Plain(header.Version) != FigureText.Plain(form.Version))
        {
            problems.Add(Problem.Error("returns/unknown-version", new(path), $"表格 “{form.Id}” 没有这个版本，现在用的是 {form.Version} 版。", Cure(form)));
        }

        var blanks = ImmutableArray.CreateBuilder<WrittenBlank>();
        var matches = FormSentence.Of(form).Select(sentence => new FormDifference(sentence, SentenceMatch.Find(sentence, cells, out var others), others)).ToImmutableArray();
        FormDifferences.Report(path, form, matches, cells, problems);
        foreach (var match in matches.Select(difference => difference.Match).OfType<SentenceMatch>().Where(match => match.IsWhole))
        {
            blanks.AddRange(match.Sentence.Blanks.Select((blank, i) => new WrittenBlank(blank.Indicator, match.Written[i], false, new(path), match.Cell.Seen)));
        }

        foreach (var indicator in form.Indicators.Where(indicator => indicator.Kind == IndicatorKind.Boolean))
        {
            if (TickMatch.Find(indicator, cells) is { } tick)
            {
                blanks.Add(new(indicator, tick.Written, false, new(path), tick.Cell.Seen));
            }
            else
            {
                FormDifferences.ReportMissing(path, form, [indicator], problems);
            }
        }

        return problems.Count == before ? new(form, header.Unit, header.Day, header.Correction, InOrder(form, blanks), header.Dropped) : null;
    }

    private static ImmutableArray<WrittenBlank> InOrder(Form form, IEnumerable<WrittenBlank> blanks)
    {
        var byId = blanks.ToDictionary(blank => blank.Indicator.Id, StringComparer.Ordinal);
        return [.. form.Indicators.Where(indicator => byId.ContainsKey(indicator.Id)).Select(indicator => byId[indicator.Id])];
    }

    /// <summary>What to do with a form of another shape.</summary>
    public static string Cure(Form form) => $"用 site stats template {form.Id} 生成的空表重新填写；如果表格真的改了，先改 {form.Where.Path} 和它的 version。";

    private static Form? FindForm(string path, FormBook book, HeaderFields header, ImmutableArray<DocumentCell> cells, List<Problem> problems)
    {
        var known = string.Join("、", book.Returned.Select(form => $"{form.Id}（{form.Title}）"));
        if (header.Form.Length > 0)
        {
            var named = book.FindForm(header.Form);
            if (named is null || named.IsNeverPublished)
            {
                problems.Add(Problem.Error("returns/unknown-form", new(path), $"表号 {SafeWord.Quote(header.Form)} 不是统计表。", $"已有的表格：{known}。"));
            }

            return named is { IsNeverPublished: false } ? named : null;
        }

        var likely = book.Returned.Select(form => (Form: form, Share: Share(form, cells))).Where(entry => entry.Share >= LeastShare).ToList();
        if (likely.Count != 1)
        {
            problems.Add(likely.Count == 0
                ? Problem.Error("returns/unknown-form", new(path), "看不出这是哪一张统计表。", $"用 site stats template 生成的空表填写。已有的表格：{known}。")
                : Problem.Error("returns/several-forms", new(path), $"这个文件里有 {likely.Count} 张统计表：{string.Join("、", likely.Select(entry => entry.Form.Id))}。", "一张表存成一个文件，分别导入。"));
        }

        return likely.Count == 1 ? likely[0].Form : null;
    }

    private static double Share(Form form, ImmutableArray<DocumentCell> cells)
    {
        var sentences = FormSentence.Of(form);
        return sentences.IsEmpty ? 0 : sentences.Count(sentence => SentenceMatch.Find(sentence, cells, out _) is not null) / (double)sentences.Length;
    }
}
