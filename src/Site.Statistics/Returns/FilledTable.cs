using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>Reads a filled-in form from the rows of a workbook or a CSV file: one row a blank, found by its id or its label.</summary>
internal static class FilledTable
{
    private const int LastHeading = 30;

    private static readonly ImmutableArray<ImmutableArray<string>> Headings =
    [
        ["id", "编号", "指标编号"],
        ["section", "栏目"],
        ["label", "指标", "指标名称", "填报内容"],
        ["value", "填报数", "数值", "填报"],
    ];

    /// <param name="path">Path of the file.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="diagnostics">Takes <c>returns/no-heading</c>, <c>returns/unknown-form</c>, <c>returns/unknown-version</c> and what differs from the form.</param>
    /// <returns>What is written in the blanks, or null where the table cannot be followed.</returns>
    public static FilledForm? Read(string path, FormRegistry forms, ImmutableArray<SheetRow> rows, List<Diagnostic> diagnostics)
    {
        if (rows.Take(LastHeading).Select(Columns).FirstOrDefault(columns => columns is not null) is not { } heading)
        {
            diagnostics.Add(Diagnostic.Error("returns/no-heading", new(path), "找不到写着列名的那一行。", "用 site stats template 生成的空表填写，不要改动列名：编号、栏目、指标、单位、填报数。"));
            return null;
        }

        var body = rows.Where(row => row.Sheet == heading.Row.Sheet && row.Line > heading.Row.Line && row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToImmutableArray();
        if (FindForm(path, forms, heading, body, diagnostics) is not { } form)
        {
            return null;
        }

        var before = diagnostics.Count;
        var sorter = new FilledRows(path, form, heading, diagnostics);
        foreach (var row in body)
        {
            sorter.Read(row);
        }

        var filled = sorter.Finish();
        return diagnostics.Count == before ? filled : null;
    }

    /// <returns>In which column each thing stands, or null where the row is no heading.</returns>
    private static TableHeading? Columns(SheetRow row)
    {
        var names = row.Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        var columns = Headings.Select(heading => names.FindIndex(name => heading.Contains(name, StringComparer.Ordinal))).ToArray();
        return columns[3] >= 0 && (columns[0] >= 0 || columns[2] >= 0) ? new(row, columns[0], columns[1], columns[2], columns[3]) : null;
    }

    private static Form? FindForm(string path, FormRegistry forms, TableHeading heading, ImmutableArray<SheetRow> body, List<Diagnostic> diagnostics)
    {
        var ids = body.Select(row => row[heading.Id].Trim().Split('.')[0]).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var named = ids.Select(forms.FindForm).OfType<Form>().ToList();
        var known = string.Join("、", forms.Collected.Select(form => $"{form.Id}（{form.Title}）"));
        switch (named)
        {
            case [{ IsNeverPublished: false } only]:
                return only;
            case [_]:
                diagnostics.Add(Diagnostic.Error("returns/personal-form", new(path), "这是联络员推荐表，填的是个人信息，本站从不接收。", "在线下另行保存，不要放进来。"));
                return null;
            case [_, _, ..]:
                diagnostics.Add(Diagnostic.Error("returns/several-forms", new(path), $"这个文件里有 {named.Count} 张统计表：{string.Join("、", named.Select(form => form.Id))}。", "一张表存成一个文件，分别导入。"));
                return null;
        }

        var labels = body.Select(row => FormFolding.Key(row[heading.Label])).ToHashSet(StringComparer.Ordinal);
        var likely = ids.Count > 0 ? [] : forms.Collected.Where(form => form.Indicators.Count(indicator => labels.Contains(FormFolding.Key(indicator.Label))) * 2 >= form.Indicators.Length).ToList();
        if (likely is [var likeliest])
        {
            return likeliest;
        }

        diagnostics.Add(Diagnostic.Error("returns/unknown-form", new(path), ids.Count > 0 ? $"不认识表格 {Quoted.Id(ids[0])}。" : "看不出这是哪一张统计表。", $"已有的表格：{known}。"));
        return null;
    }
}

/// <summary>The row with the names of the columns, and in which column, from 0, each thing stands; -1 where in none.</summary>
internal sealed record TableHeading(SheetRow Row, int Id, int Section, int Label, int Value);

/// <summary>Gathers the rows of one filled-in table.</summary>
/// <param name="path">Path of the file.</param>
/// <param name="form">The form they are of.</param>
/// <param name="heading">In which columns to look.</param>
/// <param name="diagnostics">Takes diagnostics of subject <c>returns</c>; none repeats what is written in a blank.</param>
internal sealed class FilledRows(string path, Form form, TableHeading heading, List<Diagnostic> diagnostics)
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
        var mark = id.Length > 0 ? "" : FormFolding.Key(row[heading.Label]);
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
            Report("returns/blank-new", row, heading.Id, $"{row.Description}：表格 “{form.Id}” 里没有指标 {Quoted.Id(id)}。", FilledDocument.Help(form));
        }
    }

    /// <returns>All that is written. Reports blanks that have no row, and a version that is another.</returns>
    public FilledForm Finish()
    {
        if (version is not null && FigureParser.Plain(version) != FigureParser.Plain(form.Version))
        {
            diagnostics.Add(Diagnostic.Error("returns/unknown-version", new(path), $"表格 “{form.Id}” 没有这个版本，现在用的是 {form.Version} 版。", FilledDocument.Help(form)));
        }

        FormDifferences.ReportMissing(path, form, form.Indicators.Where(indicator => indicator.IsReported && !blanks.ContainsKey(indicator.Id)), diagnostics);
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
            Report("returns/blank-twice", row, heading.Id, $"{row.Description}：{Quoted.InMarks(indicator.Label)} 在{other.Description}已经有了。", "只留下一行。");
        }
        else
        {
            blanks.Add(indicator.Id, new(indicator, value, row.Formulas.Contains(heading.Value), At(row, heading.Value), row.Description));
        }
    }

    /// <summary>By id; without one by label, and by section where several blanks have the same label.</summary>
    private Indicator? Find(string id, SheetRow row)
    {
        if (id.Length > 0)
        {
            return form.Indicators.FirstOrDefault(indicator => indicator.Id == id);
        }

        var label = FormFolding.Key(row[heading.Label]);
        var named = form.Indicators
            .Where(indicator => label.Length > 0 && (FormFolding.Key(indicator.Label) == label || FormFolding.Key(indicator.PrintedLabel) == label)).ToImmutableArray();
        if (named.Length < 2)
        {
            return named.FirstOrDefault();
        }

        var section = FormFolding.Key(row[heading.Section]);
        return named.Where(indicator => FormFolding.Key(form.SectionOf(indicator).Title) == section).Take(2).ToArray() is [var only] ? only : null;
    }

    private void Drop(string value) => dropped += string.IsNullOrWhiteSpace(value) ? 0 : 1;

    private void Report(string code, SheetRow row, int column, string message, string help) =>
        diagnostics.Add(Diagnostic.Error(code, At(row, column), message, help));

    private Location At(SheetRow row, int column) => new(path, row.Line, Math.Max(0, column) + 1);
}
