using System.Collections.Immutable;
using Markdig.Extensions.Alerts;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Content.Markdown;
using Site.Content.Markdown.Renderers;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Trees;

/// <summary>
/// Reads a tree: each heading of level 2 with an id, <c>## 门烫手吗？ {#door}</c>, is a card, and the list at its end whose items are links to cards,
/// <c>- [烫](#stay)</c>, are its choices. In a scenario a choice is marked, <c>- [x] [关门](#stay)</c>, and what comes of it stands below it, indented, as a quotation;
/// an end has the class <c>.good</c> or <c>.bad</c>.
/// </summary>
internal static class TreeReader
{
    private const string ChoiceHelp = "写成“- [选项的文字](#格子的编号)”，一行一个。";
    private const string FateHelp = "写成“- [x] [选项的文字](#格子的编号)”，不对的选项用[ ]。";

    /// <summary>Reads the body of a decision or scenario; what is wrong is reported at its place.</summary>
    /// <param name="path">The source file.</param>
    /// <param name="text">Markdown, without front matter.</param>
    /// <param name="startLine">Line of the file, from 1, on which the text starts.</param>
    public static TreeBody Read(string path, string text, int startLine, TreeSort sort)
    {
        var (document, page) = MarkdownSyntax.Parse(path, text, startLine);
        if (document is null)
        {
            return new(new(HtmlFragment.Empty, [], "", 0, [], [], page.Diagnostics.ToImmutable()), []);
        }

        using var writer = new BodyWriter(page) { LinksCalls = true };
        LeftoverMarks.Find(document, text, page, isQuiz: sort.HasFates);
        var (introduction, sections) = CardSections.Split(document, page, "tree", "格子", TreeSort.MostCards);
        ExplicitIds.Register(document, page);
        foreach (var block in introduction)
        {
            writer.WriteBlock(block);
        }

        var opening = writer.Take();
        var headings = page.Headings.ToImmutable();
        var cards = sections.Select((section, at) => new CardReader(page, writer, sort).Read(section, at + 1)).ToImmutableArray();
        if (sections.IsEmpty)
        {
            page.Report(Diagnostic.Error("tree/no-card", new(path, startLine), "这一页没有一个格子。", "请用“## 问题 {#编号}”写第一个格子，下面用“- [选项](#编号)”写选项。"));
        }

        writer.ReportUnwrittenAttributes(document);
        foreach (var diagnostic in TreeRules.Find(cards, sort))
        {
            page.Report(diagnostic);
        }

        return new(
            new(opening, headings, MarkdownReader.FirstParagraph(introduction), writer.Characters,
                page.Links.ToImmutable(), page.Pictures.ToImmutable(), page.Diagnostics.ToImmutable()),
            cards);
    }

    /// <summary>Reads one card.</summary>
    private sealed class CardReader(MarkdownContext page, BodyWriter writer, TreeSort sort)
    {
        public TreeCard Read(CardSection section, int number)
        {
            var list = section.Blocks.OfType<ListBlock>().LastOrDefault(IsChoices);
            var at = list is null ? section.Blocks.Length : section.Blocks.IndexOf(list);
            if (at + 1 < section.Blocks.Length)
            {
                Error("text-after-choices", section.Blocks[at + 1], "选项后面还有内容。", "选项是格子的最后一样；选了以后看到的，写到它指向的格子里。");
            }

            CardSections.Start(page);
            foreach (var block in section.Blocks[..at])
            {
                if (block is ListBlock other && IsChoices(other))
                {
                    Error("split-choices", other, "选项被别的内容隔成了两截。", "请把选项写在一起，放在格子的最后。");
                }

                writer.WriteBlock(block);
            }

            var text = writer.Take();
            var ending = EndingOf(section);
            var choices = list is null ? [] : Choices(section, list);
            if (list is not null && ending is not null)
            {
                Error("ending-with-choices", section.Heading, $"格子“{Quoted.Line(section.Title)}”写了 .good 或 .bad，又有选项。", "结局没有选项；请删去其中一样。");
            }
            else if (list is null && text.IsEmpty)
            {
                Error("dead-end", section.Heading, $"走到“{Quoted.Line(section.Title)}”就没有路了：没有选项，也没有说怎么办。", $"请写清楚怎么办；要接着问，{ChoiceHelp}");
            }
            else if (list is null && sort.HasFates && ending is null)
            {
                Error("dead-end", section.Heading, $"走到“{Quoted.Line(section.Title)}”就没有路了：没有选项，也不是结局。", "请写选项；是结局，就在编号后面写 .good（平安）或 .bad（出事），例如 {#safe .good}。");
            }

            return new(page.At(section.Heading.Span.Start), section.Id, number, section.Title, text, choices) { Ending = list is null ? ending : null };
        }

