using AngleSharp.Dom;

namespace Site.Reading;

/// <summary>Writes tables of HTML; the first row becomes the head.</summary>
internal static class HtmlTables
{
    /// <param name="blocks">Reads what is in a cell.</param>
    /// <returns>Lines of Markdown; empty for a table without text.</returns>
    public static string Write(IElement table, ItemNotes item, Func<IElement, List<TextBlock>> blocks)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table)
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => Cell(cell, blocks)).ToList())
            .Where(row => row.Count > 0).ToList();
        if (rows.Count == 0 || rows.All(row => row.All(cell => cell.Length == 0)))
        {
            return "";
        }

        if (table.QuerySelector("[colspan], [rowspan]") is not null || table.QuerySelector("table") is not null)
        {
            item.Change("表格里合并的格子或者表中表拆开了，请对照原件检查。");
        }

        var columns = rows.Max(row => row.Count);
        var lines = rows.Select(row => "| " + string.Join(" | ", row.Concat(Enumerable.Repeat("", columns - row.Count))) + " |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", columns)));
        return string.Join('\n', lines);
    }

    private static string Cell(IElement cell, Func<IElement, List<TextBlock>> blocks) =>
        string.Join(" ", blocks(cell).Select(block => TextBlock.OneLine(block.Markdown).Replace("\n", " ", StringComparison.Ordinal)))
            .Replace("|", "\\|", StringComparison.Ordinal);
}
