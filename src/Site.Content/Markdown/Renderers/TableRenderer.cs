using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes tables, each in a region that can be scrolled and that is named by its number and its headers.</summary>
internal sealed class TableRenderer : MarkdownRenderer<Table>
{
    /// <summary>Most characters of all headers in a region's name.</summary>
    private const int LongestName = 40;

    protected override void Write(BodyWriter writer, Table table)
    {
        var html = writer.Html;
        var columns = table.Count > 0 ? ((TableRow)table[0]).Count : 0;
        writer.Context.Tables++;
        html.Raw("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"表格"u8).Number(writer.Context.Tables);
        WriteNames(html, table);
        html.Raw("\">\n<table"u8);
        writer.Attributes(table);
        html.Raw(">\n"u8);
        var isInBody = false;
        for (var i = 0; i < table.Count; i++)
        {
            var row = (TableRow)table[i];
            html.Raw(i == 0 ? (row.IsHeader ? "<thead>\n"u8 : "<tbody>\n"u8) : default);
            html.Raw(i > 0 && !row.IsHeader && !isInBody ? "</thead>\n<tbody>\n"u8 : default);
            isInBody |= !row.IsHeader;
            html.Raw("<tr>"u8);
            for (var column = 0; column < Math.Min(row.Count, columns); column++)
            {
                WriteCell(writer, (TableCell)row[column], row.IsHeader, Alignment(table, column));
            }

            html.Raw("</tr>\n"u8);
        }

        html.Raw(isInBody ? "</tbody>\n"u8 : "</thead>\n"u8).Raw("</table>\n</div>\n"u8);
    }

    private static void WriteCell(BodyWriter writer, TableCell cell, bool isHeader, TableColumnAlign? alignment)
    {
        // A header without words would be read out as an empty name.
        var isNamed = isHeader && Name(cell).Length > 0;
        writer.Html.Raw(isNamed ? "<th scope=\"col\""u8 : "<td"u8);
        writer.Html.Raw(alignment switch
        {
            TableColumnAlign.Center => " class=\"align-center\">"u8,
            TableColumnAlign.Right => " class=\"align-right\">"u8,
            _ => ">"u8,
        });
        for (var i = 0; i < cell.Count; i++)
        {
            if (cell[i] is ParagraphBlock paragraph)
            {
                writer.WriteInlines(paragraph.Inline);
            }
        }

        writer.Html.Raw(isNamed ? "</th>"u8 : "</td>"u8);
    }

    private static void WriteNames(HtmlBuilder html, Table table)
    {
        var separator = "：";
        var length = 0;
        foreach (var block in (TableRow)table[0])
        {
            var name = Name((TableCell)block);
            length += name.Length;
            if (name.Length == 0 || length > LongestName)
            {
                continue;
            }

            html.Text(separator).Text(name);
            separator = "、";
        }
    }

    private static string Name(TableCell cell) => cell.Count > 0 ? PlainText.Of((cell[0] as ParagraphBlock)?.Inline) : "";

    private static TableColumnAlign? Alignment(Table table, int column) =>
        column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
}
