using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Site.Content.Markdown;

/// <summary>
/// Finds <c>[ ]</c> and <c>[x]</c> at the start of a list item, followed by a space, as GitHub Flavored Markdown 0.29 (section 5.3) has it.
/// Markdig's own takes them anywhere in the item and breaks links such as <c>[x](…)</c>.
/// </summary>
internal sealed class TaskMarkParser : InlineParser
{
    public TaskMarkParser() => OpeningCharacters = ['['];

    /// <returns>The mark with which the item starts, or null.</returns>
    public static TaskList? MarkOf(ListItemBlock item) =>
        item.Count > 0 ? (item[0] as ParagraphBlock)?.Inline?.FirstChild as TaskList : null;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not null
            || processor.Block is not ParagraphBlock { Parent: ListItemBlock item } paragraph || item[0] != paragraph
            || paragraph.Inline?.FirstChild is not null
            || slice.PeekChar(1) is not (' ' or 'x' or 'X') || slice.PeekChar(2) != ']'
            || slice.PeekChar(3) is not (' ' or '\t' or '\u3000'))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new TaskList
        {
            Span = new(start, start + 2),
            Line = line,
            Column = column,
            Checked = slice.PeekChar(1) != ' ',
        };
        slice.Start += 4;
        return true;
    }
}
