using System.Globalization;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes lists; items that start with <c>[ ]</c> or <c>[x]</c> become check boxes.</summary>
internal sealed class ListRenderer : MarkdownRenderer<ListBlock>
{
    protected override void Write(BodyWriter writer, ListBlock list)
    {
        var html = writer.Html;
        var isTight = !list.IsLoose;
        html.Raw(list.IsOrdered ? "<ol"u8 : "<ul"u8);
        if (list.IsOrdered && list.OrderedStart is { Length: < 10 } start && int.TryParse(start, CultureInfo.InvariantCulture, out var number) && number != 1)
        {
            html.Raw(" start=\""u8).Number(number).Raw("\""u8);
        }

        writer.Attributes(list, HasTask(list) ? "checklist" : null);
        html.Raw(">\n"u8);
        for (var i = 0; i < list.Count; i++)
        {
            var item = (ListItemBlock)list[i];
            html.Raw("<li"u8);
            writer.Attributes(item);
            html.Raw(">"u8);
            if (TaskMarkParser.MarkOf(item) is { } task)
            {
                WriteTask(writer, item, task, isTight);
            }
            else
            {
                writer.WriteBlocks(item, isTight);
            }

            html.Raw("</li>\n"u8);
        }

        html.Raw(list.IsOrdered ? "</ol>\n"u8 : "</ul>\n"u8);
    }

    private static void WriteTask(BodyWriter writer, ListItemBlock item, TaskList task, bool isTight)
    {
        writer.Html.Raw("<label><input type=\"checkbox\""u8).Raw(task.Checked ? " checked> "u8 : "> "u8);
        writer.WriteInlines(((ParagraphBlock)item[0]).Inline);
        writer.Html.Raw(item.Count > 1 ? "</label>\n"u8 : "</label>"u8);
        for (var i = 1; i < item.Count; i++)
        {
            writer.WriteBlock(item[i], isTight);
        }
    }

    private static bool HasTask(ListBlock list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (TaskMarkParser.MarkOf((ListItemBlock)list[i]) is not null)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Writes lists of terms with their definitions.</summary>
internal sealed class DefinitionListRenderer : MarkdownRenderer<DefinitionList>
{
    protected override void Write(BodyWriter writer, DefinitionList list)
    {
        writer.Html.Raw("<dl"u8);
        writer.Attributes(list);
        writer.Html.Raw(">\n"u8);
        foreach (var item in list)
        {
            WriteItem(writer, (DefinitionItem)item);
        }

        writer.Html.Raw("</dl>\n"u8);
    }

    private static void WriteItem(BodyWriter writer, DefinitionItem item)
    {
        var html = writer.Html;
        var isOpen = false;
        for (var i = 0; i < item.Count; i++)
        {
            if (item[i] is DefinitionTerm term)
            {
                html.Raw(isOpen ? "</dd>\n<dt"u8 : "<dt"u8);
                writer.Attributes(term);
                html.Raw(">"u8);
                writer.WriteInlines(term.Inline);
                html.Raw("</dt>\n"u8);
                isOpen = false;
                continue;
            }

            html.Raw(isOpen ? default : "<dd>"u8);
            writer.WriteBlock(item[i], isTight: !isOpen && (i + 1 == item.Count || item[i + 1] is DefinitionTerm));
            isOpen = true;
        }

        html.Raw(isOpen ? "</dd>\n"u8 : "<dd></dd>\n"u8);
    }
}
