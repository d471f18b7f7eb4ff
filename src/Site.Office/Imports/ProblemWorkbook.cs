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
            sheets.Add(Form(received, form, file.Forms.Length == 1 ? "填报" : $"填报{sheets.Count + 1}"));
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

    private static BookSheet Form(ReceivedReturns received, ReceivedForm came, string name)
    {
        var (filled, marks) = (came.Filled, came.Marks.ToLookup(mark => mark.Indicator, mark => mark.Problem, StringComparer.Ordinal));
        var written = filled.Blanks.ToDictionary(blank => blank.Indicator.Id, blank => blank.Text.Trim(), StringComparer.Ordinal);
        var missing = filled.Form.Indicators.Where(indicator => indicator.IsReported && !written.ContainsKey(indicator.Id)).Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);
        return new(name, [20, 36, 8, 14, 50, 38],
        [
            BookRow.Across(BookStyle.Title, filled.Form.Title, lines: 2),
            BookRow.Across(BookStyle.Note, "红色的格子请改好“填报数”一列再发回；别的格子不用动。", lines: 2),
            BookRow.Of(BookStyle.Heading, "栏目", "指标", "单位", "填报数", "要改什么", "编号"),
            .. TemplateRow.Of(filled.Form).Select(row => Row(received, came, row, written.GetValueOrDefault(row.Id, ""), [.. marks[row.Id]], missing.Contains(row.Id))),
        ])
        { Heading = 3, HiddenColumns = 1 };
    }

    private static BookRow Row(ReceivedReturns received, ReceivedForm form, TemplateRow row, string written, ImmutableArray<Diagnostic> problems, bool isMissing)
    {
        var indicator = form.Filled.Form.Indicators.FirstOrDefault(known => known.Id == row.Id);
        var (value, remark) = indicator switch
        {
            null when row.Id == FormMarks.Version(form.Filled.Form) => (row.Value, ""),
            null => (form.Filled.Correction.Trim(), ""),
            { IsPersonal: true } => ("", ""),
            { Kind: IndicatorKind.Header, Unit: "日期" } => form.Day is { } day ? ($"{day:yyyy-MM-dd}", "") : (form.Filled.Day, "填报日期看不出是哪一天，写成 2026-06-20 这样。"),
            { Kind: IndicatorKind.Header } => form.Unit is { } unit ? (received.Names!.NameOf(unit), "") : (form.Filled.Unit, "写单位的全称，要和单位名单里的一样。"),
            _ => (written, problems.IsEmpty ? isMissing ? "表里找不到这一格，请填在这里。" : "" : string.Join(" ", problems.Select(problem => $"{problem.Message[(problem.Message.LastIndexOf('：') + 1)..]}{problem.Help}"))),
        };
        var style = remark.Length > 0 ? BookStyle.Marked : BookStyle.Plain;
        return new([BookCell.Of(row.Section), BookCell.Of(row.Label), BookCell.Of(row.Unit), BookCell.Of(value, style), BookCell.Of(remark, remark.Length > 0 ? BookStyle.Marked : BookStyle.Quiet), BookCell.Of(row.Id)]);
    }
}
