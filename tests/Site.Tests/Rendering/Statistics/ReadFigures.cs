using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Site.Tests;

/// <summary>Reads figures back from what was published, each form by its own rules and none by the code that wrote it.</summary>
internal static class ReadFigures
{
    /// <returns>Each row's fields by the names in the head (RFC 4180).</returns>
    public static List<Dictionary<string, string>> Csv(string text)
    {
        var rows = new List<List<string>>();
        var field = new StringBuilder();
        var (row, isQuoted) = (new List<string>(), false);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"' when isQuoted && at + 1 < text.Length && text[at + 1] == '"':
                    field.Append('"');
                    at++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    row.Add(field.ToString());
                    field.Clear();
                    break;
                case '\r' when !isQuoted:
                    row.Add(field.ToString());
                    field.Clear();
                    rows.Add(row);
                    row = [];
                    at++;
                    break;
                default:
                    field.Append(text[at]);
                    break;
            }
        }

        return [.. rows.Skip(1).Prepend(rows[0]).Select(fields => rows[0].Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    /// <returns>Each cell's fields, the value as text.</returns>
    public static List<Dictionary<string, string>> Json(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.GetProperty("cells").EnumerateArray()
            .Select(cell => cell.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString(), StringComparer.Ordinal))];
    }

    /// <returns>The tables of a page: caption, and value by row and column head.</returns>
    public static List<(string Caption, Dictionary<(string Row, string Column), string> Cells)> Html(string text)
    {
        var page = new HtmlParser().ParseDocument(text);
        return [.. page.QuerySelectorAll("main table").Select(table => (table.QuerySelector("caption")!.TextContent, Cells(table)))];
    }

    /// <returns>The charts of a page: title, and the text beside each bar by the bar's label.</returns>
    public static List<(string Title, Dictionary<string, string> Bars)> Charts(string text)
    {
        var page = new HtmlParser().ParseDocument(text);
        return [.. page.QuerySelectorAll("figure.chart").Select(chart => (TitleOf(chart), Bars(chart.QuerySelector("svg")!)))];
    }

    /// <returns>What a chart shows; of one of several small ones what they show together, then whose it is.</returns>
    private static string TitleOf(IElement chart) =>
        (chart.ParentElement!.ClassList.Contains("charts-small") ? chart.ParentElement.PreviousElementSibling!.TextContent + "：" : "") + chart.QuerySelector("figcaption")!.TextContent;

    private static Dictionary<(string, string), string> Cells(IElement table)
    {
        var heads = table.QuerySelectorAll("thead th[scope=col]").Select(head => head.TextContent).ToList();
        return table.QuerySelectorAll("tbody tr").SelectMany(row => row.QuerySelectorAll("td").Select((cell, at) =>
            (Row: row.QuerySelector("th[scope=row]")!.TextContent, Column: heads[at + 1], cell.TextContent)))
            .ToDictionary(cell => (cell.Row, cell.Column), cell => cell.TextContent.Replace(",", "", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Bars(IElement svg) => svg.QuerySelectorAll("g").Select(bar => bar.QuerySelectorAll("text"))
        .ToDictionary(texts => texts[0].TextContent, texts => texts[1].TextContent is "不公布" ? "*" : texts[1].TextContent.Replace(",", "", StringComparison.Ordinal));
}
