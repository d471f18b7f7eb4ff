using System.Collections.Immutable;
using CsvHelper;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Statistics.Forms;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Office.Summaries;

/// <summary><c>site office summary</c>: summaries in the layout of the form itself, for the city, each district and each sector.</summary>
public static class SummaryWriter
{
    /// <summary>The formats there are.</summary>
    public static ImmutableArray<string> Formats => FormTemplate.Formats;

    /// <param name="form">Id of the form.</param>
    /// <param name="asOf">Returns up to this day count.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <returns>The files, the city's first; or none and what is wrong.</returns>
    public static Result<ImmutableArray<OfficeFile>> Make(OfficeInput input, string form, DateOnly asOf, string format)
    {
        var (summaries, diagnostics) = FormSummary.All(input, form, asOf);
        return new([.. summaries.Select(summary => new OfficeFile(
            $"{OfficeFile.NameOf(summary.Scope.Name)}.{format}",
            format switch
            {
                "docx" => SummaryDocument.Write(summary),
                "xlsx" => SummaryWorkbook.Write(summary),
                _ => SummaryTable.Write(summary),
            }))], diagnostics);
    }
}

/// <summary>What every summary says besides its figures. No sentence looks like a line of the head of a form.</summary>
internal static class SummaryRemarks
{
    private const int MostNamed = 30;

    public static string Title(FormSummary summary) => $"{(summary.IsSample ? "（示例）" : "")}{summary.Form.Title}汇总表";

    /// <returns>Who is added up, up to which day, and who is missing.</returns>
    public static string Coverage(FormSummary summary)
    {
        var missing = summary.Missing.Select(summary.Units.NameOf).ToList();
        return $"{summary.Scope.Name}汇总，截至 {summary.AsOf:yyyy-MM-dd}：应报 {summary.Members.Length} 个，这一周报了 {summary.Reporting.Length} 个。"
            + (missing.Count == 0 ? "" : $"这一周没有报的有{string.Join("、", missing.Take(MostNamed))}{(missing.Count > MostNamed ? "等" : "")}，用的是以前报的数，从没报过的没有计入。");
    }

    /// <returns>What may not be passed on.</returns>
    public static string Secrecy(FormSummary summary)
    {
        var closed = summary.Rows.Select(row => row.Indicator).Where(IsClosed).Select(indicator => indicator.Label).ToList();
        return "内部材料：没有经过保护处理，不得公布，不得转发给上级以外的人。" + (closed.Count == 0 ? "" : $"其中这些只限本办公室掌握，不得外传：{string.Join("、", closed)}。");
    }

    public static bool IsClosed(Indicator indicator) => indicator.Publication is PublicationClass.Internal or PublicationClass.Never;

    /// <summary>What stands beside a blank in which no unit has written anything: it is not 0.</summary>
    public const string NotReported = "没有单位报过";

    /// <returns>What stands beside the figures of a row: the share of yes, that none has reported it, that it may not be passed on.</returns>
    public static string NoteOn(FormSummary summary, SummaryRow row) => string.Join('　', new[]
    {
        row.Reported == 0 ? NotReported : row.Indicator.Kind == IndicatorKind.Boolean ? Share(summary, row)! : "",
        IsClosed(row.Indicator) ? "不得外传" : "",
    }.Where(words => words.Length > 0));

    /// <returns>For yes or no the share of yes and who says no: <c>是 12/13（92%），否的有示例甲一街道</c>; null where nobody has reported.</returns>
    public static string? Share(FormSummary summary, SummaryRow row)
    {
        if (row.Reported == 0)
        {
            return null;
        }

        var yes = row.Now.Count(value => value == 1);
        var no = summary.Members.Where((_, at) => row.Now[at] == 0).Select(summary.Units.NameOf).ToList();
        return $"是 {yes}/{row.Reported}（{yes * 100 / row.Reported}%）{(no.Count == 0 ? "" : $"，否的有{string.Join("、", no)}")}";
    }
}

/// <summary>A summary as a Word document: the sentences of the form with the sums in their blanks.</summary>
internal static class SummaryDocument
{
    public static byte[] Write(FormSummary summary)
    {
        var rows = summary.Rows.ToDictionary(row => row.Indicator.Id, StringComparer.Ordinal);
        return WordTemplate.Write(summary.Form, new(
            "（汇总）",
            [$"{(summary.IsSample ? "（示例）" : "")}{SummaryRemarks.Coverage(summary)}", SummaryRemarks.Secrecy(summary)],
            Written,
            blanks => RemarkOn(summary, [.. blanks.Select(blank => rows.GetValueOrDefault(blank.Id)).OfType<SummaryRow>()]),
            ["说明：〔 〕里是截至这一天的累计数；没有一个单位报过的空着，不等于 0。“是”“否”一栏，报了的都是“是”才勾“是”，有一个“否”就勾“否”。文字栏不汇总，见各单位的表。"]));

        string? Written(Indicator indicator) => indicator.Kind switch
        {
            IndicatorKind.Header when indicator.IsPersonal => null,
            IndicatorKind.Header => $"〔{(indicator.Unit == "日期" ? $"{summary.AsOf:yyyy-MM-dd}" : summary.Scope.Word)}〕",
            IndicatorKind.Count => rows[indicator.Id].Total is { } total ? $"〔{total}〕" : null,
            IndicatorKind.Boolean => rows[indicator.Id].Total is { } yes ? (yes == 1 ? "☑是　□否" : "□是　☑否") : null,
            _ => null,
        };
    }

