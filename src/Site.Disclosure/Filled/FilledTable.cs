using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

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
    /// <param name="problems">Takes <c>returns/no-heading</c>, <c>returns/unknown-form</c>, <c>returns/unknown-version</c> and what differs from the form.</param>
    /// <returns>What is written in the blanks, or null where the table cannot be followed.</returns>
    public static FilledForm? Read(string path, FormBook book, ImmutableArray<SheetRow> rows, List<Problem> problems)
    {
        if (rows.Take(LastHeading).Select(Columns).FirstOrDefault(columns => columns is not null) is not { } heading)
        {
            problems.Add(Problem.Error("returns/no-heading", new(path), "找不到写着列名的那一行。", "用 site stats template 生成的空表填写，不要改动列名：编号、栏目、指标、单位、填报数。"));
            return null;
        }

        var body = rows.Where(row => row.Sheet == heading.Row.Sheet && row.Line > heading.Row.Line && row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToImmutableArray();
        if (FindForm(path, book, heading, body, problems) is not { } form)
        {
            return null;
        }

        var before = problems.Count;
        var sorter = new FilledRows(path, form, heading, problems);
        foreach (var row in body)
        {
            sorter.Read(row);
        }

        var filled = sorter.Finish();
        return problems.Count == before ? filled : null;
    }

    /// <returns>In which column each thing stands, or null where the row is no heading.</returns>
    private static TableHeading? Columns(SheetRow row)
    {
        var names = row.Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        var columns = Headings.Select(heading => names.FindIndex(name => heading.Contains(name, StringComparer.Ordinal))).ToArray();
        return columns[3] >= 0 && (columns[0] >= 0 || columns[2] >= 0) ? new(row, columns[0], columns[1], columns[2], columns[3]) : null;
    }

    private static Form? FindForm(string path, FormBook book, TableHeading heading, ImmutableArray<SheetRow> body, List<Problem> problems)
    {
        var ids = body.Select(row => row[heading.Id].Trim().Split('.')[0]).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var named = ids.Select(book.FindForm).OfType<Form>().ToList();
        var known = string.Join("、", book.Returned.Select(form => $"{form.Id}（{form.Title}）"));
        switch (named)
        {
            case [{ IsNeverPublished: false } only]:
                return only;
            case [_]:
                problems.Add(Problem.Error("returns/personal-form", new(path), "这是联络员推荐表，填的是个人信息，本站从不接收。", "在线下另行保存，不要放进来。"));
                return null;
            case [_, _, ..]:
                problems.Add(Problem.Error("returns/several-forms", new(path), $"这个文件里有 {named.Count} 张统计表：{string.Join("、", named.Select(form => form.Id))}。", "一张表存成一个文件，分别导入。"));
                return null;
        }

        var labels = body.Select(row => FormLetters.Key(row[heading.Label])).ToHashSet(StringComparer.Ordinal);
        var likely = ids.Count > 0 ? [] : book.Returned.Where(form => form.Indicators.Count(indicator => labels.Contains(FormLetters.Key(indicator.Label))) * 2 >= form.Indicators.Length).ToList();
        if (likely is [var likeliest])
        {
            return likeliest;
        }

        problems.Add(Problem.Error("returns/unknown-form", new(path), ids.Count > 0 ? $"不认识表格 {SafeWord.Quote(ids[0])}。" : "看不出这是哪一张统计表。", $"已有的表格：{known}。"));
        return null;
    }
}

/// <summary>The row with the names of the columns, and in which column, from 0, each thing stands; -1 where in none.</summary>
internal sealed record TableHeading(SheetRow Row, int Id, int Section, int Label, int Value);
