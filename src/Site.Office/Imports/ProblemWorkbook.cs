using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Statistics.Forms;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Office.Imports;

/// <summary>What is wrong with a file, as a workbook to send back: the form as it came, its cells marked; mended in place, it can be imported.</summary>
public static class ProblemWorkbook
{
    /// <returns>A workbook for each file with an error, named after the file.</returns>
    public static ImmutableArray<OfficeFile> Make(ReceivedReturns received)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. received.Files.Where(file => file.Diagnostics.Any(found => found.Severity == Severity.Error)).Select(file => new OfficeFile(Name(file.Path, taken), Write(received, file)))];
    }

    /// <returns>The cells of a file to look at: unit, day and correction of each form in it, and all that is marked; none where it cannot be read as a form.</returns>
    public static ImmutableArray<ProblemCell> Cells(ReceivedReturns received, string path) =>
        [.. Forms(received, path).SelectMany((form, at) => Rows(received, form).Where(row => row.Remark.Length > 0 || IsAsked(form, row)).Select(row => row with { Key = $"{at}:{row.Key}" }))];

    /// <param name="values">Other values by the keys of <see cref="Cells"/>.</param>
    /// <returns>The file as a workbook with other values in some cells, which can be imported in its place; null where it cannot be read as a form.</returns>
    public static byte[]? Mend(ReceivedReturns received, string path, IReadOnlyDictionary<string, string> values) => Forms(received, path) is { IsEmpty: false } forms
        ? WorkbookWriter.Write([.. forms.Select((form, at) => Form(forms.Length == 1 ? "填报" : $"填报{at + 1}", form.Filled.Form.Title,
            Rows(received, form).Select(row => values.TryGetValue($"{at}:{row.Key}", out var value) ? row with { Value = value, Remark = "" } : row)))])
        : null;

    private static ImmutableArray<ReceivedForm> Forms(ReceivedReturns received, string path) => received.Files.FirstOrDefault(file => file.Path == path)?.Forms ?? [];

    private static bool IsAsked(ReceivedForm form, ProblemCell row) =>
        row.Key == FormMarks.Correction(form.Filled.Form) || form.Filled.Form.Indicators.Any(indicator => indicator.Id == row.Key && indicator is { Kind: IndicatorKind.Header, IsPersonal: false });

    private static string Name(string path, HashSet<string> taken)
    {
        var bare = OfficeFile.NameOf($"退回-{path[(path.LastIndexOf('/') + 1)..]}");
        return Enumerable.Range(1, int.MaxValue - 1).Select(number => number == 1 ? $"{bare}.xlsx" : $"{bare}-{number}.xlsx").First(taken.Add);
    }

    private static byte[] Write(ReceivedReturns received, ReceivedFile file)
    {
        var sheets = ImmutableArray.CreateBuilder<BookSheet>();
        foreach (var form in file.Forms)
        {
            sheets.Add(Form(file.Forms.Length == 1 ? "填报" : $"填报{sheets.Count + 1}", form.Filled.Form.Title, Rows(received, form)));
        }

        sheets.Add(new("要改的", [60, 60],
        [
            BookRow.Across(BookStyle.Title, "要改的地方", lines: 2),
            BookRow.Of(BookStyle.Heading, "哪里不对", "怎么改"),
            .. file.Diagnostics.Where(found => found.Severity == Severity.Error).Select(found => BookRow.Of(BookStyle.Plain, found.Message, found.Help)),
        ])
        { Heading = 2, IsLandscape = true });
        return WorkbookWriter.Write(sheets.DrainToImmutable());
    }

    private static BookSheet Form(string name, string title, IEnumerable<ProblemCell> rows) => new(name, [20, 36, 8, 14, 50, 38],
    [
        BookRow.Across(BookStyle.Title, title, lines: 2),
        BookRow.Across(BookStyle.Note, "红色的格子请改好“填报数”一列再发回；别的格子不用动。", lines: 2),
        BookRow.Of(BookStyle.Heading, "栏目", "指标", "单位", "填报数", "要改什么", "编号"),
        .. rows.Select(Row),
    ])
    { Heading = 3, HiddenColumns = 1 };

    private static BookRow Row(ProblemCell row) => new(
    [
        BookCell.Of(row.Section), BookCell.Of(row.Label), BookCell.Of(row.Unit), BookCell.Of(row.Value, row.Remark.Length > 0 ? BookStyle.Marked : BookStyle.Plain),
        BookCell.Of(row.Remark, row.Remark.Length > 0 ? BookStyle.Marked : BookStyle.Quiet), BookCell.Of(row.Key),
    ]);

    private static IEnumerable<ProblemCell> Rows(ReceivedReturns received, ReceivedForm came)
    {
        var (filled, marks) = (came.Filled, came.Marks.ToLookup(mark => mark.Indicator, mark => mark.Problem, StringComparer.Ordinal));
        var written = filled.Blanks.ToDictionary(blank => blank.Indicator.Id, blank => blank.Text.Trim(), StringComparer.Ordinal);
        var missing = filled.Form.Indicators.Where(indicator => indicator.IsReported && !written.ContainsKey(indicator.Id)).Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);
        return TemplateRow.Of(filled.Form).Select(row => Row(received, came, row, written.GetValueOrDefault(row.Id, ""), [.. marks[row.Id]], missing.Contains(row.Id)));
    }

    private static ProblemCell Row(ReceivedReturns received, ReceivedForm form, TemplateRow row, string written, ImmutableArray<Diagnostic> problems, bool isMissing)
    {
        var indicator = form.Filled.Form.Indicators.FirstOrDefault(known => known.Id == row.Id);
        var (value, remark) = indicator switch
        {
            null when row.Id == FormMarks.Version(form.Filled.Form) => (row.Value, ""),
            null => (form.Filled.Correction.Trim(), ""),
            { IsPersonal: true } => ("", ""),
            { Kind: IndicatorKind.Header, Unit: "日期" } => form.Day is { } day ? ($"{day:yyyy-MM-dd}", "") : (form.Filled.Day, "填报日期看不出是哪一天，写成 2026-06-20 这样。"),
            { Kind: IndicatorKind.Header } => form.Unit is { } unit ? (received.Names!.WordFor(unit), "") : (form.Filled.Unit, "写单位的全称，要和单位名单里的一样。"),
            _ => (written, problems.IsEmpty ? isMissing ? "表里找不到这一格，请填在这里。" : "" : string.Join(" ", problems.Select(problem => $"{problem.Message[(problem.Message.LastIndexOf('：') + 1)..]}{problem.Help}"))),
        };
        return new(row.Id, row.Section, row.Label, row.Unit, value, remark);
    }
}

/// <summary>A cell of a form that came back.</summary>
/// <param name="Key">What the cell is, within its file.</param>
/// <param name="Section">Heading of its row.</param>
/// <param name="Unit">Unit of count.</param>
/// <param name="Value">As it was written; of a person's particulars nothing.</param>
/// <param name="Remark">What is to be changed; empty where nothing is.</param>
public sealed record ProblemCell(string Key, string Section, string Label, string Unit, string Value, string Remark);
