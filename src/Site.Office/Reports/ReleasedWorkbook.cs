using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Exposures.Released;
using Site.Statistics.Published;

namespace Site.Office.Reports;

/// <summary><c>site office released</c>: what a release published and what not, table by table, for the office's eyes.</summary>
public static class ReleasedWorkbook
{
    private const int MostSheets = 30;

    /// <param name="name">Name of the release, or null for the newest.</param>
    /// <returns>The workbook, or null and <c>release/unknown</c>.</returns>
    public static Result<OfficeFile?> Make(OfficeInput input, PublicInput published, string? name)
    {
        var release = name is null ? published.Statistics.LastOrDefault() : published.Statistics.FirstOrDefault(release => release.Name == name);
        if (release is null)
        {
            return new(null, [Diagnostic.Error("release/unknown", new("input/releases"), name is null ? "还没有公布过一期统计。" : $"没有 {Quoted.Id(name)} 这一期。",
                published.Statistics.IsEmpty ? "先用 site stats release 做一期。" : $"有：{string.Join("、", published.Statistics.Select(known => known.Name))}。")]);
        }

        var missing = input.Statistics.Requests.Tables.Where(table => release.Tables.All(made => made.Id != table.Id)).ToList();
        var sheets = ImmutableArray.CreateBuilder<BookSheet>();
        sheets.Add(new("总表", [34, 10, 10, 10, 10, 44],
        [
            BookRow.Across(BookStyle.Title, $"{(release.IsSample ? "（示例）" : "")}{release.Title}：公布了什么", lines: 2),
            BookRow.Of(BookStyle.Heading, "表", "格数", "公布", "不公布", "未报送", "说明"),
            .. release.Tables.Select(table => new BookRow(
            [
                BookCell.Of(table.Title), BookCell.Of(table.Cells.Length), BookCell.Of(Count<Cell.Shown>(table)), BookCell.Of(Count<Cell.Withheld>(table), Count<Cell.Withheld>(table) > 0 ? BookStyle.Marked : BookStyle.Figure),
                BookCell.Of(Count<Cell.NotReported>(table)), BookCell.Of(table.HasGaps ? "有单位还没有报送" : ""),
            ])),
            .. missing.Select(table => new BookRow([BookCell.Of(table.Title, BookStyle.Marked), BookCell.Of(""), BookCell.Of(""), BookCell.Of(""), BookCell.Of(""), BookCell.Of("这一期没有这张表：不能公布，或者还没有报送；原因见 site stats release 的提示。")])),
        ])
        { Heading = 2, IsLandscape = true });
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "总表" };
        foreach (var table in release.Tables.Take(MostSheets))
        {
            var title = WorkbookWriter.SheetName(table.Title);
            sheets.Add(Sheet(table, names.Add(title) ? title : WorkbookWriter.SheetName(table.Id)));
        }

        return new(new($"{release.Name}.xlsx", WorkbookWriter.Write(sheets.DrainToImmutable())), []);
    }

    private static int Count<T>(SafeTable table)
        where T : Cell => table.Cells.Count(cell => cell is T);

    private static BookSheet Sheet(SafeTable table, string name)
    {
        var rows = ImmutableArray.CreateBuilder<BookRow>();
        rows.Add(BookRow.Of(BookStyle.Heading, ["指标", "单位", .. table.Dimensions.Select(dimension => SafeDimensions.Names.Label(dimension.Id)), "公布的"]));
        var at = 0;
        foreach (var indicator in table.Indicators)
        {
            IEnumerable<ImmutableArray<string>> keys = [[]];
            foreach (var dimension in table.Dimensions)
            {
                keys = keys.SelectMany(key => dimension.Categories.Select(key.Add)).ToList();
            }

            foreach (var key in keys)
            {
                var cell = table.Cells[at++];
                rows.Add(new([BookCell.Of(indicator.Label), BookCell.Of(indicator.Unit), .. key.Select(category => BookCell.Of(category)), cell switch
                {
                    Cell.Shown shown => BookCell.Of(shown.Value),
                    Cell.Withheld => BookCell.Of("不公布", BookStyle.Marked),
                    Cell.NotReported => BookCell.Of("未报送", BookStyle.Quiet),
                    _ => BookCell.Of("—", BookStyle.Quiet),
                }]));
            }
        }

        return new(name, [40, 8, .. table.Dimensions.Select(_ => 20d), 12], rows.DrainToImmutable()) { Heading = 1 };
    }
}
