using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>A question's text, cut into what its heading says and what stands below.</summary>
/// <param name="Heading">Markdown of one line that is plain text, with <see cref="RawText.Blank"/> for blanks.</param>
/// <param name="Stem">Markdown blocks, or empty.</param>
internal sealed record QuestionText(string Heading, string Stem)
{
    /// <param name="blocks">The text.</param>
    /// <param name="name">What stands in where there are no words.</param>
    /// <param name="hasBlank">Whether the words up to the last blank belong to the heading.</param>
    /// <returns>The parts, or null where there are no words at all or a blank lies in a list or a table; mistakes are noted.</returns>
    public static QuestionText? Split(ImmutableArray<TextBlock> blocks, string name, bool hasBlank, ItemNotes item)
    {
        var end = hasBlank ? LastBlank(blocks) : FirstWords(blocks);
        if (hasBlank && (end < 0 || blocks.Any(block => block.Kind is not TextKind.Words && HasBlank(block))))
        {
            item.Change("没有带过来：空在列表、表格或者链接里。");
            return null;
        }

        var heading = end < 0 ? [] : hasBlank ? blocks[..(end + 1)].RemoveAll(block => block.Kind is not TextKind.Words) : ImmutableArray.Create(blocks[end]);
        var words = Escape(TextBlock.OneLine(string.Join(TextBlock.Break, heading.Select(block => block.Words))));
        if (end < 0 && string.IsNullOrWhiteSpace(name))
        {
            item.Error("bank/no-text", "这道题没有文字，不知道问的是什么。", "请给它写上题目。");
            return null;
        }

        NoteChanges(blocks, heading, item);
        var rest = blocks.RemoveAll(heading.Contains);
        var pictures = heading.SelectMany(block => block.Pictures);
        return new(words.Length > 0 ? words : Escape(name), string.Join("\n\n", pictures.Concat(rest.Select(block => Plain(block, item)))));
    }

    private static int FirstWords(ImmutableArray<TextBlock> blocks) =>
        blocks.IndexOf(blocks.FirstOrDefault(block => block.Kind is TextKind.Words && block.Words.Length > 0)!);

    private static int LastBlank(ImmutableArray<TextBlock> blocks) =>
        blocks.LastIndexOf(blocks.LastOrDefault(block => block.Kind is TextKind.Words && HasBlank(block))!);

    private static bool HasBlank(TextBlock block) => block.Markdown.Contains(RawText.Blank, StringComparison.Ordinal);

    private static string Escape(string words) => MarkdownEscape.Inline(words.ReplaceLineEndings(" ").Trim());

    private static void NoteChanges(ImmutableArray<TextBlock> blocks, ImmutableArray<TextBlock> heading, ItemNotes item)
    {
        if (heading.Any(block => block.HasMarkup))
        {
            item.Change("题目里的粗体、链接等样式没有带过来，只留了文字。");
        }

        if (heading.Length > 0 && blocks.IndexOf(heading[^1]) >= heading.Length)
        {
            item.Change("题目前面的图片、表格等移到了题目下面。");
        }
        else if (heading.Length > 1)
        {
            item.Change("题目的几段并成了一行。");
        }
    }

    // The first quotation below a question is its hint.
    private static string Plain(TextBlock block, ItemNotes item)
    {
        if (block.Kind is not TextKind.Quote)
        {
            return block.Lines;
        }

        item.Change("题目里的引用写成了普通段落。");
        return block.Words;
    }
}
