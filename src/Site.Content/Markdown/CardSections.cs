using System.Collections.Immutable;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>A heading of level 2 that has an id, with all that stands below it.</summary>
/// <param name="Id">Unique in the page.</param>
internal sealed record CardSection(string Id, HeadingBlock Heading, ImmutableArray<Block> Blocks)
{
    /// <summary>The heading's words, plain text.</summary>
    public string Title { get; } = PlainText.Of(Heading.Inline);
}

/// <summary>Cuts a page that is made of cards at its headings of level 2. Each has an id of its own; one without is reported and left out.</summary>
internal static class CardSections
{
    /// <param name="subject">Begins the codes of diagnostics: <c>tree</c>.</param>
    /// <param name="word">What a section is called in messages: 格子.</param>
    /// <param name="most">The most sections of a page; what follows them is reported once and left out.</param>
    public static (ImmutableArray<Block> Introduction, ImmutableArray<CardSection> Cards) Split(
        MarkdownDocument document, MarkdownContext page, string subject, string word, int most)
    {
        var introduction = ImmutableArray.CreateBuilder<Block>();
        var cards = ImmutableArray.CreateBuilder<CardSection>();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        HeadingBlock? heading = null;
        foreach (var block in document)
        {
            if (block is FootnoteGroup { Count: > 0 } notes)
            {
                Report("footnote", Math.Max(((Footnote)notes[0]).LabelSpan.Start - 1, 0), "这里不能用脚注。", "请把内容写进正文。");
            }
            else if (block is HeadingBlock { Level: 2 } next)
            {
                Close();
                heading = next;
            }
            else if (block is not (FootnoteGroup or LinkReferenceDefinitionGroup))
            {
                if (heading is null)
                {
                    introduction.Add(block);
                }
                else
                {
                    blocks.Add(block);
                }
            }
        }

        Close();
        if (cards.Count > most)
        {
            Report("too-many", cards[most].Heading.Span.Start, $"一页有{cards.Count}个{word}，最多{most}个。", "请拆成几页。");
            cards.RemoveRange(most, cards.Count - most);
        }

        return (introduction.ToImmutable(), cards.ToImmutable());

        void Close()
        {
            if (heading is not null && Id(heading) is { } id)
            {
                cards.Add(new(id, heading, blocks.ToImmutable()));
            }

            blocks.Clear();
        }

        string? Id(HeadingBlock of)
        {
            var title = Quoted.Line(PlainText.Of(of.Inline));
            if (title.Length == 0)
            {
                Report("no-title", of.Span.Start, $"这个{word}没有标题。", "请在“##”后面写出标题。");
            }

            if (of.TryGetAttributes() is not { Id: { } written } attributes)
            {
                Report("no-id", of.Span.Start, $"{word}“{title}”没有编号。", "请在标题末尾写 {#编号}，例如 {#door}。");
                return null;
            }

            // It is the card's, and no longer one of a heading.
            attributes.Id = null;
            if (!ExplicitIds.IsId(written))
            {
                Report("bad-id", attributes.Span.Start, $"“{Quoted.Line(written)}”不能作编号。", "编号用汉字、小写字母、数字、- 和 _，最多64个字。");
                return null;
            }

            if (!page.Ids.Take(written))
            {
                Report("duplicate-id", attributes.Span.Start, $"编号“{written}”在这一页用了两次。", "请换一个编号，指向它的选项也要改。");
                return null;
            }

            return written;
        }

        void Report(string what, int at, string message, string help) => page.Report(Diagnostic.Error($"{subject}/{what}", page.At(at), message, help));
    }

    /// <summary>Prepares for the headings below a card's: level 3 of the source is level 3 of the page.</summary>
    public static void Start(MarkdownContext page)
    {
        page.HeadingLevel = 2;
        page.HeadingShift = 0;
    }
}
