using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes parsed Markdown as HTML, and notes headings, links, pictures and diagnostics on the way, in reading order.</summary>
/// <param name="page">Where the notes go.</param>
internal sealed partial class BodyWriter(MarkdownContext page) : IDisposable
{
    private readonly HtmlBuilder html = new();
    private int depth;
    private bool isInLink;

    /// <summary>Characters of text written so far (UTF-16 units), spaces not counted.</summary>
    public int Characters { get; private set; }

    /// <returns>All that was written since the last time.</returns>
    public HtmlFragment Take() => html.Take();

    public void Dispose() => html.Dispose();

    /// <summary>Goes one level deeper, unless that is too deep.</summary>
    private bool Enter(MarkdownObject item)
    {
        if (depth < MarkdownLimits.Depth)
        {
            depth++;
            return true;
        }

        page.Report(MarkdownLimits.TooDeep(page.At(item.Span.Start)));
        return false;
    }

    private void Leave() => depth--;

    private void Text(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            Characters += char.IsWhiteSpace(unit) ? 0 : 1;
        }

        html.Text(text);
    }

    /// <summary>Writes a writer's id and classes, and our own class; reports what is dropped.</summary>
    private void Attributes(MarkdownObject item, string? ownClass = null)
    {
        var attributes = item.TryGetAttributes();
        var classes = ownClass;
        if (attributes is not null)
        {
            if (attributes.Id is { } id && item is not HeadingBlock)
            {
                html.Raw(" id=\""u8).Text(id).Raw("\""u8);
            }

            classes = JoinClasses(ownClass, attributes);
            foreach (var property in attributes.Properties ?? [])
            {
                Dropped(attributes, property.Key);
            }
        }

        if (classes is not null)
        {
            html.Raw(" class=\""u8).Text(classes).Raw("\""u8);
        }
    }

    private string? JoinClasses(string? ownClass, HtmlAttributes attributes)
    {
        var classes = new StringBuilder(ownClass);
        foreach (var name in attributes.Classes ?? [])
        {
            if (name.StartsWith("markdown-alert", StringComparison.Ordinal))
            {
                continue;
            }

            if (IsClass(name))
            {
                classes.Append(classes.Length > 0 ? " " : "").Append(name);
            }
            else
            {
                Dropped(attributes, "." + name);
            }
        }

        return classes.Length > 0 ? classes.ToString() : null;
    }

    private void Dropped(HtmlAttributes attributes, string name) => page.Report(Diagnostic.Warning(
        "markdown/attribute-dropped", page.At(attributes.Span.Start),
        $"花括号里的“{SafeText.Quote(name)}”没有采用。",
        "这里只能写编号 #编号 和类名 .类名（小写字母、数字和 -）。"));

    private static bool IsClass(string name) =>
        name.Length <= 32 && char.IsAsciiLetterLower(name[0])
        && name.All(unit => char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit == '-');
}
