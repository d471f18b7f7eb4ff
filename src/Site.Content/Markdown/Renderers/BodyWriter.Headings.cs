using Markdig.Renderers.Html;
using Markdig.Syntax;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown.Renderers;

internal sealed partial class BodyWriter
{
    private void WriteHeading(HeadingBlock heading)
    {
        var text = PlainText.Of(heading.Inline);
        if (text.Length == 0)
        {
            Warn(heading, "markdown/empty-heading", "标题里没有文字，没有显示。", "请写上标题，或者删去“#”。");
            return;
        }

        var level = Level(heading);
        page.HeadingLevel = level;
        var id = heading.TryGetAttributes()?.Id ?? page.Ids.TakeFor(text);
        page.Headings.Add(new(level, id, text));

        html.Raw("<h"u8).Number(level).Raw(" id=\""u8).Text(id).Raw("\""u8);
        Attributes(heading);
        html.Raw(">"u8);
        WriteInlines(heading.Inline);
        html.Raw("</h"u8).Number(level).Raw(">\n"u8);
    }

    /// <returns>2 to 6, at most one more than the heading before: HTML checkers take a skipped level for an error.</returns>
    private int Level(HeadingBlock heading)
    {
        var deepest = page.HeadingLevel + 1;
        var level = heading.Level - page.HeadingShift;
        if (heading.Level == 1)
        {
            Warn(heading, "markdown/level-one-heading", "正文里用了一级标题；一级标题只有页面的题目。", "请用“##”开头。");
        }
        else if (level > deepest)
        {
            Warn(
                heading, "markdown/skipped-level",
                $"{heading.Level}级标题上面没有{heading.Level - 1}级标题，会按{deepest + page.HeadingShift}级显示。",
                $"请用{deepest + page.HeadingShift}个“#”开头。");
        }

        return Math.Clamp(level, 2, deepest);
    }

    private void Warn(HeadingBlock heading, string code, string what, string cure) =>
        page.Report(Diagnostic.Warning(code, page.At(heading.Span.Start), what, cure));
}
