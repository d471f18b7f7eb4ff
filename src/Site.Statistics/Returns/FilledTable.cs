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
    /// <param name="rows">Its rows, sheet by sheet.</param>
    /// <param name="diagnostics">Takes <c>returns/no-heading</c>, <c>returns/unknown-form</c>, <c>returns/unknown-version</c> and what differs from the form.</param>
    /// <returns>What is written in the blanks of each form in it, be it one over several sheets or several on one; those are left out that cannot be followed.</returns>
    public static ImmutableArray<FilledForm> ReadAll(string path, FormRegistry forms, ImmutableArray<SheetRow> rows, List<Diagnostic> diagnostics)
    {
        var tables = rows.GroupBy(row => row.Sheet).SelectMany(sheet => Tables([.. sheet])).ToList();
        if (tables.Count == 0)
        {
            diagnostics.Add(Diagnostic.Error("returns/no-heading", new(path), "找不到写着列名的那一行。", "用 site stats template 生成的空表填写，不要改动列名：编号、栏目、指标、单位、填报数。"));
            return [];
        }

        var read = new List<(FilledRows Rows, List<Diagnostic> Diagnostics)>();
        foreach (var (heading, body) in tables.Where(table => tables.Count == 1 || !table.Body.IsEmpty))
        {
            var above = read.Count > 0 ? read[^1].Rows.Form : null;
            if (FindForm(path, forms, heading, body, above, diagnostics) is not { } form)
            {
                continue;
            }

            var indicators = body.Select(row => FilledRows.Find(form, heading, row, "")).OfType<Indicator>().ToList();
            var (sorter, own) = read.Find(other => other.Rows.Form == form && !other.Rows.HasAny(indicators));
            if (sorter is null)
            {
                own = [];
                sorter = new(path, form, own);
                read.Add((sorter, own));
            }

            foreach (var row in body)
            {
                sorter.Read(row, heading);
            }
        }

        var filled = ImmutableArray.CreateBuilder<FilledForm>();
        var hasWritten = read.Exists(one => one.Rows.IsWritten);
        foreach (var (sorter, own) in read.Where(one => one.Rows.IsWritten || !hasWritten))
        {
            var form = sorter.Finish();
            diagnostics.AddRange(own);
            if (!own.Exists(found => found.Severity == Severity.Error))
            {
                filled.Add(form);
            }
        }

        return filled.DrainToImmutable();
    }

    /// <summary>Cuts a sheet at each row with the names of the columns, which programs repeat on each page. The names may stand in two rows, one below the other.</summary>
    private static List<(TableHeading Heading, ImmutableArray<SheetRow> Body)> Tables(ImmutableArray<SheetRow> rows)
    {
        var tables = new List<(TableHeading Heading, ImmutableArray<SheetRow> Body)>();
        for (var at = 0; at < rows.Length && (tables.Count > 0 || at < LastHeading); at++)
        {
            var heading = Columns(rows[at]);
            if (at > 0 && rows[at - 1].Line == rows[at].Line - 1 && Columns(rows[at - 1]) is null && Columns(Both(rows[at - 1], rows[at])) is { } both && both.Count > (heading?.Count ?? 0)
                && rows[at].Cells.Any(cell => IsHeading(cell)))
            {
                heading = both;
            }

            if (heading is not null)
            {
                tables.Add((heading, []));
            }
            else if (tables.Count > 0 && rows[at].Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                tables[^1] = (tables[^1].Heading, tables[^1].Body.Add(rows[at]));
            }
        }

        return tables;
    }

    /// <summary>Two rows as one: what the lower one leaves empty stands in the upper.</summary>
    private static SheetRow Both(SheetRow upper, SheetRow lower) => lower with
    {
        Cells = [.. Enumerable.Range(0, Math.Max(upper.Cells.Length, lower.Cells.Length)).Select(column => string.IsNullOrWhiteSpace(lower[column]) ? upper[column] : lower[column])],
    };

    private static bool IsHeading(string cell) => cell.Trim().ToLowerInvariant() is var name && Headings.Any(heading => heading.Contains(name, StringComparer.Ordinal));

    /// <returns>In which column each thing stands, or null where the row is no heading.</returns>
    private static TableHeading? Columns(SheetRow row)
    {
        var names = row.Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        var columns = Headings.Select(heading => names.FindIndex(name => heading.Contains(name, StringComparer.Ordinal))).ToArray();
        return columns[3] >= 0 && (columns[0] >= 0 || columns[2] >= 0) ? new(row, columns[0], columns[1], columns[2], columns[3]) : null;
    }

    /// <param name="above">The form of the table above, or null.</param>
    private static Form? FindForm(string path, FormRegistry forms, TableHeading heading, ImmutableArray<SheetRow> body, Form? above, List<Diagnostic> diagnostics)
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
        var matched = forms.Collected.Select(form => (Form: form, Count: ids.Count > 0 ? 0 : form.Indicators.Count(indicator => labels.Contains(FormFolding.Key(indicator.Label)))))
            .OrderByDescending(entry => entry.Count).ToList();
        if (matched is [var likeliest, ..] && likeliest.Count * 2 >= likeliest.Form.Indicators.Length && likeliest.Count > matched.Skip(1).Select(entry => entry.Count).DefaultIfEmpty(0).First())
        {
            return likeliest.Form;
        }

        // Rows below a heading that comes again belong to the form above, where it has them.
        if (above is not null && matched.Exists(entry => entry.Form == above && entry.Count > 0))
        {
            return above;
        }

        diagnostics.Add(Diagnostic.Error("returns/unknown-form", new(path), ids.Count > 0 ? $"不认识表格 {Quoted.Id(ids[0])}。" : "看不出这是哪一张统计表。", $"已有的表格：{known}。"));
        return null;
    }
}

