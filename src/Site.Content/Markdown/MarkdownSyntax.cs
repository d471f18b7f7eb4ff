using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Site.Content.Markdown;

/// <summary>The one Markdown syntax of the site.</summary>
internal static class MarkdownSyntax
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <summary>Parses a text, unless it is nested so deeply or has so many marks that it was made to choke a reader.</summary>
    /// <returns>The document, or null where the page's diagnostics say why there is none; and the page, with nothing else noted.</returns>
    public static (MarkdownDocument? Document, MarkdownContext Page) Parse(string path, string text, int startLine)
    {
        var limit = MarkdownLimits.Find(path, text, startLine);
        if (limit is not null)
        {
            var refused = new MarkdownContext(path, startLine, [0]);
            refused.Report(limit);
            return (null, refused);
        }

        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own guard against nesting; it does not say where.
            var refused = new MarkdownContext(path, startLine, [0]);
            refused.Report(MarkdownLimits.TooDeep(new(path, startLine + MarkdownLimits.DeepLine(text))));
            return (null, refused);
        }

        if (text.Contains("\\|", StringComparison.Ordinal))
        {
            UnescapeBars(document);
        }

        return (document, new(path, startLine, document.LineStartIndexes!));
    }

    // "\|" is a bar anywhere in a table, in code too (GitHub Flavored Markdown 0.29, example 200).
    private static void UnescapeBars(MarkdownDocument document)
    {
        foreach (var code in document.Descendants<TableCell>().SelectMany(cell => cell.Descendants<CodeInline>()))
        {
            code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
        }
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = 4 * MarkdownLimits.Depth }
            .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAlertBlocks(allowNestedAlerts: true)
            .UseCjkFriendlyEmphasis()
            .UsePreciseSourceLocation();
        builder.InlineParsers.Insert(0, new TaskMarkParser());
        builder.InlineParsers.Insert(0, new AttributesParser());
        builder.InlineParsers.Insert(0, new BareAddressParser());
        return builder.Build();
    }
}
