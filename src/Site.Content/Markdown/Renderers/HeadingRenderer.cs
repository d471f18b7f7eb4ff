using Markdig.Renderers.Html;
using Markdig.Syntax;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes headings with their ids, and notes them.</summary>
internal sealed class HeadingRenderer : MarkdownRenderer<HeadingBlock>
{
    protected override void Write(BodyWriter writer, HeadingBlock heading)
    {
        var page = writer.Context;
        var text = PlainText.Of(heading.Inline);
        if (text.Length == 0)
        {
            Warn(page, heading, "markdown/empty-heading", "标题里没有文字，没有显示。", "请写上标题，或者删去“#”。");
            return;
        }

        var level = Level(page, heading);
        page.HeadingLevel = level;
        var id = heading.TryGetAttributes()?.Id ?? page.Ids.TakeFor(text);
        page.Headings.Add(new(level, id, text));

        writer.Html.Raw("<h"u8).Number(level).Raw(" id=\""u8).Text(id).Raw("\""u8);
        writer.Attributes(heading);
        writer.Html.Raw(">"u8);
        var linksCalls = writer.LinksCalls;
        writer.LinksCalls = false;
        writer.WriteInlines(heading.Inline);
        writer.LinksCalls = linksCalls;
        writer.Html.Raw("</h"u8).Number(level).Raw(">\n"u8);
    }

    /// <returns>2 to 6, at most one more than the heading before: HTML checkers take a skipped level for an error.</returns>
    private static int Level(MarkdownContext page, HeadingBlock heading)
    {
        var deepest = page.HeadingLevel + 1;
        var level = heading.Level - page.HeadingShift;
        if (heading.Level == 1)
        {
            Warn(page, heading, "markdown/level-one-heading", "正文里用了一级标题；一级标题只有页面的题目。", "请用“##”开头。");
        }
        else if (level > deepest)
        {
            Warn(
                page, heading, "markdown/skipped-level",
                $"{heading.Level}级标题上面没有{heading.Level - 1}级标题，会按{deepest + page.HeadingShift}级显示。",
                $"请用{deepest + page.HeadingShift}个“#”开头。");
        }

        return Math.Clamp(level, 2, deepest);
    }

    private static void Warn(MarkdownContext page, HeadingBlock heading, string code, string message, string help) =>
        page.Report(Diagnostic.Warning(code, page.At(heading.Span.Start), message, help));
}