    private static string? RemarkOn(FormSummary summary, ImmutableArray<SummaryRow> rows) => rows switch
    {
        [] => null,
        [{ Indicator.Kind: IndicatorKind.Boolean } tick] => SummaryRemarks.Share(summary, tick),
        _ when rows.All(row => row.Reported == 0) => SummaryRemarks.NotReported,
        _ => $"本周新增 {Numbers(rows, row => row.ThisWeek)}；上周新增 {Numbers(rows, row => row.PreviousWeek)}；比上周 {Numbers(rows, row => row.Difference, isSigned: true)}；报了的有 {string.Join("、", rows.Select(row => row.Reported).Distinct())} 个",
    };

    private static string Numbers(ImmutableArray<SummaryRow> rows, Func<SummaryRow, long?> of, bool isSigned = false) =>
        string.Join("、", rows.Select(row => of(row) is { } number ? (isSigned && number > 0 ? "+" : "") + number + row.Indicator.Unit : "无"));
}

/// <summary>A summary as a workbook: formulas that add up the sheet of units beside them.</summary>
internal static class SummaryWorkbook
{
    private const string LastWeekSheet = "各单位（上周）";
    private const string WeekBeforeSheet = "各单位（上上周）";

    /// <summary>The first row with a unit, and the first column with a figure, from 0, on the sheets of units.</summary>
    private const int FirstUnit = 4;
    private const int FirstFigure = 2;

    /// <summary>The first row below the heading of the summary.</summary>
    private const int FirstRow = 5;

    public static byte[] Write(FormSummary summary) => WorkbookWriter.Write(
        Sums(summary),
        Units(summary, SummaryFormulas.UnitsSheet, row => row.Now),
        Units(summary, LastWeekSheet, row => row.LastWeek),
        Units(summary, WeekBeforeSheet, row => row.WeekBefore));

    private static BookSheet Sums(FormSummary summary)
    {
        var form = summary.Form;
        var rows = ImmutableArray.CreateBuilder<BookRow>();
        rows.Add(BookRow.Across(BookStyle.Title, SummaryRemarks.Title(summary), lines: 2));
        rows.Add(BookRow.Across(BookStyle.Note, SummaryRemarks.Coverage(summary), lines: 3));
        rows.Add(BookRow.Across(BookStyle.Note, SummaryRemarks.Secrecy(summary), lines: 3));
        rows.Add(BookRow.Of(BookStyle.Heading, "栏目", "指标", "单位", "填报数", "上周累计", "本周新增", "上周新增", "比上周", "报了几个", "说明", "编号") with { Lines = 2 });
        foreach (var row in TemplateRow.Of(form))
        {
            var figure = summary.Rows.FirstOrDefault(figure => figure.Indicator.Id == row.Id);
            rows.Add(figure is null ? Words(summary, row) : Figures(summary, row, figure, rows.Count + 1));
        }

        return new("汇总", [18, 34, 7, 10, 10, 10, 10, 10, 9, 30, 38], rows.DrainToImmutable()) { Heading = FirstRow - 1, FrozenColumns = 2, HiddenColumns = 1, IsLandscape = true };
    }

    private static BookRow Words(FormSummary summary, TemplateRow row)
    {
        var indicator = summary.Form.Indicators.FirstOrDefault(indicator => indicator.Id == row.Id);
        var value = indicator switch
        {
            null => row.Value,
            { Kind: IndicatorKind.Header, IsPersonal: false } => indicator.Unit == "日期" ? $"{summary.AsOf:yyyy-MM-dd}" : summary.Scope.Word,
            _ => "",
        };
        return BookRow.Of(BookStyle.Plain, row.Section, row.Label, row.Unit, value, "", "", "", "", "", indicator?.Kind == IndicatorKind.Text ? "文字不汇总" : "", row.Id);
    }