/// <summary>The row with the names of the columns, and in which column, from 0, each thing stands; -1 where in none.</summary>
internal sealed record TableHeading(SheetRow Row, int Id, int Section, int Label, int Value)
{
    /// <summary>How many of the columns there are.</summary>
    public int Count => new[] { Id, Section, Label, Value }.Count(column => column >= 0);
}

/// <summary>Gathers the rows of one filled-in form.</summary>
/// <param name="path">Path of the file.</param>
/// <param name="form">The form they are of.</param>
/// <param name="diagnostics">Takes diagnostics of subject <c>returns</c>; none repeats what is written in a blank.</param>
internal sealed class FilledRows(string path, Form form, List<Diagnostic> diagnostics)
{
    private readonly Dictionary<string, WrittenBlank> blanks = new(StringComparer.Ordinal);
    private string section = "";
    private string unit = "";
    private string day = "";
    private string correction = "";
    private string? version;
    private int dropped;

    public Form Form => form;

    /// <summary>Whether anything is written in a blank.</summary>
    public bool IsWritten => blanks.Values.Any(blank => !string.IsNullOrWhiteSpace(blank.Text));

    /// <returns>Whether one of these blanks has a row already.</returns>
    public bool HasAny(IEnumerable<Indicator> indicators) => indicators.Any(indicator => blanks.ContainsKey(indicator.Id));

    public void Read(SheetRow row, TableHeading heading)
    {
        var id = row[heading.Id].Trim();
        var value = row[heading.Value];
        var mark = id.Length > 0 ? "" : FormFolding.Key(row[heading.Label]);
        if (!string.IsNullOrWhiteSpace(row[heading.Section]))
        {
            section = row[heading.Section];
        }

        if (id == FormMarks.Version(form) || mark.StartsWith(FormMarks.VersionLabel, StringComparison.Ordinal))
        {
            version = value;
        }
        else if (id == FormMarks.Correction(form) || mark.StartsWith(FormMarks.CorrectionLabel, StringComparison.Ordinal))
        {
            correction = value;
        }
        else if (Find(form, heading, row, section) is { } indicator)
        {
            Take(indicator, row, heading, value);
        }
        else if (HeaderFields.IsPerson(row[heading.Label]))
        {
            Drop(value);
        }
        else if (id.Length > 0 || mark.Length > 0 || !string.IsNullOrWhiteSpace(value))
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

    /// <summary>By id; without one by label, and by section where several blanks have the same label.</summary>
    /// <param name="section">The section of the rows above, where the row itself names none: cells that are merged say it once.</param>
    public static Indicator? Find(Form form, TableHeading heading, SheetRow row, string section)
    {
        var id = row[heading.Id].Trim();
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

        var key = FormFolding.Key(string.IsNullOrWhiteSpace(row[heading.Section]) ? section : row[heading.Section]);
        return named.Where(indicator => FormFolding.Key(form.SectionOf(indicator).Title) == key).Take(2).ToArray() is [var only] ? only : null;
    }

    private void Take(Indicator indicator, SheetRow row, TableHeading heading, string value)
    {
        if (indicator.IsPersonal)
        {
            Drop(value);
        }
        else if (indicator.Kind == IndicatorKind.Header)
        {
            (unit, day) = indicator.Unit == "日期" ? (unit, row.Day(value)) : (value, day);
        }
        else if (blanks.TryGetValue(indicator.Id, out var other))
        {
            Report("returns/blank-twice", row, heading.Id, $"{row.Description}：{Quoted.InMarks(indicator.Label)} 在{other.Description}已经有了。", "只留下一行。");
        }
        else
        {
            blanks.Add(indicator.Id, new(indicator, value, row.Formulas.Contains(heading.Value), At(row, heading.Value), row.Description));
            if (row.IsHidden && !string.IsNullOrWhiteSpace(value))
            {
                diagnostics.Add(Diagnostic.Warning("returns/hidden-row", At(row, heading.Value), $"{row.Description}在 Excel 里被隐藏了，里面填的{Quoted.InMarks(indicator.Label)}照样读入。", "不该报的，请单位清空这一格再发来。"));
            }
        }
    }

    private void Drop(string value) => dropped += string.IsNullOrWhiteSpace(value) ? 0 : 1;

    private void Report(string code, SheetRow row, int column, string message, string help) =>
        diagnostics.Add(Diagnostic.Error(code, At(row, column), message, help));

    private Location At(SheetRow row, int column) => new(path, row.Line, Math.Max(0, column) + 1);
}
