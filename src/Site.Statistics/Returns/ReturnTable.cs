using System.Collections.Immutable;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>Reads one long CSV file: <c>form,unit,as_of,indicator,value</c> and, where it holds corrections, <c>correction</c>; the columns in any order.</summary>
internal sealed class ReturnTable
{
    /// <summary>400,000 figures are about 30 MB.</summary>
    private const long LargestFile = 256L * 1024 * 1024;

    private static readonly ImmutableArray<string> Names = ["form", "unit", "as_of", "indicator", "value", "correction"];

    private readonly FormRegistry forms;
    private readonly CsvRows rows;
    private readonly RowDiagnostics diagnostics;
    private readonly ReturnCollector collector;
    private int[] columns = [];

    private ReturnTable(FormRegistry forms, CsvRows rows, ReturnCollector collector, RowDiagnostics diagnostics)
    {
        this.forms = forms;
        this.rows = rows;
        this.collector = collector;
        this.diagnostics = diagnostics;
    }

    /// <param name="collector">Takes the figures.</param>
    /// <param name="diagnostics">Takes diagnostics of subjects <c>input</c>, <c>csv</c> and <c>returns</c>; none repeats a value.</param>
    public static void Read(SourceFile file, FormRegistry forms, ReturnCollector collector, List<Diagnostic> diagnostics)
    {
        if (InputText.Read(file, LargestFile, diagnostics) is not { } text)
        {
            return;
        }

        var own = new RowDiagnostics(file.Path);
        using var opened = InputCsv.Open(text, own);
        new ReturnTable(forms, opened, collector, own).Read();
        own.CopyTo(diagnostics);
    }

    /// <returns>Whether a file begins with the heading of such a table, or is so large that it can be nothing else.</returns>
    public static bool Is(SourceFile file) => file.Length > LargestFile
        || (InputCsv.PeekHeader(file) is var names && names.Contains("indicator", StringComparer.Ordinal) && names.Contains("form", StringComparer.Ordinal));

    private void Read()
    {
        if (!rows.Read())
        {
            if (diagnostics.Count == 0)
            {
                diagnostics.Report("csv/empty", 1, 1, "文件里没有内容。", $"第一行写列名：{string.Join(',', Names.Take(5))}。");
            }

            return;
        }

        var isKnown = ReadHeading();
        while (isKnown && rows.Read())
        {
            if (rows.Count == columns[^1] || (rows.Count > columns[^1] && Enumerable.Range(columns[^1], rows.Count - columns[^1]).All(column => string.IsNullOrWhiteSpace(rows[column]))))
            {
                ReadRow();
            }
            else if (rows.Count > 1 || rows[0].Length > 0)
            {
                diagnostics.Report("csv/columns", rows.Line, 1, $"这一行有 {rows.Count} 列，第一行有 {columns[^1]} 列。", "补上或去掉逗号；内容里有逗号的，整个放进英文双引号里。");
            }
        }
    }

    /// <summary>Finds each column; the last number is how many there are.</summary>
    private bool ReadHeading()
    {
        // Excel writes columns that were once used and are empty now.
        var count = rows.Count;
        while (count > 1 && string.IsNullOrWhiteSpace(rows[count - 1]))
        {
            count--;
        }

        columns = [.. Names.Select(_ => -1), count];
        var before = diagnostics.Count;
        var hasUnknown = false;
        for (var i = 0; i < count; i++)
        {
            var name = Names.IndexOf(rows[i].Trim(), StringComparer.Ordinal);
            var (line, column) = rows.PlaceOf(i);
            if (name < 0)
            {
                hasUnknown = true;
                diagnostics.Report("csv/unknown-column", line, column, $"第 {i + 1} 列的列名 {Quoted.Id(rows[i])} 不认识。", $"各列之间用半角逗号隔开；必须有的列：{string.Join('、', Names.Take(5))}，可以有的：{string.Join('、', Names.Skip(5))}；删掉别的列。");
            }
            else if (columns[name] >= 0)
            {
                diagnostics.Report("csv/duplicate-column", line, column, $"列 “{Names[name]}” 出现了两次。", "只留下一列。");
            }
            else
            {
                columns[name] = i;
            }
        }

        // A column under another name is one mistake, not one that is there and one that is not.
        foreach (var missing in Names.Take(5).Where((_, i) => columns[i] < 0 && !hasUnknown))
        {
            diagnostics.Report("csv/missing-column", 1, 1, $"缺少列 “{missing}”。", $"第一行写列名：{string.Join(',', Names.Take(5))}。");
        }

        return diagnostics.Count == before;
    }

