using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Gathers the rows of one filled-in table.</summary>
/// <param name="path">Path of the file.</param>
/// <param name="form">The form they are of.</param>
/// <param name="heading">In which columns to look.</param>
/// <param name="problems">Takes problems of subject <c>returns</c>; none repeats what is written in a blank.</param>
internal sealed class FilledRows(string path, Form form, TableHeading heading, List<Problem> problems)
{
    private readonly Dictionary<string, WrittenBlank> blanks = new(StringComparer.Ordinal);
    private string unit = "";
    private string day = "";
    private string correction = "";
    private string? version;
    private int dropped;

    public void Read(SheetRow row)
    {
        var id = row[heading.Id].Trim();
        var value = row[heading.Value];
        var mark = id.Length > 0 ? "" : FormLetters.Key(row[heading.Label]);
        if (id == FormMarks.Version(form) || mark.StartsWith(FormMarks.VersionLabel, StringComparison.Ordinal))
        {
            version = value;
        }
        else if (id == FormMarks.Correction(form) || mark.StartsWith(FormMarks.CorrectionLabel, StringComparison.Ordinal))
        {
            correction = value;
        }
        else if (Find(id, row) is { } indicator)
        {
            Take(indicator, row, value);
        }
        else if (HeaderFields.IsPerson(row[heading.Label]))
        {
            Drop(value);
        }
        else
        {
            Report("returns/blank-new", row, heading.Id, $"{row.Seen}：表格 “{form.Id}” 里没有指标 {SafeWord.Quote(id)}。", FilledDocument.Cure(form));
        }
    }

    /// <returns>All that is written. Reports blanks that have no row, and a version that is another.</returns>
    public FilledForm Finish()
    {
        if (version is not null && FigureText.Plain(version) != FigureText.Plain(form.Version))
        {
            problems.Add(Problem.Error("returns/unknown-version", new(path), $"表格 “{form.Id}” 没有这个版本，现在用的是 {form.Version} 版。", FilledDocument.Cure(form)));
        }

        FormDifferences.ReportMissing(path, form, form.Indicators.Where(indicator => indicator.IsReported && !blanks.ContainsKey(indicator.Id)), problems);
        return new(form, unit.Trim(), day.Trim(), correction, [.. form.Indicators.Where(indicator => blanks.ContainsKey(indicator.Id)).Select(indicator => blanks[indicator.Id])], dropped);
    }

    private void Take(Indicator indicator, SheetRow row, string value)
    {
        if (indicator.IsPersonal)
        {
            Drop(value);
        }
        else if (indicator.Kind == IndicatorKind.Header)
        {
            (unit, day) = indicator.Unit == "日期" ? (unit, value) : (value, day);
        }
        else if (blanks.TryGetValue(indicator.Id, out var other))
        {
            Report("returns/blank-twice", row, heading.Id, $"{row.Seen}：{Quotation.Of(indicator.Label)} 在{other.Seen}已经有了。", "只留下一行。");
        }
        else
        {
            blanks.Add(indicator.Id, new(indicator, value, row.Formulas.Contains(heading.Value), At(row, heading.Value), row.Seen));
        }
    }

    /// <summary>By id; without one by label, and by section where several blanks have the same label.</summary>
    private Indicator? Find(string id, SheetRow row)
    {
        if (id.Length > 0)
        {
            return form.Indicators.FirstOrDefault(indicator => indicator.Id == id);
        }

        var label = FormLetters.Key(row[heading.Label]);
        var named = form.Indicators
            .Where(indicator => label.Length > 0 && (FormLetters.Key(indicator.Label) == label || FormLetters.Key(indicator.PrintedLabel) == label)).ToImmutableArray();
        if (named.Length < 2)
        {
            return named.FirstOrDefault();
        }

        var section = FormLetters.Key(row[heading.Section]);
        return named.Where(indicator => FormLetters.Key(form.SectionOf(indicator).Title) == section).Take(2).ToArray() is [var only] ? only : null;
    }

    private void Drop(string value) => dropped += string.IsNullOrWhiteSpace(value) ? 0 : 1;

    private void Report(string code, SheetRow row, int column, string what, string cure) =>
        problems.Add(Problem.Error(code, At(row, column), what, cure));

    private Place At(SheetRow row, int column) => new(path, row.Line, Math.Max(0, column) + 1);
}