    private static BookRow Figures(FormSummary summary, TemplateRow row, SummaryRow figure, int line)
    {
        var at = summary.Rows.IndexOf(figure);
        var (column, first, last) = (WorkbookWriter.Letters(FirstFigure + at), FirstUnit, FirstUnit + summary.Members.Length - 1);
        var isTick = figure.Indicator.Kind == IndicatorKind.Boolean;
        return new(
        [
            BookCell.Of(row.Section), BookCell.Of(row.Label), BookCell.Of(row.Unit),
            isTick
                ? new(figure.Total is { } yes ? (yes == 1 ? "是" : "否") : "", null, SummaryFormulas.YesOrNo(SummaryFormulas.UnitsSheet, column, first, last), BookStyle.Plain)
                : BookCell.Of(SummaryFormulas.Sum(SummaryFormulas.UnitsSheet, column, first, last), figure.Total),
            .. isTick
                ? Enumerable.Repeat(BookCell.Of("", BookStyle.Quiet), 4)
                : [
                    BookCell.Of(SummaryFormulas.Sum(LastWeekSheet, column, first, last), figure.TotalLastWeek),
                    BookCell.Of($"IF(D{line}=\"\",\"\",D{line}-N(E{line}))", figure.ThisWeek),
                    BookCell.Of($"IF(E{line}=\"\",\"\",E{line}-N({SummaryFormulas.Sum(WeekBeforeSheet, column, first, last)}))", figure.PreviousWeek),
                    BookCell.Of($"IF(OR(F{line}=\"\",G{line}=\"\"),\"\",F{line}-G{line})", figure.Difference),
                ],
            BookCell.Of(SummaryFormulas.Count(SummaryFormulas.UnitsSheet, column, first, last), figure.Reported),
            BookCell.Of(SummaryRemarks.NoteOn(summary, figure)), BookCell.Of(row.Id),
        ]);
    }

    private static BookSheet Units(FormSummary summary, string name, Func<SummaryRow, ImmutableArray<long?>> of) => new(
        name, [24, 10, .. summary.Rows.Select(_ => 9d)],
        [
            BookRow.Across(BookStyle.Title, $"{SummaryRemarks.Title(summary)}：{name}", lines: 2),
            BookRow.Of(BookStyle.Heading, ["", "", .. summary.Rows.Select(row => summary.Form.SectionOf(row.Indicator).Title)]) with { Lines = 3 },
            BookRow.Of(BookStyle.Heading, ["名称", "这一周", .. summary.Rows.Select(row => $"{row.Indicator.Label}（{row.Indicator.Unit}）")]) with { Lines = 6 },
            .. summary.Members.Select((unit, at) => new BookRow(
            [
                BookCell.Of(summary.Units.NameOf(unit)), BookCell.Of(summary.Reporting.Contains(unit) ? "已报" : "没有报", summary.Reporting.Contains(unit) ? BookStyle.Plain : BookStyle.Marked),
                .. summary.Rows.Select(row => row.Indicator.Kind == IndicatorKind.Boolean
                    ? BookCell.Of(of(row)[at] switch { 1 => "是", 0 => "否", _ => "" })
                    : BookCell.Of(of(row)[at])),
            ])),
        ])
    { Heading = FirstUnit - 1, FrozenColumns = 2, IsLandscape = true };
}

/// <summary>A summary as CSV: the columns of an empty form, and further ones behind them.</summary>
internal static class SummaryTable
{
    public static byte[] Write(FormSummary summary)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new() { WriteByteOrderMark = true }, leaveOpen: true))
        {
            writer.WriteRecord(["id", "section", "label", "unit", "value", "last_week", "this_week", "previous_week", "reported", "units", "note"]);
            foreach (var row in TemplateRow.Of(summary.Form))
            {
                var indicator = summary.Form.Indicators.FirstOrDefault(indicator => indicator.Id == row.Id);
                var figure = summary.Rows.FirstOrDefault(figure => figure.Indicator.Id == row.Id);
                var value = figure is null
                    ? indicator is { Kind: IndicatorKind.Header, IsPersonal: false } ? (indicator.Unit == "日期" ? $"{summary.AsOf:yyyy-MM-dd}" : summary.Scope.Word) : row.Value
                    : figure.Indicator.Kind == IndicatorKind.Boolean ? figure.Total switch { 1 => "是", 0 => "否", _ => "" } : $"{figure.Total}";
                writer.WriteRecord(
                [
                    row.Id, row.Section, row.Label, row.Unit, value,
                    .. figure is null ? ["", "", "", "", "", ""]
                        : figure.Indicator.Kind == IndicatorKind.Boolean ? new[] { "", "", "", $"{figure.Reported}", $"{summary.Members.Length}", SummaryRemarks.NoteOn(summary, figure) }
                        : [$"{figure.TotalLastWeek}", $"{figure.ThisWeek}", $"{figure.PreviousWeek}", $"{figure.Reported}", $"{summary.Members.Length}", SummaryRemarks.NoteOn(summary, figure)],
                ]);
            }
        }

        return stream.ToArray();
    }
}