        private static bool IsChoices(ListBlock list) =>
            list.Any(item => TaskMarkParser.MarkOf((ListItemBlock)item) is not null || LinkOf((ListItemBlock)item) is { Url: ['#', ..] });

        // The link that an item begins with, a mark before it apart.
        private static LinkInline? LinkOf(ListItemBlock item)
        {
            var first = item.Count > 0 ? (item[0] as ParagraphBlock)?.Inline?.FirstChild : null;
            return (TaskMarkParser.MarkOf(item) is { } mark ? mark.NextSibling : first) as LinkInline is { IsImage: false } link ? link : null;
        }

        private ImmutableArray<TreeChoice> Choices(CardSection section, ListBlock list)
        {
            var choices = ImmutableArray.CreateBuilder<TreeChoice>();
            var texts = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in list.Cast<ListItemBlock>())
            {
                if (LinkOf(item) is not { Url: ['#', _, ..] url } link || link.NextSibling is not null)
                {
                    Error("choice-without-target", item, "看不出这个选项通向哪一格。", sort.HasFates ? FateHelp : ChoiceHelp);
                    continue;
                }

                var text = PlainText.Of(link).Trim();
                if (text.Length == 0 || !texts.Add(text))
                {
                    Error("duplicate-choice", item, text.Length == 0 ? "这个选项没有文字。" : $"选项“{Quoted.Line(text)}”出现了两次。", "请改写，使读者分得清。");
                }

                choices.Add(new(page.At(item.Span.Start), text, Uri.UnescapeDataString(url[1..]), FateOf(item, text)));
            }

            if (list.Count < 2 || list.Count > sort.MostChoices)
            {
                Error(list.Count < 2 ? "too-few-choices" : "too-many-choices", section.Heading,
                    $"格子“{Quoted.Line(section.Title)}”有{list.Count}个选项，应有2到{sort.MostChoices}个。", sort.HasFates ? FateHelp : ChoiceHelp);
            }

            // One that cannot be read may have been the right one.
            if (sort.HasFates && choices.Count == list.Count && !choices.Any(choice => choice.Fate is { IsRight: true }))
            {
                Error("no-right-choice", section.Heading, $"格子“{Quoted.Line(section.Title)}”没有一个选项标为对的。", "请用[x]标出应当选的。");
            }

            return choices.ToImmutable();
        }

        private Fate? FateOf(ListItemBlock item, string text)
        {
            var mark = TaskMarkParser.MarkOf(item);
            if (!sort.HasFates)
            {
                if (mark is not null || item.Count > 1)
                {
                    Error("consequence", mark is null ? item[1] : item, "这里的选项不写对错，也不写后果：这一页帮人做决定，不考人。", ChoiceHelp);
                }

                return null;
            }

            if (mark is null)
            {
                Error("choice-without-mark", item, $"选项“{Quoted.Line(text)}”没有标对错。", FateHelp);
            }

            foreach (var block in item.Skip(1))
            {
                if (block is QuoteBlock quote and not AlertBlock)
                {
                    writer.WriteBlocks(quote);
                }
                else
                {
                    Error("misplaced-block", block, "选项下面只能写后果。", "后果写在选项的下一行，缩进四格，用“>”开头。");
                }
            }

            var consequence = writer.Take();
            if (consequence.IsEmpty)
            {
                Error("no-consequence", item, $"选项“{Quoted.Line(text)}”没有写后果。", "在它下一行缩进四格，用“>”开头，写选了以后会怎样、为什么。");
            }

            return new(mark?.Checked is true, consequence);
        }

        private Ending? EndingOf(CardSection section)
        {
            var attributes = section.Heading.TryGetAttributes();
            Ending? ending = null;
            foreach (var name in attributes?.Classes ?? [])
            {
                Ending? known = sort.HasFates ? name switch { "good" => Ending.Good, "bad" => Ending.Bad, _ => null } : null;
                if (known is null || ending is not null)
                {
                    Error("unknown-attribute", attributes!.Span.Start, $"格子的花括号里不能写“.{Quoted.Line(name)}”，或者写了两样。",
                        sort.HasFates ? "编号以外，结局写 .good（平安）或 .bad（出事）。" : "这里只写编号，例如 {#door}。");
                }

                ending ??= known;
            }

            foreach (var (name, _) in attributes?.Properties ?? [])
            {
                Error("unknown-attribute", attributes!.Span.Start, $"格子没有“{Quoted.Line(name)}”这一项。", "花括号里只写编号，例如 {#door}。");
            }

            return ending;
        }

        private void Error(string what, MarkdownObject at, string message, string help) => Error(what, at.Span.Start, message, help);

        private void Error(string what, int at, string message, string help) => page.Report(Diagnostic.Error($"tree/{what}", page.At(at), message, help));
    }
}
