using System.Globalization;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace Site.Content.Markdown.Renderers;

internal sealed partial class BodyWriter
{
    private void WriteList(ListBlock list)
    {
        var isTight = !list.IsLoose;
        html.Raw(list.IsOrdered ? "<ol"u8 : "<ul"u8);
        if (list.IsOrdered && list.OrderedStart is { Length: < 10 } start && int.TryParse(start, CultureInfo.InvariantCulture, out var number) && number != 1)
        {
            html.Raw(" start=\""u8).Number(number).Raw("\""u8);
        }

        Attributes(list, HasTask(list) ? "checklist" : null);
        html.Raw(">\n"u8);
        for (var i = 0; i < list.Count; i++)
        {
            var item = (ListItemBlock)list[i];
            html.Raw("<li"u8);
            Attributes(item);
            html.Raw(">"u8);
            if (TaskOf(item) is { } task)
            {
                WriteTask(item, task, isTight);
            }
            else
            {
                WriteBlocks(item, isTight);
            }

            html.Raw("</li>\n"u8);
        }

        html.Raw(list.IsOrdered ? "</ol>\n"u8 : "</ul>\n"u8);
    }

    private void WriteTask(ListItemBlock item, TaskList task, bool isTight)
    {
        html.Raw("<label><input type=\"checkbox\""u8).Raw(task.Checked ? " checked> "u8 : "> "u8);
        WriteInlines(((ParagraphBlock)item[0]).Inline);
        html.Raw(item.Count > 1 ? "</label>\n"u8 : "</label>"u8);
        for (var i = 1; i < item.Count; i++)
        {
            WriteBlock(item[i], isTight);
        }
    }

    private static bool HasTask(ListBlock list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (TaskOf((ListItemBlock)list[i]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The mark with which the item starts, or null.</returns>
    public static TaskList? TaskOf(ListItemBlock item) =>
        item.Count > 0 ? (item[0] as ParagraphBlock)?.Inline?.FirstChild as TaskList : null;

    private void WriteDefinitions(DefinitionList list)
    {
        html.Raw("<dl"u8);
        Attributes(list);
        html.Raw(">\n"u8);
        foreach (var entry in list)
        {
            var item = (DefinitionItem)entry;
            var isOpen = false;
            for (var i = 0; i < item.Count; i++)
            {
                if (item[i] is DefinitionTerm term)
                {
                    html.Raw(isOpen ? "</dd>\n<dt"u8 : "<dt"u8);
                    Attributes(term);
                    html.Raw(">"u8);
                    WriteInlines(term.Inline);
                    html.Raw("</dt>\n"u8);
                    isOpen = false;
                    continue;
                }

                html.Raw(isOpen ? default : "<dd>"u8);
                WriteBlock(item[i], isTight: !isOpen && (i + 1 == item.Count || item[i + 1] is DefinitionTerm));
                isOpen = true;
            }

            html.Raw(isOpen ? "</dd>\n"u8 : "<dd></dd>\n"u8);
        }

        html.Raw("</dl>\n"u8);
    }
}