    private void ReadRow()
    {
        var (formId, unit, indicatorId) = (Word(0), Word(1), Word(3));
        if (forms.FindForm(formId) is not { } form)
        {
            if (forms.IsIncomplete)
            {
                return;
            }

            Report("returns/unknown-form", 0, $"不认识表格 {Quoted.Id(formId)}。", $"已有的表格：{string.Join("、", forms.Collected.Select(known => known.Id))}；新表格先在 input/forms/ 里写好。");
        }
        else if (form.IsNeverPublished)
        {
            Report("returns/personal-form", 0, $"表格 “{formId}” 填的是个人信息，本站从不接收。", "从这个文件里删掉这张表的所有行，在线下另行保存。");
        }
        else if (forms.FindIndicator(indicatorId) is not { } indicator || !indicatorId.StartsWith(formId + ".", StringComparison.Ordinal))
        {
            Report("returns/unknown-indicator", 3, $"表格 “{formId}” 里没有指标 {Quoted.Id(indicatorId)}。", $"指标的 id 见 {form.Location.Path}。");
        }
        else if (indicator.IsPersonal)
        {
            Report("returns/personal-value", 3, $"{Quoted.InMarks(indicator.Label)} 是个人信息，不能放进来。", "删掉这一行。");
        }
        else if (unit.Length is 0 or > 80)
        {
            Report("returns/no-unit", 1, "这一行没有写单位，或者写得太长。", "写单位在 input/units.csv 里的 id。");
        }
        else if (DateParser.Read(rows[columns[2]]) is not { } asOf)
        {
            Report("returns/wrong-day", 2, "这里不是日期。", "写成 2026-06-20 这样。");
        }
        else
        {
            Add(form, unit, asOf, indicator);
        }
    }

    private void Add(Form form, string unit, DateOnly asOf, Indicator indicator)
    {
        if (Correction() is not { } correction || !indicator.IsReported)
        {
            return;
        }

        var read = indicator.Kind switch
        {
            IndicatorKind.Count => FigureParser.ReadCount(rows[columns[4]], indicator.Unit),
            IndicatorKind.Boolean => FigureParser.ReadBoolean(rows[columns[4]]),
            _ => new(null, null),
        };
        if (read.Mistake is { } mistake)
        {
            Report("returns/not-a-figure", 4, $"{Quoted.InMarks(indicator.Label)}：{mistake}", $"只写{(indicator.Kind == IndicatorKind.Boolean ? "“是”或“否”" : $"以“{indicator.Unit}”计的整数")}；没有统计的留空，没有开展的写 0。");
            return;
        }

        var (line, column) = rows.PlaceOf(columns[4]);
        var figure = new ReturnFigure(form.Id, unit, asOf, indicator.Id, read.Value, new(diagnostics.Path, line, column))
        {
            Words = indicator.Kind == IndicatorKind.Text && rows[columns[4]] is { Length: > 0 } words ? words : null,
        };
        if (collector.Add(figure, correction) is { } first)
        {
            Report("returns/duplicate-figure", 3, $"{Quoted.InMarks(indicator.Label)} 在同一个单位同一天的报表里写了两次，另一处在 {first.Path} 第 {first.Line} 行。", "只留下一行。");
        }
    }

    private int? Correction()
    {
        var text = columns[5] < 0 ? "" : rows[columns[5]].Trim();
        switch (text)
        {
            case "" or "0" or "否":
                return 0;
            case "是":
                return 1;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= 1000)
        {
            return number;
        }

        Report("returns/wrong-correction", 5, "这里看不出是不是更正。", "第一次报送留空；更正写“是”，再次更正写 2、3……");
        return null;
    }

    private string Word(int name) => rows[columns[name]].Trim();

    private void Report(string code, int name, string message, string help)
    {
        var (line, column) = rows.PlaceOf(columns[name]);
        diagnostics.Report(code, line, column, message, help);
    }
}
